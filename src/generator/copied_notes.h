// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_GENERATOR_COPIED_NOTES_H_
#define EMRLINT_GENERATOR_COPIED_NOTES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/lang.h"

namespace emrlint {

// Bytes [from, to) of a note.
struct NotePart {
  std::size_t note = 0;
  std::size_t from = 0;
  std::size_t to = 0;
};

// How a copy was changed: words here are ideographs in Chinese.
enum class CopyEdit : std::uint8_t { kNone, kTwoPercent, kEightPercent, kNumbers };
inline constexpr std::size_t kCopyEdits = 4;

struct PlantedCopy {
  NotePart source;
  NotePart copy;
  CopyEdit edit = CopyEdit::kNone;
};

// The notes of one stay in the order in which they were written, and what was copied in them.
struct CopiedNotes {
  std::vector<std::string> notes;
  std::vector<PlantedCopy> copies;
  std::vector<NotePart> templates;  // The same wording in every stay.
};

// Thirty notes of which two fifths are copied from earlier ones of the stay. All else is written
// anew, but for templates and for stock phrases that happen to be equal. No stretch is copied
// twice. The same seed gives the same notes.
CopiedNotes copied_notes(Lang lang, std::uint64_t seed);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_COPIED_NOTES_H_
