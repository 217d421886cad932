// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/site_mentions.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "checks/consistency/spine_mentions.h"
#include "text/find_word.h"
#include "text/quantity.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

struct SiteWord {
  std::string_view word;
  SiteKind kind;
  int number;
};
constexpr SiteWord kWords[] = {{"上叶", SiteKind::kLobe, 1},     {"中叶", SiteKind::kLobe, 2},
                               {"下叶", SiteKind::kLobe, 3},     {"上肺", SiteKind::kLobe, 1},
                               {"中肺", SiteKind::kLobe, 2},     {"下肺", SiteKind::kLobe, 3},
                               {"拇指", SiteKind::kFinger, 1},   {"食指", SiteKind::kFinger, 2},
                               {"示指", SiteKind::kFinger, 2},   {"中指", SiteKind::kFinger, 3},
                               {"环指", SiteKind::kFinger, 4},   {"小指", SiteKind::kFinger, 5},
                               {"无名指", SiteKind::kFinger, 4}, {"拇趾", SiteKind::kToe, 1},
                               {"大趾", SiteKind::kToe, 1},      {"小趾", SiteKind::kToe, 5},
                               {"母趾", SiteKind::kToe, 1}};

std::size_t take_word(std::string_view text, std::size_t at, std::vector<SiteMention>& found) {
  for (const SiteWord& one : kWords) {
    if (!stands_at(text, at, one.word)) continue;
    if (one.kind == SiteKind::kLobe && text.find("肺") == text.npos) continue;
    found.push_back({one.kind, one.number, at, at + one.word.size()});
    return at + one.word.size();
  }
  return at;
}

// 第2掌骨, 第3-5跖骨, 第二趾.
std::size_t take_ray(std::string_view text, std::size_t at, std::vector<SiteMention>& found) {
  if (!stands_at(text, at, "第")) return at;
  const auto first = whole_at(text, at + 3);
  if (!first) return at;
  auto last = first;
  if (const std::size_t next = link_at(text, first->to); next != first->to) {
    last = whole_at(text, next);
    if (!last) return first->to;
  }
  constexpr SiteWord kRays[] = {{"掌骨", SiteKind::kMetacarpal, 5},
                                {"跖骨", SiteKind::kMetatarsal, 5},
                                {"趾", SiteKind::kToe, 5},
                                {"指", SiteKind::kFinger, 5}};
  for (const SiteWord& ray : kRays) {
    if (!stands_at(text, last->to, ray.word) || first->value < 1 || last->value > 5) continue;
    const std::size_t to = last->to + ray.word.size();
    for (int n = first->value; n <= last->value; ++n) found.push_back({ray.kind, n, at, to});
    return to;
  }
  return last->to;
}

bool is_tooth(int number) {
  const int quadrant = number / 10;
  const int place = number % 10;
  return place >= 1 && ((quadrant >= 1 && quadrant <= 4 && place <= 8) ||
                        (quadrant >= 5 && quadrant <= 8 && place <= 5));
}

// 36牙, 36、37牙, #36: all numbers of the row, of which the last stands before the word.
std::size_t take_teeth(std::string_view text, std::size_t at, std::vector<SiteMention>& found) {
  if (digit_at(text, at) < 0) return at;
  const bool marked = ends_at(text, at, "#") || ends_at(text, at, "牙位");
  std::vector<SiteMention> row;
  std::size_t to = at;
  for (std::size_t next = at; next < text.size();) {
    const auto whole = whole_at(text, next);
    if (!whole) break;
    to = whole->to;
    if (!is_tooth(whole->value) || to - next != 2) return to;
    row.push_back({SiteKind::kTooth, whole->value, next, to});
    next = stands_at(text, to, "、") ? to + 3 : stands_at(text, to, ",") ? to + 1 : text.size();
  }
  if (!marked && !stands_at(text, to, "牙") && !stands_at(text, to, "号牙")) return to;
  found.insert(found.end(), row.begin(), row.end());
  return to;
}

}  // namespace

Bilingual name(SiteKind kind) {
  constexpr Bilingual kNames[] = {{"椎间隙", "intervertebral level"},
                                  {"椎体", "vertebra"},
                                  {"肺叶", "lobe of the lung"},
                                  {"手指", "finger"},
                                  {"足趾", "toe"},
                                  {"掌骨", "metacarpal"},
                                  {"跖骨", "metatarsal"},
                                  {"牙位", "tooth"}};
  static_assert(std::size(kNames) == kSiteKinds);
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view id(SiteKind kind) {
  constexpr std::string_view kIds[] = {"level", "vertebra",   "lobe",       "finger",
                                       "toe",   "metacarpal", "metatarsal", "tooth"};
  static_assert(std::size(kIds) == kSiteKinds);
  return kIds[static_cast<std::size_t>(kind)];
}

std::vector<SiteMention> site_mentions(std::string_view text) {
  std::vector<SiteMention> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t to = take_spine(text, at, found);
    if (to == at) to = take_word(text, at, found);
    if (to == at) to = take_ray(text, at, found);
    if (to == at) to = take_teeth(text, at, found);
    at = to > at ? to : at + char_length(text, at);
  }
  return found;
}

}  // namespace emrlint::checks
