// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_SUPERVISE_H_
#define EMRLINT_LEDGER_SUPERVISE_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "ledger/recorder.h"

namespace emrlint::ledger {

// What a worker tells its supervisor through memory that both see.
struct Heartbeat {
  static constexpr std::uint64_t kNone = ~std::uint64_t{0};

  std::atomic<std::uint64_t> unit = kNone;  // Index of the one at work.
  std::atomic<std::uint64_t> done = 0;      // Units that are behind it.

  // Whoever throws or dies in between is blamed on the unit.
  void begin(std::uint64_t index) { unit.store(index, std::memory_order_release); }
  void end() {
    done.fetch_add(1, std::memory_order_relaxed);
    unit.store(kNone, std::memory_order_release);
  }
};

// Why a unit was given up.
struct Failure {
  Status status = Status::kCrashed;
  std::string detail;  // "SIGSEGV", "60 s"
};
using Failures = std::map<std::uint64_t, Failure>;  // By index.

// Does the work in a child process. Where the child dies, or is busy with one unit for longer than
// `limit` and is killed, it begins anew with that unit in `failures`, which it must leave alone; a
// child that somebody killed gets a second chance first. Returns what `work` returned; -1 where a
// child died outside of any unit, twice. `progress`: units done so far, by every attempt alone.
// The process must have one thread.
int supervise(const std::function<int(const Failures& failures, Heartbeat& heartbeat)>& work,
              std::chrono::milliseconds limit,
              const std::function<void(std::uint64_t done)>& progress);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_SUPERVISE_H_
