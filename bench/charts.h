// SPDX-License-Identifier: Apache-2.0
// Generated charts in memory, for the benchmarks of single steps.
#ifndef EMRLINT_BENCH_CHARTS_H_
#define EMRLINT_BENCH_CHARTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "reader/batch.h"

namespace emrlint {

enum class BenchFormat { kWs500, kFhir, kJson };

// The texts of the files of one stay.
using ChartFiles = std::vector<std::string>;

// A few dozen stays with a usual number of defects, the same on every call.
const std::vector<ChartFiles>& bench_charts(BenchFormat format);
std::size_t bytes_of(const std::vector<ChartFiles>& charts);
Batch read_bench_chart(const ChartFiles& files);

}  // namespace emrlint

#endif  // EMRLINT_BENCH_CHARTS_H_
