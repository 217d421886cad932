// SPDX-License-Identifier: Apache-2.0
#include "check/visit.h"
#include "text/find_word.h"

#include <algorithm>
#include <string_view>

namespace emrlint {
namespace {

constexpr std::string_view kFirstVisitFlag = "DE06.00.196.00";  // 1 初诊, 2 复诊

bool says_emergency(std::string_view text) {
  constexpr std::string_view kWord = "急诊", kEither = "门";
  for (std::size_t at = find_word(text, kWord); at != text.npos;
       at = find_word(text, kWord, at + 1)) {
    if (!text.substr(0, at).ends_with(kEither)) return true;
  }
  return false;
}

bool says(const Document& document, std::string_view word) {
  return holds(document.title.value, word) ||
         std::any_of(document.sections.begin(), document.sections.end(),
                     [&](const Section& section) { return holds(section.title.value, word); });
}

}  // namespace

bool is_visit(const Chart& chart) {
  const EncounterKind kind = chart.encounter.kind.value;
  return kind == EncounterKind::kOutpatient || kind == EncounterKind::kEmergency ||
         kind == EncounterKind::kObservation;
}

bool is_emergency(const Chart& chart) {
  if (!is_visit(chart)) return false;
  if (chart.encounter.kind.value != EncounterKind::kOutpatient) return true;
  if (says_emergency(chart.encounter.department.value)) return true;
  return std::any_of(chart.documents.begin(), chart.documents.end(), [](const Document& document) {
    return document.type == DocType::kOutpatientRecord && says_emergency(document.title.value);
  });
}

std::optional<bool> first_visit(const Document& document) {
  if (const Element* flag = document.element(kFirstVisitFlag)) {
    if (flag->value.value == "1") return true;
    if (flag->value.value == "2") return false;
  }
  const bool first = says(document, "初诊"), again = says(document, "复诊");
  return first == again ? std::nullopt : std::optional(first);
}

}  // namespace emrlint
