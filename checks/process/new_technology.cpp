// SPDX-License-Identifier: Apache-2.0
#include "checks/process/new_technology.h"

#include <algorithm>

#include "model/ordered.h"

namespace emrlint::checks {
namespace {

Listing listing_in(const Tables& tables, bool restricted, std::string_view code,
                   std::string_view name, const std::optional<Time>& at) {
  const Listing listing = listing_of(tables.new_technologies(), code, name, at);
  if (!restricted || listing.answer == Answer::kYes) return listing;
  const Listing other = listing_of(tables.restricted(), code, name, at);
  return other.answer == Answer::kYes ? other : listing;
}

const Text& name_or_code(const Text& name, const Text& code) {
  return name.value.empty() ? code : name;
}

bool is_surgery(const Chart& chart, const Procedure& procedure) {
  const auto surgeries = told_surgeries(chart);
  return std::any_of(surgeries.begin(), surgeries.end(), [&](const Surgery& surgery) {
    return (!procedure.code.value.empty() && surgery.code.value == procedure.code.value) ||
           surgery.name.value == procedure.name.value;
  });
}

}  // namespace

std::vector<TechnologyUse> technology_uses(const Chart& chart, const Tables& tables,
                                           bool restricted) {
  std::vector<TechnologyUse> uses;
  const bool loaded = tables.has(TableKind::kNewTechnologies);
  for (std::uint32_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const Listing listing =
        listing_in(tables, restricted, surgery.code.value, surgery.name.value, start_of(surgery));
    const Text& called = name_or_code(surgery.name, surgery.code);
    TechnologyUse use{of_surgery(i), called.value, called.span, i, {}};
    if (listing.answer == Answer::kUnknown) use.doubt = listing.doubt;
    if (!loaded) use.doubt = missing_table(TableKind::kNewTechnologies);
    if (use.doubt || listing.answer == Answer::kYes) uses.push_back(use);
  }
  for (std::uint32_t i = 0; loaded && i < chart.procedures.size(); ++i) {
    const Procedure& procedure = chart.procedures[i];
    if (is_surgery(chart, procedure)) continue;
    const std::optional<Time> at =
        procedure.at ? std::optional<Time>(procedure.at->value) : std::nullopt;
    const Listing listing =
        listing_in(tables, restricted, procedure.code.value, procedure.name.value, at);
    if (listing.answer != Answer::kYes) continue;
    const Text& called = name_or_code(procedure.name, procedure.code);
    uses.push_back({{SubjectKind::kProcedure, i}, called.value, called.span, {}, {}});
  }
  return uses;
}

bool may_be_about(const Document& document, const TechnologyUse& use) {
  const std::vector<std::uint32_t>& about = document.surgeries;
  return about.empty() ||
         (use.surgery && std::find(about.begin(), about.end(), *use.surgery) != about.end());
}

}  // namespace emrlint::checks
