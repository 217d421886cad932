// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_REVIEW_RUN_SUPPORT_H_
#define EMRLINT_TESTS_REVIEW_RUN_SUPPORT_H_

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "review/review_support.h"
#include "store/duckdb.h"

namespace emrlint::review {

// Tables with the columns that a run has as views, as far as they are asked for.
inline store::Database invented_run() {
  store::Database database = store::open_database();
  REQUIRE_FALSE(database.run(
      "CREATE TABLE charts (unit UBIGINT, chart VARCHAR, department VARCHAR, doctor VARCHAR, "
      "disease VARCHAR, month VARCHAR, complete BOOLEAN, score DOUBLE, grade VARCHAR);"
      "CREATE TABLE tallies (unit UBIGINT, chart VARCHAR, check_id VARCHAR, pass UINTEGER, "
      "fail UINTEGER, undecided UINTEGER, due UINTEGER);"
      "CREATE TABLE findings (unit UBIGINT, chart VARCHAR, check_id VARCHAR, message_id VARCHAR, "
      "kind VARCHAR, severity VARCHAR, fingerprint VARCHAR, digest VARCHAR, document VARCHAR, "
      "path VARCHAR, line UINTEGER, col UINTEGER, zh VARCHAR, en VARCHAR, due VARCHAR, "
      "waived BOOLEAN, superseded BOOLEAN, points DOUBLE, veto BOOLEAN)"));
  return database;
}

struct InventedFinding {
  unsigned number = 0;  // Of its fingerprint.
  std::string chart = "ZY1", check = "timeliness-x", kind = "fail", severity = "error", due;
  bool waived = false, superseded = false;
  std::optional<double> points = std::nullopt;
  bool veto = false;
};

inline void add(store::Database& database, const InventedFinding& finding) {
  Result<store::Statement> insert = database.prepare(
      "INSERT INTO findings VALUES (1, ?, ?, 'late', ?, ?, ?, 'd', 'progress-note', 'a.json', 7, "
      "1, '迟了', 'late', nullif(?, ''), ?, ?, ?, ?)");
  REQUIRE(insert.ok());
  REQUIRE_FALSE(insert->run({finding.chart, finding.check, finding.kind, finding.severity,
                             fingerprint_of(finding.number), finding.due, finding.waived,
                             finding.superseded, finding.points, finding.veto}));
}

inline void run_sql(store::Database& database, const std::string& sql) {
  const std::optional<Error> error = database.run(sql);
  REQUIRE_MESSAGE(!error, error.value_or(Error()).en);
}

}  // namespace emrlint::review

#endif  // EMRLINT_TESTS_REVIEW_RUN_SUPPORT_H_
