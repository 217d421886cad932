// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_LAWFUL_H_
#define EMRLINT_CHECKS_DUPLICATION_LAWFUL_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "model/document_types.h"
#include "model/section_types.h"

namespace emrlint::checks {

// A part of a record; kUnknown stands for any.
struct RecordPart {
  DocType document = DocType::kUnknown;
  SectionType section = SectionType::kUnknown;
};

enum class LawfulWhen : std::uint8_t {
  kAlways,
  kAttributed,  // Where the copy says whose words they are.
};

// What one record may repeat of another, and why. See lawful.def.
struct LawfulRepeat {
  RecordPart source;
  RecordPart copy;
  double share;  // How much of the copy may stand in the source: 0 to 1.
  LawfulWhen when;
  std::string_view reason;
  std::string_view basis;  // "BL 22(20)"; "practice" where no text says so.
};

std::span<const LawfulRepeat> lawful_repeats();

// How much of the copy may stand in the source: the most that any of the repeats, or of
// lawful_repeats(), allows; 0 without one. Where a repeat names the document of its source, the
// order in which the two were written makes no difference.
double lawful_share(const RecordPart& source, const RecordPart& copy, bool attributed,
                    std::span<const LawfulRepeat> repeats);
double lawful_share(const RecordPart& source, const RecordPart& copy, bool attributed);

// Whether all of this part may stand in any record: lists, results, templates.
bool stock(DocType document, SectionType section);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_LAWFUL_H_
