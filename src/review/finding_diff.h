// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_FINDING_DIFF_H_
#define EMRLINT_REVIEW_FINDING_DIFF_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/duckdb.h"

// What is different between the findings of two runs: under other rules, or of other nights.
namespace emrlint::review {

enum class Difference : std::uint8_t { kAppears, kVanishes, kSeverity };
std::string_view id(Difference difference);  // "appears"

// One of them, as the run says that has the finding; of another severity, as the later one says.
struct FindingDifference {
  Difference kind = Difference::kAppears;
  std::string check, message_id, chart, fingerprint, severity, message, path;
  std::string severity_before;  // Where it is another one.
  std::uint64_t line = 0;       // 0: no place.
};

// What a check found before and after. A finding is a defect or a deadline that lies ahead; waived
// ones do not count, nor those that another finding says.
struct CheckDifference {
  std::uint64_t before = 0, after = 0;
  std::uint64_t appears = 0, vanishes = 0, severity = 0;
  std::uint64_t undecided_before = 0, undecided_after = 0;

  bool any() const {
    return appears + vanishes + severity > 0 || undecided_before != undecided_after;
  }
};
using CheckDifferences = std::map<std::string, CheckDifference>;

using VisitDifference = std::function<void(const FindingDifference&)>;

// Of two files of `emrlint check -f json`. Those that appear or change come in the order of the
// later file, then those that vanish in that of the earlier one. Memory grows by some bytes for
// each finding of the earlier file. What is no such file is an error with its line.
Result<CheckDifferences> diff_files(const std::string& before, const std::string& after,
                                    const VisitDifference& visit);

// Of two runs of a store, whose views have the names before_findings and after_findings. By kind of
// difference, check, chart, fingerprint. `zh`: the language of the messages.
Result<CheckDifferences> diff_runs(store::Database& database, bool zh,
                                   const VisitDifference& visit);

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_FINDING_DIFF_H_
