// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_TABLES_H_
#define EMRLINT_LEDGER_TABLES_H_

#include <string>
#include <string_view>
#include <vector>

// The tables of a run in the store: what docs/nightly.md describes. Each is a kind of parts
// (store/runs.h).
namespace emrlint::ledger {

struct Table {
  const char* name;     // The kind of its parts: "findings".
  const char* columns;  // As SQL declares them.
};

// Written before anything is judged: the units of the run and who judges which.
inline constexpr Table kPlan = {
    "plan",
    "unit UBIGINT, shard UINTEGER, files VARCHAR, line_at UBIGINT, first_line UINTEGER, "
    "flags UTINYINT, size UBIGINT, content VARCHAR, origin VARCHAR, problem VARCHAR"};

// Written by each shard, in this order; the last one says that the shard is done.
inline constexpr Table kCharts = {
    "charts",
    "unit UBIGINT, chart VARCHAR, input VARCHAR, hospital VARCHAR, department VARCHAR, "
    "doctor VARCHAR, disease VARCHAR, month VARCHAR, encounter VARCHAR, stage VARCHAR, "
    "profile VARCHAR, complete BOOLEAN, documents UINTEGER, sheet VARCHAR, score DOUBLE, "
    "grade VARCHAR, provisional BOOLEAN, errors UINTEGER, warnings UINTEGER, notes UINTEGER, "
    "undecided UINTEGER, due UINTEGER, waived UINTEGER, broken UINTEGER, "
    "items_there UINTEGER, items_missing UINTEGER"};
inline constexpr Table kTallies = {
    "tallies",
    "unit UBIGINT, chart VARCHAR, check_id VARCHAR, pass UINTEGER, fail UINTEGER, "
    "undecided UINTEGER, due UINTEGER"};
inline constexpr Table kFindings = {
    "findings",
    "unit UBIGINT, chart VARCHAR, check_id VARCHAR, message_id VARCHAR, kind VARCHAR, "
    "severity VARCHAR, fingerprint VARCHAR, digest VARCHAR, subject VARCHAR, document VARCHAR, "
    "path VARCHAR, line UINTEGER, col UINTEGER, zh VARCHAR, en VARCHAR, due VARCHAR, "
    "waived BOOLEAN, superseded BOOLEAN, points DOUBLE, veto BOOLEAN, numbers VARCHAR"};
inline constexpr Table kMarks = {
    "marks",
    "unit UBIGINT, chart VARCHAR, sheet_row UINTEGER, check_id VARCHAR, fingerprint VARCHAR, "
    "count UINTEGER"};
inline constexpr Table kCounts = {
    "counts",
    "unit UBIGINT, chart VARCHAR, indicator VARCHAR, numerator UINTEGER, denominator UINTEGER, "
    "undecided UINTEGER, unevaluated UINTEGER, pass UINTEGER, fail UINTEGER, open UINTEGER"};
inline constexpr Table kProblems = {
    "problems",
    "unit UBIGINT, path VARCHAR, problem VARCHAR, kind VARCHAR, zh VARCHAR, en VARCHAR, "
    "line UINTEGER, col UINTEGER"};
// Counts of the shard, added up by facet of the charts; the facet is empty for all of them.
inline constexpr Table kSums = {
    "sums",
    "facet VARCHAR, name VARCHAR, indicator VARCHAR, numerator BIGINT, denominator BIGINT, "
    "undecided BIGINT, unevaluated BIGINT"};
inline constexpr Table kJudged = {"judged",
                                  "unit UBIGINT, status VARCHAR, detail VARCHAR, settled BOOLEAN"};

// Written when all shards are done; the last one publishes the run.
inline constexpr Table kAcross = {"across", kFindings.columns};
inline constexpr Table kAcrossTallies = {"across-tallies", kTallies.columns};
inline constexpr Table kAcrossProblems = {"across-problems", kProblems.columns};
inline constexpr Table kRegraded = {"regraded",
                                    "unit UBIGINT, chart VARCHAR, score DOUBLE, grade VARCHAR"};
// Counts in place of those of the shards, which they were, where checks across charts have a say.
inline constexpr Table kRecounted = {
    "recounted",
    "unit UBIGINT, chart VARCHAR, indicator VARCHAR, numerator UINTEGER, denominator UINTEGER, "
    "undecided UINTEGER, unevaluated UINTEGER, pass UINTEGER, fail UINTEGER, open UINTEGER, "
    "was_numerator UINTEGER, was_denominator UINTEGER, was_undecided UINTEGER, "
    "was_unevaluated UINTEGER"};
inline constexpr Table kTotals = {
    "totals",
    "department VARCHAR, check_id VARCHAR, month VARCHAR, findings UBIGINT, pass UBIGINT, "
    "fail UBIGINT, undecided UBIGINT, due UBIGINT"};
inline constexpr Table kUnits = {
    "units",
    "unit UBIGINT, path VARCHAR, content VARCHAR, origin VARCHAR, status VARCHAR, detail VARCHAR, "
    "settled BOOLEAN"};

// Written with the reports of a published run: its headline numbers, one row.
inline constexpr Table kNights = {
    "nights",
    "charts UBIGINT, documents UBIGINT, errors UBIGINT, warnings UBIGINT, notes UBIGINT, "
    "undecided UBIGINT, due UBIGINT, waived UBIGINT, fresh UBIGINT, updated UBIGINT, "
    "unchanged UBIGINT, absent UBIGINT, not_evaluated UBIGINT, scored UBIGINT, "
    "mean_score DOUBLE"};

// "CREATE TABLE NAME (...)". A name may hold "-".
std::string create_table(const Table& table);
// A name as SQL takes it.
std::string quoted(std::string_view name);
// read_parquet(...) of parts, with a column `run` of the run that each row is of.
std::string rows_of(const std::vector<std::string>& paths);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_TABLES_H_
