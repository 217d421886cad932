// SPDX-License-Identifier: Apache-2.0
#include "reader/plan_folder.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "reader/build.h"

namespace emrlint {
namespace {

using Kind = Sniffed::Kind;

constexpr std::uint32_t kNoStay = 0xffffffff;

// Joined by stay: CDA documents, and the chart files that add to them, which say that they are not
// a whole chart or name a stay that has such documents.
bool joins(const Sniffed& sniffed, const std::set<std::string_view>& stays_of_documents) {
  if (sniffed.kind != Kind::kChart) return sniffed.kind == Kind::kCda;
  return !sniffed.complete || stays_of_documents.contains(sniffed.name);
}

// The stay of each file that has CDA documents; a chart file alone is a unit like any other.
std::vector<std::uint32_t> stays(std::span<const Sniffed> files) {
  std::set<std::string_view> of_documents;
  for (const Sniffed& sniffed : files) {
    if (sniffed.kind == Kind::kCda && !sniffed.stay.empty()) of_documents.insert(sniffed.stay);
  }
  std::vector<StayClaim> claims;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Sniffed& sniffed = files[i];
    if (!joins(sniffed, of_documents)) continue;
    claims.push_back({sniffed.stay, sniffed.name, sniffed.patient, std::nullopt});
    places.push_back(i);
  }
  const std::vector<std::uint32_t> groups = group_stays(claims, true);
  std::vector<bool> has_cda(claims.size(), false);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (files[places[i]].kind == Kind::kCda) has_cda[groups[i]] = true;
  }
  std::vector<std::uint32_t> found(files.size(), kNoStay);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (has_cda[groups[i]]) found[places[i]] = groups[i];
  }
  return found;
}

// Whether a file that can't be read must be of the one stay of the folder. Among several stays
// nobody can tell whose it is.
bool lacks_some(std::span<const Sniffed> files, const std::vector<std::uint32_t>& stay_of) {
  std::set<std::uint32_t> stays(stay_of.begin(), stay_of.end());
  stays.erase(kNoStay);
  return stays.size() == 1 && std::any_of(files.begin(), files.end(), [](const Sniffed& sniffed) {
           return sniffed.kind == Kind::kBroken;
         });
}

}  // namespace

std::vector<UnitPlan> plan_folder(std::span<const Sniffed> files) {
  const std::vector<std::uint32_t> stay_of = stays(files);
  const bool gaps = lacks_some(files, stay_of);
  std::vector<UnitPlan> plan;
  std::map<std::uint32_t, std::size_t> unit_of_stay;
  std::optional<std::size_t> bulk;
  for (std::uint32_t i = 0; i < files.size(); ++i) {
    const Kind kind = files[i].kind;
    if (kind == Kind::kOther) continue;
    std::size_t unit = plan.size();
    if (stay_of[i] != kNoStay) {
      unit = unit_of_stay.emplace(stay_of[i], unit).first->second;
    } else if (kind == Kind::kFhirLines) {
      unit = *(bulk = bulk.value_or(unit));
    }
    if (unit == plan.size()) plan.emplace_back();
    plan[unit].files.push_back(i);
    if (stay_of[i] != kNoStay) {
      plan[unit].folder = true;
      plan[unit].gaps = gaps;
    }
    plan[unit].bulk = kind == Kind::kFhirLines;
    plan[unit].lines = kind == Kind::kChartLines;
  }
  return plan;
}

}  // namespace emrlint
