// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/domains.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "check/derived_documents.h"
#include "check/words.h"
#include "checks/perioperative/items.h"
#include "checks/perioperative/records.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Bilingual kNames[kDomains] = {
    {"一般情况", "general condition"},  {"疾病严重程度", "severity of the disease"},
    {"重要脏器功能", "organ function"}, {"用药情况", "medication"},
    {"凝血功能", "coagulation"},        {"心理状态", "psychological state"},
    {"营养状态", "nutritional state"},
};

struct Kind {
  SectionType section;
  Domain domain;
};
constexpr Kind kSections[] = {
    {SectionType::kGeneralState, Domain::kGeneral},
    {SectionType::kVitalSigns, Domain::kGeneral},
    {SectionType::kPhysicalExam, Domain::kGeneral},
    {SectionType::kDiseaseSeverity, Domain::kSeverity},
    {SectionType::kAsa, Domain::kSeverity},
    {SectionType::kOrganFunction, Domain::kOrgans},
    {SectionType::kMedicationHistory, Domain::kDrugs},
    {SectionType::kMedication, Domain::kDrugs},
    {SectionType::kCoagulation, Domain::kClotting},
    {SectionType::kPsychologicalState, Domain::kMind},
    {SectionType::kNutritionalState, Domain::kNutrition},
};

// What may happen, and what is told the patient: no finding of his.
bool tells_of_risks(SectionType type) {
  return type == SectionType::kSurgicalRisk || type == SectionType::kRisk ||
         type == SectionType::kComplication || type == SectionType::kContingencyPlan ||
         type == SectionType::kExpectedEffect || type == SectionType::kPatientOpinion;
}

DomainSet domains_of_title(std::string_view title) {
  constexpr std::string_view kStems[kDomains] = {"一般情况", "严重程度", "脏器功能", "用药",
                                                 "凝血",     "心理",     "营养"};
  DomainSet found = 0;
  for (std::size_t i = 0; i < kDomains; ++i) {
    if (holds(title, kStems[i])) found |= 1u << i;
  }
  return found;
}

DomainSet domains_of(const Document& document, const Section& section) {
  if (tells_of_risks(section.type)) return 0;
  DomainSet own = domains_of_title(section.title.value);
  for (const Kind& kind : kSections) {
    if (kind.section == section.type) own |= domain_bit(kind.domain);
  }
  DomainSet found = 0;
  std::string whole;
  for (const Text& text : document.text_of(section)) {
    found |= domains_in(text.value);
    if (own != 0) whole += text.value;
  }
  if (own == 0) return found;
  if (document.blank(section)) return filled(document, section) ? found | own : found;
  // A section of its own tells of the domain in whatever words.
  return answers(whole) ? found | own : found;
}

}  // namespace

Bilingual name(Domain domain) { return kNames[static_cast<std::size_t>(domain)]; }

DomainSet domains_of(const Chart& chart, const Document& document, Report& report) {
  struct Told {
    DomainSet domains = 0;
  };
  return of_document<Told>(chart, document, report, [&] {
           Told told;
           for (const Section& section : document.sections) {
             told.domains |= domains_of(document, section);
           }
           return told;
         }).domains;
}

DomainSet domains_of(const Checklist& form) {
  DomainSet found = 0;
  for (const ResultItem& item : form.items) {
    if (!answers(item.value.value)) continue;
    found |= domains_in(item.name.value) | domains_of_title(item.name.value);
  }
  return found;
}

std::vector<const Document*> assessment_records(const Chart& chart, std::size_t index,
                                                WordList types) {
  std::vector<const Document*> found;
  for (const Document& document : chart.documents) {
    const bool counts = lists(types, id(document.type));
    if (counts && precedes(chart, document, index)) found.push_back(&document);
  }
  return found;
}

}  // namespace emrlint::checks
