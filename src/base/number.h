// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_NUMBER_H_
#define EMRLINT_BASE_NUMBER_H_

#include <string>
#include <string_view>

namespace emrlint {

// The shortest decimal text that reads back as the same number: "0.92", "64", "1e+30". The same in
// any locale.
std::string shortest(double value);

// The number that shortest() wrote; 0 for what is none.
double decimal_of(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_BASE_NUMBER_H_
