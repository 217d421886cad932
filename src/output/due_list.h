// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_DUE_LIST_H_
#define EMRLINT_OUTPUT_DUE_LIST_H_

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "output/sink.h"

namespace emrlint {

// "还剩5小时" / "5 h left", of a due outcome at the moment of judgement; empty without a clock.
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
