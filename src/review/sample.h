// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_SAMPLE_H_
#define EMRLINT_REVIEW_SAMPLE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/duckdb.h"

// Charts that people are to look at, drawn by chance from each of several strata.
namespace emrlint::review {

enum class Stratum : std::uint8_t { kNone, kDepartment, kDoctor, kDisease, kGrade };

struct SampleQuery {
  Stratum by = Stratum::kNone;
  // One of both. `count` charts in all, in proportion to the strata by largest remainders; unless
  // there are more strata than that, one that would get none gets one from that with the most. Or
  // this part of each stratum, rounded up.
  std::uint64_t count = 0;
  double ratio = 0;
  std::string seed;
};

struct SampledChart {
  std::string chart, input, department, doctor, disease, grade;
  std::optional<double> score;
};

// A stratum, all charts of it, and those that were drawn.
struct SampledStratum {
  std::string value;  // Empty: charts that do not tell it.
  std::uint64_t size = 0;
  std::vector<SampledChart> charts;
};

// Of how many each stratum gives, in their order.
std::vector<std::uint64_t> allocate(std::span<const std::uint64_t> sizes, const SampleQuery& query);

// What decides which charts of a stratum are drawn: those with the smallest numbers. It depends on
// seed and chart key alone, so neither on the order of the rows nor on what other charts there are.
std::uint64_t lot(std::string_view seed, std::string_view chart);

// The strata of a run by their values, the charts of each in byte order. A chart that came in
// several units is one. The database has the views of the run.
Result<std::vector<SampledStratum>> sample(store::Database& database, const SampleQuery& query);

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_SAMPLE_H_
