// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/procedure_list.h"

#include <algorithm>

namespace emrlint::checks {
namespace {

std::optional<std::uint32_t> front_page_of(const Chart& chart) {
  std::optional<std::uint32_t> page;  // Documents stand in order of time: the latest counts.
  for (std::uint32_t i = 0; i < chart.documents.size(); ++i) {
    const DocType type = chart.documents[i].type;
    if (type == DocType::kFrontPage || type == DocType::kTcmFrontPage) page = i;
  }
  return page;
}

}  // namespace

ProcedureList procedure_list(const Chart& chart) {
  ProcedureList list;
  const std::optional<std::uint32_t> page = front_page_of(chart);
  const auto take = [&](std::uint32_t document) {
    for (std::uint32_t i = 0; i < chart.procedures.size(); ++i) {
      const Procedure& procedure = chart.procedures[i];
      if (procedure.document != document) continue;
      list.rows.push_back(i);
      if (procedure.principal && !list.principal) list.principal = i;
    }
  };
  if (page) {
    take(*page);
    const Document& document = chart.documents[*page];
    const bool whole = !document.broken && !chart.cut_off && !document.elements.empty();
    list.known = whole || list.principal.has_value();
  }
  if (!list.rows.empty()) return list;
  take(Procedure::kNoDocument);
  if (list.principal) {
    list.known = !chart.cut_off;
  } else {
    list.rows.clear();
  }
  return list;
}

bool has_incision(const Procedure& procedure) {
  constexpr std::string_view kClasses[] = {"I", "Ⅰ", "Ⅱ", "Ⅲ", "1", "2", "3"};
  return std::any_of(std::begin(kClasses), std::end(kClasses), [&](std::string_view one) {
    return procedure.incision.value.starts_with(one);
  });
}

}  // namespace emrlint::checks
