// SPDX-License-Identifier: Apache-2.0
// `emrlint test`: fixtures, and the annotations that it writes, which a second run must leave.
#include "fuzz/invariants.h"
#include "testing/fixture.h"
#include "testing/run_fixture.h"

namespace emrlint::fuzz {
namespace {

const Catalog& catalog() {
  static const Catalog built_in = std::move(*Catalog::built_in());
  return built_in;
}

constexpr std::string_view kStem = "coding-principal-missing";

// The case alone, annotated; empty when it can't be run.
std::string annotated(const FixtureCase& fixture_case) {
  Result<CaseResult> result = run_case(catalog(), fixture_case);
  if (!result.ok()) {
    expect(!result.error().en.empty(), "a case fails without a reason");
    return {};
  }
  return std::move(result->text);
}

void run_fixture(const std::string& text) {
  Fixture fixture(text);
  if (const auto error = parse_fixture(kStem, fixture)) {
    expect(error->en.find(':') != std::string::npos, "a wrong line without its number");
    return;
  }
  if (fixture.cases.size() > 8) return;
  for (const FixtureCase& fixture_case : fixture.cases) {
    const std::string once = annotated(fixture_case);
    if (once.empty()) continue;
    Fixture again(once);
    expect(!parse_fixture(kStem, again), "written annotations can't be read");
    expect(again.cases.size() == 1, "a case became several");
    expect(annotated(again.cases[0]) == once, "annotating twice differs");
  }
}

}  // namespace
}  // namespace emrlint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  emrlint::fuzz::run_fixture(emrlint::fuzz::bytes_of(data, size));
  return 0;
}
