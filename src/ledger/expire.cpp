// SPDX-License-Identifier: Apache-2.0
#include "ledger/expire.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "ledger/plan.h"
#include "ledger/tables.h"
#include "ledger/views.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

namespace fs = std::filesystem;

// In the order in which they are removed: the run is not there any more when its units are gone,
// and as long as its plan is there it will be removed again.
constexpr const char* kKinds[] = {
    kUnits.name,         kRegraded.name, kRecounted.name, kAcrossProblems.name,
    kAcrossTallies.name, kAcross.name,   kJudged.name,    kProblems.name,
    kSums.name,          kCounts.name,   kMarks.name,     kFindings.name,
    kTallies.name,       kCharts.name,   "facts",         kPlan.name};

// Finds out which runs stay.
class Needed {
 public:
  Needed(store::Database& database, const std::string& store)
      : database_(database), store_(store), published_(published_runs(store)) {}

  bool published(const std::string& run) const {
    return std::binary_search(published_.begin(), published_.end(), run);
  }
  bool newest(const std::string& run) const {
    return !published_.empty() && published_.back() == run;
  }
  bool has(const std::string& run) const { return runs_.count(run) != 0; }

  // A run, and those that it needs.
  std::optional<Error> add(const std::string& run) {
    std::vector<std::string> open = {run};
    while (!open.empty()) {
      const std::string next = std::move(open.back());
      open.pop_back();
      if (next.empty() || !runs_.insert(next).second) continue;
      if (auto error = add_needs(next, open)) return error;
    }
    return std::nullopt;
  }

 private:
  std::optional<Error> add_needs(const std::string& run, std::vector<std::string>& open) {
    const bool done = published(run);
    if (!done) {
      const Result<Terms> terms = read_terms(database_, store_, run);
      if (!terms) return terms.error();
      open.push_back(terms->previous);
    }
    const Result<std::vector<std::string>> parts =
        store::parts_of(store_, done ? kUnits.name : kPlan.name, run);
    if (!parts) return parts.error();
    return database_.each(
        "SELECT DISTINCT origin FROM " + rows_of(*parts),
        [&](const store::Rows& rows, std::size_t i) { open.emplace_back(rows.text(0, i)); });
  }

  store::Database& database_;
  const std::string& store_;
  const std::vector<std::string> published_;
  std::set<std::string> runs_;
};

}  // namespace

Result<std::vector<std::string>> superfluous_runs(store::Database& database,
                                                  const std::string& store, Instant oldest) {
  Needed needed(database, store);
  const std::vector<std::string> planned = store::runs_of(store, kPlan.name);
  for (const std::string& run : planned) {
    const Result<Terms> terms = read_terms(database, store, run);
    if (!terms) return terms.error();
    const std::optional<Time> time = parse_iso_time(terms->as_of);
    if (time && time->latest() < oldest && !needed.newest(run)) continue;
    if (auto error = needed.add(run)) return *std::move(error);
  }
  std::vector<std::string> superfluous;
  for (const std::string& run : planned) {
    if (!needed.has(run)) superfluous.push_back(run);
  }
  return superfluous;
}

std::optional<Error> remove_run(const std::string& store, const std::string& run) {
  std::error_code error;
  const auto folder = [&](const char* kind) { return fs::path(store) / kind / ("run=" + run); };
  // Totals of a run that broke off before it was published.
  if (!fs::exists(folder(kUnits.name), error) && !fs::exists(folder(kNights.name), error)) {
    fs::remove_all(folder(kTotals.name), error);
  }
  for (const char* const kind : kKinds) {
    if (!error) fs::remove_all(folder(kind), error);
  }
  if (!error) return std::nullopt;
  return Error{store + "：无法删除运行 " + run + "（" + error.message() + "）",
               store + ": the run " + run + " cannot be removed (" + error.message() + ")",
               {}};
}

}  // namespace emrlint::ledger
