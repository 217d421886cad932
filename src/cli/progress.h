// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_PROGRESS_H_
#define EMRLINT_CLI_PROGRESS_H_

#include <chrono>

#include "cli/command.h"
#include "engine/summary.h"

namespace emrlint {

// One line on stderr that counts what was judged so far. Silent unless `shown`.
class Progress {
 public:
  Progress(const Context& context, bool shown) : context_(context), shown_(shown) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(const RunSummary& so_far);

 private:
  void clear();

  const Context& context_;
  const bool shown_;
  bool written_ = false;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_PROGRESS_H_
