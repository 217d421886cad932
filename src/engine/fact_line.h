// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_FACT_LINE_H_
#define EMRLINT_ENGINE_FACT_LINE_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.h"
#include "base/result.h"
#include "check/fact.h"
#include "copies/boilerplate.h"
#include "engine/lint.h"
#include "reader/batch.h"
#include "reader/reopen.h"

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
  kFactText = kFactSite + 10,  // KeptText, if the fact has a text.
  kFactFields,
};

// The fields of a gram of a text: a key, the chart, and a list of the text's id and of which gram
// of the text it is.
enum GramField : std::size_t { kGramKey, kGramChart, kGramText, kGramFields };

// The severity of a fact of which nothing is said: others are judged beside it.
inline constexpr std::string_view kSourceOnly = "off";

inline constexpr std::size_t kFactKeySize = 32;  // The first field of a line.

struct FactLineOptions {
  bool paths = true;           // With the logical paths of their places: a walk over the file.
  bool absolute_files = true;  // Texts are looked for again from another folder.
  const Boilerplate* boilerplate = &Boilerplate::none();
  // Where a span is to stand in the line; null for its line, column and logical path.
  std::function<Site(Span)> site = nullptr;
};

// The facts of the charts of a batch, a line each, with line ends; `place`: where it is read again
// (no paths: nowhere). Behind a fact with a text stand its grams, lines of their own.
std::string fact_lines(const Catalog& catalog, const KeyedHash& hash,
                       const FactLineOptions& options, const Batch& batch,
                       const std::vector<ChartReport>& reports, const UnitPlace& place);
// Whether a line is of a gram.
bool is_gram(std::string_view line);

// What the key of a fact of a check becomes.
std::string hashed_key(const KeyedHash& hash, std::string_view check, std::string_view key);

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
