// SPDX-License-Identifier: Apache-2.0
// Probes of duplication-copy-error: the heading and the signature of the source, left in the text.
#include <algorithm>

#include "checks/consistency/told_pieces.h"
#include "checks/duplication/copy_error.h"
#include "checks/signature/people.h"
#include "text/day_words.h"
#include "text/find_word.h"
#include "text/quantity.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

using namespace copy_error;

// Behind a date: 09:00, 9时00分, 9：00; where it ends, 0 where none stands.
std::size_t clock_at(std::string_view text, std::size_t at, int& minutes) {
  for (const std::string_view between : {" ", "，", ",", "T", "　"}) {
    while (stands_at(text, at, between)) at += between.size();
  }
  const auto hour = whole_at(text, at);
  if (!hour || hour->chinese || hour->value > 23) return 0;
  for (const std::string_view sign : {":", "：", "时"}) {
    if (!stands_at(text, hour->to, sign)) continue;
    const auto minute = whole_at(text, hour->to + sign.size());
    if (!minute || minute->chinese || minute->value > 59) return 0;
    minutes = hour->value * 60 + minute->value;
    return minute->to;
  }
  return 0;
}

// Dates with a time at the front of a line, such as a record begins with.
struct Heading {
  Part place;
  std::chrono::sys_days day;
  int minutes = 0;
};

std::vector<Heading> headings_in(const Piece& piece) {
  std::vector<Heading> found;
  const std::string_view text = piece.text.value;
  for (auto day = next_day(text, 0); day; day = next_day(text, day->to)) {
    if (day->kind != DayKind::kDate || !day->date.ok()) continue;
    std::size_t front = day->from;
    while (front > 0 && (text[front - 1] == ' ' || text[front - 1] == '\r')) --front;
    if (front > 0 && text[front - 1] != '\n') continue;
    int minutes = 0;
    const std::size_t to = clock_at(text, day->to, minutes);
    if (to == 0) continue;
    found.push_back(
        {part_of_piece(piece, day->from, to), std::chrono::sys_days{day->date}, minutes});
  }
  return found;
}

int minutes_of(const Time& time) {
  const auto local = time.earliest + std::chrono::minutes{time.offset};
  const auto of_day = local - std::chrono::floor<std::chrono::days>(local);
  return static_cast<int>(of_day / std::chrono::minutes{1});
}

bool at_time(const Heading& heading, const Time& time) {
  return time.exact() && heading.day == time.local_day() && heading.minutes == minutes_of(time);
}

void judge_heading(const CopyJudge& judge, const Document& document) {
  for (const auto& told : told_pieces<&headings_in>(judge.chart, document, judge.report)) {
    for (const Heading& heading : told.words) {
      const auto copy = judge.find(document, heading.place);
      if (!copy || !at_time(heading, copy->written)) continue;
      const auto own = writing_time(document);
      if (!own || at_time(heading, *own)) continue;
      place_copy(judge.report.fail(kHeading, of(judge.chart, document, "heading"), document.span,
                                   document.type, *own, copy->written),
                 heading.place, *copy)
          .weaker(Severity::kWarning);  // It may name the source of a quotation.
      return;
    }
  }
}

struct SignedBy {
  Part place;
  const Person* who;
};

// 医师签名：李一, with the name of somebody who signed the source.
std::optional<SignedBy> signature_of(const Piece& piece, const Document& source) {
  constexpr std::string_view kLabels[] = {"签名：", "签名:", "签名 ", "igned by "};
  const std::string_view text = piece.text.value;
  for (const std::string_view label : kLabels) {
    for (std::size_t at = find_word(text, label); at != text.npos;
         at = find_word(text, label, at + 1)) {
      std::size_t from = at + label.size();
      while (stands_at(text, from, " ")) ++from;
      for (const Signature& signature : source.signatures) {
        const std::string_view name = signature.person.name.value;
        if (name.size() < 4 || !is_staff(signature.role) || !stands_at(text, from, name)) continue;
        return SignedBy{part_of_piece(piece, at, from + name.size()), &signature.person};
      }
    }
  }
  return std::nullopt;
}

// Whether somebody of that name has to do with the document; kUnknown where nobody is known.
SamePerson took_part(const Document& document, const Person& who) {
  std::vector<const Person*> people{&document.author};
  for (const Signature& signature : document.signatures) people.push_back(&signature.person);
  for (const Participant& participant : document.participants) {
    people.push_back(&participant.person);
  }
  bool known = false;
  for (const Person* const person : people) {
    if (person->name.value.empty()) continue;
    if (same_signer(*person, who) != SamePerson::kNo) return SamePerson::kYes;
    known = true;
  }
  return known ? SamePerson::kNo : SamePerson::kUnknown;
}

void judge_signature(const CopyJudge& judge, const Document& document) {
  const Subject subject = of(judge.chart, document, "signature");
  for (const Piece& piece : pieces_of(document)) {
    if (!holds(piece.text.value, "签名") && !holds(piece.text.value, "igned by ")) continue;
    for (const Document* const source : judge.copies.sources(document)) {
      const auto found = signature_of(piece, *source);
      const auto copy = found ? judge.find(document, found->place) : std::nullopt;
      if (!copy || copy->source != source) continue;
      const SamePerson part = took_part(document, *found->who);
      if (part == SamePerson::kYes) return judge.report.pass(subject);
      if (part == SamePerson::kUnknown) {
        return judge.report.undecided(subject, missing::kPerson, span_of(found->place));
      }
      place_copy(judge.report.fail(kSignature, subject, document.span, document.type,
                                   Personal{found->who->name.value}),
                 found->place, *copy);
      return;
    }
  }
}

}  // namespace

void probe_form(const CopyJudge& judge) {
  for (const Document& document : judge.chart.documents) {
    if (!judge.copies.copied(document)) continue;
    judge_heading(judge, document);
    judge_signature(judge, document);
  }
}

}  // namespace emrlint::checks
