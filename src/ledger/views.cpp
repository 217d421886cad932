// SPDX-License-Identifier: Apache-2.0
#include "ledger/views.h"

#include <algorithm>

#include "ledger/tables.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

std::string view(const std::string& prefix, const char* name, const std::string& query) {
  return "CREATE VIEW " + prefix + name + " AS " + query + ";\n";
}

// A part that every shard and every merging writes: it may be empty, but is there.
Result<std::string> rows(const std::string& store, const Table& table, const std::string& run) {
  const Result<std::vector<std::string>> parts = store::parts_of(store, table.name, run);
  if (!parts) return parts.error();
  return "SELECT * EXCLUDE (run) FROM " + rows_of(*parts);
}

// What one night's parts say of units that are still as they were that night.
std::string live(const std::vector<std::string>& parts, const std::string& prefix) {
  return "SELECT t.* EXCLUDE (run) FROM " + rows_of(parts) + " t JOIN " + prefix +
         "units u ON t.unit = u.unit AND t.run = u.origin";
}

// Charts with the scores that the checks across charts changed.
std::string graded(const std::string& charts, const std::string& regraded) {
  return "SELECT c.* REPLACE (coalesce(r.score, c.score) AS score, "
         "coalesce(r.grade, c.grade) AS grade) FROM (" +
         charts + ") c LEFT JOIN (" + regraded + ") r USING (unit, chart)";
}

// Counts, where checks across charts have a say with what they say.
std::string counted(const std::string& counts, const std::string& recounted_rows) {
  const std::string recounted =
      "SELECT unit, chart, indicator, numerator, denominator, undecided, unevaluated, pass, fail, "
      "open FROM (" +
      recounted_rows + ")";
  return "SELECT c.* FROM (" + counts + ") c ANTI JOIN (" + recounted +
         ") r USING (unit, chart, indicator) UNION ALL " + recounted;
}

}  // namespace

std::vector<std::string> published_runs(const std::string& store) {
  return store::runs_of(store, kUnits.name);
}

std::vector<std::string> counted_runs(const std::string& store) {
  const std::vector<std::string> published = published_runs(store),
                                 planned = store::runs_of(store, kPlan.name);
  std::vector<std::string> runs = store::runs_of(store, kTotals.name);
  std::erase_if(runs, [&](const std::string& run) {
    return std::binary_search(planned.begin(), planned.end(), run) &&
           !std::binary_search(published.begin(), published.end(), run);
  });
  return runs;
}

std::string run_before(const std::string& store, const std::string& run) {
  const std::vector<std::string> runs = published_runs(store);
  const auto end = run.empty() ? runs.end() : std::lower_bound(runs.begin(), runs.end(), run);
  return end == runs.begin() ? std::string() : *std::prev(end);
}

Result<std::vector<std::string>> live_parts(store::Database& database, const std::string& store,
                                            const std::string& kind, const std::string& prefix) {
  Result<store::Rows> origins = database.rows("SELECT DISTINCT origin FROM " + prefix +
                                              "units WHERE origin <> '' ORDER BY origin");
  if (!origins) return origins.error();
  std::vector<std::string> paths;
  while (origins->next()) {
    for (std::size_t i = 0; i < origins->size(); ++i) {
      const std::string run(origins->text(0, i));
      const Result<std::vector<std::string>> parts = store::parts_of(store, kind, run);
      if (!parts) return parts.error();
      paths.insert(paths.end(), parts->begin(), parts->end());
    }
  }
  if (origins->error()) return *origins->error();
  return paths;
}

std::optional<Error> make_shard_views(store::Database& database, const std::string& store,
                                      const std::string& prefix) {
  for (const Table& table : {kCharts, kTallies, kFindings, kMarks, kCounts, kProblems}) {
    const Result<std::vector<std::string>> parts = live_parts(database, store, table.name, prefix);
    if (!parts) return parts.error();
    std::string query;
    if (parts->empty()) {  // Of a run without units.
      const std::string empty = prefix + "no_" + table.name;
      if (auto error = database.run(create_table({empty.c_str(), table.columns}))) return error;
      query = "SELECT * FROM " + empty;
    } else {
      query = live(*parts, prefix);
    }
    if (auto error = database.run(view(prefix + "shard_", table.name, query))) return error;
  }
  return std::nullopt;
}

std::optional<Error> make_views(store::Database& database, const std::string& store,
                                const std::string& run, const std::string& prefix) {
  const Result<std::string> units = rows(store, kUnits, run), across = rows(store, kAcross, run),
                            tallies = rows(store, kAcrossTallies, run),
                            problems = rows(store, kAcrossProblems, run),
                            regraded = rows(store, kRegraded, run),
                            recounted = rows(store, kRecounted, run);
  for (const Result<std::string>* part :
       {&units, &across, &tallies, &problems, &regraded, &recounted}) {
    if (!*part) return part->error();
  }
  if (auto error = database.run(view(prefix, "units", *units))) return error;
  if (auto error = make_shard_views(database, store, prefix)) return error;
  const auto shard = [&](const char* name) { return "SELECT * FROM " + prefix + "shard_" + name; };
  return database.run(view(prefix, "charts", graded(shard("charts"), *regraded)) +
                      view(prefix, "tallies", shard("tallies") + " UNION ALL " + *tallies) +
                      view(prefix, "findings", shard("findings") + " UNION ALL " + *across) +
                      view(prefix, "marks", shard("marks")) +
                      view(prefix, "counts", counted(shard("counts"), *recounted)) +
                      view(prefix, "problems", shard("problems") + " UNION ALL " + *problems));
}

}  // namespace emrlint::ledger
