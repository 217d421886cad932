// SPDX-License-Identifier: Apache-2.0
#include "review/review_file.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "base/time.h"
#include "review/review_support.h"
#include "review/schema.h"

namespace emrlint::review {
namespace {

const Change kConfirm{Field::kVerdict, "属实"};
const Change kModify{Field::kRectification, "modified"};

TEST_CASE("review: what was said is there when the file is opened again") {
  const TemporaryFolder folder;
  {
    ReviewFile file = open_review(folder.path);
    const Entry said = entry(1, {kConfirm, {Field::kComment, "见 3 月 1 日\n病程"}});
    const Result<std::uint64_t> count = file.say({&said, 1});
    REQUIRE(count.ok());
    CHECK(*count == 2);
  }
  const ReviewFile file = open_review(folder.path);
  const Review review = known(file, 1);
  CHECK(review.chart == "ZY1");
  CHECK(review.check == "timeliness-x");
  CHECK(review.run == "night");
  CHECK(review.verdict == Verdict::kConfirmed);
  CHECK(review.act(Field::kVerdict).by == "张三");
  CHECK(review.act(Field::kVerdict).at == "2024-03-01T08:00:00+08:00");
  CHECK(review.comment == "见 3 月 1 日\n病程");
  CHECK(review.rectification == Rectification::kUnmodified);
  CHECK(review.revision == 2);
  CHECK(state_of(review) == State::kConfirmed);
  CHECK_FALSE(file.find(fingerprint_of(2))->has_value());
}

TEST_CASE("review: every change stands in the history, from and to") {
  const TemporaryFolder folder;
  ReviewFile file = open_review(folder.path);
  CHECK(say(file, entry(1, {{Field::kVerdict, "unclear"}})) == "");
  CHECK(say(file, entry(2, {kConfirm})) == "");
  CHECK(say(file, entry(1, {kConfirm}, "李四", "2024-03-02T09:30")) == "");
  CHECK(say(file, entry(1, {kModify}, "王五", "2024-03-03")) == "");
  CHECK(say(file, entry(1, {{Field::kRectification, "unmodified"}}, "李四", "2024-03-04")) == "");
  const Result<std::vector<Step>> steps = file.history(fingerprint_of(1));
  REQUIRE(steps.ok());
  REQUIRE(steps->size() == 4);
  CHECK(steps->front().before == "");
  CHECK(steps->front().after == "unclear");
  CHECK((*steps)[1].number == 3);
  CHECK((*steps)[1].before == "unclear");
  CHECK((*steps)[1].after == "confirmed");
  CHECK((*steps)[1].act.by == "李四");
  CHECK((*steps)[1].act.at == "2024-03-02T09:30");
  CHECK((*steps)[3].before == "modified");
  CHECK((*steps)[3].after == "unmodified");
  CHECK(known(file, 1).act(Field::kRectification).by == "李四");
  CHECK(file.history("")->size() == 5);
  // What is not new is no change.
  const Entry again = entry(2, {{Field::kVerdict, "confirmed"}}, "李四", "2024-03-05");
  CHECK(*file.say({&again, 1}) == 0);
  CHECK(file.history("")->size() == 5);
}

TEST_CASE("review: entries are said together or not at all") {
  const TemporaryFolder folder;
  ReviewFile file = open_review(folder.path);
  std::vector<Entry> entries = {entry(1, {kConfirm}), entry(2, {{Field::kDecision, "upheld"}})};
  entries[1].place = "sheet.csv:3";
  CHECK(store::en(file.say(entries)) == "sheet.csv:3: there is no appeal");
  CHECK_FALSE(file.find(fingerprint_of(1))->has_value());
  CHECK(file.history("")->empty());
  CHECK(say(file, entry(1, {kConfirm})) == "");
  CHECK(known(file, 1).revision == 1);
}

TEST_CASE("review: a fingerprint is of one chart and one check") {
  const TemporaryFolder folder;
  ReviewFile file = open_review(folder.path);
  Entry unnamed = entry(1, {kConfirm});
  unnamed.finding.chart.clear();
  CHECK(say(file, unnamed) == fingerprint_of(1) + ": of which chart and check is this finding?");
  CHECK(say(file, entry(1, {{Field::kVerdict, "unclear"}})) == "");
  unnamed.finding.check.clear();
  CHECK(say(file, unnamed) == "");
  CHECK(known(file, 1).chart == "ZY1");
  Entry other = entry(1, {kConfirm});
  other.finding.chart = "ZY9";
  CHECK(say(file, other).find("is of chart ZY1, check timeliness-x") != std::string::npos);
  Entry none = entry(1, {kConfirm});
  none.finding.fingerprint = "abc";
  CHECK(say(file, none) == "abc: no fingerprint: abc");
  const Result<std::vector<std::string>> found = file.beginning_with("0000", 5);
  REQUIRE(found.ok());
  CHECK(*found == std::vector<std::string>{fingerprint_of(1)});
}

TEST_CASE("review: a row of a sheet says only what was edited") {
  const TemporaryFolder folder;
  ReviewFile file = open_review(folder.path);
  REQUIRE(say(file, entry(1, {kConfirm, {Field::kAppeal, "有纸质记录"}})) == "");
  REQUIRE(say(file, entry(1, {{Field::kDecision, "rejected"}}, "王五")) == "");
  Entry row = entry(1, {kConfirm, {Field::kAppeal, "有纸质记录"}, {Field::kDecision, "rejected"}});
  row.sheet = true;
  row.seen = 3;
  row.place = "sheet.csv:2";
  // Nothing was edited: no second appeal either.
  CHECK(*file.say({&row, 1}) == 0);
  // Somebody else speaks of another field meanwhile, then of the same.
  REQUIRE(say(file, entry(1, {{Field::kComment, "先看"}}, "王五")) == "");
  row.changes.push_back(kModify);
  CHECK(*file.say({&row, 1}) == 1);
  CHECK(known(file, 1).comment == "先看");
  REQUIRE(say(file, entry(1, {{Field::kVerdict, "unclear"}}, "王五")) == "");
  row.changes = {{Field::kVerdict, "refuted"}};
  CHECK(say(file, row) ==
        "sheet.csv:2: the verdict was changed since the export, by 王五 at "
        "2024-03-01T08:00:00+08:00: export it again");
  // Both mean the same.
  row.changes = {{Field::kVerdict, "unclear"}};
  CHECK(*file.say({&row, 1}) == 0);
  // Without a revision what is known now is meant.
  row.seen.reset();
  row.changes = {{Field::kVerdict, "refuted"}};
  CHECK(*file.say({&row, 1}) == 1);
}

TEST_CASE("review: without a time it is said now") {
  const TemporaryFolder folder;
  ReviewFile file = open_review(folder.path);
  REQUIRE(say(file, entry(1, {kConfirm}, "张三", "")) == "");
  const std::optional<Time> at = parse_iso_time(known(file, 1).act(Field::kVerdict).at);
  REQUIRE(at);
  const auto age = std::chrono::system_clock::now() - at->earliest;
  CHECK(age >= std::chrono::seconds(0));
  CHECK(age < std::chrono::minutes(10));
}

TEST_CASE("review: the history can't be changed, by nobody who opens the file") {
  const TemporaryFolder folder;
  ReviewFile file = open_review(folder.path);
  REQUIRE(say(file, entry(1, {kConfirm})) == "");
  Result<Sqlite> database = Sqlite::open(ReviewFile::path_in(folder.path));
  REQUIRE(database.ok());
  CHECK(database->run("UPDATE history SET by = 'x'")->en.find("never changed") !=
        std::string::npos);
  CHECK(database->run("DELETE FROM history")->en.find("never deleted") != std::string::npos);
  REQUIRE_FALSE(database->run("PRAGMA foreign_keys = ON"));
  CHECK(database->run("DELETE FROM finding")->en.find("FOREIGN KEY") != std::string::npos);
  CHECK(*database->integer("SELECT count(*) FROM history") == 1);
}

TEST_CASE("review: files of others, of later versions, and none at all") {
  const TemporaryFolder folder;
  const std::string path = ReviewFile::path_in(folder.path);
  CHECK_FALSE(ReviewFile::open_if_there(path)->has_value());
  CHECK_FALSE(std::filesystem::exists(path));
  std::ofstream(path) << "this is no database, and long enough to be told from an empty file\n";
  CHECK(store::en(ReviewFile::open(path)) == path + ": this is no file of review data, or it is "
                                                    "damaged");
  std::filesystem::remove(path);
  {
    Result<Sqlite> other = Sqlite::open(path);
    REQUIRE(other.ok());
    REQUIRE_FALSE(other->run("CREATE TABLE t (a)"));
  }
  CHECK(store::en(ReviewFile::open(path)).find("one of another program") != std::string::npos);
  std::filesystem::remove(path);
  open_review(folder.path);
  {
    Result<Sqlite> later = Sqlite::open(path);
    REQUIRE(later.ok());
    REQUIRE_FALSE(later->run("PRAGMA user_version = 99"));
  }
  CHECK(store::en(ReviewFile::open(path)).find("written by a later emrlint (format 99") !=
        std::string::npos);
  CHECK(store::en(ReviewFile::open("/proc/nowhere/review.sqlite")) ==
        "/proc/nowhere/review.sqlite: cannot be opened");
}

TEST_CASE("review: a file of an earlier version gets the steps that it lacks") {
  const TemporaryFolder folder;
  const std::string path = ReviewFile::path_in(folder.path);
  {
    ReviewFile file = open_review(folder.path);
    REQUIRE(say(file, entry(1, {kConfirm})) == "");
  }
  Result<Sqlite> database = Sqlite::open(path);
  REQUIRE(database.ok());
  const std::int64_t version = *database->integer("PRAGMA user_version");
  std::vector<const char*> steps(schema_steps().begin(), schema_steps().end());
  CHECK(version == static_cast<std::int64_t>(steps.size()));
  steps.push_back("ALTER TABLE finding ADD COLUMN priority INTEGER; this fails");
  CHECK(migrate(*database, steps));
  CHECK(*database->integer("PRAGMA user_version") == version);
  CHECK_FALSE(database->prepare("SELECT priority FROM finding"));
  steps.back() = "ALTER TABLE finding ADD COLUMN priority INTEGER";
  CHECK_FALSE(migrate(*database, steps));
  CHECK(*database->integer("PRAGMA user_version") == version + 1);
  CHECK(*database->integer("SELECT count(*) FROM finding WHERE priority IS NULL") == 1);
  CHECK_FALSE(migrate(*database, steps));
}

TEST_CASE("review: processes that make the file and write it at once lose nothing") {
  constexpr unsigned kProcesses = 3, kEach = 40;
  const TemporaryFolder folder;
  std::vector<pid_t> children;
  for (unsigned process = 0; process < kProcesses; ++process) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child > 0) {
      children.push_back(child);
      continue;
    }
    Result<ReviewFile> file = ReviewFile::open(ReviewFile::path_in(folder.path));
    unsigned said = 0;
    for (unsigned i = 0; file && i < kEach; ++i) {
      // One finding of its own, and one of which all of them speak.
      const Entry own = entry(1000 * (process + 1) + i, {kConfirm});
      const Entry shared = entry(
          7, {{Field::kComment, std::to_string(process) + " " + std::to_string(i)}});
      if (file->say({&own, 1}) && file->say({&shared, 1})) ++said;
    }
    _exit(said == kEach ? 0 : 1);
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
  const ReviewFile file = open_review(folder.path);
  std::uint64_t findings = 0;
  CHECK_FALSE(file.each([&](const Review&) { ++findings; }));
  CHECK(findings == kProcesses * kEach + 1);
  CHECK(file.history("")->size() == 2 * kProcesses * kEach);
  // Each change of the shared one begins where the one before ended.
  std::string last;
  const Result<std::vector<Step>> steps = file.history(fingerprint_of(7));
  for (const Step& step : *steps) {
    CHECK(step.before == last);
    last = step.after;
  }
  CHECK(known(file, 7).comment == last);
}

TEST_CASE("review: whoever is killed while writing leaves whole changes") {
  const TemporaryFolder folder;
  open_review(folder.path);
  for (unsigned round = 0; round < 5; ++round) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      Result<ReviewFile> file = ReviewFile::open(ReviewFile::path_in(folder.path));
      for (unsigned i = 0; file; ++i) {
        const Entry said = entry(100'000 * round + i, {kConfirm, {Field::kComment, "备注"}});
        if (!file->say({&said, 1})) _exit(1);
      }
      _exit(1);
    }
    usleep(20'000 + 13'000 * round);
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    Result<Sqlite> database = Sqlite::open(ReviewFile::path_in(folder.path));
    REQUIRE(database.ok());
    Result<SqliteStatement> check = database->prepare("PRAGMA quick_check");
    REQUIRE(check.ok());
    REQUIRE(check->step().ok());
    CHECK(check->text(0) == "ok");
    // Both changes of an entry, or none; and the row that belongs to them.
    CHECK(*database->integer("SELECT count(*) FROM (SELECT fingerprint FROM history "
                             "GROUP BY fingerprint HAVING count(*) <> 2)") == 0);
    CHECK(*database->integer("SELECT count(*) FROM finding WHERE comment IS NULL") == 0);
    CHECK(*database->integer("SELECT 2 * count(*) FROM finding") ==
          *database->integer("SELECT count(*) FROM history"));
  }
  Result<Sqlite> database = Sqlite::open(ReviewFile::path_in(folder.path));
  CHECK(*database->integer("SELECT count(*) FROM finding") > 0);
}

}  // namespace
}  // namespace emrlint::review
