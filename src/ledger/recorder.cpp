// SPDX-License-Identifier: Apache-2.0
#include "ledger/recorder.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "engine/facets.h"
#include "ledger/sums.h"
#include "ledger/tables.h"
#include "output/place.h"
#include "store/part.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

// In the order in which they are written.
constexpr std::array kShardTables = {kCharts, kTallies,  kFindings, kMarks,
                                     kCounts, kProblems, kJudged};
enum Index : std::size_t {
  kChartRows,
  kTallyRows,
  kFindingRows,
  kMarkRows,
  kCountRows,
  kProblemRows,
  kJudgedRows,
};

// Most findings are undecided, most queries ask for failures: they skip the others.
constexpr unsigned kFindingsTogether = 4096;

std::string findings_by_kind() {
  std::string query;
  for (const char* const kind : {"fail", "due", "undecided"}) {
    query += (query.empty() ? "" : " UNION ALL ") +
             ("SELECT * FROM findings WHERE kind = " + store::sql_text(kind));
  }
  return query;
}

// No deadline of a check lies further behind a discharge.
constexpr std::chrono::days kLastDeadline{90};

// Findings that count, as RunSummary has them.
struct Numbers {
  std::uint32_t errors = 0, warnings = 0, notes = 0, undecided = 0, due = 0, waived = 0;

  void add(const Finding& finding) {
    if (finding.waiver != nullptr) {
      ++waived;
    } else if (finding.superseded) {
      return;
    } else if (finding.outcome.kind == OutcomeKind::kUndecided) {
      ++undecided;
    } else if (finding.outcome.kind == OutcomeKind::kDue) {
      ++due;
    } else {
      ++(finding.severity == Severity::kError     ? errors
         : finding.severity == Severity::kWarning ? warnings
                                                  : notes);
    }
  }
};

// The columns of a chart that a sheet fills.
struct Grading {
  std::optional<double> score;
  std::optional<std::string> grade;
  bool provisional = false;
};

Grading grading_of(const ScoreSheet& sheet, const ChartMarks& marks) {
  Grading grading;
  if (marks.not_scored != NotScored::kNo || !marks.complete) return grading;
  const ChartScore score = add_up(sheet, marks);
  grading.score = score.total.value();
  grading.grade = sheet.grades[score.grade].id;
  grading.provisional = score.provisional;
  return grading;
}

// Of all that a chart is to hold: how much is there, and how much is not.
Tally required_items(const ChartReport& report, const Catalog& catalog) {
  Tally items;
  for (std::size_t i = 0; i < report.tallies.size(); ++i) {
    const Tally& tally = report.tallies[i];
    if (tally.pass + tally.fail == 0) continue;
    if (!catalog.entries()[i].info.id.starts_with("completeness-")) continue;
    items.pass += tally.pass;
    items.fail += tally.fail;
  }
  return items;
}

std::string_view input_of(const Batch& batch, const Chart& chart) {
  if (chart.span.file >= batch.files.size()) return {};
  return batch.files[chart.span.file]->uri();
}

}  // namespace

std::string_view id(Status status) {
  switch (status) {
    case Status::kJudged:
      break;
    case Status::kUnreadable:
      return "unreadable";
    case Status::kCrashed:
      return "crashed";
    case Status::kTimeout:
      return "timeout";
  }
  return "judged";
}

bool settled(const ChartReport& report) {
  if (report.clock.stage == Stage::kArchived || !report.clock.as_of) return true;
  if (report.clock.stage != Stage::kDischarged) return false;
  const Encounter& stay = report.chart->encounter;
  const TimeFact& end = stay.discharged.known() ? stay.discharged : stay.died;
  const bool due = std::any_of(report.tallies.begin(), report.tallies.end(),
                               [](const Tally& tally) { return tally.due != 0; });
  return !due && end.known() && end.value().latest() + kLastDeadline < report.clock.as_of->earliest;
}

Recorder::Recorder(store::Database& database, const Lenses& lenses)
    : database_(&database), lenses_(lenses) {
  if (lenses.sheet != nullptr) {
    marker_ = std::make_unique<Marker>(*lenses.sheet, *lenses.catalog);
  }
}

Result<Recorder> Recorder::open(store::Database& database, const Lenses& lenses) {
  Recorder recorder(database, lenses);
  std::string sql = "BEGIN";
  for (const Table& table : kShardTables) sql += "; " + create_table(table);
  if (auto error = database.run(sql)) return *error;
  for (const Table& table : kShardTables) {
    Result<store::Appender> rows = database.append_to(table.name);
    if (!rows) return rows.error();
    recorder.rows_.push_back(*std::move(rows));
  }
  return recorder;
}

void Recorder::add(std::uint64_t unit, const Batch& batch,
                   const std::vector<ChartReport>& reports) {
  FindingRows findings(*lenses_.catalog, lenses_.sheet, rows_[kFindingRows], rows_[kTallyRows]);
  for (const Problem& problem : batch.problems) add_problem(unit, batch, problem);
  for (const ChartReport& report : reports) {
    std::optional<ChartMarks> marks;
    if (marker_) marks = marker_->mark(report);
    add_chart(unit, batch, report, marks ? &*marks : nullptr);
    if (marks) add_marks(unit, report, *marks);
    if (lenses_.indicators != nullptr) add_counts(unit, report);
    findings.add(unit, batch, report, marks ? marks->lost : std::vector<Mark>());
  }
}

void Recorder::add_chart(std::uint64_t unit, const Batch& batch, const ChartReport& report,
                         const ChartMarks* marks) {
  const Chart& chart = *report.chart;
  const Facets facets = facets_of(chart);
  Numbers numbers;
  for (const Finding& finding : report.findings) numbers.add(finding);
  const Tally items = required_items(report, *lenses_.catalog);
  const Grading grading = marks != nullptr ? grading_of(*lenses_.sheet, *marks) : Grading();
  const std::string_view sheet =
      lenses_.sheet != nullptr ? std::string_view(lenses_.sheet->id) : std::string_view();
  rows_[kChartRows].row({unit,
                         report.key,
                         input_of(batch, chart),
                         facets.hospital,
                         facets.department,
                         facets.doctor,
                         facets.disease,
                         facets.month,
                         id(chart.encounter.kind.value),
                         id(report.clock.stage),
                         report.profile,
                         chart.complete && !chart.cut_off,
                         chart.documents.size(),
                         sheet,
                         grading.score,
                         grading.grade,
                         grading.provisional,
                         numbers.errors,
                         numbers.warnings,
                         numbers.notes,
                         numbers.undecided,
                         numbers.due,
                         numbers.waived,
                         report.broken.size(),
                         items.pass,
                         items.fail});
}

void Recorder::add_marks(std::uint64_t unit, const ChartReport& report, const ChartMarks& marks) {
  for (const Mark& mark : marks.lost) {
    rows_[kMarkRows].row({unit, report.key, mark.row,
                          lenses_.catalog->entries()[mark.check].info.id,
                          report.findings[mark.finding].fingerprint, mark.count});
  }
}

// Also what is 0 so far, where checks across charts have a say later.
void Recorder::add_counts(std::uint64_t unit, const ChartReport& report) {
  const IndicatorCounter& counter = *lenses_.indicators;
  for (const IndicatorState& state : counter.states(report)) {
    const IndicatorCount count = counter.count(state);
    const bool nothing = count.denominator == 0 && count.undecided == 0 && count.unevaluated == 0;
    if (nothing && !counter.across(state.indicator)) continue;
    rows_[kCountRows].row({unit, report.key, counter.book().indicators[state.indicator].id,
                           count.numerator, count.denominator, count.undecided, count.unevaluated,
                           state.pass, state.fail, state.open});
  }
}

void Recorder::add_problem(std::uint64_t unit, const Batch& batch, const Problem& problem) {
  std::optional<std::uint32_t> line, column;
  std::string_view path = problem.uri;
  if (problem.located && problem.where.file < batch.files.size()) {
    const Whereabouts place = whereabouts(batch, problem.where);
    path = place.uri;
    line = place.place.begin.line;
    column = place.place.begin.column;
  }
  rows_[kProblemRows].row(
      {unit, path, problem.id, id(problem.kind), problem.zh, problem.en, line, column});
}

void Recorder::status(std::uint64_t unit, Status status, std::string_view detail, bool settled) {
  rows_[kJudgedRows].row({unit, id(status), detail, settled});
}

std::optional<Error> Recorder::finish() {
  for (store::Appender& rows : rows_) {
    if (auto error = rows.finish()) return error;
  }
  rows_.clear();
  return database_->run("COMMIT");
}

std::optional<Error> Recorder::write(const std::string& store, const Terms& terms, unsigned shard) {
  if (auto error = add_up_shard(*database_)) return error;
  if (auto error = write_rows(kSums, store, terms, shard)) return error;
  for (const Table& table : kShardTables) {
    if (auto error = write_rows(table, store, terms, shard)) return error;
  }
  return std::nullopt;
}

std::optional<Error> Recorder::write_rows(const Table& table, const std::string& store,
                                          const Terms& terms, unsigned shard) {
  const store::Labels labels = {
      {"emrlint", table.name}, {"rules", terms.rules}, {"as_of", terms.as_of}};
  const std::string path = store::part_path(store, table.name, terms.run, {shard, terms.shards});
  if (std::string_view(table.name) == kFindings.name) {
    return store::write_part(*database_, findings_by_kind(), path, labels, kFindingsTogether);
  }
  return store::write_part(*database_, "SELECT * FROM " + quoted(table.name), path, labels);
}

}  // namespace emrlint::ledger
