// SPDX-License-Identifier: Apache-2.0
#include "coverage/coverage.h"

#include <algorithm>
#include <cctype>

#include "base/embedded.h"
#include "check/core_systems.h"
#include "config/glob.h"
#include "rule/citation.h"

namespace emrlint {
namespace {

constexpr std::string_view kFolder = "checks/coverage/", kEnding = ".toml";

using Checks = std::vector<const CatalogEntry*>;

void sort_once(Checks& checks) {
  const auto by_id = [](const CatalogEntry* a, const CatalogEntry* b) {
    return a->info.id < b->info.id;
  };
  std::sort(checks.begin(), checks.end(), by_id);
  checks.erase(std::unique(checks.begin(), checks.end()), checks.end());
}

void add_all(Checks& to, const Checks& from) { to.insert(to.end(), from.begin(), from.end()); }

Checks checks_like(const Catalog& catalog, std::string_view pattern) {
  Checks found;
  for (const CatalogEntry& entry : catalog.entries()) {
    if (glob_match(pattern, entry.info.id)) found.push_back(&entry);
  }
  return found;
}

Checks checks_of(const Catalog& catalog, const std::vector<int>& systems) {
  Checks found;
  for (const CatalogEntry& entry : catalog.entries()) {
    const std::span<const int> own = entry.info.core_systems;
    if (std::find_first_of(own.begin(), own.end(), systems.begin(), systems.end()) != own.end()) {
      found.push_back(&entry);
    }
  }
  return found;
}

// What the data name beside the citations.
void add_remark(const Remark& remark, const Catalog& catalog, TomlErrors& errors, Evidences& to) {
  for (const CheckPattern& pattern : remark.checks) {
    Checks checks = checks_like(catalog, pattern.text);
    if (checks.empty()) {
      const std::string near(catalog.nearest(pattern.text));
      errors.add(pattern.place,
                 "没有检查" + pattern.text + (near.empty() ? "" : "，是否指" + near + "？"),
                 "there is no check " + pattern.text +
                     (near.empty() ? "" : "; did you mean " + near + "?"));
    }
    if (pattern.text.find_first_of("*?") == pattern.text.npos) {
      add_all(to.named, checks);
    } else {
      to.groups.push_back({pattern.text, {}, std::move(checks)});
    }
  }
  if (!remark.systems.empty()) {
    to.groups.push_back({"", remark.systems, checks_of(catalog, remark.systems)});
  }
}

void finish(Evidences& checks) {
  sort_once(checks.named);
  checks.all = checks.named;
  for (const CheckGroup& group : checks.groups) add_all(checks.all, group.checks);
  sort_once(checks.all);
}

void drop_lone_reasons(Remark& remark) {
  if (remark.unseen.alone) remark.unseen = {};
  if (remark.open.alone) remark.open = {};
}

Evidence judge(const CoveredClause& covered) {
  const Remark& remark = covered.clause.remark;
  if (!covered.checks.all.empty()) {
    return remark.unseen.empty() && remark.open.empty() ? Evidence::kFull : Evidence::kPartly;
  }
  return remark.open.empty() ? Evidence::kNone : Evidence::kOpen;
}

// The clause that a citation names, or nullptr.
CoveredClause* cited_clause(LawCoverage& covered, std::string_view article) {
  const Clause* const clause = covered.law.find(article);
  if (clause == nullptr) return nullptr;
  for (std::vector<CoveredClause>& series : covered.series) {
    for (CoveredClause& one : series) {
      if (one.clause.number == clause->number) return &one;
    }
  }
  return nullptr;
}

void add_citations(LawCoverage& covered, const Catalog& catalog) {
  for (const CatalogEntry& entry : catalog.entries()) {
    for (const Citation& citation : entry.info.basis) {
      if (citation.source != covered.law.key) continue;
      if (CoveredClause* const clause = cited_clause(covered, citation.article)) {
        clause->checks.named.push_back(&entry);
      } else {
        covered.stray.push_back({entry.info.id, citation.article});
      }
    }
  }
}

std::string key_of(std::string_view path) {
  path.remove_prefix(kFolder.size());
  path.remove_suffix(kEnding.size());
  std::string key(path);
  for (char& c : key) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return key;
}

const EmbeddedFile* data_of(std::string_view key) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with(kFolder) && key_of(file.path) == key) return &file;
  }
  return nullptr;
}

Error no_data(std::string_view path) {
  const std::string name(path);
  return {"程序中没有 " + name, "the program has no " + name, {}};
}

Result<std::vector<SystemCoverage>> cover_systems(const Catalog& catalog, const Reasons& reasons) {
  constexpr std::string_view kPath = "checks/coverage/core_systems.toml";
  const EmbeddedFile* const file = find_embedded_file(kPath);
  if (file == nullptr) return no_data(kPath);
  Result<std::vector<Remark>> remarks =
      read_system_remarks(std::string(kPath), file->text, reasons);
  if (!remarks) return remarks.error();
  TomlErrors errors{std::string(kPath)};
  std::vector<SystemCoverage> systems;
  for (Remark& remark : *remarks) {
    const int number = static_cast<int>(systems.size()) + 1;
    Evidences checks;
    checks.named = checks_of(catalog, {number});
    add_remark(remark, catalog, errors, checks);
    finish(checks);
    systems.push_back({number, std::move(checks.all), std::move(remark)});
  }
  if (errors.first()) return *errors.first();
  return systems;
}

// The checks whose citations lead to none of the laws.
Checks citing_other_sources(const Catalog& catalog, const Coverage& coverage) {
  Checks found;
  for (const CatalogEntry& entry : catalog.entries()) {
    const std::span<const Citation> basis = entry.info.basis;
    const bool covered = std::any_of(basis.begin(), basis.end(), [&](const Citation& citation) {
      return coverage.find(citation.source) != nullptr;
    });
    if (!covered) found.push_back(&entry);
  }
  return found;
}

}  // namespace

std::string_view id(Evidence evidence) {
  switch (evidence) {
    case Evidence::kFull:
      return "evidenced";
    case Evidence::kPartly:
      return "partly";
    case Evidence::kNone:
      return "not-in-chart";
    case Evidence::kOpen:
      break;
  }
  return "no-check";
}

const LawCoverage* Coverage::find(std::string_view key) const {
  const auto it = std::find_if(laws.begin(), laws.end(),
                               [&](const LawCoverage& law) { return law.law.key == key; });
  return it == laws.end() ? nullptr : &*it;
}

std::vector<std::string> covered_laws() {
  std::vector<std::string> keys;
  for (const std::string_view key : source_keys()) {
    if (data_of(key) != nullptr) keys.emplace_back(key);
  }
  return keys;
}

Result<LawCoverage> cover(Law law, const Catalog& catalog) {
  LawCoverage covered;
  covered.law = std::move(law);
  TomlErrors errors(covered.law.path);
  for (const ClauseSeries& series : covered.law.series) {
    std::vector<CoveredClause>& clauses = covered.series.emplace_back();
    for (const Clause& clause : series.clauses) clauses.push_back({clause, Evidence::kNone, {}});
  }
  add_citations(covered, catalog);
  for (std::vector<CoveredClause>& series : covered.series) {
    for (CoveredClause& one : series) {
      const Remark& remark = one.clause.remark;
      add_remark(remark, catalog, errors, one.checks);
      finish(one.checks);
      if (!one.checks.all.empty()) drop_lone_reasons(one.clause.remark);
      one.evidence = judge(one);
      ++covered.counts[static_cast<std::size_t>(one.evidence)];
      if (one.evidence == Evidence::kNone && remark.unseen.empty()) {
        errors.add(one.clause.place, "没有检查引用此条，须写明checks、unseen或open",
                   "no check cites this clause; state checks, unseen or open");
      }
    }
  }
  if (errors.first()) return *errors.first();
  return covered;
}

Result<Coverage> built_in_coverage(const Catalog& catalog) {
  constexpr std::string_view kReasons = "checks/coverage/reasons.toml";
  const EmbeddedFile* const file = find_embedded_file(kReasons);
  if (file == nullptr) return no_data(kReasons);
  const Result<Reasons> reasons = read_reasons(std::string(kReasons), file->text);
  if (!reasons) return reasons.error();
  Coverage coverage;
  for (const std::string& key : covered_laws()) {
    const EmbeddedFile& data = *data_of(key);
    Result<Law> law = read_law(key, std::string(data.path), data.text, *reasons);
    if (!law) return law.error();
    Result<LawCoverage> covered = cover(std::move(*law), catalog);
    if (!covered) return covered.error();
    coverage.laws.push_back(std::move(*covered));
  }
  Result<std::vector<SystemCoverage>> systems = cover_systems(catalog, *reasons);
  if (!systems) return systems.error();
  coverage.systems = std::move(*systems);
  coverage.elsewhere = citing_other_sources(catalog, coverage);
  return coverage;
}

}  // namespace emrlint
