// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_NEAREST_H_
#define EMRLINT_BASE_NEAREST_H_

#include <span>
#include <string>
#include <string_view>

namespace emrlint {

// The candidate most like a mistyped word, for "did you mean"; empty when none is near (more than
// a third of the letters differ). Of equally near ones the first.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

// ", did you mean ..." or nothing, for the end of a message.
std::string did_you_mean_zh(std::string_view word, std::span<const std::string_view> candidates);
std::string did_you_mean_en(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace emrlint

#endif  // EMRLINT_BASE_NEAREST_H_
