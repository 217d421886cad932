// SPDX-License-Identifier: Apache-2.0
// Charts of the fixtures on the form of their sheet, read back.
#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "config/config.h"
#include "engine/lint.h"
#include "output/score_sheets.h"
#include "output/xlsx_support.h"
#include "reader/read_support.h"

namespace emrlint {
namespace {

const Catalog& catalog() {
  static const Result<Catalog> built_in = Catalog::built_in();
  REQUIRE(built_in);
  return *built_in;
}

Result<std::string> no_file(const std::string& path) { return Error{path, path, {}}; }

// The workbook of these charts, in Chinese.
std::string workbook_of(const std::vector<std::string>& charts, std::string problem = "") {
  Result<ScoreSheet> sheet = load_sheet("cn-zhejiang-2021", catalog(), no_file);
  REQUIRE(sheet);
  const Result<Config> config =
      Config::load(catalog(), "x", "extends = [\"cn-zhejiang-2021\"]", no_file);
  REQUIRE(config);
  std::ostringstream out;
  const auto sink = make_score_xlsx_sink(
      out, catalog(), {}, std::make_shared<const std::vector<ScoreSheet>>(1, *sheet));
  sink->begin();
  for (const std::string& chart : charts) {
    const std::string path = "fixtures/charts/" + chart + "/chart.json";
    Batch batch = read_test::read_text(read_test::file_text(path));
    REQUIRE(batch.charts.size() == 1);
    if (!problem.empty()) batch.problems.push_back({.zh = problem, .en = problem, .uri = "x.xml"});
    sink->batch(batch, {lint(catalog(), *config, batch.charts[0], path)});
  }
  sink->end({});
  REQUIRE(out);
  return out.str();
}

// The row of a worksheet that has a text in a column; null if none has.
const std::vector<std::string>* row_with(const BookSheet& sheet, std::size_t column,
                                         std::string_view text) {
  const auto found = std::find_if(sheet.rows.begin(), sheet.rows.end(), [&](const auto& row) {
    return column < row.size() && row[column].find(text) != std::string::npos;
  });
  return found == sheet.rows.end() ? nullptr : &*found;
}

TEST_CASE("score xlsx: a chart is on the four columns that reviewers know") {
  const std::string bytes = workbook_of({"medical-stay-broken"});
  const std::vector<BookSheet> sheets = read_workbook(bytes);
  REQUIRE(sheets.size() == 1);
  const BookSheet& form = sheets.front();
  CHECK(form.name == "ZY20240408-0001");
  CHECK(form.rows[0][0] == "浙江省住院病历质量检查评分表（2021版）");
  CHECK(form.rows[1][0] ==
        "病历：ZY20240408-0001    科室：呼吸与危重症医学科    姓名：***    主管医师：D102");
  // 2 + 5 + 0.5 + 10 + 3 + 10 + 2 + 1 are lost, see score_test.
  CHECK(form.rows[2][0] == "得分：66.5 / 100    丙级    （暂定）");
  CHECK(form.rows[4] == std::vector<std::string>{"项目", "标准分", "扣分标准", "扣分及理由"});
  CHECK(form.rows[5][0] == "病案首页\n扣2分");
  CHECK(form.rows[5][1] == "10");
  const auto* late = row_with(form, 3, "timeliness-admission-record-24h");
  REQUIRE(late != nullptr);
  CHECK((*late)[2] == "未在24小时内完成（5分）");
  CHECK((*late)[3].starts_with("-5\n· 入院记录完成于2024-04-09 16:30，"));
  CHECK((*late)[3].find("《病历书写基本规范》第17条") != std::string::npos);
  const auto* sum = row_with(form, 0, "合计");
  REQUIRE(sum != nullptr);
  CHECK((*sum)[1] == "100");
  CHECK((*sum)[2] == "扣33.5");
  CHECK(zip_part(bytes, "xl/worksheets/sheet1.xml").find("<mergeCell ref=\"A6:A13\"/>") !=
        std::string::npos);
}

TEST_CASE("score xlsx: a row that was not judged says so and never looks like one without loss") {
  const BookSheet form = read_workbook(workbook_of({"medical-stay"})).front();
  const auto* undecided = row_with(form, 3, "未能判定\n· 无法判定，缺少：");
  REQUIRE(undecided != nullptr);
  const auto* person = row_with(form, 3, "须由人判断：");
  REQUIRE(person != nullptr);
  const auto* judged = row_with(form, 2, "诊断错误（如部位、疾病名称）（单项否决 -10）");
  REQUIRE(judged != nullptr);
  CHECK((*judged)[3] == "0");
}

TEST_CASE("score xlsx: several charts have a table before their forms") {
  const std::vector<BookSheet> sheets =
      read_workbook(workbook_of({"medical-stay", "outpatient"}, "标签没有结束"));
  REQUIRE(sheets.size() == 3);
  const BookSheet& table = sheets[0];
  CHECK(table.name == "总表");
  REQUIRE(table.rows.size() == 5);
  const std::vector<std::string>& scored = table.rows[1];
  CHECK(scored[5] == "98");
  // Its input was not read whole: it may lack what was lost.
  CHECK(scored[7] == "病历不完整，不定级");
  CHECK(scored[8] == "是");
  CHECK(scored[11] == "病程记录·日常病程记录 -2");
  const std::vector<std::string>& other = table.rows[2];
  CHECK(other[5] == "");  // Not scored is no score, least of all 100.
  CHECK(other.back() == "未评分：此评分表不适用于这类病历");
  CHECK(sheets[2].rows.back()[0] == "未评分：此评分表不适用于这类病历");
  CHECK(table.rows[3].front() == "x.xml");
  CHECK(table.rows[3].back() == "未能完整读取：标签没有结束");
}

TEST_CASE("score xlsx: charts beyond the limit are in the table, which says so") {
  const std::vector<std::string> many(kMostScoreForms + 1, "medical-stay");
  const std::vector<BookSheet> sheets = read_workbook(workbook_of(many));
  CHECK(sheets.size() == 1 + kMostScoreForms);
  CHECK(sheets[0].rows[kMostScoreForms].size() == 13);
  CHECK(sheets[0].rows[kMostScoreForms][12] == "");
  CHECK(sheets[0].rows[kMostScoreForms + 1][12] == "超出评分表页数上限，无单独工作表");
}

}  // namespace
}  // namespace emrlint
