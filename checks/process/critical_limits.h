// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PROCESS_CRITICAL_LIMITS_H_
#define EMRLINT_CHECKS_PROCESS_CRITICAL_LIMITS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/age.h"
#include "check/report.h"
#include "checks/consistency/analyte_names.h"
#include "tables/tables.h"

namespace emrlint::checks {

// A value as a report writes it: 6.8, >200, <0.5.
struct ReportedNumber {
  double value = 0;
  bool above = false, below = false;  // More, or less, than it.
};
std::optional<ReportedNumber> reported_number(std::string_view text);

// What the hospital's table of critical limits says of one patient's results.
class CriticalLimits {
 public:
  CriticalLimits(const Chart& chart, const Tables& tables);

  // The rows of an analyte by its name or code.
  std::vector<const CriticalLimit*> rows_of(std::string_view name, std::string_view code) const;

  struct Verdict {
    const CriticalLimit* beyond = nullptr;  // The limit that the value is beyond.
    bool low = false;                       // Below it.
    std::optional<Missing> doubt;           // Nor can it be told: the unit, the sex, the age.
  };
  Verdict verdict(const ResultItem& item) const;

 private:
  // Whether a row is for this patient.
  std::optional<bool> applies(const CriticalLimit& row) const;

  const Listed<CriticalLimit>& table_;
  std::unordered_map<std::uint8_t, std::vector<std::uint32_t>> by_analyte_;
  Sex sex_;
  std::optional<Age> age_;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PROCESS_CRITICAL_LIMITS_H_
