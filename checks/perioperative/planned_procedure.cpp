// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/planned_procedure.h"

#include <algorithm>
#include <iterator>

#include "checks/perioperative/mention.h"
#include "checks/perioperative/procedure_terms.h"
#include "checks/perioperative/records.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kCodeId = "DE06.00.093.00";

void add_from(std::vector<ProcedureName>& found, const Document& document, SectionType type) {
  Text code;
  const Element* element = document.element(kCodeId);
  if (element != nullptr) code = element->value;
  for (const Section& section : document.sections) {
    if (section.type != type) continue;
    for (const Text& text : document.text_of(section)) {
      if (!text.value.empty()) found.push_back({text, code, document.type});
    }
  }
}

// 51.2300 -> 51.2; empty for what is no such code.
std::string_view group_of(std::string_view code) {
  const auto digit = [&](std::size_t at) { return code[at] >= '0' && code[at] <= '9'; };
  if (code.size() < 4 || !digit(0) || !digit(1) || code[2] != '.' || !digit(3)) return {};
  return code.substr(0, 4);
}

}  // namespace

std::vector<ProcedureName> planned_procedures(const Chart& chart, std::size_t index,
                                              std::initializer_list<DocType> types) {
  std::vector<ProcedureName> found;
  for (const Document* document : records_about(chart, index, types).all) {
    if (!begun_before(chart.surgeries[index], took_place(*document))) {
      add_from(found, *document, SectionType::kPlannedProcedure);
    }
  }
  return found;
}

std::vector<ProcedureName> performed_procedures(const Chart& chart, std::size_t index) {
  const Surgery& surgery = chart.surgeries[index];
  std::vector<ProcedureName> found;
  if (!surgery.name.value.empty()) {
    found.push_back({surgery.name, surgery.code, DocType::kUnknown});
  }
  for (const Document* record :
       records_about(chart, index, {DocType::kOperationRecord, DocType::kCesareanRecord}).all) {
    add_from(found, *record, SectionType::kProcedureName);
  }
  return found;
}

PlanChange compare_plan(const std::vector<ProcedureName>& planned,
                        const std::vector<ProcedureName>& performed, CompareNames compare) {
  PlanChange change;
  bool unknown = planned.empty() || performed.empty();
  for (const ProcedureName& plan : planned) {
    for (const ProcedureName& done : performed) {
      const Answer same = compare(plan, done);
      if (same == Answer::kYes) return {Answer::kYes, nullptr, nullptr};
      unknown |= same == Answer::kUnknown;
      if (same == Answer::kNo && change.planned == nullptr) {
        change.planned = &plan;
        change.performed = &done;
      }
    }
  }
  change.same = unknown ? Answer::kUnknown : Answer::kNo;
  return change;
}

Answer by_code_or_name(const ProcedureName& planned, const ProcedureName& performed) {
  const std::string_view plan = group_of(planned.code.value), done = group_of(performed.code.value);
  if (!plan.empty() && !done.empty()) return plan == done ? Answer::kYes : Answer::kNo;
  return same_operation(planned.name.value, performed.name.value);
}

std::optional<Part> told_change(const Chart& chart, std::size_t index) {
  constexpr WordList kChanges{
      "中转开腹|中转开胸|中转开放|中转为|改行|改为行|改变术式|变更术式|改变手术方式|扩大手术范围"};
  const auto done = [](const Reading& reading) {
    return reading.polarity == Polarity::kAffirmed && reading.mode == Mode::kActual;
  };
  const Records records = records_about(
      chart, index,
      {DocType::kOperationRecord, DocType::kCesareanRecord, DocType::kPostopFirstNote});
  for (const Document* record : records.all) {
    for (const Text& text : record->texts) {
      if (auto part = mention_of(text, kChanges, done)) return part;
    }
  }
  return std::nullopt;
}

}  // namespace emrlint::checks
