// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_RECORDS_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_RECORDS_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "model/chart.h"

// Which records, forms and entries of a chart speak of a surgery, and when they were made.
namespace emrlint::checks {

// Whether references as written ("surgeries/s1") name the surgery.
bool names_surgery(std::span<const Text> about, const Surgery& surgery);

// The records of some types that speak of a surgery, in order of time.
struct Records {
  std::vector<const Document*> all;
  bool unlinked = false;  // The stay has several surgeries, and a record of the type names none.
};
Records records_about(const Chart& chart, std::size_t index, std::initializer_list<DocType> types);

// Forms that a chart holds as checklist or as document: the safety checklist and the like.
struct Forms {
  std::vector<const Checklist*> checklists;
  std::vector<const Document*> documents;
  bool unlinked = false;

  bool none() const { return checklists.empty() && documents.empty(); }
};
Forms forms_about(const Chart& chart, std::size_t index, std::string_view kind, DocType type);
// Why the absence of a form cannot be told, if so.
std::optional<Missing> form_doubt(const Chart& chart, const Forms& forms);

// How an entry inside another record is known: by a title of the record or of one of its sections,
// or by a phrase of its text.
struct EntryWords {
  WordList titles;
  WordList phrases;
};
bool holds_entry(const Chart& chart, const Document& document, const EntryWords& words,
                 Report& report);

// Course notes and preoperative records that hold an entry about surgery `index`. With several
// surgeries a note that names none belongs to the next one before which it stands, or (kAfter) to
// the last one after which it stands.
enum class Phase : std::uint8_t { kBefore, kAfter };
std::vector<const Document*> entries_about(const Chart& chart, std::size_t index, Phase phase,
                                           const EntryWords& words, Report& report);

// Whether the record is about surgery `index` and not from after its start. One that names no
// surgery is about the first day of surgery that follows.
bool precedes(const Chart& chart, const Document& record, std::size_t index);

// When a discussion or a visit took place: as stated, else when its record was begun.
std::optional<Located<Time>> took_place(const Document& document);

// When a record was completed; of one that nobody in the required role signed, the last signature
// of staff, if all of them have a time.
std::optional<Located<Time>> signed_at(const Document& document);

// Something small to point at for the whole form.
Span heading(const Checklist& form);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_RECORDS_H_
