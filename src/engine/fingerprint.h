// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_FINGERPRINT_H_
#define EMRLINT_ENGINE_FINGERPRINT_H_

#include <string>
#include <string_view>

namespace emrlint {

// The identity of a finding between runs: 32 hex digits of XXH3-128 over the four names. Holds no
// line numbers and no counts, so another export of the same chart gives the same.
std::string fingerprint(std::string_view check_id, std::string_view message_id,
                        std::string_view chart_key, std::string_view subject_key);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_FINGERPRINT_H_
