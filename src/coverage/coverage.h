// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COVERAGE_COVERAGE_H_
#define EMRLINT_COVERAGE_COVERAGE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coverage/law.h"
#include "rule/catalog.h"

namespace emrlint {

// How far checks evidence a clause.
enum class Evidence : std::uint8_t {
  kFull,    // Checks judge what a chart can show of it, and that is all of it.
  kPartly,  // Checks judge a part; the rest is named.
  kNone,    // No chart shows it; the reason is named.
  kOpen,    // A chart may show it, no check judges it yet.
};
inline constexpr std::size_t kEvidences = 4;
std::string_view id(Evidence evidence);  // "evidenced"

// The checks that a pattern or a core system brings to a clause.
struct CheckGroup {
  std::string pattern;  // "consent-*"; empty for core systems
  std::vector<int> systems;
  std::vector<const CatalogEntry*> checks;
};

// Everything that evidences one clause or one core system, in order of ids, each check once.
struct Evidences {
  std::vector<const CatalogEntry*> named;  // By a citation of the card, or by the data.
  std::vector<CheckGroup> groups;
  std::vector<const CatalogEntry*> all;  // `named` and those of `groups`.
};

struct CoveredClause {
  Clause clause;
  Evidence evidence = Evidence::kNone;
  Evidences checks;
};

using EvidenceCounts = std::array<std::size_t, kEvidences>;

// A citation that leads nowhere: the text has no such clause.
struct StrayCitation {
  std::string_view check;
  std::string_view article;
};

struct LawCoverage {
  Law law;
  std::vector<std::vector<CoveredClause>> series;  // As law.series.
  std::vector<StrayCitation> stray;
  EvidenceCounts counts{};
};

struct SystemCoverage {
  int number = 0;
  std::vector<const CatalogEntry*> checks;
  Remark remark;
};

// What the checks of a catalog evidence. Points into the catalog.
struct Coverage {
  std::vector<LawCoverage> laws;  // In the order of src/check/sources.def.
  std::vector<SystemCoverage> systems;
  std::vector<const CatalogEntry*> elsewhere;  // Checks that cite none of these laws.

  const LawCoverage* find(std::string_view key) const;
};

// The keys of the law texts that there are data for, in the order of src/check/sources.def.
std::vector<std::string> covered_laws();

// Joins the data that are embedded in the program with the cards of a catalog.
Result<Coverage> built_in_coverage(const Catalog& catalog);

// One law text; a check that is not in the catalog, and a clause that says nothing, are errors
// with path, line and column.
Result<LawCoverage> cover(Law law, const Catalog& catalog);

}  // namespace emrlint

#endif  // EMRLINT_COVERAGE_COVERAGE_H_
