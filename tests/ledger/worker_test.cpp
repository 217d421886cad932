// SPDX-License-Identifier: Apache-2.0
#include "ledger/worker.h"

#include <doctest/doctest.h>

#include <csignal>
#include <string>
#include <variant>

namespace emrlint::ledger {
namespace {

std::string answer(std::string_view question) {
  if (question == "crash") std::raise(SIGABRT);
  for (volatile bool busy = question == "hang"; busy;) {
  }
  return std::string(question) + "!";
}

TEST_CASE("ledger: a worker answers, and goes on behind a question that ended it") {
  Worker worker(answer, std::chrono::milliseconds(300));
  CHECK(std::get<std::string>(worker.ask("a")) == "a!");
  CHECK(std::get<std::string>(worker.ask("")) == "!");
  const Failure crash = std::get<Failure>(worker.ask("crash"));
  CHECK(crash.status == Status::kCrashed);
  CHECK(crash.detail == "SIGABRT");
  const std::string large(5'000'000, 'x');
  CHECK(std::get<std::string>(worker.ask(large)) == large + "!");
  const Failure hang = std::get<Failure>(worker.ask("hang"));
  CHECK(hang.status == Status::kTimeout);
  CHECK(hang.detail == "0.3 s");
  CHECK(std::get<std::string>(worker.ask("b")) == "b!");
}

}  // namespace
}  // namespace emrlint::ledger
