// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_NAME_TRACE_H_
#define EMRLINT_CHECKS_CODING_NAME_TRACE_H_

#include <string>
#include <string_view>
#include <vector>

#include "checks/coding/chart_narrative.h"

namespace emrlint::checks {

// What in a text may tell of a diagnosis without naming it: two characters in a row of its name
// that say more than a course or a kind of disease, two such characters in one clause, its organ in
// a report, or what evidence.def lists for it. Answers yes rather than no.
class NameTrace {
 public:
  explicit NameTrace(std::string_view name);

  // Whether anything can be looked for.
  explicit operator bool() const { return !pairs_.empty() || !letters_.empty(); }
  bool in(const ChartPiece& piece) const;

 private:
  bool meant(const ChartPiece& piece, std::size_t from, std::size_t to) const;
  bool by_letters(const ChartPiece& piece) const;
  bool by_evidence(const ChartPiece& piece) const;

  std::vector<std::u32string> pairs_;
  std::u32string letters_;  // Without the general ones.
  std::vector<std::string_view> evidence_;
};

// The characters of a name that say which disease it is, each once: without courses, sides, kinds.
std::u32string telling_letters(std::string_view name);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_NAME_TRACE_H_
