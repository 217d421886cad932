// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string_view>
#include <utility>

#include "reader/cda_roles.h"
#include "reader/ws500_parts.h"
#include "terminology/oids.h"
#include "terminology/value_sets.h"

namespace emrlint {
namespace {

constexpr std::string_view kAnesthesiaMethods = "2.16.156.10011.2.3.1.159";

constexpr std::string_view kName = "DE06.00.094.00";
constexpr std::string_view kLevel = "DE06.00.255.00";
constexpr std::string_view kIncision = "DE06.00.257.00";
constexpr std::string_view kHealing = "DE05.10.147.00";
constexpr std::string_view kSite = "DE06.00.187.00";
constexpr std::string_view kAsa = "DE05.10.129.00";
constexpr std::string_view kMethod = "DE06.00.073.00";
constexpr std::string_view kStart = "DE06.00.221.00";
constexpr std::string_view kEnd = "DE06.00.218.00";
constexpr std::string_view kDestination = "DE06.00.185.00";

void claim(TimeFact& fact, const std::optional<Located<Time>>& time, Origin origin) {
  if (time) fact.add({time->value, time->span, origin});
}

std::optional<Located<int>> number_in(const Element* element, int most) {
  if (element == nullptr || element->value.value.size() != 1) return std::nullopt;
  const int value = element->value.value.front() - '0';
  if (value < 1 || value > most) return std::nullopt;
  return Located<int>{value, element->value.span};
}

// The code, else what is displayed for it.
Text written(const Element* element) {
  if (element == nullptr) return {};
  return element->value.value.empty() ? element->display : element->value;
}

// What a coded value stands for, where the document gives the code alone.
Text meant(const Element* element) {
  Text text = said(element);
  if (element == nullptr || !element->display.value.empty()) return text;
  const ValueSet* set = value_set(element->code_system.value);
  const std::string_view meaning = set == nullptr ? "" : set->meaning(text.value);
  if (!meaning.empty()) text.value = meaning;
  return text;
}

Text name_of(const Ws500Document& it, const CdaEntry& entry, std::uint32_t procedure) {
  const Text name = said(it.below(entry, procedure, kName));
  return name.value.empty() ? it.element(procedure).display : name;
}

Person operator_of(const Ws500Document& it, const CdaEntry& entry, std::uint32_t procedure) {
  const CdaEntryParty* party = it.entries.party(entry, procedure, CdaName::kPerformer);
  return party == nullptr ? Person() : party->party.person;
}

void add_team(const Ws500Document& it, const CdaEntry& entry, std::uint32_t procedure,
              Surgery& surgery) {
  for (const CdaEntryParty& party : it.entries.parties(entry)) {
    if (party.element != procedure || party.how != CdaName::kParticipant) continue;
    if (!party.party.person.known()) continue;
    const Role role = role_from_text(party.party.role_text.value);
    if (role == Role::kFirstAssistant || role == Role::kSecondAssistant ||
        role == Role::kAssistant) {
      surgery.assistants.push_back(party.party.person);
    }
    if (role != Role::kUnknown) it.document.participants.push_back({role, party.party.person});
  }
}

// Who gave the anaesthesia stands with the method, wherever the document has it.
void add_anesthesia(const Ws500Document& it, Anesthesia& anesthesia) {
  for (const CdaEntry& entry : it.entries.entries()) {
    const std::uint32_t end = entry.elements.first + entry.elements.count;
    for (std::uint32_t i = entry.elements.first; i < end; ++i) {
      if (it.element(i).id.value != kMethod || it.node(i).intended) continue;
      anesthesia.present = true;
      anesthesia.kind_text = said(&it.element(i));
      const CdaEntryParty* party = it.entries.party(entry, i, CdaName::kPerformer);
      if (party != nullptr && party->party.person.known()) anesthesia.by = party->party.person;
      return;
    }
  }
}

Surgery surgery_of(const Ws500Document& it, const CdaEntry& entry, std::uint32_t procedure) {
  const Element& element = it.element(procedure);
  Surgery surgery;
  surgery.code = element.value;
  surgery.name = name_of(it, entry, procedure);
  surgery.level = number_in(it.below(entry, procedure, kLevel), 4);
  surgery.incision = meant(it.below(entry, procedure, kIncision));
  surgery.healing = meant(it.below(entry, procedure, kHealing));
  surgery.site = said(it.below(entry, procedure, kSite));
  if (surgery.site.value.empty()) surgery.site = said(it.anywhere(kSite));
  if (const CdaPeriod* period = it.entries.period(entry, procedure)) {
    claim(surgery.start, period->low ? period->low : period->at, Origin::kEventDocument);
    claim(surgery.end, period->high, Origin::kEventDocument);
    surgery.malformed_time = period->malformed;
  }
  surgery.surgeon = operator_of(it, entry, procedure);
  if (surgery.surgeon.known()) {
    it.document.participants.push_back({Role::kSurgeon, surgery.surgeon});
  }
  add_team(it, entry, procedure, surgery);
  add_anesthesia(it, surgery.anesthesia);
  surgery.span = surgery.name.value.empty() ? element.value.span : surgery.name.span;
  return surgery;
}

void add_surgery(Ws500Document& it, Surgery surgery) {
  it.document.surgeries.push_back(static_cast<std::uint32_t>(it.chart.surgeries.size()));
  it.chart.surgeries.push_back(std::move(surgery));
}

void add_procedure(Ws500Document& it, const CdaEntry& entry, std::uint32_t index) {
  const Element& element = it.element(index);
  Procedure procedure;
  procedure.code = element.value;
  procedure.code_system = element.code_system;
  procedure.name = name_of(it, entry, index);
  if (procedure.code.value.empty() && procedure.name.value.empty()) return;
  if (const CdaPeriod* period = it.entries.period(entry, index)) {
    procedure.at = period->low ? period->low : period->at;
  }
  procedure.by = operator_of(it, entry, index);
  procedure.level = written(it.below(entry, index, kLevel));
  procedure.incision = meant(it.below(entry, index, kIncision));
  procedure.healing = meant(it.below(entry, index, kHealing));
  procedure.document = static_cast<std::uint32_t>(it.chart.documents.size()) - 1;
  procedure.span = element.value.value.empty() ? procedure.name.span : element.value.span;
  // The front page lists the principal one first; other documents give no rank.
  const bool ranked = it.document.type == DocType::kFrontPage ||
                      it.document.type == DocType::kTcmFrontPage;
  procedure.principal = ranked && it.chart.procedures.empty();
  it.chart.procedures.push_back(procedure);
}

// A record tells of one operation, though several procedures may have been done in it; one that
// began at another time is another operation.
void add_operation(Ws500Document& it, const CdaEntry& entry, std::uint32_t index) {
  if (it.chart.surgeries.empty()) return add_surgery(it, surgery_of(it, entry, index));
  const CdaPeriod* period = it.entries.period(entry, index);
  const std::optional<Located<Time>> start =
      period == nullptr ? std::nullopt : period->low ? period->low : period->at;
  const TimeFact& first = it.chart.surgeries.front().start;
  if (start && first.known() && !(start->value == first.value())) {
    add_surgery(it, surgery_of(it, entry, index));
  } else {
    add_procedure(it, entry, index);
  }
}

// C0016 has its surgery in plain elements; a procedure, if there is one, names the code.
void add_cesarean(Ws500Document& it) {
  Surgery surgery;
  for (const CdaEntry& entry : it.entries.entries()) {
    const std::uint32_t end = entry.elements.first + entry.elements.count;
    for (std::uint32_t i = entry.elements.first; i < end; ++i) {
      if (it.node(i).kind != CdaName::kProcedure || !surgery.span.empty()) continue;
      surgery = surgery_of(it, entry, i);
    }
  }
  surgery.cesarean = true;
  const Element* start = it.anywhere(kStart);
  claim(surgery.start, time_in(start), Origin::kEventDocument);
  const bool written = start != nullptr && !start->value.value.empty();
  surgery.malformed_time = surgery.malformed_time || (written && !time_in(start));
  // The same id is the time of looking after the mother in the next section.
  for (const Element& element : it.document.elements) {
    const bool of_surgery = it.document.sections[element.section].type == SectionType::kProcedures;
    if (element.id.value == kEnd && of_surgery) {
      claim(surgery.end, time_in(&element), Origin::kEventDocument);
      break;
    }
  }
  if (!surgery.surgeon.known()) {
    const Signature* signature = it.document.signature(Role::kSurgeon);
    if (signature != nullptr) surgery.surgeon = signature->person;
  }
  add_anesthesia(it, surgery.anesthesia);
  if (surgery.span.empty()) surgery.span = it.document.span;
  add_surgery(it, std::move(surgery));
}

// The anaesthesia record knows the times of both. It is not the record of the surgery, so it names
// none: the chart builder finds by the day which one it was.
void add_anesthesia_record(Ws500Document& it) {
  Surgery surgery;
  for (const CdaEntry& entry : it.entries.entries()) {
    const std::uint32_t end = entry.elements.first + entry.elements.count;
    for (std::uint32_t i = entry.elements.first; i < end; ++i) {
      const CdaPeriod* period = it.entries.period(entry, i);
      if (it.element(i).id.value == kDestination) {
        surgery.destination = said(&it.element(i));
        if (period != nullptr) {
          claim(surgery.left_room, period->high ? period->high : period->at,
                Origin::kAnesthesiaRecord);
        }
      }
      if (it.node(i).kind != CdaName::kProcedure || period == nullptr) continue;
      const SectionType section = it.section_of(i);
      if (it.element(i).code_system.value == kAnesthesiaMethods ||
          section == SectionType::kAnesthesia) {
        claim(surgery.anesthesia.start, period->low, Origin::kAnesthesiaRecord);
        claim(surgery.anesthesia.end, period->high, Origin::kAnesthesiaRecord);
        surgery.anesthesia.kind_text = said(&it.element(i));
      } else if (section == SectionType::kProcedures) {
        claim(surgery.start, period->low ? period->low : period->at, Origin::kAnesthesiaRecord);
        claim(surgery.end, period->high, Origin::kAnesthesiaRecord);
        surgery.surgeon = operator_of(it, entry, i);
        surgery.span = it.element(i).span;
      }
    }
  }
  if (!surgery.start.known()) return;
  surgery.anesthesia.present = true;
  surgery.anesthesia.asa = number_in(it.anywhere(kAsa), 6);
  const Signature* by = it.document.signature(Role::kAnesthetist);
  if (by != nullptr) surgery.anesthesia.by = by->person;
  it.chart.surgeries.push_back(std::move(surgery));
}

template <typename Add>
void for_procedures(Ws500Document& it, Add add) {
  for (const CdaEntry& entry : it.entries.entries()) {
    const std::uint32_t end = entry.elements.first + entry.elements.count;
    for (std::uint32_t i = entry.elements.first; i < end; ++i) {
      if (it.node(i).kind == CdaName::kProcedure && !it.node(i).intended) add(entry, i);
    }
  }
}

}  // namespace

void add_ws500_surgeries(Ws500Document& it) {
  switch (it.document.type) {
    case DocType::kOperationRecord:
      for_procedures(it, [&](const CdaEntry& entry, std::uint32_t index) {
        add_operation(it, entry, index);
      });
      break;
    case DocType::kCesareanRecord:
      add_cesarean(it);
      break;
    case DocType::kAnesthesiaRecord:
      add_anesthesia_record(it);
      break;
    case DocType::kFrontPage:
    case DocType::kTcmFrontPage:
    case DocType::kTreatmentRecord:
    case DocType::kExamReport:
      for_procedures(it, [&](const CdaEntry& entry, std::uint32_t index) {
        add_procedure(it, entry, index);
      });
      break;
    default:
      break;
  }
}

}  // namespace emrlint
