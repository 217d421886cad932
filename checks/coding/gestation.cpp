// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/gestation.h"

#include "text/find_word.h"
#include "text/narrative.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

constexpr int kLeast = 20, kMost = 46;  // Weeks at which a child can be born.

bool skip(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

struct Weeks {
  int value = 0;
  std::size_t to = 0;
};

// 38周, 38+2周, 38周+2天, 38W+2.
std::optional<Weeks> weeks_at(std::string_view text, std::size_t at) {
  const auto number = whole_at(text, at);
  if (!number || number->value < kLeast || number->value > kMost) return std::nullopt;
  at = number->to;
  if (skip(text, at, "+") || skip(text, at, "＋")) {
    const auto days = whole_at(text, at);
    if (!days || days->value > 6) return std::nullopt;
    at = days->to;
  }
  for (const std::string_view unit : {"周", "W", "w"}) {
    if (skip(text, at, unit)) return Weeks{number->value, at};
  }
  return std::nullopt;
}

std::size_t behind_filler(std::string_view text, std::size_t at) {
  bool more = true;
  while (more) {
    more = false;
    for (const std::string_view word : {"：", ":", "为", " ", "（", "("}) {
      more |= skip(text, at, word);
    }
  }
  return at;
}

// Whether the clause goes on to the birth.
bool of_birth(std::string_view rest) {
  for (const std::string_view word : {"娩", "出生", "顺产", "剖宫产", "早产"}) {
    if (holds(rest, word)) return true;
  }
  return false;
}

void add(const Text& text, const Narrative& narrative, std::string_view cue, bool any,
         std::vector<Gestation>& found) {
  for (std::size_t at = find_word(text.value, cue); at != text.value.npos;
       at = find_word(text.value, cue, at + 1)) {
    const auto weeks = weeks_at(text.value, behind_filler(text.value, at + cue.size()));
    if (!weeks) continue;
    const Reading reading = narrative.reading(at, weeks->to);
    if (reading.polarity != Polarity::kAffirmed || reading.mode == Mode::kPlanned ||
        reading.mode == Mode::kHypothetical) {
      continue;
    }
    const std::size_t end = narrative.clause_end(at);
    if (!any && !of_birth(std::string_view(text.value).substr(weeks->to, end - weeks->to)))
      continue;
    found.push_back(
        {weeks->value,
         {text, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(weeks->to)}});
  }
}

bool tells_of_birth(DocType type) {
  return type == DocType::kAdmissionRecord || type == DocType::kFirstProgressNote ||
         type == DocType::kDischargeRecord || type == DocType::kDischargeSummary ||
         type == DocType::kStageSummary;
}

}  // namespace

std::vector<Gestation> gestations_in(const Text& text) {
  std::vector<Gestation> found;
  if (!holds(text.value, "周") && !holds(text.value, "W") && !holds(text.value, "w")) return found;
  const Narrative narrative(text.value);
  add(text, narrative, "胎龄", true, found);
  add(text, narrative, "孕周", true, found);
  add(text, narrative, "孕", false, found);
  return found;
}

std::optional<Gestation> gestation_of(const Chart& chart) {
  std::optional<Gestation> first;
  for (const Document& document : chart.documents) {
    if (!tells_of_birth(document.type) || of_other_person(chart, document)) continue;
    for (const Piece& piece : pieces_of(document)) {
      for (const Gestation& one : gestations_in(piece.text)) {
        if (first && first->weeks != one.weeks) return std::nullopt;
        if (!first) first = one;
      }
    }
  }
  return first;
}

}  // namespace emrlint::checks
