// SPDX-License-Identifier: Apache-2.0
// Charts of the fixtures whose points were added up by hand, finding by finding, from the text of
// the Zhejiang sheet; and the rules of the arithmetic on a small sheet.
#include "score/score.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "config/config.h"
#include "engine/lint.h"
#include "reader/read_support.h"
#include "score/sheet.h"

namespace emrlint {
namespace {

using read_test::file_text;
using read_test::read_text;

const Catalog& catalog() {
  static const Result<Catalog> built_in = Catalog::built_in();
  REQUIRE(built_in);
  return *built_in;
}

Result<std::string> no_file(const std::string& path) { return Error{path, path, {}}; }

ScoreSheet built_in(const std::string& name) {
  Result<ScoreSheet> sheet = load_sheet(name, catalog(), no_file);
  if (!sheet) FAIL(sheet.error().en);
  return *sheet;
}

// A small sheet in place of the built-in ones.
Result<ScoreSheet> read(const std::string& text) {
  return read_sheet("ours.toml", text, catalog(), no_file);
}

// What a chart of the fixtures lost, by section.
using Lost = std::map<std::string, double>;

struct Scored {
  ChartMarks marks;
  ChartScore score;
  Lost lost;
};

Scored score_text(const ScoreSheet& sheet, const std::string& text, const std::string& path = "x") {
  const Result<Config> config =
      Config::load(catalog(), sheet.profile, "extends = [\"" + sheet.profile + "\"]", no_file);
  REQUIRE(config);
  const Batch batch = read_text(text);
  REQUIRE(batch.charts.size() == 1);
  Scored out;
  out.marks = Marker(sheet, catalog()).mark(lint(catalog(), *config, batch.charts[0], path));
  if (out.marks.not_scored != NotScored::kNo) return out;
  out.score = add_up(sheet, out.marks);
  for (std::size_t i = 0; i < sheet.sections.size(); ++i) {
    const Points lost = out.score.sections[i].lost;
    if (lost > Points{}) out.lost[sheet.sections[i].id] = lost.value();
  }
  return out;
}

Scored score_of(const ScoreSheet& sheet, const std::string& chart) {
  const std::string path = "fixtures/charts/" + chart + "/chart.json";
  return score_text(sheet, file_text(path), path);
}

TEST_CASE("score: twelve charts lose what was added up by hand, section by section") {
  const std::map<std::string, Lost> expected{
      {"elective-surgery", {{"perioperative", 10}}},  // No talk after surgery: a veto.
      // 5 + 1 + 5 + 2 + 3, of which the section has 12; the veto of 10 is less.
      {"elective-surgery-broken", {{"daily-notes", 2}, {"perioperative", 12}}},
      {"death", {}},
      // The discharge section has 5 points and loses the 10 of its veto, once for two.
      {"death-broken",
       {{"front-page", 10}, {"daily-notes", 10}, {"discharge", 10}, {"consent", 10}}},
      {"emergency-surgery", {{"daily-notes", 1}, {"perioperative", 10}}},
      {"emergency-surgery-broken",
       {{"front-page", 1}, {"chief-complaint", 1}, {"daily-notes", 1}, {"perioperative", 10}}},
      {"level4-surgery", {{"daily-notes", 2 + 5}, {"consent", 1}}},
      {"level4-surgery-broken",
       {{"daily-notes", 3 * 2 + 5}, {"perioperative", 10}, {"discharge", 10}, {"consent", 10}}},
      {"medical-stay", {{"daily-notes", 2}}},
      {"medical-stay-broken",
       {{"front-page", 2},
        {"admission-time", 5},
        {"past-history", 0.5},
        {"first-note", 10},
        {"daily-notes", 2 + 1},
        {"discharge", 10},
        {"consultation", 2},
        {"basics", 1}}},
      {"obstetric", {{"daily-notes", 1}, {"perioperative", 10}}},
      {"obstetric-broken",
       {{"front-page", 1},
        {"other-histories", 1},
        {"first-note", 5},
        {"daily-notes", 1},
        {"perioperative", 10},
        {"consent", 10}}},
  };
  const ScoreSheet sheet = built_in("cn-zhejiang-2021");
  for (const auto& by_chart : expected) {
    const Lost& lost = by_chart.second;
    CAPTURE(by_chart.first);
    const Scored scored = score_of(sheet, by_chart.first);
    CHECK(scored.lost == lost);
    double rest = 100;
    for (const auto& [section, points] : lost) rest -= points;
    CHECK(scored.score.total.value() == rest);
    const char* const grade = rest >= 90 ? "a" : rest >= 80 ? "b" : "c";
    CHECK(sheet.grades[scored.score.grade].id == grade);
    CHECK(scored.score.provisional);  // None of the charts brings all that the sheet asks for.
  }
}

TEST_CASE("score: the front page loses what was added up by hand") {
  const std::map<std::string, Lost> expected{
      {"elective-surgery", {}},
      {"elective-surgery-broken", {}},  // Nothing is wrong with its front page.
      // Of other diagnoses: one twice, one without support, one with a code for women.
      {"medical-stay-broken", {{"treatment", 2 * 1 + 1}}},
      {"death-broken", {{"treatment", 4 + 0.5}}},                // Principal diagnosis, autopsy.
      {"obstetric-broken", {{"patient", 4}, {"treatment", 4}}},  // Birth weight; a code.
      {"emergency-surgery-broken", {{"stay", 2}, {"treatment", 4}}},  // Days; principal code.
      {"level4-surgery-broken", {{"costs", 4}}},
      {"day-surgery-broken", {{"treatment", 0.5}}},  // Drug allergy.
  };
  const ScoreSheet sheet = built_in("cn-frontpage-2016");
  for (const auto& by_chart : expected) {
    const Lost& lost = by_chart.second;
    CAPTURE(by_chart.first);
    const Scored scored = score_of(sheet, by_chart.first);
    REQUIRE(scored.marks.not_scored == NotScored::kNo);
    CHECK(scored.lost == lost);
    double rest = 100;
    for (const auto& [section, points] : lost) rest -= points;
    CHECK(scored.score.total.value() == rest);
  }
}

TEST_CASE("score: each item of the front page has its own points, and no page is no score") {
  const std::string stay =
      R"({"format": "emrlint-chart/1", "chart": "ZY1", "complete": true, "realm": "china",
          "encounter": {"kind": "inpatient", "admitted": "2024-03-01T09:00",
                        "discharged": "2024-03-09T10:00"}, )";
  const ScoreSheet sheet = built_in("cn-frontpage-2016");
  const Scored scored = score_text(
      sheet, stay + R"("front_page": {"医疗付费方式": "", "入院途径": "", "实际住院天数": "",
                       "住院总费用": "", "离院方式": "1"}, "documents": []})");
  REQUIRE(scored.marks.not_scored == NotScored::kNo);
  CHECK(scored.lost == Lost{{"patient", 1}, {"stay", 1 + 2}, {"costs", 4}});
  const Scored none = score_text(
      sheet, stay + R"("documents": [{"id": "d1", "type": "front-page", "title": "首页"}]})");
  CHECK(none.marks.not_scored == NotScored::kNoSource);
  CHECK(score_of(sheet, "outpatient").marks.not_scored == NotScored::kOtherSheet);
}

// A visit with this head and these sections, written and signed at ten.
std::string visit(const std::string& encounter, const std::string& title,
                  const std::string& sections, const std::string& more = "") {
  return R"({"format": "emrlint-chart/1", "chart": "MZ1", "complete": true, "realm": "china",
             "encounter": {)" +
         encounter + R"(}, "documents": [{"id": "d1",
             "type": "outpatient-record", "title": ")" +
         title + R"(",
             "recorded": "2024-10-15T10:00", "sections": [)" +
         sections + R"(],
             "signatures": [{"role": "attending", "by": {"name": "李一"},
                             "at": "2024-10-15T10:00"}]}])" +
         more + "}";
}

TEST_CASE("score: outpatient and emergency records lose what was added up by hand") {
  const ScoreSheet sheet = built_in("cn-outpatient-zj");
  CHECK(score_of(sheet, "outpatient").lost == Lost{});
  CHECK(score_of(sheet, "outpatient-broken").lost == Lost{{"past-history", 1}});
  CHECK(score_of(sheet, "medical-stay").marks.not_scored == NotScored::kOtherSheet);

  // No hour of the visit, no vital signs; treated with Chinese medicine without tongue and pulse.
  const Scored emergency = score_text(
      sheet, visit(R"("kind": "emergency", "department": "急诊科", "admitted": "2024-10-15")",
                   "急诊病历（初诊）",
                   R"({"type": "chief-complaint", "text": "发热2天。"},
                      {"type": "present-illness", "text": "2天前受凉后发热，未就诊。"},
                      {"type": "past-history", "text": "体健。"},
                      {"type": "physical-exam", "text": "咽红，双肺呼吸音清。"},
                      {"type": "diagnosis", "text": "上呼吸道感染"},
                      {"type": "treatment-plan", "text": "中药口服，3天后复诊。"})",
                   R"(, "sources": ["documents", "orders"], "orders": [{"id": "o1",
                       "kind": "drug", "content": "中药饮片", "start": "2024-10-15T10:00"}])"));
  CHECK(emergency.lost == Lost{{"physical-exam", 10}, {"other", 5 + 2}});
  CHECK(sheet.grades[emergency.score.grade].id == "fail");  // 83

  // A return visit without department, history and diagnosis.
  const Scored again = score_text(
      sheet, visit(R"("kind": "outpatient", "admitted": "2024-10-15T09:30")", "门诊病历（复诊）",
                   R"({"type": "chief-complaint", "text": "咳嗽1周。"},
                      {"type": "treatment-plan", "text": "氨溴索口服。"})"));
  CHECK(again.lost == Lost{{"identity", 2}, {"present-illness", 5}, {"diagnosis", 1}});
  CHECK(sheet.grades[again.score.grade].id == "pass");  // 92
  CHECK(again.score.provisional);

  // The sheet takes what the section has, and no more: 10 for no rescue record, 5 for no minute.
  const Scored rescue = score_text(
      sheet, visit(R"("kind": "emergency", "department": "急诊科", "admitted": "2024-10-15")",
                   "急诊病历（初诊）",
                   R"({"type": "chief-complaint", "text": "胸痛1小时。"},
                      {"type": "present-illness", "text": "1小时前胸痛。"},
                      {"type": "past-history", "text": "高血压。"},
                      {"type": "physical-exam", "text": "T 36.5℃，P 90次/分，R 20次/分，BP 90/60mmHg。"},
                      {"type": "diagnosis", "text": "急性心肌梗死"},
                      {"type": "treatment-plan", "text": "抢救。"})",
                   R"(, "sources": ["documents", "orders", "rescues"], "orders": [{"id": "o1",
                       "kind": "treatment", "content": "大抢救", "start": "2024-10-15T10:00"}])"));
  CHECK(rescue.lost == Lost{{"other", 10}});
}

TEST_CASE("score: what one finding costs alone") {
  const ScoreSheet sheet = built_in("cn-frontpage-2016");
  const auto cost = [&](const ScoreSheet& of, std::string_view check, std::uint32_t count) {
    const auto index = *catalog().index_of(check);
    for (std::uint32_t row = 0; row < of.rows.size(); ++row) {
      for (const SheetMatch& match : of.rows[row].matches) {
        if (match.check == index) return cost_of(of, {row, index, 0, count});
      }
    }
    return Cost();
  };
  CHECK(cost(sheet, "coding-diagnosis-omitted", 3).points.value() == 3);
  CHECK(cost(sheet, "coding-diagnosis-omitted", 9).points.value() == 4);  // The cap of the row.
  CHECK(cost(sheet, "frontpage-discharge-mode", 2).points.value() == 4);  // Once.
  const Cost veto = cost(built_in("cn-zhejiang-2021"), "coding-principal-missing", 1);
  CHECK(veto.veto);
  CHECK(veto.points.value() == 10);
  const Cost limit = cost(built_in("cn-generic-100"), "completeness-admission-record", 1);
  CHECK(limit.veto);
  CHECK(limit.points.value() == 0);
}

TEST_CASE("score: a veto of the general sheet limits the grade and takes no points") {
  const ScoreSheet sheet = built_in("cn-generic-100");
  const Scored whole = score_of(sheet, "death");
  CHECK(whole.score.total == Points::whole(100));
  CHECK(sheet.grades[whole.score.grade].id == "a");
  const Scored talk = score_of(sheet, "elective-surgery");  // No talk after surgery.
  CHECK(talk.score.total == Points::whole(100));
  CHECK(sheet.grades[talk.score.grade].id == "b");
  CHECK(talk.score.limited);
  const Scored record = score_of(sheet, "emergency-surgery-broken");  // No operation record.
  CHECK(sheet.grades[record.score.grade].id == "c");
  CHECK(record.score.limited);
}

TEST_CASE("score: a stay of another kind has no score") {
  const ScoreSheet sheet = built_in("cn-zhejiang-2021");
  CHECK(score_of(sheet, "outpatient").marks.not_scored == NotScored::kOtherSheet);
  CHECK(score_of(sheet, "day-surgery").marks.not_scored == NotScored::kOtherSheet);
}

TEST_CASE("score: a chart of which nothing could be judged has no score") {
  const ScoreSheet sheet = built_in("cn-zhejiang-2021");
  const Result<Config> config = Config::load(catalog(), "", "", no_file);
  REQUIRE(config);
  const Batch batch = read_text(
      R"({"format": "emrlint-chart/1", "chart": "ZY1", "realm": "china",
          "encounter": {"kind": "inpatient"}, "documents": []})");
  REQUIRE(batch.charts.size() == 1);
  const ChartMarks marks =
      Marker(sheet, catalog()).mark(lint(catalog(), *config, batch.charts[0], ""));
  CHECK(marks.not_scored == NotScored::kNothingJudged);
}

// Two sections of 60 and 40 points; each test adds its rows.
std::string small(const std::string& rows) {
  return R"(title = {zh = "表", en = "sheet"}
description = {zh = "表", en = "sheet"}
total = 100
encounters = ["inpatient"]
grade = [{id = "a", title = {zh = "甲", en = "A"}, from = 80},
         {id = "c", title = {zh = "丙", en = "C"}, from = 0}]
section = [{id = "one", title = {zh = "一", en = "one"}, points = 60},
           {id = "two", title = {zh = "二", en = "two"}, points = 40}]
)" + rows;
}

std::string row(const std::string& keys) {
  return "[[row]]\nsection = \"one\"\ntext = {zh = \"行\", en = \"row\"}\n" + keys;
}

ChartScore added(const ScoreSheet& sheet, std::vector<Mark> lost) {
  ChartMarks marks;
  marks.rows.resize(sheet.rows.size());
  marks.lost = std::move(lost);
  return add_up(sheet, marks);
}

TEST_CASE("score: units, caps and what a message counts") {
  const Result<ScoreSheet> sheet =
      read(small(row("points = 0.5\nper = \"item\"\ncap = 2\nchecks = \"coding-dx-format\"\n") +
                 row("points = 5\nchecks = \"coding-principal-missing\"\n")));
  REQUIRE_MESSAGE(sheet, sheet.error().en);
  CHECK(added(*sheet, {}).total == Points::whole(100));
  CHECK(added(*sheet, {{0, 0, 0, 3}}).total.value() == 98.5);
  CHECK(added(*sheet, {{0, 0, 0, 3}, {0, 0, 1, 9}}).total.value() == 98);  // The cap.
  CHECK(added(*sheet, {{1, 0, 0, 1}, {1, 0, 1, 1}}).total.value() == 95);  // Once.
  CHECK_FALSE(added(*sheet, {}).provisional);
}

TEST_CASE("score: what is not judged makes the score provisional") {
  const Result<ScoreSheet> sheet =
      read(small(row("points = 5\nchecks = \"coding-principal-missing\"\n")));
  REQUIRE(sheet);
  for (const RowState state : {RowState::kUndecided, RowState::kOff}) {
    ChartMarks marks;
    marks.rows = {state};
    CHECK(add_up(*sheet, marks).provisional);
    CHECK(add_up(*sheet, marks).judged == 0);
  }
  ChartMarks by_hand;
  by_hand.rows = {RowState::kByHand};
  CHECK_FALSE(add_up(*sheet, by_hand).provisional);  // It is, for everybody: said with each score.
  ChartMarks part;
  part.rows = {RowState::kJudged};
  part.complete = false;
  CHECK(add_up(*sheet, part).provisional);
}

TEST_CASE("score: a sheet that says something wrong is refused with its place") {
  const auto wrong = [](const std::string& rows) {
    const Result<ScoreSheet> sheet = read(small(rows));
    return sheet ? std::string("accepted") : sheet.error().en;
  };
  const std::string good = row("points = 5\nchecks = \"coding-principal-missing\"\n");
  CHECK(wrong(good) == "accepted");
  CHECK(wrong(good + good) ==
        "ours.toml:18:10: coding-principal-missing costs points in line 13 already");
  CHECK(wrong(row("points = 5\nchecks = \"coding-principal-mising\"\n")) ==
        "ours.toml:13:10: there is no check \"coding-principal-mising\"; did you mean "
        "\"coding-principal-missing\"?");
  CHECK(wrong(row("points = 5\nchecks = \"coding-principal-missing/nome\"\n")) ==
        "ours.toml:13:10: there is no message \"nome\"; did you mean \"none\"?");
  CHECK(wrong(row("checks = \"coding-principal-missing\"\n")) ==
        "ours.toml:9:1: points or veto is missing");
  CHECK(wrong(row("points = 0.125\nchecks = \"coding-principal-missing\"\n")) ==
        "ours.toml:12:10: points must be points from 0 to 10000, to a hundredth at most");
  CHECK(wrong(row("points = 5\n")) == "ours.toml:9:1: by_hand is missing");
}

TEST_CASE("score: a mistyped sheet is told from the one that is meant") {
  const Result<ScoreSheet> sheet = load_sheet("cn-zejiang-2021", catalog(), no_file);
  REQUIRE_FALSE(sheet);
  CHECK(sheet.error().en == "cn-zejiang-2021; did you mean \"cn-zhejiang-2021\"?");
}

TEST_CASE("score: all built-in sheets can be read") {
  for (const std::string_view name : built_in_sheets()) {
    CAPTURE(std::string(name));
    const ScoreSheet sheet = built_in(std::string(name));
    CHECK(sheet.id == name);
    for (const SheetRow& row : sheet.rows) CHECK(row.matches.empty() != row.by_hand.zh.empty());
  }
}

}  // namespace
}  // namespace emrlint
