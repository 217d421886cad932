// SPDX-License-Identifier: Apache-2.0
#include "check/procedure_record.h"

#include <algorithm>
#include <string_view>

#include "check/event_link.h"
#include "model/ordered.h"

namespace emrlint {
namespace {

bool holds(std::string_view text, std::string_view word) {
  return !word.empty() && text.find(word) != text.npos;
}

bool may_record(DocType type) {
  return type == DocType::kInvasiveProcedureNote || type == DocType::kTreatmentRecord ||
         is_course_note(type);
}

}  // namespace

bool in_operating_room(const Chart& chart, const Procedure& procedure) {
  const auto surgeries = told_surgeries(chart);
  return std::any_of(surgeries.begin(), surgeries.end(), [&](const Surgery& s) {
    const bool code = !s.code.value.empty() && s.code.value == procedure.code.value;
    return code || (!s.name.value.empty() && s.name.value == procedure.name.value);
  });
}

std::vector<const Document*> records_of_procedure(const Chart& chart, std::size_t index) {
  const Procedure& procedure = chart.procedures[index];
  const Subject subject{SubjectKind::kProcedure, static_cast<std::uint32_t>(index)};
  const auto invasive = std::count_if(chart.procedures.begin(), chart.procedures.end(),
                                      [](const Procedure& p) { return p.invasive; });
  const bool only = invasive == 1 && chart.of_type(DocType::kInvasiveProcedureNote).size() == 1;
  std::vector<const Document*> found;
  for (const Document& document : chart.documents) {
    if (!may_record(document.type)) continue;
    const bool told =
        std::any_of(document.texts.begin(), document.texts.end(),
                    [&](const Text& text) { return holds(text.value, procedure.name.value); });
    if (names_event(chart, document, subject) || told ||
        holds(document.title.value, procedure.name.value) ||
        (only && document.type == DocType::kInvasiveProcedureNote)) {
      found.push_back(&document);
    }
  }
  return found;
}

}  // namespace emrlint
