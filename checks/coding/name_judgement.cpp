// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/name_judgement.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "checks/coding/table_codes.h"
#include "text/find_word.h"
#include "text/fold.h"

namespace emrlint::checks {
namespace {

constexpr std::size_t kLeastLetters = 4;  // Of an English word that says something.

std::vector<std::string_view> names_of(const CodeEntry& entry) {
  std::vector<std::string_view> names;
  for (const std::string_view name : {entry.name_zh(), entry.name_en()}) {
    if (!name.empty()) names.push_back(name);
  }
  for (const std::string_view synonym : entry.synonyms()) names.push_back(synonym);
  return names;
}

// The parts of a name that tell it from others: two ideographs that stand together, and words.
std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  std::size_t before = name.npos;  // Where an ideograph stands right before this place.
  for (std::size_t at = 0; at < name.size();) {
    const DecodedPoint point = decode_point(name, at);
    const std::size_t end = at + point.length;
    if (plain_ideograph(point.point)) {
      if (before != name.npos) parts.push_back(name.substr(before, end - before));
      before = at;
      at = end;
      continue;
    }
    before = name.npos;
    std::size_t to = at;
    while (to < name.size() && folded_ascii(static_cast<unsigned char>(name[to])) >= 'a') ++to;
    if (to - at >= kLeastLetters) parts.push_back(name.substr(at, to - at));
    at = std::max(to, end);
  }
  return parts;
}

bool any_in(const std::vector<std::string_view>& parts, std::string_view name) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return std::search(name.begin(), name.end(), part.begin(), part.end(), [](char a, char b) {
             return a == b || (folded_ascii(static_cast<unsigned char>(a)) != 0 &&
                               folded_ascii(static_cast<unsigned char>(a)) ==
                                   folded_ascii(static_cast<unsigned char>(b)));
           }) != name.end();
  });
}

// Whether the name and those of the code are in one script and share no part.
bool strangers(std::string_view name, const std::vector<std::string_view>& titles) {
  const std::vector<std::string_view> parts = parts_of(name);
  if (parts.empty()) return false;
  const auto chinese = [](const std::vector<std::string_view>& of) {
    return std::any_of(of.begin(), of.end(), [](std::string_view part) {
      return static_cast<unsigned char>(part.front()) >= 0x80;
    });
  };
  bool comparable = false;
  for (const std::string_view title : titles) {
    if (any_in(parts, title)) return false;
    const auto own = parts_of(title);
    comparable |= !own.empty() && chinese(own) == chinese(parts);
  }
  return comparable;
}

// What the title excludes and no synonym allows.
std::optional<Opposition> opposed(const KeyWords& name, NameOf what,
                                  const std::vector<std::string_view>& titles) {
  const auto found = opposition(name, KeyWords(titles.front(), what));
  if (!found) return std::nullopt;
  const bool allowed = std::any_of(titles.begin() + 1, titles.end(), [&](std::string_view title) {
    return agree(name, KeyWords(title, what), found->axis);
  });
  return allowed ? std::nullopt : found;
}

// Whether a code below this one has the name: the classification puts it there.
bool named_below(const CodeEntry& entry, std::string_view name) {
  const auto [first, end] = entry.table().beginning_with(entry.code());
  for (std::uint32_t i = first; i < end; ++i) {
    if (has_name(entry.table()[i], name)) return true;
  }
  return false;
}

}  // namespace

NameJudgement judge_name(const CodeEntry& entry, std::string_view name, NameOf what) {
  if (name.empty() || has_name(entry, name)) return {};
  const std::vector<std::string_view> titles = names_of(entry);
  if (titles.empty()) return {};
  const KeyWords words(name, what);
  const auto against = opposed(words, what, titles);
  const bool unlike = strangers(name, titles);
  const bool finer = what == NameOf::kProcedure && words.has(Axis::kApproach) &&
                     std::none_of(titles.begin(), titles.end(), [&](std::string_view title) {
                       return KeyWords(title, what).has(Axis::kApproach);
                     });
  if ((!against && !unlike && !finer) || named_below(entry, name)) return {};
  NameJudgement judgement;
  judgement.better = codes_named(entry.table(), name);
  if (unlike && !judgement.better.empty()) {
    judgement.verdict = NameVerdict::kOtherCode;
  } else if (against) {
    // ICD-9-CM-3 puts what has no code for a scope to the open operation.
    const bool scope = against->axis == Axis::kApproach && !says_open(words);
    if (scope && judgement.better.empty()) return {};
    judgement.verdict = NameVerdict::kOpposed;
    judgement.words = *against;
  } else if (finer && !judgement.better.empty()) {
    judgement.verdict = NameVerdict::kOtherMethod;
    judgement.words.name = words.word(Axis::kApproach);
  }
  return judgement;
}

}  // namespace emrlint::checks
