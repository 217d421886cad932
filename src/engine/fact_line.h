// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_FACT_LINE_H_
#define EMRLINT_ENGINE_FACT_LINE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.h"
#include "base/result.h"
#include "check/fact.h"
#include "engine/lint.h"
#include "reader/batch.h"

namespace emrlint {

// The fields of a fact as a line (docs/facts.md): what judge() asks for, then what its finding is
// reported with, then the place as LineWriter::site has it.
enum FactField : std::size_t {
  kFactKey,
  kFactCheck,
  kFactKind,
  kFactStart,
  kFactEnd,
  kFactLimit,
  kFactMarks,
  kFactWords,
  kFactSeverity,
  kFactProfile,
  kFactChart,
  kFactInput,
  kFactSubject,
  kFactSite,
  kFactFields = kFactSite + 10,
};

inline constexpr std::size_t kFactKeySize = 32;  // The first field of a line.

// The facts of the charts of a batch, a line each, with line ends. `paths`: with the logical paths
// of their places, which cost a walk over the file.
std::string fact_lines(const Catalog& catalog, const KeyedHash& hash, bool paths,
                       const Batch& batch, const std::vector<ChartReport>& reports);

// Tells whether lines that come from outside are facts that can be judged.
class FactLineCheck {
 public:
  explicit FactLineCheck(const Catalog& catalog) : catalog_(catalog) {}

  // What is wrong with a line of `path`: it has other fields, or is of a check that is not loaded.
  std::optional<Error> wrong(const std::string& path, std::string_view line);

 private:
  const Catalog& catalog_;
  std::string known_;  // The check of the last line.
};

// What judge() gets of a line; `index` is what its subject and its place stand for.
Fact fact_of(const std::vector<std::string_view>& fields, std::uint32_t index);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_FACT_LINE_H_
