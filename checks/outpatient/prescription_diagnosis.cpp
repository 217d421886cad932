// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/visit.h"
#include "checks/outpatient/same_diagnosis.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType> kMissing{"missing", "{0}未写明诊断。", "{0} states no diagnosis."};
constexpr Message<std::string_view> kOther{
    "other", "处方诊断“{0}”不在本次就诊的诊断之中。",
    "the prescription's diagnosis “{0}” is none of the diagnoses of the visit."};
constexpr Message<std::string_view> kVisit{"visit", "就诊诊断：{0}", "diagnosis of the visit: {0}"};

constexpr Missing kComparable{"coded-diagnosis", "可以比对的诊断编码",
                              "codes by which the diagnoses can be compared"};

constexpr Citation kBasis[] = {{"XD", "16"}, {"BL", "3"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kOther, kVisit};

using Diagnoses = std::vector<const Diagnosis*>;

bool is_prescription(const Document& document) {
  return document.type == DocType::kWesternPrescription ||
         document.type == DocType::kTcmPrescription;
}

std::uint32_t index_of(const Chart& chart, const Document& document) {
  return static_cast<std::uint32_t>(&document - chart.documents.data());
}

// Those that the record or the data of the visit give, not another prescription.
Diagnoses of_visit(const Chart& chart) {
  Diagnoses found;
  for (const Diagnosis& d : chart.diagnoses) {
    if (d.document >= chart.documents.size() || !is_prescription(chart.documents[d.document])) {
      found.push_back(&d);
    }
  }
  return found;
}

Diagnoses of_document(const Chart& chart, std::uint32_t index) {
  Diagnoses found;
  for (const Diagnosis& d : chart.diagnoses) {
    if (d.document == index) found.push_back(&d);
  }
  return found;
}

void compare(const Chart& chart, const Document& prescription, const Diagnoses& own,
             const Diagnoses& visit, Report& report) {
  const Subject subject = of(chart, prescription);
  const Diagnosis* other = nullptr;
  for (const Diagnosis* one : own) {
    const auto same = [one](const Diagnosis* d) { return same_diagnosis(*one, *d); };
    if (std::any_of(visit.begin(), visit.end(), same)) continue;
    const auto uncoded = [](const Diagnosis* d) { return category(*d).empty(); };
    if (visit.empty() || uncoded(one) || std::any_of(visit.begin(), visit.end(), uncoded)) {
      return report.undecided(subject, kComparable, one->span);
    }
    if (other == nullptr) other = one;
  }
  if (other == nullptr) return report.pass(subject);
  if (!chart.complete) return report.undecided(subject, missing::kRestOfChart, other->span);
  const Text& name = other->name.value.empty() ? other->code : other->name;
  Outcome& outcome = report.fail(kOther, subject, name.span, name.value);
  for (const Diagnosis* d : visit) {
    outcome.note(kVisit, d->span, d->name.value.empty() ? d->code.value : d->name.value);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!is_visit(chart)) return;
  const Diagnoses visit = of_visit(chart);
  for (const Document& document : chart.documents) {
    if (!is_prescription(document)) continue;
    const Diagnoses own = of_document(chart, index_of(chart, document));
    const Subject subject = of(chart, document);
    if (!own.empty()) {
      compare(chart, document, own, visit, report);
    } else if (document.has_text(SectionType::kDiagnosis) ||
               document.has_text(SectionType::kOutpatientDiagnosis)) {
      report.undecided(subject, kComparable, document.span);  // A text in words of its own.
    } else if (document.broken) {
      report.undecided(subject, missing::kRestOfDocument, document.span);
    } else {
      report.fail(kMissing, subject, document.span, document.type);
    }
  }
}

}  // namespace

extern constinit const Check outpatient_prescription_diagnosis{
    {.id = "outpatient-prescription-diagnosis",
     .severity = Severity::kWarning,
     .title = {"处方应有诊断，且与就诊诊断相符",
               "A prescription states a diagnosis, and it is one of the visit's"},
     .judged = {"门诊、急诊、留观病历中的处方：有诊断；其诊断与就诊诊断名称相同、互相包含，或ICD-10"
                "类目相同。依据是行动计划，处方管理办法原文未核对。",
                "Prescriptions of visits: there is a diagnosis, and one of the visit has its name, "
                "a name within it or around it, or its category of ICD-10. A plan is the basis; "
                "the rules on prescriptions were not read."},
     .exceptions = {"名称不同而双方不都有ICD-10编码的（包括中医诊断、仅有文字的诊断）无法判定；住院"
                    "处方不判。",
                    "Undecided where names differ and not all have codes of ICD-10 (diagnoses of "
                    "Chinese medicine, plain text). Not for stays."},
     .advice = {"补写处方诊断，或核对处方与病历的诊断。",
                "State the diagnosis, or check it against the record."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
