// SPDX-License-Identifier: Apache-2.0
#include "ledger/supervise.h"

#include <fmt/format.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <thread>

namespace emrlint::ledger {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kGlance{10};

// Memory that a child shares with its parent.
class SharedHeartbeat {
 public:
  SharedHeartbeat()
      : memory_(mmap(nullptr, sizeof(Heartbeat), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                     -1, 0)) {
    if (memory_ != MAP_FAILED) beat_ = new (memory_) Heartbeat;
  }
  ~SharedHeartbeat() {
    if (beat_ != nullptr) munmap(memory_, sizeof(Heartbeat));
  }
  SharedHeartbeat(const SharedHeartbeat&) = delete;
  SharedHeartbeat& operator=(const SharedHeartbeat&) = delete;

  Heartbeat* get() { return beat_; }

 private:
  void* memory_;
  Heartbeat* beat_ = nullptr;
};

std::string signal_name(int number) {
  const char* const name = sigabbrev_np(number);
  return name != nullptr ? std::string("SIG").append(name) : fmt::format("signal {}", number);
}

// One attempt: how the child ended, and what it was at.
struct Attempt {
  std::optional<int> code;  // It got through.
  int signal = 0;           // Else what ended it,
  bool hung = false;        // unless we did,
  std::uint64_t unit = Heartbeat::kNone;
};

Attempt watch(pid_t child, Heartbeat& heartbeat, std::chrono::milliseconds limit,
              const std::function<void(std::uint64_t done)>& progress) {
  Attempt attempt;
  std::uint64_t seen = Heartbeat::kNone, told = 0;
  Clock::time_point since = Clock::now();
  for (int status = 0;;) {
    if (waitpid(child, &status, WNOHANG) == child) {
      attempt.unit = heartbeat.unit.load(std::memory_order_acquire);
      progress(heartbeat.done.load(std::memory_order_relaxed));
      if (WIFEXITED(status)) attempt.code = WEXITSTATUS(status);
      if (WIFSIGNALED(status)) attempt.signal = WTERMSIG(status);
      return attempt;
    }
    const std::uint64_t unit = heartbeat.unit.load(std::memory_order_acquire);
    const std::uint64_t done = heartbeat.done.load(std::memory_order_relaxed);
    if (unit != seen || done != told) {
      seen = unit;
      since = Clock::now();
    }
    if (done != told) progress(told = done);
    if (unit != Heartbeat::kNone && !attempt.hung && Clock::now() - since > limit) {
      attempt.hung = true;
      kill(child, SIGKILL);
    }
    std::this_thread::sleep_for(kGlance);
  }
}

Failure failure_of(const Attempt& attempt, std::chrono::milliseconds limit) {
  if (attempt.hung) {
    const double seconds = std::chrono::duration<double>(limit).count();
    return {Status::kTimeout, fmt::format("{:g} s", seconds)};
  }
  if (attempt.code) return {Status::kCrashed, fmt::format("exit {}", *attempt.code)};
  return {Status::kCrashed, signal_name(attempt.signal)};
}

}  // namespace

int supervise(const std::function<int(const Failures& failures, Heartbeat& heartbeat)>& work,
              std::chrono::milliseconds limit,
              const std::function<void(std::uint64_t done)>& progress) {
  SharedHeartbeat shared;
  if (shared.get() == nullptr) return -1;
  Heartbeat& heartbeat = *shared.get();
  Failures failures;
  std::set<std::uint64_t> suspects;  // Whose child was killed from outside once.
  for (;;) {
    heartbeat.unit = Heartbeat::kNone;
    heartbeat.done = 0;
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child < 0) return -1;
    if (child == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (getppid() != parent) _exit(1);  // It died before we were told.
      _exit(work(failures, heartbeat));
    }
    const Attempt attempt = watch(child, heartbeat, limit, progress);
    // Who ends within a unit did not get through: some libraries end the process themselves.
    if (attempt.code && attempt.unit == Heartbeat::kNone) return *attempt.code;
    const bool from_outside = attempt.signal == SIGKILL && !attempt.hung;
    const bool blamed = attempt.unit != Heartbeat::kNone && !from_outside;
    if (!blamed && suspects.insert(attempt.unit).second) continue;
    if (attempt.unit == Heartbeat::kNone) return -1;
    failures[attempt.unit] = failure_of(attempt, limit);
  }
}

}  // namespace emrlint::ledger
