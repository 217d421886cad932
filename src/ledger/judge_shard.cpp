// SPDX-License-Identifier: Apache-2.0
#include "ledger/judge_shard.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/facts_parts.h"
#include "engine/run.h"
#include "ledger/tables.h"
#include "reader/reopen.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

Problem gone(const PlannedUnit& unit) {
  return {Problem::Kind::kUnreadable,
          "file-unreadable",
          "无法再次读取：已被删除、移走或改短",
          "cannot be read again: removed, moved or cut off",
          unit.place.paths.front(),
          {},
          false};
}

class ShardRun {
 public:
  ShardRun(const ShardJob& job, Recorder& recorder)
      : job_(job),
        recorder_(recorder),
        reopener_(job.limits.bytes),
        across_(*job.lenses.catalog, job.across) {}

  void judge(const PlannedUnit& unit) {
    std::optional<WorkUnit> work;
    if (unit.problems.empty()) work = reopener_.open(unit.place);
    if (!work) return record_unread(unit);
    const JudgedUnit judged =
        judge_unit(*std::move(work), *job_.lenses.catalog, *job_.config, job_.limits);
    summary_.add(judged.batch, judged.reports);
    recorder_.add(unit.id, judged.batch, judged.reports);
    across_.add(across_.facts(judged.batch, judged.reports, unit.place));
    const bool nothing = judged.batch.charts.empty();
    const bool over = std::all_of(judged.reports.begin(), judged.reports.end(), settled);
    recorder_.status(unit.id, nothing ? Status::kUnreadable : Status::kJudged, {}, over);
  }

  void give_up(const PlannedUnit& unit, const Failure& failure) {
    recorder_.status(unit.id, failure.status, failure.detail, false);
  }

  std::optional<Error> write(store::Database& database, const Plan& plan) {
    if (auto error = recorder_.finish()) return error;
    const std::string facts =
        facts_part_path(job_.store, plan.terms.run, {job_.shard, plan.terms.shards});
    if (auto error = write_facts_part(database, facts, across_, summary_)) return error;
    return recorder_.write(job_.store, plan.terms, job_.shard);
  }

 private:
  void record_unread(const PlannedUnit& unit) {
    Batch batch;
    batch.problems = unit.problems;
    if (batch.problems.empty()) batch.problems.push_back(gone(unit));
    recorder_.add(unit.id, batch, {});
    recorder_.status(unit.id, Status::kUnreadable, batch.problems.front().id, false);
  }

  const ShardJob& job_;
  Recorder& recorder_;
  Reopener reopener_;
  AcrossCharts across_;
  RunSummary summary_;
};

}  // namespace

bool shard_done(const std::string& store, const Terms& terms, unsigned shard) {
  std::error_code error;
  return std::filesystem::exists(
      store::part_path(store, kJudged.name, terms.run, {shard, terms.shards}), error);
}

std::optional<Error> judge_shard(store::Database& database, const ShardJob& job, const Plan& plan,
                                 const Failures& failures, Heartbeat& heartbeat) {
  Result<Recorder> recorder = Recorder::open(database, job.lenses);
  if (!recorder) return recorder.error();
  ShardRun run(job, *recorder);
  for (std::size_t i = 0; i < plan.units.size(); ++i) {
    const auto failed = failures.find(i);
    if (failed != failures.end()) {
      run.give_up(plan.units[i], failed->second);
      continue;
    }
    heartbeat.begin(i);
    run.judge(plan.units[i]);
    heartbeat.end();
  }
  return run.write(database, plan);
}

}  // namespace emrlint::ledger
