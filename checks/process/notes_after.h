// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PROCESS_NOTES_AFTER_H_
#define EMRLINT_CHECKS_PROCESS_NOTES_AFTER_H_

#include <chrono>
#include <optional>

#include "check/report.h"

// Notes that are written on or after a day, for what must be told of in the course.
namespace emrlint::checks {

// When a record was written, else signed.
inline const std::optional<Located<Time>>& written(const Document& document) {
  return document.recorded ? document.recorded : document.completed;
}

// The calendar day; empty without a time, or with less than a date.
inline std::optional<std::chrono::sys_days> day_of(const std::optional<Located<Time>>& at) {
  if (!at || at->value.precision < Precision::kDay) return std::nullopt;
  return at->value.local_day();
}

// Whether the document was not surely written before that day; without a time it may be of any.
inline bool from_day(const Document& document, std::optional<std::chrono::sys_days> day) {
  const auto on = day_of(written(document));
  return !day || !on || *on >= *day;
}

// Why something that no note tells of may be told of all the same: the chart is not here whole, or
// a document could not be read to its end.
std::optional<Missing> untold_doubt(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PROCESS_NOTES_AFTER_H_
