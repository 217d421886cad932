// SPDX-License-Identifier: Apache-2.0
#include "nightly/night_tables.h"

#include <fmt/format.h>

#include <utility>

namespace emrlint::nightly {
namespace {

constexpr TableColumn kChart = {"chart", {"病历", "Chart"}};
constexpr TableColumn kDepartment = {"department", {"科室", "Department"}};
constexpr TableColumn kDoctor = {"doctor", {"医师", "Doctor"}};
constexpr TableColumn kCheck = {"check", {"检查", "Check"}};
constexpr TableColumn kTitle = {"title", {"要求", "Requirement"}};
constexpr TableColumn kMessage = {"message", {"问题", "Problem"}};
constexpr TableColumn kPath = {"path", {"文件", "File"}};
constexpr TableColumn kLine = {"line", {"行", "Line"}};

constexpr Word kStates[] = {{"new", {"新增", "new"}},
                            {"updated", {"有变化", "updated"}},
                            {"unchanged", {"未变", "unchanged"}}};
constexpr Word kSeverities[] = {
    {"error", {"必改", "error"}}, {"warning", {"建议", "warning"}}, {"note", {"提示", "note"}}};

constexpr Word kStatuses[] = {{"unreadable", {"无法读取", "unreadable"}},
                              {"crashed", {"使程序崩溃", "crashed"}},
                              {"timeout", {"超时", "timeout"}},
                              {"in-part", {"只读取了一部分", "read in part"}},
                              {"check-broke", {"检查出错", "a check broke"}}};

template <std::size_t N>
Cell word(const Word (&words)[N], std::string_view id) {
  for (const Word& one : words) {
    if (one.id == id) return one;
  }
  return id;
}

// A finding that people have to see to, in both runs.
std::string open_findings(const char* prefix) {
  return fmt::format(
      "SELECT * FROM {}findings WHERE kind = 'fail' AND NOT waived AND NOT superseded", prefix);
}

// In the order of NightNumbers; each table is read once.
constexpr const char* kNumbers =
    "SELECT u.units, u.judged, u.unreadable, u.crashed, u.timeouts, c.charts, c.documents, "
    "  o.errors, o.warnings, o.notes, f.undecided, f.due, f.waived, "
    "  s.fresh, s.updated, s.unchanged, "
    "  (SELECT count(*) FROM old_open "
    "    WHERE fingerprint NOT IN (SELECT fingerprint FROM states)), "
    "  (SELECT count(DISTINCT coalesce(u.path, p.path)) FROM problems p LEFT JOIN units u "
    "    USING (unit) WHERE u.status IS NULL OR u.status = 'judged'), "
    "  c.broken, c.scored, c.score FROM "
    "(SELECT count(*) AS units, "
    "  count(*) FILTER (origin = '{}' AND status = 'judged') AS judged, "
    "  count(*) FILTER (status = 'unreadable') AS unreadable, "
    "  count(*) FILTER (status = 'crashed') AS crashed, "
    "  count(*) FILTER (status = 'timeout') AS timeouts FROM units) u, "
    "(SELECT count(*) AS charts, coalesce(sum(documents), 0) AS documents, "
    "  count(*) FILTER (broken > 0) AS broken, count(score) AS scored, "
    "  avg(score::DECIMAL(9, 2)) AS score "
    "  FROM charts) c, "
    "(SELECT count(*) FILTER (severity = 'error') AS errors, "
    "  count(*) FILTER (severity = 'warning') AS warnings, "
    "  count(*) FILTER (severity = 'note') AS notes FROM open_findings) o, "
    "(SELECT count(*) FILTER (kind = 'undecided') AS undecided, "
    "  count(*) FILTER (kind = 'due') AS due, count(*) FILTER (waived) AS waived FROM findings) f, "
    "(SELECT count(*) FILTER (state = 'new') AS fresh, "
    "  count(*) FILTER (state = 'updated') AS updated, "
    "  count(*) FILTER (state = 'unchanged') AS unchanged FROM states) s";

}  // namespace

std::optional<Error> NightTables::prepare() {
  const std::string old = previous_.empty() ? "SELECT '' AS fingerprint, '' AS digest LIMIT 0"
                                            : "SELECT fingerprint, min(digest) AS digest FROM (" +
                                                  open_findings("old_") + ") GROUP BY fingerprint";
  return database_.run(
      "CREATE TABLE open_findings AS SELECT f.chart, f.check_id, f.severity, f.fingerprint, "
      "  f.digest, f.path, f.line, f." +
      message_ + " AS message, c.department, c.doctor FROM (" + open_findings("") +
      ") f JOIN (SELECT unit, chart, min(department) AS department, "
      "min(doctor) AS doctor FROM charts GROUP BY unit, chart) c USING (unit, chart);"
      "CREATE TABLE old_open AS " +
      old +
      ";"
      "CREATE TABLE states AS SELECT f.fingerprint, CASE "
      "  WHEN any_value(o.fingerprint) IS NULL THEN 'new' "
      "  WHEN min(f.digest) = any_value(o.digest) THEN 'unchanged' ELSE 'updated' END AS state "
      "FROM open_findings f LEFT JOIN old_open o USING (fingerprint) GROUP BY f.fingerprint");
}

Result<NightNumbers> NightTables::numbers() {
  const std::string sql = fmt::format(kNumbers, run_);
  Result<store::Rows> rows = database_.rows(sql);
  if (!rows) return rows.error();
  if (!rows->next()) return rows->error().value_or(Error{});
  NightNumbers numbers;
  std::size_t column = 0;
  for (std::uint64_t* const number :
       {&numbers.units,    &numbers.judged,  &numbers.unreadable, &numbers.crashed,
        &numbers.timeouts, &numbers.charts,  &numbers.documents,  &numbers.errors,
        &numbers.warnings, &numbers.notes,   &numbers.undecided,  &numbers.due,
        &numbers.waived,   &numbers.fresh,   &numbers.updated,    &numbers.unchanged,
        &numbers.absent,   &numbers.in_part, &numbers.broken,     &numbers.scored}) {
    *number = static_cast<std::uint64_t>(rows->integer(column++, 0));
  }
  if (!rows->null(column, 0)) numbers.mean_score = rows->number(column, 0);
  return numbers;
}

// A column of a query is named after what it holds: "title" and "measure" are of the check that it
// names, "baseline", "severity" and "status" words, "n_..." counts, "score" a number, others texts.
NightTables::Holds NightTables::holds(std::string_view column) {
  if (column.starts_with("n_")) return Holds::kCount;
  if (column == "score") return Holds::kNumber;
  if (column == "baseline") return Holds::kBaseline;
  if (column == "severity") return Holds::kSeverity;
  if (column == "status") return Holds::kStatus;
  if (column == "title") return Holds::kTitle;
  return column == "measure" ? Holds::kMeasure : Holds::kText;
}

Cell NightTables::cell(const store::Rows& rows, std::size_t column, std::size_t row,
                       Holds what) const {
  if (rows.null(column, row)) return {};
  if (what == Holds::kCount) return static_cast<std::uint64_t>(rows.integer(column, row));
  if (what == Holds::kNumber) return rows.number(column, row);
  const std::string_view text = rows.text(column, row);
  if (what == Holds::kBaseline) return word(kStates, text);
  if (what == Holds::kSeverity) return word(kSeverities, text);
  if (what == Holds::kStatus) return word(kStatuses, text);
  if (what == Holds::kText) return text;
  const CheckInfo* const check = info(text);
  if (check == nullptr) return text;
  return (what == Holds::kTitle ? check->title : check->advice).in(lang_);
}

const CheckInfo* NightTables::info(std::string_view check) const {
  const CatalogEntry* const entry = catalog_.find(check);
  return entry == nullptr ? nullptr : &entry->info;
}

std::optional<Error> NightTables::each(const std::string& sql, const RowVisitor& visit) {
  Result<store::Rows> rows = database_.rows(sql);
  if (!rows) return rows.error();
  std::vector<Cell> cells(rows->columns());
  std::vector<Holds> columns;
  for (std::size_t i = 0; i < cells.size(); ++i) columns.push_back(holds(rows->name(i)));
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      for (std::size_t column = 0; column < cells.size(); ++column) {
        cells[column] = cell(*rows, column, i, columns[column]);
      }
      visit(cells);
    }
  }
  return rows->error();
}

Result<Table> NightTables::filled(Table table, const std::string& sql) {
  if (auto error = each(sql, [&](const auto& row) { table.rows.push_back(row); })) {
    return *std::move(error);
  }
  return table;
}

// What checks across charts could not read is of no unit.
Result<Table> NightTables::not_evaluated() {
  const Table columns = {"notEvaluated",
                         {kPath,
                          kLine,
                          {"column", {"列", "Column"}},
                          {"status", {"原因", "Reason"}},
                          {"detail", {"详情", "Detail"}}},
                         {}};
  return filled(
      columns,
      fmt::format(
          "SELECT path, line::BIGINT AS n_line, col::BIGINT AS n_column, status, detail FROM ("
          "SELECT path, NULL AS line, NULL AS col, status, detail FROM units "
          "  WHERE status <> 'judged' AND unit NOT IN (SELECT unit FROM problems) "
          "UNION ALL SELECT coalesce(nullif(p.path, ''), u.path), p.line, p.col, "
          "  if(coalesce(u.status, 'judged') = 'judged', 'in-part', u.status), p.{0} "
          "  FROM problems p LEFT JOIN units u USING (unit) "
          "UNION ALL SELECT input, NULL, NULL, 'check-broke', chart || ': ' || broken || '{1}' "
          "  FROM charts WHERE broken > 0) ORDER BY ALL",
          message_, lang_ == Lang::kZh ? "项检查" : " checks"));
}

Table NightTables::problem_columns() {
  return {"problem",
          {kChart,
           kDepartment,
           kDoctor,
           {"severity", {"严重程度", "Severity"}},
           kCheck,
           kTitle,
           kMessage,
           {"cause", {"原因", "Cause"}},
           {"measure", {"整改措施", "Measure"}},
           {"responsible", {"责任科室", "Responsible"}},
           {"deadline", {"整改期限", "Deadline"}},
           {"state", {"整改状态", "State"}},
           {"baseline", {"与上次相比", "Since last run"}},
           kPath,
           kLine,
           {"fingerprint", {"标识", "Fingerprint"}}},
          {}};
}

// Cause and deadline are for people to fill in.
std::optional<Error> NightTables::problems(const FindState& state, const RowVisitor& visit) {
  constexpr std::size_t kState = 11, kFingerprint = 15;
  const std::string sql =
      "SELECT f.chart, f.department, f.doctor, f.severity, f.check_id, f.check_id AS title, "
      "f.message, "
      "'' AS cause, f.check_id AS measure, f.department, '' AS deadline, '' AS state, "
      "s.state AS baseline, f.path, f.line::BIGINT AS n_line, f.fingerprint "
      "FROM open_findings f JOIN states s USING (fingerprint) "
      "WHERE f.severity IN ('error', 'warning') "
      "ORDER BY f.department, f.chart, f.severity, f.check_id, f.fingerprint, f.line, "
      "f.path, f.message";
  std::vector<Cell> filled;
  return each(sql, [&](const std::vector<Cell>& row) {
    filled = row;
    filled[kState] = state(std::get<std::string>(row[kFingerprint].value()));
    visit(filled);
  });
}

Result<Table> NightTables::due_soon() {
  return filled(
      {"due",
       {{"dueAt", {"时限", "Due"}}, kChart, kDepartment, kDoctor, kCheck, kTitle, kMessage},
       {}},
      fmt::format("SELECT f.due, f.chart, c.department, c.doctor, f.check_id, "
                  "f.check_id AS title, f.{} FROM findings f JOIN charts c USING (unit, chart) "
                  "WHERE f.kind = 'due' AND NOT f.waived AND NOT f.superseded "
                  "ORDER BY f.due, f.chart, f.check_id, f.fingerprint, c.department, c.doctor",
                  message_));
}

Table NightTables::score_columns() {
  return {"score",
          {kChart,
           kDepartment,
           kDoctor,
           {"month", {"出院月份", "Month"}},
           {"score", {"得分", "Score"}},
           {"grade", {"等级", "Grade"}},
           {"provisional", {"暂定", "Provisional"}},
           {"complete", {"病历完整", "Whole"}},
           {"completeness", {"应有项目齐全率（%）", "Required items there (%)"}},
           {"errors", {"必改", "Errors"}},
           {"warnings", {"建议", "Warnings"}},
           {"undecided", {"未能判定", "Undecided"}},
           {"input", {"文件", "File"}}},
          {}};
}

std::optional<Error> NightTables::scores(const RowVisitor& visit) {
  return each(
      "SELECT c.chart, c.department, c.doctor, c.month, c.score AS score, c.grade, "
      "if(c.provisional, 'yes', 'no'), if(c.complete, 'yes', 'no'), "
      "round(100.0 * c.items_there / nullif(c.items_there + c.items_missing, 0), 1)::VARCHAR, "
      "c.errors::BIGINT AS n_errors, c.warnings::BIGINT AS n_warnings, "
      "c.undecided::BIGINT AS n_undecided, c.input FROM charts c "
      "ORDER BY c.chart, c.input, c.department, c.doctor, c.score",
      visit);
}

Result<Table> NightTables::departments() {
  return filled({"department",
                 {kDepartment,
                  {"charts", {"病历数", "Charts"}},
                  {"errors", {"必改", "Errors"}},
                  {"warnings", {"建议", "Warnings"}},
                  {"fresh", {"新增问题", "New findings"}},
                  {"scored", {"已评分", "Scored"}},
                  {"meanScore", {"平均分", "Mean score"}}},
                 {}},
                "SELECT c.department, count(*)::BIGINT AS n_charts, "
                "coalesce(any_value(f.errors), 0)::BIGINT AS n_errors, "
                "coalesce(any_value(f.warnings), 0)::BIGINT AS n_warnings, "
                "coalesce(any_value(f.fresh), 0)::BIGINT AS n_fresh, "
                "count(c.score)::BIGINT AS n_scored, "
                "round(avg(c.score::DECIMAL(9, 2)), 2) AS score FROM charts c "
                "LEFT JOIN ("
                "SELECT department, count(*) FILTER (severity = 'error') AS errors, "
                "count(*) FILTER (severity = 'warning') AS warnings, "
                "count(*) FILTER (state = 'new') AS fresh FROM open_findings "
                "JOIN states USING (fingerprint) GROUP BY department) f USING (department) "
                "GROUP BY c.department ORDER BY 3 DESC, 2 DESC, 1");
}

Result<Table> NightTables::checks() {
  return filled({"check",
                 {kCheck,
                  kTitle,
                  {"severity", {"严重程度", "Severity"}},
                  {"findings", {"问题数", "Findings"}},
                  {"charts", {"涉及病历", "Charts"}},
                  {"fresh", {"新增", "New"}}},
                 {}},
                "SELECT check_id, check_id AS title, min(severity) AS severity, "
                "count(*)::BIGINT AS n_findings, count(DISTINCT chart)::BIGINT AS n_charts, "
                "(count(*) FILTER (state = 'new'))::BIGINT AS n_fresh "
                "FROM open_findings JOIN states USING (fingerprint) GROUP BY check_id "
                "ORDER BY 4 DESC, 1");
}

Result<std::vector<std::uint64_t>> NightTables::score_histogram() {
  std::vector<std::uint64_t> counts(10);
  auto error = database_.each(
      "SELECT least(greatest(floor(score / 10), 0), 9)::BIGINT AS step, count(*) "
      "FROM charts WHERE score IS NOT NULL GROUP BY step",
      [&](const store::Rows& rows, std::size_t i) {
        counts[static_cast<std::size_t>(rows.integer(0, i))] =
            static_cast<std::uint64_t>(rows.integer(1, i));
      });
  if (error) return *std::move(error);
  return counts;
}

}  // namespace emrlint::nightly
