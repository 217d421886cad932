// SPDX-License-Identifier: Apache-2.0
// Start-up cost of the embedded data: looking a file up must stay far below a microsecond.
#include <benchmark/benchmark.h>

#include "base/embedded.h"

namespace {

void find_embedded(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(emrlint::find_embedded_file("checks/profiles/cn-national.toml"));
  }
}
BENCHMARK(find_embedded);

}  // namespace
