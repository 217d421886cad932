// SPDX-License-Identifier: Apache-2.0
// Probe of duplication-copy-error: drugs whose order has ended.
#include <algorithm>

#include "checks/consistency/day_verdict.h"
#include "checks/consistency/told_pieces.h"
#include "checks/consistency/told_drugs.h"
#include "checks/duplication/copy_error.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

using namespace copy_error;

constexpr Bilingual kStop{"停止医嘱", "the order that ended it"};

// How the orders of one drug stand to a day.
struct Ordered {
  bool any = false;
  bool open = false;            // One may go on: no end, or no time at all.
  const Order* last = nullptr;  // The one that ended last.

  bool over_before(std::chrono::sys_days day) const {
    return last != nullptr && !open && last->stop->value.local_day() < day;
  }
};

Ordered ordered(const Chart& chart, Drug drug) {
  Ordered all;
  for (const Order& order : chart.orders) {
    if (order.cancelled) continue;
    const std::vector<DrugMention> named = drugs_in(order.content.value);
    if (std::none_of(named.begin(), named.end(),
                     [&](const DrugMention& one) { return one.drug == drug; })) {
      continue;
    }
    all.any = true;
    if (!order.stop || order.stop->value.precision < Precision::kDay) {
      all.open = true;
      continue;
    }
    if (all.last == nullptr || all.last->stop->value.earliest < order.stop->value.earliest) {
      all.last = &order;
    }
  }
  return all;
}

// Drugs that the text says are still given: 继续予头孢曲松静滴.
std::vector<DrugMention> continued_drugs(const Piece& piece) {
  if (!of_the_day(piece.section)) return {};
  const std::string_view text = piece.text.value;
  constexpr WordList kOther{
      "建议|拟|必要时|停|过敏|出院|带药|院外|外院|门诊|既往|家中|自服|入院前|备|避免|慎用|会诊|"
      "考虑"};
  constexpr std::string_view kStill[] = {"继续", "续予", "续用", "维持"};
  std::vector<DrugMention> found = given_drugs(text, kOther);
  if (found.empty()) return found;
  const Narrative narrative(text);
  std::erase_if(found, [&](const DrugMention& drug) {
    const std::size_t from = narrative.clause_begin(drug.from);
    const std::string_view before = text.substr(from, drug.from - from);
    return std::none_of(std::begin(kStill), std::end(kStill),
                        [&](std::string_view word) { return holds(before, word); });
  });
  return found;
}

void judge_drugs(const CopyJudge& judge, const NoteOfDay& note) {
  const Document& document = note.document;
  const Subject subject = of(judge.chart, document, "drug");
  bool copied = false;
  for (const auto& told : told_pieces<&continued_drugs>(judge.chart, document, judge.report)) {
    for (const DrugMention& drug : told.words) {
      const Part place = part_of_piece(told.piece, drug.from, drug.to);
      const auto copy = judge.find(document, place);
      if (!copy) continue;
      if (!judge.chart.sources.has(Source::kOrders)) {
        return judge.report.undecided(subject, missing_source(Source::kOrders), span_of(place));
      }
      const Ordered orders = ordered(judge.chart, drug.drug);
      if (!orders.any) continue;  // Said by consistency-drug-course.
      copied = true;
      if (!orders.over_before(note.days.first) || orders.over_before(copy->written.local_day())) {
        continue;
      }
      if (!judge.chart.complete) {
        return judge.report.undecided(subject, missing::kRestOfChart, span_of(place));
      }
      place_copy(judge.report.fail(kDrug, subject, document.span, document.type, words_at(place),
                                   orders.last->stop->value),
                 place, *copy)
          .note(kFact, orders.last->stop->span, kStop);
      return;
    }
  }
  if (copied) judge.report.pass(subject);
}

}  // namespace

void probe_drugs(const CopyJudge& judge) {
  const Surgeries surgeries = surgery_days(judge.chart);
  for (const Document& document : judge.chart.documents) {
    if (!judge.copies.copied(document)) continue;
    const auto note = note_of_day(judge.chart, document, surgeries);
    if (note) judge_drugs(judge, *note);
  }
}

}  // namespace emrlint::checks
