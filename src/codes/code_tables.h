// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODE_TABLES_H_
#define EMRLINT_CODES_CODE_TABLES_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codes/code_table.h"

namespace emrlint {

// The editions of a run, side by side. Immutable once filled; for any number of threads.
class CodeTables {
 public:
  void add(CodeTable table) { tables_.push_back(std::move(table)); }
  // Where the hospital is: "CN-ZJ", "CN", empty for anywhere.
  void set_region(std::string region) { region_ = std::move(region); }
  const std::string& region() const { return region_; }

  bool empty() const { return tables_.empty(); }
  const std::vector<CodeTable>& all() const { return tables_; }
  // Whether there is any edition of the system, in force or not.
  bool has(CodeSystem system) const;

  // The edition that holds on a day (of discharge) in a region; null where none does. A table of a
  // region counts in it and in what is below ("CN" in "CN-ZJ"), and before one of a wider region.
  // Of one publisher the edition that came into force last counts, else the one that was added
  // first. Without a day only a table without dates of validity counts.
  const CodeTable* in_force(CodeSystem system, std::optional<std::chrono::sys_days> day,
                            std::string_view region) const;
  const CodeTable* in_force(CodeSystem system, std::optional<std::chrono::sys_days> day) const {
    return in_force(system, day, region_);
  }

 private:
  std::vector<CodeTable> tables_;
  std::string region_;
};

}  // namespace emrlint

#endif  // EMRLINT_CODES_CODE_TABLES_H_
