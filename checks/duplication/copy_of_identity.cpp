// SPDX-License-Identifier: Apache-2.0
// Probe of duplication-copy-error: the name or number of another patient.
#include <algorithm>

#include "check/words.h"
#include "checks/consistency/names.h"
#include "checks/consistency/told_pieces.h"
#include "checks/duplication/copy_error.h"
#include "checks/duplication/identity_words.h"
#include "checks/privacy/whose_number.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

using namespace copy_error;

constexpr Bilingual kName{"患者姓名", "the patient's name"};
constexpr Bilingual kStayNumber{"住院号", "the number of the stay"};

// Whether two numbers may be of one series: figures and letters stand in the same places.
bool alike(std::string_view a, std::string_view b) {
  const auto figure = [](char c) { return c >= '0' && c <= '9'; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return figure(x) == figure(y); });
}

// What a piece says of who the patient is.
struct IdentityWords {
  enum class Kind : std::uint8_t { kPerson, kStay, kCard } kind;
  Part place;
  std::string_view number;  // Of a card.
};
std::vector<IdentityWords> identity_in(const Piece& piece) {
  using Kind = IdentityWords::Kind;
  std::vector<IdentityWords> found;
  for (const Part& name : names_in(piece)) found.push_back({Kind::kPerson, name, {}});
  for (const Part& number : stay_numbers_in(piece)) found.push_back({Kind::kStay, number, {}});
  for (std::size_t at = 0; const auto number = next_person_number(piece.text, at);) {
    at = number->to;
    if (number->kind == NumberKind::kCitizen && !of_related(*number, {kRelatedWords})) {
      found.push_back({Kind::kCard, number->part(), number->value()});
    }
  }
  return found;
}

class IdentityJudge {
 public:
  IdentityJudge(const CopyJudge& judge, const Document& document)
      : judge_(judge), document_(document), subject_(of(judge.chart, document, "identity")) {}

  void read(const IdentityWords& words) {
    switch (words.kind) {
      case IdentityWords::Kind::kPerson:
        return read_name(words.place);
      case IdentityWords::Kind::kStay:
        return read_stay(words.place);
      case IdentityWords::Kind::kCard:
        return read_card(words.place, words.number);
    }
  }
  void finish() {
    if (copied_ && !done_) judge_.report.pass(subject_);
  }

 private:
  void compare(const Part& words, const Text& own, Bilingual what, bool same) {
    if (done_) return;
    const auto copy = judge_.find(document_, words);
    if (!copy) return;
    copied_ = true;
    if (same) return;
    if (own.value.empty() || masked(own.value) || masked(words_at(words))) {
      return leave_open(words);
    }
    tell(words, *copy, what, own.span);
  }

  void read_name(const Part& words) {
    const Text& name = judge_.chart.patient.name;
    // A name that is none, such as a number in its stead, cannot be compared with one.
    if (!name.value.empty() && !surname(name.value)) return;
    compare(words, name, kName, same_name(words_at(words), name.value));
  }

  void read_stay(const Part& words) {
    const Text& stay = judge_.chart.encounter.id;
    const std::string_view said = words_at(words);
    // Either may be called by either label, and a longer one may hold it.
    const bool ours = holds(stay.value, said) || holds(judge_.chart.patient.id.value, said) ||
                      holds(document_.header.patient_id.value, said) ||
                      holds(document_.header.stay_id.value, said);
    if (!ours && !stay.value.empty() && !alike(said, stay.value)) return;
    compare(words, stay, kStayNumber, ours);
  }

  void read_card(const Part& words, std::string_view number) {
    if (done_ || !grown_up(judge_.chart)) return;
    const auto copy = judge_.find(document_, words);
    if (!copy) return;
    const Whose owner = whose(judge_.chart, document_, number);
    if (owner.unknown) return leave_open(words);
    copied_ = true;
    const Text& card = judge_.chart.patient.id_card;
    const Span fact = card.value.empty() ? judge_.chart.encounter.span : card.span;
    if (owner.other) tell(words, *copy, *owner.other, fact);
  }

  void leave_open(const Part& words) {
    done_ = true;
    judge_.report.undecided(subject_, missing::kPerson, span_of(words));
  }

  void tell(const Part& words, const CopiedWords& copy, Bilingual what, Span fact) {
    done_ = true;
    place_copy(judge_.report.fail(kIdentity, subject_, document_.span, document_.type,
                                  Personal{words_at(words)}, what),
               words, copy)
        .note(kFact, fact, what);
  }

  const CopyJudge& judge_;
  const Document& document_;
  Subject subject_;
  bool copied_ = false, done_ = false;
};

}  // namespace

void probe_identity(const CopyJudge& judge) {
  for (const Document& document : judge.chart.documents) {
    if (!judge.copies.copied(document) || of_other_person(judge.chart, document)) continue;
    if (!clinical_record(document.type)) continue;
    IdentityJudge identity(judge, document);
    for (const auto& told : told_pieces<&identity_in>(judge.chart, document, judge.report)) {
      if (owner_of(told.piece.section) != Who::kPatient) continue;
      for (const IdentityWords& words : told.words) identity.read(words);
    }
    identity.finish();
  }
}

}  // namespace emrlint::checks
