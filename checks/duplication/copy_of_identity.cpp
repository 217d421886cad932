// SPDX-License-Identifier: Apache-2.0
// Probe of duplication-copy-error: the name or number of another patient.
#include <algorithm>

#include "check/words.h"
#include "checks/consistency/names.h"
#include "checks/consistency/pieces.h"
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

class IdentityJudge {
 public:
  IdentityJudge(const CopyJudge& judge, const Document& document)
      : judge_(judge), document_(document), subject_(of(judge.chart, document, "identity")) {}

  void read(const Piece& piece) {
    const Patient& patient = judge_.chart.patient;
    // A name that is none, such as a number in its stead, cannot be compared with one.
    const bool named = patient.name.value.empty() || surname(patient.name.value);
    for (const Part& name : named ? names_in(piece) : std::vector<Part>()) {
      compare(name, patient.name, kName, same_name(words_at(name), patient.name.value));
    }
    for (const Part& number : stay_numbers_in(piece)) {
      const Text& stay = judge_.chart.encounter.id;
      const std::string_view said = words_at(number);
      // Either may be called by either label, and a longer one may hold it.
      const bool ours = holds(stay.value, said) || holds(patient.id.value, said) ||
                        holds(document_.header.patient_id.value, said) ||
                        holds(document_.header.stay_id.value, said);
      if (!ours && !stay.value.empty() && !alike(said, stay.value)) continue;
      compare(number, stay, kStayNumber, ours);
    }
    for (std::size_t at = 0; const auto number = next_person_number(piece.text, at);) {
      at = number->to;
      if (number->kind == NumberKind::kCitizen && !of_related(*number, {kRelatedWords})) {
        read_card(number->part(), number->value());
      }
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
    for (const Piece& piece : pieces_of(document)) {
      if (owner_of(piece.section) == Who::kPatient) identity.read(piece);
    }
    identity.finish();
  }
}

}  // namespace emrlint::checks
