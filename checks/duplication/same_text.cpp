// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/same_text.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <tuple>
#include <utility>

#include "checks/consistency/names.h"
#include "copies/chart_copies.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kCut = "cut";

constexpr Missing kPatient{"same-patient", "两份病历是否为同一患者（患者编号、身份证号、姓名）",
                           "whether both charts are of one patient (number, identity card, name)"};

// Who it was may come out in the course of a stay.
bool named(std::string_view name) {
  constexpr std::string_view kNobody[] = {"无名", "不详", "不明", "未知", "待查"};
  return tells_apart(name) && std::none_of(std::begin(kNobody), std::end(kNobody),
                                           [&](auto word) { return name.find(word) != name.npos; });
}

// A newborn goes by its mother's name; what stands in both their charts is of both.
std::string name_of(const Patient& patient) {
  const std::string_view name = patient.name.value, mother = mother_in(name);
  return named(name) ? std::string(mother.empty() ? name : mother) : std::string();
}

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Bilingual name_of(const Fact& fact) {
  if (const auto section = section_type_from_id(fact.word(kSection))) {
    return {name(*section, Lang::kZh), name(*section, Lang::kEn)};
  }
  const DocType type = doc_type_from_id(fact.word(kDocument)).value_or(DocType::kUnknown);
  return {name(type, Lang::kZh), name(type, Lang::kEn)};
}

Span span_of(std::span<const Text> pieces) {
  Span span = pieces.front().span;
  const Span& last = pieces.back().span;
  if (last.file == span.file && last.end > span.end) span.end = last.end;
  return span;
}

bool known(const Fact& fact) {
  return !fact.mark(kCard).empty() || !fact.mark(kNumber).empty() || !fact.mark(kName).empty();
}

// The charts of how many patients hold the text, but no more than `most`. Who may be one of those
// that were counted is not.
std::size_t patients(const std::vector<const Fact*>& facts, std::size_t most) {
  std::vector<const Fact*> counted;
  for (const Fact* const fact : facts) {
    if (counted.size() == most) break;
    const bool other = std::all_of(counted.begin(), counted.end(), [fact](const Fact* one) {
      return same_patient(*one, *fact) == SamePatient::kNo;
    });
    if (known(*fact) && other) counted.push_back(fact);
  }
  return counted.size();
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
      return report.undecided(fact.subject, kPatient, fact.where);
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
  base_.marks = {hospital, card_key(patient.id_card.value), {}, name_of(patient)};
  if (tells_apart(patient.id.value)) base_.marks[kNumber] = patient.id.value;
  base_.words = {{}, {}, {}, {}, std::to_string(std::max(cap, 0))};
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

SamePatient same_patient(const Fact& a, const Fact& b) {
  const auto both = [&](std::size_t mark) {
    return !a.mark(mark).empty() && !b.mark(mark).empty();
  };
  const auto equal = [&](std::size_t mark) { return a.mark(mark) == b.mark(mark); };
  const bool other_name = both(kName) && !equal(kName);
  // The card of a parent may stand on what is of a child.
  const SamePatient same = other_name ? SamePatient::kUnknown : SamePatient::kYes;
  if (both(kCard)) return equal(kCard) ? same : SamePatient::kNo;
  if (both(kNumber) && equal(kHospital)) {
    if (equal(kNumber)) return same;
    // A patient may have got a second number.
    return both(kName) && !other_name ? SamePatient::kUnknown : SamePatient::kNo;
  }
  if (other_name) return SamePatient::kNo;
  return a.chart == b.chart && equal(kHospital) ? SamePatient::kYes : SamePatient::kUnknown;
}

void judge_same_text(std::vector<const Fact*> facts, const SameTextMessages& messages,
                     Report& report) {
  if (facts.size() == 1) return pass(*facts.front(), report);
  const auto rank = [](const Fact* fact) {
    return std::tuple(fact->start ? fact->start->earliest : Instant::max(), fact->chart);
  };
  std::stable_sort(facts.begin(), facts.end(),
                   [&](const Fact* a, const Fact* b) { return rank(a) < rank(b); });
  const Fact& first = *facts.front();
  const int cap = number_of(first.word(kCap));
  if (cap > 0 && patients(facts, static_cast<std::size_t>(cap) + 1) > std::size_t(cap)) {
    report
        .fail(messages.many, first.subject, first.where, name_of(first),
              number_of(first.word(kTokens)), cap)
        .weaker(Severity::kNote);
    return;
  }
  // Compared with the first whose patient is known; those before it, with the very first.
  const Fact* source = &first;
  pass(first, report);
  for (auto it = facts.begin() + 1; it != facts.end(); ++it) {
    judge_copy(**it, *source, messages, report);
    if (!known(*source) && known(**it)) source = *it;
  }
}

void judge_same_text(std::span<const Fact> facts, const SameTextMessages& messages,
                     Report& report) {
  std::vector<const Fact*> all;
  for (const Fact& fact : facts) all.push_back(&fact);
  judge_same_text(std::move(all), messages, report);
}

}  // namespace emrlint::checks
