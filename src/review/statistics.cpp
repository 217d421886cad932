// SPDX-License-Identifier: Apache-2.0
#include "review/statistics.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "store/runs.h"

namespace emrlint::review {
namespace {

constexpr double kZ = 1.959963984540054;  // The normal quantile of 97.5 %.

const char* column_of(Facet facet) {
  switch (facet) {
    case Facet::kNone:
    case Facet::kRun:
      break;
    case Facet::kDepartment:
      return "department";
    case Facet::kDoctor:
      return "doctor";
    case Facet::kCheck:
      return "check_id";
    case Facet::kMonth:
      return "month";
  }
  return "''";
}

// The sums that counts_of() reads, beginning with `first`.
constexpr const char* kSums =
    "sum(findings)::UBIGINT, sum(pass)::UBIGINT, sum(fail)::UBIGINT, sum(undecided)::UBIGINT, "
    "sum(due)::UBIGINT";

void add_sums(const store::Rows& rows, std::size_t first, std::size_t row, Counts& counts) {
  counts.findings = rows.natural(first, row);
  counts.pass = rows.natural(first + 1, row);
  counts.fail = rows.natural(first + 2, row);
  counts.undecided = rows.natural(first + 3, row);
  counts.due = rows.natural(first + 4, row);
}

std::string only(const char* column, const std::string& value) {
  return value.empty() ? "" : fmt::format(" AND {} = {}", column, store::sql_text(value));
}

}  // namespace

Interval wilson(std::uint64_t hits, std::uint64_t of) {
  if (of == 0) return {};
  const auto n = static_cast<double>(of);
  const double share = static_cast<double>(hits) / n;
  const double scale = 1 + kZ * kZ / n;
  const double middle = share + kZ * kZ / (2 * n);
  const double width = kZ * std::sqrt(share * (1 - share) / n + kZ * kZ / (4 * n * n));
  // By the formula it ends there; rounding may leave a hair.
  const double low = hits == 0 ? 0 : (middle - width) / scale;
  const double high = hits == of ? 1 : (middle + width) / scale;
  return {low, high};
}

std::vector<Precision> precisions(const Reviews& reviews) {
  std::map<std::string, Precision> found;
  for (const auto& [fingerprint, review] : reviews) {
    Precision& precision = found[review.check];
    precision.check = review.check;
    const std::optional<bool> right = holds(review);
    if (right) ++(*right ? precision.right : precision.wrong);
    if (!right && review.verdict == Verdict::kUnclear) ++precision.unclear;
    if (!review.appeal.empty()) ++precision.appeals;
    if (review.decision == Decision::kUpheld) ++precision.upheld;
  }
  std::vector<Precision> out;
  for (auto& [check, precision] : found) out.push_back(std::move(precision));
  return out;
}

Result<std::vector<Counts>> counts(store::Database& database, Facet by, const std::string& check) {
  // Tallies count what checks judged, findings what people see of it. A chart is of one department,
  // also where it came in several units.
  const std::string sql = fmt::format(
      "WITH known AS (SELECT chart, min(department) AS department, min(doctor) AS doctor, "
      "min(month) AS month FROM charts GROUP BY chart), "
      "judged AS (SELECT chart, check_id, 0 AS findings, pass, fail, undecided, due FROM tallies "
      "UNION ALL SELECT chart, check_id, 1, 0, 0, 0, 0 FROM findings "
      "WHERE kind = 'fail' AND NOT waived AND NOT superseded) "
      "SELECT coalesce({}, '') AS value, count(DISTINCT chart)::UBIGINT, {} "
      "FROM judged LEFT JOIN known USING (chart) WHERE true{} GROUP BY value ORDER BY value",
      column_of(by), kSums, only("check_id", check));
  Result<store::Rows> rows = database.rows(sql);
  if (!rows) return rows.error();
  std::vector<Counts> found;
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      Counts& counts = found.emplace_back();
      counts.value = rows->text(0, i);
      counts.charts = rows->natural(1, i);
      add_sums(*rows, 2, i, counts);
    }
  }
  if (rows->error()) return *rows->error();
  return found;
}

Result<std::vector<Trend>> trend(store::Database& database, const TotalsQuery& query) {
  if (query.parts.empty()) return std::vector<Trend>();
  const std::string sql = fmt::format(
      "SELECT run, coalesce({}, '') AS value, {} FROM read_parquet({}, hive_partitioning = true, "
      "hive_types_autocast = false) WHERE true{}{} GROUP BY run, value ORDER BY run, value",
      column_of(query.by), kSums, store::sql_files(query.parts),
      only("department", query.department), only("check_id", query.check));
  Result<store::Rows> rows = database.rows(sql);
  if (!rows) return rows.error();
  std::vector<Trend> found;
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      Trend& row = found.emplace_back();
      row.run = rows->text(0, i);
      row.counts.value = rows->text(1, i);
      add_sums(*rows, 2, i, row.counts);
    }
  }
  if (rows->error()) return *rows->error();
  return found;
}

}  // namespace emrlint::review
