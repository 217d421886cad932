// SPDX-License-Identifier: Apache-2.0
// A check that some charts bring down: crash by their key, or keep busy for ever.
#include <csignal>
#include <string_view>

#include "check/plugin.h"

namespace {

using namespace emrlint;

constexpr Message<> kNever{"never", "从不。", "never."};
constexpr MessageInfo kMessages[] = {kNever};
constexpr Citation kBasis[] = {{"BL", "22(15)"}};

void run(const Chart& chart, const Options&, Report& report) {
  const std::string_view key = chart.key;
  if (key.find("POISON") != key.npos) std::raise(SIGSEGV);
  for (volatile bool busy = key.find("HANG") != key.npos; busy;) {
  }
  report.pass(of_chart());
}

constexpr Check kPoison{{.id = "hospital-poison",
                         .severity = Severity::kNote,
                         .title = {"毒丸", "Poison"},
                         .judged = {"无。", "Nothing."},
                         .exceptions = {"无。", "None."},
                         .advice = {"无。", "None."},
                         .basis = kBasis,
                         .messages = kMessages},
                        run};

const Check* const kChecks[] = {&kPoison};

}  // namespace

EMRLINT_PLUGIN(kChecks)
