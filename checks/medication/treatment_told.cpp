// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/treatment_told.h"

#include <algorithm>

#include "checks/process/notes_after.h"
#include "text/find_word.h"
#include "text/narrative.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

using std::chrono::days;

bool may_tell(DocType type) {
  switch (type) {
    case DocType::kPreopSummary:
    case DocType::kPreopDiscussion:
    case DocType::kLevel4Mdt:
    case DocType::kOperationRecord:
    case DocType::kCesareanRecord:
    case DocType::kAnesthesiaRecord:
    case DocType::kTreatmentRecord:
    case DocType::kInvasiveProcedureNote:
    case DocType::kAntibioticApproval:
    case DocType::kCommunicationRecord:
    case DocType::kOtherDocument:
      return true;
    default:
      return is_course_note(type);
  }
}

// "青霉素过敏" tells of the drug and "未行放疗" of the treatment, but not that it was given.
bool not_given(const Narrative& narrative, std::size_t at) {
  if (ends_at(narrative.text(), at, "未行")) return true;
  const std::size_t from = narrative.clause_begin(at);
  return holds(narrative.text().substr(from, narrative.clause_end(at) - from), "过敏");
}

}  // namespace

bool TreatmentNotes::after(const std::optional<Located<Time>>& ordered) const {
  if (undated) return true;
  if (!last) return false;
  const auto day = day_of(ordered);
  return !day || *last >= *day - days(1);
}

TreatmentNotes notes_on(const Chart& chart, bool (*tells)(std::string_view text)) {
  TreatmentNotes notes;
  for (const Document& note : chart.documents) {
    if (!may_tell(note.type)) continue;
    notes.broken = notes.broken || note.broken;
    const auto& texts = note.texts;
    const bool here = std::any_of(texts.begin(), texts.end(),
                                  [&](const Text& text) { return tells(text.value); });
    if (!here) continue;
    const auto day = day_of(written(note));
    notes.undated = notes.undated || !day;
    notes.last = std::max(notes.last, day);  // None is before any.
  }
  return notes;
}

bool tells_affirmed(std::string_view text, WordList words) {
  std::optional<Narrative> narrative;
  return any_word(words, [&](std::string_view word) {
    for (std::size_t at = find_word(text, word); at != text.npos;
         at = find_word(text, word, at + word.size())) {
      if (!narrative) narrative.emplace(text);
      const Reading reading = narrative->reading(at, at + word.size());
      if (reading.polarity != Polarity::kNegated && reading.mode != Mode::kHypothetical &&
          reading.who == Who::kPatient && !not_given(*narrative, at)) {
        return true;
      }
    }
    return false;
  });
}

void judge_told(const Message<std::string_view>& message, const Chart& chart, std::size_t order,
                const TreatmentNotes& notes, Report& report) {
  const Order& it = chart.orders[order];
  const Subject subject{SubjectKind::kOrder, static_cast<std::uint32_t>(order), "start"};
  if (notes.after(it.start)) {
    report.pass(subject);
  } else if (!chart.complete || chart.cut_off) {
    report.undecided(subject, missing::kRestOfChart, it.content.span);
  } else if (notes.broken) {
    report.undecided(subject, missing::kRestOfDocument, it.content.span);
  } else {
    report.fail(message, subject, it.content.span, it.content.value);
  }
}

}  // namespace emrlint::checks
