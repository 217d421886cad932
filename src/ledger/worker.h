// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_WORKER_H_
#define EMRLINT_LEDGER_WORKER_H_

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "ledger/supervise.h"

namespace emrlint::ledger {

// A child process that answers one question after the other. When it dies, or takes too long and
// is killed, the next question is put to a new one. The process must have one thread.
class Worker {
 public:
  // `answer` runs in the child. `limit`: for one question.
  Worker(std::function<std::string(std::string_view question)> answer,
         std::chrono::milliseconds limit)
      : answer_(std::move(answer)), limit_(limit) {}
  ~Worker() { stop(); }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // The answer, or why there is none.
  std::variant<std::string, Failure> ask(std::string_view question);

 private:
  bool start();
  void stop();
  Failure failure();
  [[noreturn]] void serve(int channel) const;

  const std::function<std::string(std::string_view question)> answer_;
  const std::chrono::milliseconds limit_;
  pid_t child_ = -1;
  int channel_ = -1;
  bool hung_ = false;
};

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_WORKER_H_
