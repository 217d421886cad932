// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/side_case.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace emrlint::checks {
namespace {

constexpr unsigned mask(Side side) {
  return side == Side::kLeft ? 1 : side == Side::kRight ? 2 : 3;
}

bool same_list(const SideStatement& a, const SideStatement& b) {
  return a.list.source == b.list.source && a.list.number == b.list.number;
}

}  // namespace

SideCase::SideCase(const Chart& chart, const std::vector<SideStatement>& all, BodyPart part)
    : chart_(chart), all_(all), part_(part) {
  // What a list says again adds nothing.
  std::set<std::tuple<SideSource, std::uint32_t, Side, unsigned, bool, bool>> said;
  for (const SideStatement& one : all) {
    if (one.said.part != part) continue;
    const auto what = std::tuple(one.list.source, one.list.number, one.said.side,
                                 static_cast<unsigned>(one.said.lesion), one.counts, one.first);
    if (said.insert(what).second) said_.push_back(&one);
  }
}

std::optional<SideCase::Pair> SideCase::contradiction() const {
  constexpr SideSource kAll[] = {SideSource::kProcedure, SideSource::kDiagnosis,
                                 SideSource::kImaging};
  for (const SideSource a : kAll) {
    for (const SideSource b : kAll) {
      if (b < a || two_places(b)) continue;
      if (const auto pair = contradiction(a, b)) return pair;
    }
  }
  return std::nullopt;
}

// Whether a list of that source, or one that counts more, names both sides.
bool SideCase::two_places(SideSource most) const {
  for (const SideStatement* a : said_) {
    if (a->list.source > most) continue;
    if (a->said.side == Side::kBoth) return true;
    for (const SideStatement* b : said_) {
      if (same_list(*a, *b) && a->said.side != b->said.side) return true;
    }
  }
  return false;
}

std::optional<SideCase::Pair> SideCase::contradiction(SideSource a, SideSource b) const {
  for (const SideStatement* first : said_) {
    if (!first->counts || first->list.source != a) continue;
    for (const SideStatement* second : said_) {
      if (!second->counts || second->list.source != b) continue;
      if (first->said.side != second->said.side && comparable(*first, *second)) {
        return in_order(first, second);
      }
    }
  }
  return std::nullopt;
}

// `a` of a source that counts no less than that of `b`.
bool SideCase::comparable(const SideStatement& a, const SideStatement& b) const {
  // What is found inside the pelvis may be on the other side than it seemed.
  constexpr std::string_view kHidden[] = {"ovary", "tube", "adnexa"};
  if (a.list.after_surgery != b.list.after_surgery &&
      std::find(std::begin(kHidden), std::end(kHidden), id(part_)) != std::end(kHidden)) {
    return false;
  }
  const bool same_lesion = a.said.lesion != 0 && a.said.lesion == b.said.lesion;
  if (b.list.source == SideSource::kImaging) return same_lesion && unsupported(a);
  if (a.list.source == SideSource::kDiagnosis) return same_lesion && !revised();
  if (b.list.source == SideSource::kDiagnosis) return reason_for(b, a);
  return chart_.surgeries.size() <= 1 || (a.list.surgery >= 0 && a.list.surgery == b.list.surgery);
}

// No imaging shows it on the side of the statement.
bool SideCase::unsupported(const SideStatement& stated) const {
  return stated.list.source != SideSource::kImaging &&
         std::none_of(said_.begin(), said_.end(), [&](const SideStatement* one) {
           return one->list.source == SideSource::kImaging &&
                  (mask(one->said.side) & mask(stated.said.side)) != 0 &&
                  (one->said.lesion == stated.said.lesion || one->said.lesion == 0);
         });
}

bool SideCase::revised() const {
  return std::any_of(said_.begin(), said_.end(),
                     [](const SideStatement* one) { return one->list.revised; });
}

// The first diagnosis of a list in which nothing else is on the side of the operation.
bool SideCase::reason_for(const SideStatement& diagnosis, const SideStatement& procedure) const {
  if (!diagnosis.first || chart_.surgeries.size() > 1) return false;
  return std::none_of(all_.begin(), all_.end(), [&](const SideStatement& one) {
    return same_list(one, diagnosis) && (mask(one.said.side) & mask(procedure.said.side)) != 0;
  });
}

bool SideCase::agrees() const {
  const SideStatement* first = nullptr;
  bool several = false;
  for (const SideStatement* one : said_) {
    if (!one->counts || one->said.side == Side::kBoth) continue;
    if (first == nullptr) first = one;
    if (one->said.side != first->said.side) return false;
    several |= !same_list(*one, *first);
  }
  return several;
}

// On the same number the later one is the odd one.
SideCase::Pair SideCase::in_order(const SideStatement* a, const SideStatement* b) const {
  const auto told = [&](Side side) {
    return std::count_if(said_.begin(), said_.end(), [&](const SideStatement* one) {
      return one->counts && one->said.side == side;
    });
  };
  return told(b->said.side) <= told(a->said.side) ? Pair{b, a} : Pair{a, b};
}

}  // namespace emrlint::checks
