// SPDX-License-Identifier: Apache-2.0
#include "review/worklist.h"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <string_view>

namespace emrlint::review {
namespace {

using store::sql_text;

// A chart that came in several units is judged in each.
constexpr const char* kColumns =
    "f.fingerprint, f.chart, f.check_id, f.message_id, f.severity, coalesce(c.department, ''), "
    "coalesce(c.doctor, ''), coalesce(f.document, ''), coalesce(f.path, ''), f.zh, f.en, "
    "CASE WHEN f.kind = 'due' THEN coalesce(f.due, '') ELSE '' END, "
    "coalesce(f.line, 0)::UINTEGER, c.score, "
    "CASE WHEN c.score IS NOT NULL THEN f.points END, "
    "coalesce(c.score IS NOT NULL AND f.veto, false)";
constexpr const char* kFrom =
    "findings f LEFT JOIN charts c ON c.unit = f.unit "
    "AND c.chart = f.chart";

std::string one_of(const std::vector<State>& states) {
  std::string list;
  for (const State state : states) {
    list += (list.empty() ? "" : ", ") + sql_text(name(state).id);
  }
  return "coalesce(r.state, 'new') IN (" + list + ")";
}

std::string severities(Severity least) {
  std::string list;
  for (int i = 0; i <= static_cast<int>(least); ++i) {
    list += (list.empty() ? "" : ", ") + sql_text(id(static_cast<Severity>(i)));
  }
  return "f.severity IN (" + list + ")";
}

std::string conditions(const WorkQuery& query) {
  std::string where = "f.kind IN ('fail', 'due') AND NOT f.waived AND NOT f.superseded AND ";
  where += query.states.empty() ? "NOT coalesce(r.over, false)" : one_of(query.states);
  const auto equals = [&](const char* column, const std::string& value) {
    if (!value.empty()) where.append(" AND ").append(column).append(" = ").append(sql_text(value));
  };
  equals("c.department", query.department);
  equals("r.reviewer", query.reviewer);
  equals("f.chart", query.chart);
  equals("f.check_id", query.check);
  if (query.least) where += " AND " + severities(*query.least);
  return where;
}

// 0 due soon, 1 to 3 by severity, 4 due later. `due` is the second since 1970.
std::string urgency(const Time& now) {
  const auto soon = now.latest() + std::chrono::duration_cast<std::chrono::seconds>(kSoon);
  return fmt::format(
      "CASE WHEN f.kind = 'due' THEN CASE WHEN epoch(try_cast(f.due AS TIMESTAMPTZ)) <= {} "
      "THEN 0 ELSE 4 END WHEN f.severity = 'error' THEN 1 WHEN f.severity = 'warning' THEN 2 "
      "ELSE 3 END",
      soon.time_since_epoch().count());
}

// What ORDER BY says; the same findings always in the same order.
std::string order_of(const WorkQuery& query) {
  const std::string due = "epoch(try_cast(f.due AS TIMESTAMPTZ))", last = "f.kind = 'due'";
  const std::string time = "CASE WHEN f.kind = 'due' THEN " + due + " END NULLS LAST";
  const std::string severity =
      "CASE f.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END";
  const std::string score = "c.score NULLS LAST", chart = "f.chart";
  const std::string cost =
      "c.score IS NOT NULL AND f.veto DESC, CASE WHEN c.score IS NOT NULL "
      "THEN f.points END DESC NULLS LAST";
  const std::string tail = "f.chart, f.path, f.line, f.col, f.check_id, f.fingerprint";
  const std::string urgent = urgency(query.now) + ", " + time;
  switch (query.order) {
    case WorkOrder::kUrgency:
      break;
    case WorkOrder::kPoints:
      return fmt::format("{}, {}, {}, {}, {}, {}", last, cost, severity, time, score, tail);
    case WorkOrder::kSeverity:
      return fmt::format("{}, {}, {}, {}, {}, {}", last, severity, cost, time, score, tail);
    case WorkOrder::kScore:
      return fmt::format("{}, {}, {}, {}", score, chart, urgent, tail);
  }
  return fmt::format("{}, {}, {}", urgent, score, tail);
}

Result<std::vector<WorkRow>> rows_of(store::Database& database, const std::string& sql) {
  Result<store::Rows> rows = database.rows(sql);
  if (!rows) return rows.error();
  std::vector<WorkRow> found;
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const auto text = [&](std::size_t column) { return std::string(rows->text(column, i)); };
      WorkRow& row = found.emplace_back();
      row.review.fingerprint = text(0);
      row.review.chart = text(1);
      row.review.check = text(2);
      row.message_id = text(3);
      row.severity = text(4);
      row.department = text(5);
      row.doctor = text(6);
      row.document = text(7);
      row.path = text(8);
      row.zh = text(9);
      row.en = text(10);
      row.due = text(11);
      row.line = static_cast<std::uint32_t>(rows->natural(12, i));
      if (!rows->null(13, i)) row.score = rows->number(13, i);
      if (!rows->null(14, i)) row.points = rows->number(14, i);
      row.veto = rows->flag(15, i);
    }
  }
  if (rows->error()) return *rows->error();
  return found;
}

void take(const Review& review, WorkRow& row) {
  row.review = review;
  row.state = state_of(review);
}

}  // namespace

Result<std::vector<WorkRow>> worklist(store::Database& database, const Reviews& reviews,
                                      const WorkQuery& query) {
  if (auto error = add_reviews(database, reviews)) return *std::move(error);
  std::string sql = fmt::format(
      "SELECT {} FROM {} LEFT JOIN reviews r ON r.fingerprint = f.fingerprint WHERE {} "
      "ORDER BY {}",
      kColumns, kFrom, conditions(query), order_of(query));
  if (query.limit > 0) sql += fmt::format(" LIMIT {}", query.limit);
  Result<std::vector<WorkRow>> rows = rows_of(database, sql);
  if (!rows) return rows;
  for (WorkRow& row : *rows) {
    const auto known = reviews.find(row.review.fingerprint);
    if (known != reviews.end()) take(known->second, row);
  }
  return rows;
}

Result<std::vector<WorkRow>> find_findings(store::Database& database, std::string_view start) {
  return rows_of(database, fmt::format("SELECT DISTINCT ON (f.fingerprint) {} FROM {} WHERE "
                                       "starts_with(f.fingerprint, {}) ORDER BY f.fingerprint",
                                       kColumns, kFrom, sql_text(start)));
}

std::optional<Error> name_findings(store::Database& database, const std::string& run,
                                   std::vector<Entry>& entries) {
  if (auto error = database.run("CREATE TABLE named (fingerprint VARCHAR)")) return error;
  Result<store::Appender> names = database.append_to("named");
  if (!names) return names.error();
  for (const Entry& entry : entries) names->row({entry.finding.fingerprint});
  if (auto error = names->finish()) return error;
  const Result<std::vector<WorkRow>> rows = rows_of(
      database, fmt::format("SELECT DISTINCT ON (f.fingerprint) {} FROM {} WHERE f.fingerprint IN "
                            "(SELECT fingerprint FROM named)",
                            kColumns, kFrom));
  if (!rows) return rows.error();
  std::map<std::string_view, const Review*> known;
  for (const WorkRow& row : *rows) known.emplace(row.review.fingerprint, &row.review);
  for (Entry& entry : entries) {
    const auto found = known.find(entry.finding.fingerprint);
    if (found == known.end()) continue;
    entry.finding.chart = found->second->chart;
    entry.finding.check = found->second->check;
    entry.finding.run = run;
  }
  return std::nullopt;
}

Result<std::vector<WorkRow>> reviewed(store::Database* database, const Reviews& reviews) {
  std::map<std::string_view, WorkRow> seen;
  Result<std::vector<WorkRow>> rows = std::vector<WorkRow>();
  if (database != nullptr) {
    if (auto error = add_reviews(*database, reviews)) return *std::move(error);
    rows = rows_of(*database,
                   fmt::format("SELECT DISTINCT ON (f.fingerprint) {} FROM {} WHERE f.fingerprint "
                               "IN (SELECT fingerprint FROM reviews) ORDER BY f.fingerprint",
                               kColumns, kFrom));
    if (!rows) return rows;
  }
  for (const WorkRow& row : *rows) seen.emplace(row.review.fingerprint, row);
  std::vector<WorkRow> all;
  for (const auto& [fingerprint, review] : reviews) {
    const auto known = seen.find(fingerprint);
    take(review, all.emplace_back(known != seen.end() ? known->second : WorkRow()));
  }
  return all;
}

}  // namespace emrlint::review
