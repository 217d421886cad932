// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/complaint.h"

#include <algorithm>

#include "check/words.h"
#include "checks/consistency/lasting.h"
#include "checks/consistency/word_rows.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr WordList kNoSymptom{"术后|伤后|产后|化疗|放疗|停经|孕|复查|确诊"};

constexpr std::string_view kNames[] = {
#define EMRLINT_SYMPTOM(names, told_by) names,
#include "checks/consistency/complaint_symptoms.def"
#undef EMRLINT_SYMPTOM
};
constexpr std::string_view kToldBy[] = {
#define EMRLINT_SYMPTOM(names, told_by) told_by,
#include "checks/consistency/complaint_symptoms.def"
#undef EMRLINT_SYMPTOM
};

const WordRows& symptoms() {
  static const WordRows rows(kNames);
  return rows;
}

}  // namespace

std::optional<Complaint> complaint_in(const Text& text) {
  for (std::size_t at = 0; at < text.value.size(); at += char_length(text.value, at)) {
    const WordRows::Found found = symptoms().at(text.value, at);
    if (found.length == 0) continue;
    const std::size_t to = at + found.length;
    const Narrative narrative(text.value);
    const std::size_t end = narrative.clause_end(at);
    const std::size_t begin = narrative.clause_begin(at);
    if (!narrative.reading(at, to).own_fact()) return std::nullopt;
    if (holds_any(text.value.substr(0, end), kNoSymptom)) return std::nullopt;
    Complaint complaint{text, found.row, at, to, next_lasting(text.value, begin)};
    std::optional<Quantity>& lasting = complaint.lasting;
    if (lasting && (lasting->from < to || lasting->to > end)) lasting.reset();
    return complaint;
  }
  return std::nullopt;
}

bool tells_of(std::string_view history, std::size_t row) {
  for (std::string_view rest = kToldBy[row]; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (holds(history, rest.substr(0, end))) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

std::size_t named_at(std::string_view history, std::size_t row) {
  for (std::size_t at = 0; at < history.size(); at += char_length(history, at)) {
    const WordRows::Found found = symptoms().at(history, at);
    if (found.length > 0 && found.row == row) return at;
  }
  return history.npos;
}

}  // namespace emrlint::checks
