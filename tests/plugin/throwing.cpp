// SPDX-License-Identifier: Apache-2.0
// A plug-in whose check breaks.
#include <stdexcept>

#include "check/plugin.h"

namespace {

using namespace emrlint;

void run(const Chart&, const Options&, Report&) { throw std::out_of_range("broken plug-in"); }

constexpr Check kThrows{{.id = "hospital-throws"}, run};
const Check* const kChecks[] = {&kThrows};

}  // namespace

EMRLINT_PLUGIN(kChecks)
