// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "reader/build.h"

namespace emrlint {
namespace {

// Disjoint sets of claims.
class Stays {
 public:
  explicit Stays(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }
  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

void join_by_stay(std::span<const StayClaim> claims, Stays& stays) {
  std::map<std::string_view, std::uint32_t> first;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    for (const std::string_view id : {claims[i].stay, claims[i].name}) {
      if (id.empty()) continue;
      const auto [it, inserted] = first.emplace(id, i);
      if (!inserted) stays.join(it->second, i);
    }
  }
}

bool names_stay(const StayClaim& claim) { return !claim.stay.empty() || !claim.name.empty(); }

bool same_day(const std::optional<Time>& a, const std::optional<Time>& b) {
  return a && b && a->local_day() == b->local_day();
}

// The one stay of `members` that claim `i` can belong to: the only one, or the only one admitted
// on the same day.
std::optional<std::uint32_t> only_stay(std::span<const StayClaim> claims, std::uint32_t i,
                                       const std::vector<std::uint32_t>& members, Stays& stays) {
  std::set<std::uint32_t> all, of_day;
  for (const std::uint32_t member : members) {
    all.insert(stays.root(member));
    if (same_day(claims[member].admitted, claims[i].admitted)) of_day.insert(stays.root(member));
  }
  if (of_day.size() == 1) return *of_day.begin();
  if (all.size() != 1) return std::nullopt;
  const auto differs = [&](std::uint32_t member) {
    return claims[member].admitted && claims[i].admitted &&
           !same_day(claims[member].admitted, claims[i].admitted);
  };
  const bool other_stay = std::any_of(members.begin(), members.end(), differs);
  return other_stay ? std::nullopt : std::optional(*all.begin());
}

void join_by_patient(std::span<const StayClaim> claims, Stays& stays) {
  std::map<std::string_view, std::vector<std::uint32_t>> known;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (names_stay(claims[i]) && !claims[i].patient.empty()) known[claims[i].patient].push_back(i);
  }
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (names_stay(claims[i]) || claims[i].patient.empty()) continue;
    std::vector<std::uint32_t>& members = known[claims[i].patient];
    if (const auto stay = only_stay(claims, i, members, stays)) stays.join(*stay, i);
    members.push_back(i);
  }
}

void join_nameless(std::span<const StayClaim> claims, Stays& stays) {
  const auto nameless = [](const StayClaim& claim) {
    return !names_stay(claim) && claim.patient.empty();
  };
  std::set<std::uint32_t> named;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (!nameless(claims[i])) named.insert(stays.root(i));
  }
  if (named.size() != 1) return;
  const std::uint32_t stay = *named.begin();
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (nameless(claims[i])) stays.join(stay, i);
  }
}

}  // namespace

std::vector<std::uint32_t> group_stays(std::span<const StayClaim> claims, bool folder) {
  Stays stays(claims.size());
  join_by_stay(claims, stays);
  join_by_patient(claims, stays);
  if (folder) join_nameless(claims, stays);
  std::map<std::uint32_t, std::uint32_t> numbers;
  std::vector<std::uint32_t> groups;
  groups.reserve(claims.size());
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    groups.push_back(numbers.emplace(stays.root(i), next).first->second);
  }
  return groups;
}

}  // namespace emrlint
