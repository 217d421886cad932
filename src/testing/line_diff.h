// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTING_LINE_DIFF_H_
#define EMRLINT_TESTING_LINE_DIFF_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace emrlint {

// The lines in which two texts differ, for people: "-" lines are expected, "+" lines are there
// now, with two lines of context; `first_line` is the number of the first line of `expected`.
// Empty when the texts are equal.
std::string line_diff(std::string_view expected, std::string_view actual,
                      std::uint32_t first_line);

}  // namespace emrlint

#endif  // EMRLINT_TESTING_LINE_DIFF_H_
