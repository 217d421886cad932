// SPDX-License-Identifier: Apache-2.0
#include "ledger/supervise.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "store/store_support.h"

namespace emrlint::ledger {
namespace {

constexpr std::chrono::milliseconds kLimit{300};
constexpr std::uint64_t kUnits = 6;

void nothing(std::uint64_t) {}

// Does all units but those that failed; what `at` does with unit 3 ends the child.
template <typename At>
int through(const Failures& failures, Heartbeat& heartbeat, At at) {
  for (std::uint64_t unit = 0; unit < kUnits; ++unit) {
    if (failures.count(unit) > 0) continue;
    heartbeat.begin(unit);
    if (unit == 3) at();
    heartbeat.end();
  }
  return static_cast<int>(10 * failures.size() + heartbeat.done);
}

TEST_CASE("ledger: work that gets through is done once") {
  std::uint64_t told = 0;
  const int code = supervise(
      [](const Failures& failures, Heartbeat& heartbeat) {
        return through(failures, heartbeat, [] {});
      },
      kLimit, [&](std::uint64_t done) { told = done; });
  CHECK(code == 6);
  CHECK(told == kUnits);
}

TEST_CASE("ledger: a unit that crashes is given up, the others are done") {
  const int code = supervise(
      [](const Failures& failures, Heartbeat& heartbeat) {
        const bool known = failures.count(3) > 0 && failures.at(3).status == Status::kCrashed &&
                           failures.at(3).detail == "SIGABRT";
        const int done = through(failures, heartbeat, [] { std::raise(SIGABRT); });
        return known ? done : 99;
      },
      kLimit, nothing);
  CHECK(code == 15);
}

TEST_CASE("ledger: a unit within which the process ends is given up") {
  const int code = supervise(
      [](const Failures& failures, Heartbeat& heartbeat) {
        const bool known = failures.count(3) > 0 && failures.at(3).detail == "exit 7";
        const int done = through(failures, heartbeat, [] { _exit(7); });
        return known ? done : 99;
      },
      kLimit, nothing);
  CHECK(code == 15);
}

TEST_CASE("ledger: a unit that hangs is given up") {
  const int code = supervise(
      [](const Failures& failures, Heartbeat& heartbeat) {
        const bool known = failures.count(3) > 0 && failures.at(3).status == Status::kTimeout &&
                           failures.at(3).detail == "0.3 s";
        const int done = through(failures, heartbeat, [] {
          for (volatile bool busy = true; busy;) {
          }
        });
        return known ? done : 99;
      },
      kLimit, nothing);
  CHECK(code == 15);
}

TEST_CASE("ledger: who was killed from outside is not blamed before the second time") {
  const store::TemporaryFolder folder;
  const auto killed = [&](int times) {
    const std::string marks = folder.path + "/" + std::to_string(times);
    return supervise(
        [&](const Failures& failures, Heartbeat& heartbeat) {
          return through(failures, heartbeat, [&] {
            std::error_code error;
            const auto before = std::filesystem::exists(marks, error)
                                    ? std::filesystem::file_size(marks)
                                    : std::uintmax_t{0};
            if (before >= static_cast<std::uintmax_t>(times)) return;
            std::ofstream(marks, std::ios::app) << 'x' << std::flush;
            std::raise(SIGKILL);
          });
        },
        kLimit, nothing);
  };
  CHECK(killed(1) == 6);
  CHECK(killed(2) == 15);
}

TEST_CASE("ledger: a child that dies twice outside of any unit is an error") {
  const int code = supervise(
      [](const Failures&, Heartbeat&) {
        std::raise(SIGABRT);
        return 0;
      },
      kLimit, nothing);
  CHECK(code == -1);
}

}  // namespace
}  // namespace emrlint::ledger
