// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_ATTENDANCE_H_
#define EMRLINT_CHECK_ATTENDANCE_H_

#include <string_view>
#include <vector>

#include "model/chart.h"

namespace emrlint {

// The physicians who saw the patient according to a note: its participants, else those who signed
// it, else its author. A title in the heading ("主治医师首次查房记录") counts as one of them.
struct Attendance {
  std::vector<const Person*> people;
  std::vector<Title> titles;
  bool unknown = false;  // Somebody's title, or everybody, is not known.

  bool has(Title title) const;
};

Attendance attendance_of(const Chart& chart, const Document& note);

// The title that a heading names: 副主任医师, 主任医师, 主治医师, 住院医师; else kUnknown.
Title title_named_in(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_ATTENDANCE_H_
