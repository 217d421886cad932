// SPDX-License-Identifier: Apache-2.0
#include "review/statistics.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "base/time.h"
#include "store/runs.h"

namespace emrlint::review {
namespace {

constexpr double kZ = 1.959963984540054;  // The normal quantile of 97.5 %.

const char* column_of(Facet facet) {
  switch (facet) {
    case Facet::kDepartment:
      break;
    case Facet::kDoctor:
      return "doctor";
    case Facet::kCheck:
      return "check_id";
    case Facet::kMonth:
      return "month";
  }
  return "department";
}

// "coalesce(department, '') AS f0, ", for each facet; and ", f0".
struct Columns {
  std::string selected, grouped;

  explicit Columns(const std::vector<Facet>& by) {
    for (std::size_t i = 0; i < by.size(); ++i) {
      selected += fmt::format("coalesce({}, '') AS f{}, ", column_of(by[i]), i);
      grouped += fmt::format(", f{}", i);
    }
  }
};

constexpr const char* kSums =
    "sum(findings)::UBIGINT, sum(pass)::UBIGINT, sum(fail)::UBIGINT, sum(undecided)::UBIGINT, "
    "sum(due)::UBIGINT";

// Rows of run, facets, charts, kSums.
Result<std::vector<Counts>> read(Result<store::Rows> rows, std::size_t facets) {
  if (!rows) return rows.error();
  std::vector<Counts> found;
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      Counts& counts = found.emplace_back();
      counts.run = rows->text(0, i);
      for (std::size_t k = 1; k <= facets; ++k) counts.values.emplace_back(rows->text(k, i));
      counts.charts = rows->natural(facets + 1, i);
      counts.findings = rows->natural(facets + 2, i);
      counts.pass = rows->natural(facets + 3, i);
      counts.fail = rows->natural(facets + 4, i);
      counts.undecided = rows->natural(facets + 5, i);
      counts.due = rows->natural(facets + 6, i);
    }
  }
  if (rows->error()) return *rows->error();
  return found;
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

Result<std::vector<Counts>> counts(store::Database& database, const std::vector<Facet>& by,
                                   const std::string& check) {
  // Tallies count what checks judged, findings what people see of it. A chart is of one department,
  // also where it came in several units.
  const Columns columns(by);
  const std::string sql = fmt::format(
      "WITH known AS (SELECT chart, min(department) AS department, min(doctor) AS doctor, "
      "min(month) AS month FROM charts GROUP BY chart), "
      "judged AS (SELECT chart, check_id, 0 AS findings, pass, fail, undecided, due FROM tallies "
      "UNION ALL SELECT chart, check_id, 1, 0, 0, 0, 0 FROM findings "
      "WHERE kind = 'fail' AND NOT waived AND NOT superseded) "
      "SELECT '' AS run, {} count(DISTINCT chart)::UBIGINT, {} "
      "FROM judged LEFT JOIN known USING (chart) WHERE true{} GROUP BY run{} ORDER BY run{}",
      columns.selected, kSums, only("check_id", check), columns.grouped, columns.grouped);
  return read(database.rows(sql), by.size());
}

Result<std::vector<Counts>> trend(store::Database& database, const TotalsQuery& query) {
  if (query.parts.empty()) return std::vector<Counts>();
  const Columns columns(query.by);
  const std::string sql = fmt::format(
      "SELECT run, {} 0::UBIGINT, {} FROM read_parquet({}, hive_partitioning = true, "
      "hive_types_autocast = false) WHERE true{}{} GROUP BY run{} ORDER BY run{}",
      columns.selected, kSums, store::sql_files(query.parts),
      only("department", query.department), only("check_id", query.check), columns.grouped,
      columns.grouped);
  return read(database.rows(sql), query.by.size());
}

std::vector<std::string> last_of_months(const std::vector<std::string>& runs) {
  constexpr std::size_t kMonth = 7;  // "2024-03"
  std::vector<std::string> last;
  for (const std::string& run : runs) {
    const bool dated = parse_iso_time(run.substr(0, kMonth)).has_value();
    const bool same = dated && !last.empty() && last.back().starts_with(run.substr(0, kMonth));
    if (same) last.pop_back();
    last.push_back(run);
  }
  return last;
}

}  // namespace emrlint::review
