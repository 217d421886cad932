// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_DUE_LIST_H_
#define EMRLINT_OUTPUT_DUE_LIST_H_

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "output/sink.h"

namespace emrlint {

// Whether the requirement is still to be met, and until when. What is overdue has failed.
inline bool is_due(const Outcome& outcome) {
  return outcome.kind == OutcomeKind::kDue && outcome.due.has_value();
}

// "还剩5小时" / "5 h left" at the moment of judgement, of what is not done; "已超5小时" / "5 h
// overdue" of what has failed. Empty without a clock or a limit.
std::string time_left(const Outcome& outcome, const Clock& clock, Lang lang);

// What is due next over all charts of a run, the soonest first.
class DueList {
 public:
  DueList(const Catalog& catalog, const OutputOptions& options)
      : catalog_(catalog), options_(options) {}

  void add(const ChartReport& report);
  // Nothing where nothing is due.
  void write(std::ostream& out);

 private:
  struct Item {
    Instant at;
    std::string line;
  };
  void keep_soonest();

  const Catalog& catalog_;
  const OutputOptions& options_;
  std::vector<Item> items_;
  std::uint64_t count_ = 0;
};

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_DUE_LIST_H_
