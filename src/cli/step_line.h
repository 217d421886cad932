// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_STEP_LINE_H_
#define EMRLINT_CLI_STEP_LINE_H_

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/command.h"

namespace emrlint {

// One moving line on stderr for a step of long work: how far it is, how fast, how long it will
// take. Silent unless `shown`.
class StepLine {
 public:
  // `total`: 0 where it is not known.
  StepLine(const Context& context, bool shown, std::string what, std::uint64_t total = 0);
  ~StepLine();
  StepLine(const StepLine&) = delete;
  StepLine& operator=(const StepLine&) = delete;

  void update(std::uint64_t done);

 private:
  std::string bar(std::uint64_t done) const;
  std::string rest(std::uint64_t done) const;

  const Context& context_;
  const bool shown_;
  const std::string what_;
  const std::uint64_t total_;
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_STEP_LINE_H_
