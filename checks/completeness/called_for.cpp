// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/called_for.h"

#include <algorithm>

#include "check/survival.h"

namespace emrlint::checks {
namespace {

constexpr Bilingual kSurgery{"手术", "a surgery"};
constexpr Bilingual kAnesthesia{"麻醉", "an anaesthesia"};

// A local one is the surgeon's own; of an unknown one nobody can say.
bool by_anesthetist(const Anesthesia& anesthesia) {
  return anesthesia.present && anesthesia.kind != AnesthesiaKind::kLocal &&
         anesthesia.kind != AnesthesiaKind::kUnknown;
}

}  // namespace

void CalledFor::by_event(SubjectKind kind, std::size_t index, DocType type, Bilingual event,
                         bool there) {
  const Subject subject{kind, static_cast<std::uint32_t>(index), id(type)};
  if (there) {
    report_.pass(subject);
  } else if (!chart_.complete) {
    report_.undecided(subject, missing::kRestOfChart);
  } else {
    report_.fail(kMissing, subject, subject_span(chart_, subject), type, event);
  }
}

void CalledFor::about_surgery(std::size_t index, DocType type, Bilingual event) {
  const bool there = chart_.first_about_surgery(type, static_cast<std::uint32_t>(index)) != nullptr;
  const auto& documents = chart_.documents;
  const bool unlinked = std::any_of(documents.begin(), documents.end(), [&](const Document& d) {
    return d.type == type && d.surgeries.empty();
  });
  if (!there && unlinked) {
    report_.undecided(of_surgery(index, id(type)), missing::kDocumentLink);
  } else {
    by_event(SubjectKind::kSurgery, index, type, event, there);
  }
}

void CalledFor::by_surgery(std::size_t index) {
  const Surgery& surgery = chart_.surgeries[index];
  about_surgery(index, DocType::kOperationConsent, kSurgery);  // BL 23
  const DocType note = DocType::kPostopFirstNote;              // BL 22(18)
  const auto alive = died_in_theatre_ ? true : left_theatre_alive(chart_, surgery);
  if (!alive && !chart_.has(note)) {
    report_.undecided(of_surgery(index, id(note)), missing::kDeathTime);
  } else if (alive.value_or(true)) {
    about_surgery(index, note, kSurgery);
  }
  if (by_anesthetist(surgery.anesthesia)) {
    about_surgery(index, DocType::kAnesthesiaConsent, kAnesthesia);  // BL 24
  }
}

}  // namespace emrlint::checks
