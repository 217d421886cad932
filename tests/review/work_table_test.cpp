// SPDX-License-Identifier: Apache-2.0
#include "review/work_table.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "review/run_support.h"

namespace emrlint::review {
namespace {

const Act kAct{"审核组", "2024-03-02T08:00:00+08:00"};

std::vector<WorkRow> some_rows() {
  WorkRow row;
  row.review.fingerprint = fingerprint_of(1);
  row.review.chart = "ZY1";
  row.review.check = "timeliness-x";
  row.severity = "error";
  row.department = "心内科";
  row.path = "a.json";
  row.line = 7;
  row.zh = "迟了";
  row.en = "late";
  WorkRow said = row;
  said.review.fingerprint = fingerprint_of(2);
  const Act act{"张三", "2024-03-01"};
  for (const Change& change :
       {Change{Field::kVerdict, "confirmed"}, Change{Field::kAppeal, "有纸质记录，见附页\n第2页"},
        Change{Field::kComment, "-见附页"}}) {
    said.review = changed(said.review, change, act);
  }
  said.review.revision = 3;
  said.state = state_of(said.review);
  return {row, said};
}

std::string sheet(Lang lang) {
  std::ostringstream out;
  write_csv(out, work_table(some_rows(), lang), lang);
  return std::move(out).str();
}

std::vector<Entry> read(const std::string& bytes) {
  const Result<std::vector<Entry>> entries = read_work_table("sheet.csv", bytes, kAct);
  REQUIRE_MESSAGE(entries.ok(), store::en(entries));
  return *entries;
}

std::string value(const Entry& entry, Field field) {
  for (const Change& change : entry.changes) {
    if (change.field == field) return std::string(value_of(change));
  }
  return {};
}

TEST_CASE("worklist: a sheet is read back as it was written, in both languages") {
  for (const Lang lang : {Lang::kZh, Lang::kEn}) {
    const std::vector<Entry> entries = read(sheet(lang));
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].place == "sheet.csv:2");
    CHECK(entries[0].sheet);
    CHECK(entries[0].seen == 0);
    CHECK(entries[0].finding.fingerprint == fingerprint_of(1));
    CHECK(entries[0].finding.chart == "ZY1");
    CHECK(entries[0].finding.check == "timeliness-x");
    CHECK(entries[0].act.by == "审核组");
    CHECK(entries[1].seen == 3);
    CHECK(value(entries[1], Field::kVerdict) == "confirmed");
    CHECK(value(entries[1], Field::kAppeal) == "有纸质记录，见附页\n第2页");
    CHECK(value(entries[1], Field::kComment) == "-见附页");
    CHECK(value(entries[1], Field::kRectification) == "unmodified");
    CHECK(value(entries[1], Field::kDecision) == "");
  }
}

TEST_CASE("worklist: a sheet that nobody filled in says nothing") {
  const TemporaryFolder folder;
  ReviewFile file = open_review(folder.path);
  const std::vector<Entry> entries = read(sheet(Lang::kZh));
  // The second row has what was known at revision 3 of another file: here it is new.
  const Result<std::uint64_t> first = file.say(std::span(entries).first(1));
  REQUIRE(first.ok());
  CHECK(*first == 0);
  CHECK(file.history("")->empty());
  CHECK_FALSE(file.find(fingerprint_of(1))->has_value());
}

TEST_CASE("worklist: columns may stand in any order, lack, or come from elsewhere") {
  const std::vector<Entry> entries = read("操作人,指纹,我的列,审核结论\n李四," + fingerprint_of(1) +
                                          ",x,不属实\n,\n," + fingerprint_of(2) + "\n");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].act.by == "李四");
  CHECK(entries[0].act.at == kAct.at);
  CHECK(value(entries[0], Field::kVerdict) == "refuted");
  CHECK_FALSE(entries[0].seen.has_value());
  CHECK(entries[1].changes.empty());
  CHECK(entries[1].place == "sheet.csv:4");
  CHECK(read("").empty());
}

TEST_CASE("worklist: what is no sheet is an error with its line") {
  const auto why = [](const std::string& bytes) {
    return store::en(read_work_table("sheet.csv", bytes, kAct));
  };
  CHECK(why("a,b\n1,2\n").find("sheet.csv:1: the heading has no column") == 0);
  CHECK(why("指纹,版本\n" + fingerprint_of(1) + ",x\n") ==
        "sheet.csv:2: the revision is no number: x");
  CHECK(why("指纹,备注\n" + fingerprint_of(1) + ",\"x\n").find("sheet.csv:2: ") == 0);
}

TEST_CASE("review: the history as a table") {
  const TemporaryFolder folder;
  ReviewFile file = open_review(folder.path);
  REQUIRE(say(file, entry(1, {{Field::kVerdict, "unclear"}})) == "");
  REQUIRE(say(file, entry(1, {{Field::kVerdict, "confirmed"}, {Field::kComment, "x"}})) == "");
  const Result<std::vector<Step>> steps = file.history(fingerprint_of(1));
  std::ostringstream out;
  write_text(out, history_table(*steps), Lang::kZh);
  CHECK(out.str() ==
        "序号  时间                       操作人  项目      原为      改为\n"
        "   1  2024-03-01T08:00:00+08:00  张三    审核结论            不能确定\n"
        "   2  2024-03-01T08:00:00+08:00  张三    审核结论  不能确定  属实\n"
        "   3  2024-03-01T08:00:00+08:00  张三    备注                x\n");
}

TEST_CASE("review: everything that was said, also of findings that are gone") {
  store::Database database = invented_run();
  add(database, {1});
  add(database, {3});
  Reviews reviews;
  for (const unsigned number : {1u, 2u}) {
    Review& review = reviews[fingerprint_of(number)];
    review.fingerprint = fingerprint_of(number);
    review.chart = "ZY1";
    review = changed(review, {Field::kVerdict, "confirmed"}, kAct);
  }
  const Result<std::vector<WorkRow>> rows = reviewed(&database, reviews);
  REQUIRE_MESSAGE(rows.ok(), store::en(rows));
  REQUIRE(rows->size() == 2);
  CHECK(rows->front().zh == "迟了");
  CHECK(rows->front().state == State::kConfirmed);
  CHECK(rows->back().zh == "");
  CHECK(rows->back().review.chart == "ZY1");
  CHECK(reviewed(nullptr, reviews)->size() == 2);
}

}  // namespace
}  // namespace emrlint::review
