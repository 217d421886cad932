// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/same_text.h"

#include <algorithm>
#include <utility>

#include "base/number.h"
#include "checks/consistency/names.h"
#include "copies/chart_copies.h"
#include "copies/text_digest.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kCut = "cut";

Span span_of(std::span<const Text> pieces) {
  Span span = pieces.front().span;
  const Span& last = pieces.back().span;
  if (last.file == span.file && last.end > span.end) span.end = last.end;
  return span;
}

// What was not read to its end may go on as another's does.
void pass(const Fact& fact, Report& report) {
  if (fact.kind == kCut) {
    return report.undecided(fact.subject, missing::kRestOfDocument, fact.where);
  }
  report.pass(fact.subject);
}

void judge_copy(const Fact& fact, const Fact& source, const SameTextMessages& messages,
                Report& report) {
  switch (same_patient(source, fact)) {
    case SamePatient::kYes:
      return pass(fact, report);
    case SamePatient::kUnknown:
      return report.undecided(fact.subject, kSamePatient, fact.where);
    case SamePatient::kNo:
      break;
  }
  const bool dated = source.start && fact.start && certainly_before(*source.start, *fact.start);
  const int tokens = number_of(fact.word(kTokens));
  Outcome& outcome = report.fail(dated ? messages.equal : messages.undated, fact.subject,
                                 fact.where, name_of(fact), tokens, source.chart);
  outcome.measure("similarity", 1).measure("length", tokens);
  outcome.note(messages.source, source.where, source.chart);
  if (!fact.word(kCommon).empty()) outcome.weaker(messages.common);
}

}  // namespace

SameTexts::SameTexts(const Chart& chart, int least, int cap, std::vector<Fact>& facts)
    : chart_(chart), least_(static_cast<std::uint32_t>(std::max(least, 1))), facts_(facts) {
  const Patient& patient = chart.patient;
  const std::string hospital(hospital_of(chart));
  base_.marks = {hospital, card_key(patient.id_card.value), {}, patient_name(patient)};
  if (tells_apart(patient.id.value)) base_.marks[kNumber] = patient.id.value;
  base_.words = {{}, {}, {}, {}, std::to_string(std::max(cap, 0)), {}, {}};
}

std::vector<const Document*> SameTexts::documents() const {
  const auto replaced = replaced_ids(chart_);
  std::vector<const Document*> found;
  for (const Document& document : chart_.documents) {
    if (replaced.contains(document.id.value) || header_of_other(chart_, document.header)) continue;
    found.push_back(&document);
  }
  return found;
}

Fact* SameTexts::add(const Document& document, SectionType section, std::span<const Text> pieces) {
  std::size_t bytes = 0;
  for (const Text& piece : pieces) bytes += piece.value.size();
  if (pieces.empty() || bytes < least_) return nullptr;
  TextDigest text = digest(pieces);
  if (text.own < least_ || !taken_.insert(text.hash).second) return nullptr;
  Fact& fact = facts_.emplace_back(base_);
  fact.key = std::move(text.hash);
  fact.kind = document.broken ? kCut : "text";
  fact.words[kDocument] = id(document.type);
  if (section != SectionType::kUnknown) fact.words[kSection] = id(section);
  fact.words[kTokens] = std::to_string(text.tokens);
  if (text.numbers == 0) fact.words[kCommon] = "common";
  fact.start = writing_time(document);
  fact.subject = of(chart_, document, fact.words[kSection].empty() ? "" : id(section));
  fact.where = span_of(pieces);
  return &fact;
}

void SameTexts::seek_near(Fact& fact, std::span<const Text> pieces, double share) const {
  if (share <= 0) return;
  fact.text.assign(pieces.begin(), pieces.end());
  fact.words[kNear] = shortest(share);
  fact.words[kLeastNear] = std::to_string(least_);
}

void judge_same_text(std::vector<const Fact*> facts, const SameTextMessages& messages,
                     Report& report) {
  if (facts.size() == 1) return pass(*facts.front(), report);
  std::stable_sort(facts.begin(), facts.end(),
                   [](const Fact* a, const Fact* b) { return written_before(*a, *b); });
  const Fact& first = *facts.front();
  if (over_cap(facts)) {
    report
        .fail(messages.many, first.subject, first.where, name_of(first),
              number_of(first.word(kTokens)), number_of(first.word(kCap)))
        .weaker(Severity::kNote);
    return;
  }
  // Compared with the first whose patient is known; those before it, with the very first.
  const Fact* source = &first;
  pass(first, report);
  for (auto it = facts.begin() + 1; it != facts.end(); ++it) {
    judge_copy(**it, *source, messages, report);
    if (!patient_known(*source) && patient_known(**it)) source = *it;
  }
}

void judge_same_text(std::span<const Fact> facts, const SameTextMessages& messages,
                     Report& report) {
  std::vector<const Fact*> all;
  for (const Fact& fact : facts) all.push_back(&fact);
  judge_same_text(std::move(all), messages, report);
}

}  // namespace emrlint::checks
