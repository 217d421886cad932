// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string_view>

#include "check/report.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time> kStable{
    "stable", "病程写“{0}”，而患者自{1}起为病危。",
    "the note says “{0}” while the patient is critical since {1}."};
constexpr Message<> kBegan{"began", "病危的开始时间", "when the critical condition began"};

constexpr Option<WordList> kWords{"stable_words",
                                  {"病情平稳|病情稳定|一般情况好|一般情况良好"},
                                  "表明病情平稳的用语",
                                  "words that tell of a stable patient"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"BL", "22(2)"}, {"BL", "27"}};
constexpr int kCore[] = {7, 15};
constexpr MessageInfo kMessages[] = {kStable, kBegan};
constexpr OptionInfo kOptions[] = {kWords};

bool daily_note(DocType type) {
  return type == DocType::kProgressNote || type == DocType::kSeniorRoundNote;
}

// The critical condition in which the note was certainly written.
const Condition* condition_at(const Chart& chart, const Document& note) {
  const auto& at = note.recorded ? note.recorded : note.completed;
  if (!at) return nullptr;
  for (const Condition& condition : chart.conditions) {
    if (condition.severity != Acuity::kCritical || !condition.start || !condition.stop) continue;
    if (certainly_after(at->value, condition.start->value) &&
        certainly_before(at->value, condition.stop->value)) {
      return &condition;
    }
  }
  return nullptr;
}

// "待病情稳定后", "病情平稳后再": what is waited for.
bool awaited(const Narrative& narrative, std::size_t from, std::size_t to) {
  const std::string_view text = narrative.text();
  const std::string_view behind = text.substr(to);
  const std::size_t begin = narrative.clause_begin(from);
  return behind.starts_with("后") || behind.starts_with("时") || behind.starts_with("再") ||
         text.substr(begin, from - begin).find("待") != text.npos;
}

// Where the text says of the patient, and of now, that he is stable.
std::optional<Part> stable_in(const Text& text, WordList words) {
  std::optional<Part> found;
  std::optional<Narrative> narrative;
  any_word(words, [&](std::string_view word) {
    for (std::size_t at = find_word(text.value, word); at != text.value.npos;
         at = find_word(text.value, word, at + word.size())) {
      if (!narrative) narrative.emplace(text.value);
      const std::size_t end = at + word.size();
      if (narrative->reading(at, end) != Reading{} || awaited(*narrative, at, end)) continue;
      found = Part{text, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      return true;
    }
    return false;
  });
  return found;
}

void judge(const Chart& chart, const Document& note, const Condition& condition, WordList words,
           Report& report) {
  for (const Text& text : note.texts) {
    const std::optional<Part> part = stable_in(text, words);
    if (!part) continue;
    const std::string_view said = text.value.substr(part->from, part->to - part->from);
    report.fail(kStable, of(chart, note), text.span, said, condition.start->value)
        .at(*part)
        .note(kBegan, condition.start->span);
    return;
  }
  report.pass(of(chart, note));
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.conditions.empty()) return;
  for (const Document& note : chart.documents) {
    if (!daily_note(note.type) || note.texts.empty()) continue;
    const Condition* condition = condition_at(chart, note);
    if (condition != nullptr) judge(chart, note, *condition, options[kWords], report);
  }
}

}  // namespace

extern constinit const Check condition_text{
    {.id = "consistency-condition-order-text",
     .severity = Severity::kWarning,
     .title = {"病程的叙述应与病危医嘱一致",
               "The notes agree with the order that the patient is critical"},
     .judged =
         {"病危期间（起止时间均有）的日常病程和查房记录：没有“病情平稳”“一般情况好”一类的叙述；用语"
          "可"
          "调。",
          "Progress and round notes written while the patient is 病危, both ends of which are "
          "known: they do not call the patient stable (病情平稳, 一般情况好 and the like). "
          "The words are an option."},
     .exceptions =
         {"“生命体征平稳”不算；否定、推测、计划和他人的叙述不算；起止时间或记录时间不明的不评"
          "价；文字写病危而无医嘱的不判。",
          "生命体征平稳 does not count, nor what is denied, supposed, planned or said of "
          "others; not without the times of the interval or of the note; a text that says "
          "病危 without an order is not judged."},
     .advice = {"核对病情：病情好转的停病危医嘱，否则改正记录。",
                "Check the condition: end the order if it has improved, else correct the note."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
