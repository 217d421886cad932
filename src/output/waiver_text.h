// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_WAIVER_TEXT_H_
#define EMRLINT_OUTPUT_WAIVER_TEXT_H_

#include <string>
#include <string_view>

#include "base/lang.h"
#include "base/time.h"

namespace emrlint {

// What a new waiver takes out of later runs. Who accepts it and why is for a person to fill in.
struct NewWaiver {
  std::string_view check, chart, fingerprint;
  std::string message;  // Of the finding, as it may be shown.
  std::string until;    // The last day, as waiver_end() has it.
};

// A [[waiver]] of a configuration, with an empty line and the message before it.
std::string waiver_text(const NewWaiver& waiver, Lang lang);

// 90 days from a day.
std::string waiver_end(const Time& today);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_WAIVER_TEXT_H_
