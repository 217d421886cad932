// SPDX-License-Identifier: Apache-2.0
#include "review/review_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>
#include <utility>

#include "base/time.h"
#include "review/schema.h"

namespace emrlint::review {
namespace {

constexpr const char* kFile = "review.sqlite";
// What is committed is on the disk.
constexpr const char* kSettings = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL";
constexpr int kTries = 500;  // To set the journal mode, for which SQLite does not wait by itself.
constexpr std::chrono::milliseconds kPause(20);
constexpr const char* kColumns =
    "fingerprint, chart, check_id, run, revision, reviewer, reviewer_by, reviewer_at, "
    "verdict, verdict_by, verdict_at, appeal, appeal_by, appeal_at, decision, decision_by, "
    "decision_at, rectification, rectification_by, rectification_at, comment, comment_by, "
    "comment_at";
constexpr int kFirstField = 5;  // In kColumns; of each Field, in their order, there are three.

// The file keeps the mode: only the process that sets it first may meet another one.
std::optional<Error> read_while_written(Sqlite& database) {
  std::optional<Error> error;
  for (int i = 0; i < kTries; ++i) {
    error = database.run("PRAGMA journal_mode = WAL");
    if (!error) return std::nullopt;
    std::this_thread::sleep_for(kPause);
  }
  return error;
}

// One process at a time makes the file or sets its mode: SQLite has moments then in which others
// fail without waiting. Where a folder cannot be locked, nothing keeps them apart.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder)
      : descriptor_(::open(folder.empty() ? "." : folder.c_str(),
                           O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ >= 0) flock(descriptor_, LOCK_EX);
  }
  ~FolderLock() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  const int descriptor_;
};

Review review_of(const SqliteStatement& row) {
  const auto text = [&](int column) { return std::string(row.text(column)); };
  const auto value = [&](Field field) { return text(kFirstField + 3 * static_cast<int>(field)); };
  Review review;
  review.fingerprint = text(0);
  review.chart = text(1);
  review.check = text(2);
  review.run = text(3);
  review.revision = row.integer(4);
  review.reviewer = value(Field::kReviewer);
  review.verdict = verdict_from(value(Field::kVerdict)).value_or(Verdict::kNone);
  review.appeal = value(Field::kAppeal);
  review.decision = decision_from(value(Field::kDecision)).value_or(Decision::kNone);
  review.rectification =
      rectification_from(value(Field::kRectification)).value_or(Rectification::kUnmodified);
  review.comment = value(Field::kComment);
  for (int field = 0; field < kFields; ++field) {
    const int column = kFirstField + 3 * field;
    review.acts[field] = {text(column + 1), text(column + 2)};
  }
  return review;
}

// Of one finding, as it was when that line of the history was the last.
Result<Review> review_at(const Sqlite& database, std::string_view fingerprint,
                         std::int64_t revision) {
  Result<SqliteStatement> steps = database.prepare(
      "SELECT field, after, by, at FROM history WHERE fingerprint = ? AND number <= ? "
      "ORDER BY number");
  if (!steps) return steps.error();
  steps->bind(1, fingerprint).bind(2, revision);
  Review review;
  for (;;) {
    const Result<bool> more = steps->step();
    if (!more) return more.error();
    if (!*more) return review;
    const Change change{field_from(steps->text(0)).value_or(Field::kComment),
                        std::string(steps->text(1))};
    review = changed(review, change, {std::string(steps->text(2)), std::string(steps->text(3))});
  }
}

std::string present_time() {
  Time now;
  now.earliest = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return to_iso(now);
}

Error at_place(const Entry& entry, Error error) {
  const std::string where =
      entry.place.empty() ? entry.finding.fingerprint : entry.place;
  return {where + "：" + error.zh, where + ": " + error.en, {}};
}

Error changed_since(const Entry& entry, Field field, const Act& act) {
  const Bilingual what = name(field).text;
  return at_place(entry, {"“" + std::string(what.zh) + "”在导出之后已由" + act.by + "于" + act.at +
                              "改过，请重新导出后再填",
                          "the " + std::string(what.en) + " was changed since the export, by " +
                              act.by + " at " + act.at + ": export it again",
                          {}});
}

// Says entries within a transaction.
class Saying {
 public:
  explicit Saying(Sqlite& database) : database_(database) {}

  std::uint64_t count() const { return count_; }

  std::optional<Error> say(Entry entry) {
    if (entry.act.at.empty()) entry.act.at = present_time();
    Result<std::optional<Review>> known = read(entry.finding.fingerprint);
    if (!known) return known.error();
    Review review = known->value_or(Review());
    if (auto error = name_finding(entry, review)) return at_place(entry, *std::move(error));
    Result<std::vector<Change>> changes = meant(entry, review);
    if (!changes) return changes.error();
    std::vector<Step> steps;
    for (const Change& change : *changes) {
      if (auto error = refusal(review, change, entry.act)) return at_place(entry, *error);
      if (!is_new(review, change)) continue;
      Review after = changed(review, change, entry.act);
      steps.push_back({0, review.fingerprint, change.field,
                       std::string(review.value(change.field)),
                       std::string(after.value(change.field)), entry.act});
      review = std::move(after);
    }
    if (steps.empty()) return std::nullopt;
    if (!known->has_value()) {
      if (auto error = write(review)) return error;  // The history points to it.
    }
    for (const Step& step : steps) {
      if (auto error = write(step)) return error;
    }
    count_ += steps.size();
    const Result<std::int64_t> number = database_.integer("SELECT last_insert_rowid()");
    if (!number) return number.error();
    review.revision = *number;
    return write(review);
  }

  Result<std::optional<Review>> read(std::string_view fingerprint) const {
    Result<SqliteStatement> row = database_.prepare(
        "SELECT " + std::string(kColumns) + " FROM finding WHERE fingerprint = ?");
    if (!row) return row.error();
    row->bind(1, fingerprint);
    const Result<bool> found = row->step();
    if (!found) return found.error();
    return *found ? std::optional(review_of(*row)) : std::nullopt;
  }

 private:
  // Chart and check are told once and stay.
  static std::optional<Error> name_finding(const Entry& entry, Review& review) {
    const FindingName& finding = entry.finding;
    if (!is_fingerprint(finding.fingerprint)) {
      return Error{"不是指纹：" + finding.fingerprint, "no fingerprint: " + finding.fingerprint, {}};
    }
    if (!finding.run.empty()) review.run = finding.run;
    if (!review.fingerprint.empty()) {
      if (entry.sheet) return std::nullopt;  // Spreadsheets take the zeros off a number.
      const bool other = (!finding.chart.empty() && finding.chart != review.chart) ||
                         (!finding.check.empty() && finding.check != review.check);
      if (!other) return std::nullopt;
      return Error{"此指纹属于病历 " + review.chart + " 的检查 " + review.check,
                   "this fingerprint is of chart " + review.chart + ", check " + review.check,
                   {}};
    }
    if (finding.chart.empty() || finding.check.empty()) {
      return Error{"不知道这是哪份病历、哪项检查的问题", "of which chart and check is this finding?",
                   {}};
    }
    review.fingerprint = finding.fingerprint;
    review.chart = finding.chart;
    review.check = finding.check;
    return std::nullopt;
  }

  // The changes of an entry; of a sheet those that the person made to it.
  Result<std::vector<Change>> meant(const Entry& entry, const Review& now) const {
    if (!entry.sheet) return entry.changes;
    Review seen = now;
    if (entry.seen) {
      Result<Review> then = review_at(database_, entry.finding.fingerprint, *entry.seen);
      if (!then) return then.error();
      seen = *std::move(then);
    }
    std::vector<Change> changes;
    for (const Change& change : entry.changes) {
      const std::string_view value = value_of(change);
      if (value == seen.value(change.field) || value == now.value(change.field)) continue;
      if (seen.value(change.field) != now.value(change.field)) {
        return changed_since(entry, change.field, now.act(change.field));
      }
      changes.push_back(change);
    }
    return changes;
  }

  std::optional<Error> write(const Step& step) const {
    Result<SqliteStatement> insert = database_.prepare(
        "INSERT INTO history (fingerprint, field, before, after, by, at) "
        "VALUES (?, ?, ?, ?, ?, ?)");
    if (!insert) return insert.error();
    insert->bind(1, step.fingerprint).bind(2, name(step.field).id);
    insert->bind(3, step.before).bind(4, step.after);
    insert->bind(5, step.act.by).bind(6, step.act.at);
    return insert->run();
  }

  std::optional<Error> write(const Review& review) const {
    std::string sql = "INSERT INTO finding (" + std::string(kColumns) + ") VALUES (?";
    for (int i = 1; i < kFirstField + 3 * kFields; ++i) sql += ", ?";
    sql += ") ON CONFLICT (fingerprint) DO UPDATE SET run = excluded.run, "
           "revision = excluded.revision";
    for (int field = 0; field < kFields; ++field) {
      for (const char* ending : {"", "_by", "_at"}) {
        const std::string column = std::string(name(static_cast<Field>(field)).id) + ending;
        sql.append(", ").append(column).append(" = excluded.").append(column);
      }
    }
    Result<SqliteStatement> upsert = database_.prepare(sql);
    if (!upsert) return upsert.error();
    upsert->bind(1, review.fingerprint).bind(2, review.chart).bind(3, review.check);
    upsert->bind(4, review.run).bind(5, review.revision);
    int place = kFirstField + 1;
    for (int field = 0; field < kFields; ++field) {
      const Act& act = review.acts[field];
      for (const std::string_view value : {review.value(static_cast<Field>(field)),
                                           std::string_view(act.by), std::string_view(act.at)}) {
        if (!value.empty()) upsert->bind(place, value);  // Else it stays null.
        ++place;
      }
    }
    return upsert->run();
  }

  Sqlite& database_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::string ReviewFile::path_in(const std::string& store) { return store + "/" + kFile; }

Result<ReviewFile> ReviewFile::open(const std::string& path) {
  std::error_code ignored;  // Opening the file says why there is none.
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
  const FolderLock lock(folder);
  Result<Sqlite> database = Sqlite::open(path);
  if (!database) return database.error();
  // First, as the settings would change a file of another program.
  if (auto error = migrate(*database, schema_steps())) return *std::move(error);
  if (auto error = database->run(kSettings)) return *std::move(error);
  if (auto error = read_while_written(*database)) return *std::move(error);
  return ReviewFile(*std::move(database));
}

Result<std::optional<ReviewFile>> ReviewFile::open_if_there(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error) && !error) return std::optional<ReviewFile>();
  Result<ReviewFile> file = open(path);
  if (!file) return file.error();
  return std::optional<ReviewFile>(*std::move(file));
}

Result<std::uint64_t> ReviewFile::say(std::span<const Entry> entries) {
  Result<Transaction> transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  Saying saying(database_);
  for (const Entry& entry : entries) {
    if (auto error = saying.say(entry)) return *std::move(error);
  }
  if (auto error = transaction->commit()) return *std::move(error);
  return saying.count();
}

Result<std::optional<Review>> ReviewFile::find(std::string_view fingerprint) const {
  Result<SqliteStatement> row = database_.prepare(
      "SELECT " + std::string(kColumns) + " FROM finding WHERE fingerprint = ?");
  if (!row) return row.error();
  row->bind(1, fingerprint);
  const Result<bool> found = row->step();
  if (!found) return found.error();
  return *found ? std::optional(review_of(*row)) : std::nullopt;
}

std::optional<Error> ReviewFile::each(const std::function<void(const Review&)>& visit) const {
  Result<SqliteStatement> rows = database_.prepare("SELECT " + std::string(kColumns) +
                                                   " FROM finding ORDER BY fingerprint");
  if (!rows) return rows.error();
  for (;;) {
    const Result<bool> more = rows->step();
    if (!more) return more.error();
    if (!*more) return std::nullopt;
    visit(review_of(*rows));
  }
}

Result<std::vector<Step>> ReviewFile::history(std::string_view fingerprint) const {
  Result<SqliteStatement> rows = database_.prepare(
      "SELECT number, fingerprint, field, before, after, by, at FROM history "
      "WHERE ?1 = '' OR fingerprint = ?1 ORDER BY number");
  if (!rows) return rows.error();
  rows->bind(1, fingerprint);
  std::vector<Step> steps;
  for (;;) {
    const Result<bool> more = rows->step();
    if (!more) return more.error();
    if (!*more) return steps;
    steps.push_back({rows->integer(0), std::string(rows->text(1)),
                     field_from(rows->text(2)).value_or(Field::kComment),
                     std::string(rows->text(3)), std::string(rows->text(4)),
                     {std::string(rows->text(5)), std::string(rows->text(6))}});
  }
}

Result<std::vector<std::string>> ReviewFile::beginning_with(std::string_view start,
                                                            int most) const {
  Result<SqliteStatement> rows = database_.prepare(
      "SELECT fingerprint FROM finding WHERE substr(fingerprint, 1, length(?1)) = ?1 "
      "ORDER BY fingerprint LIMIT ?2");
  if (!rows) return rows.error();
  rows->bind(1, start).bind(2, std::int64_t{most});
  std::vector<std::string> found;
  for (;;) {
    const Result<bool> more = rows->step();
    if (!more) return more.error();
    if (!*more) return found;
    found.emplace_back(rows->text(0));
  }
}

bool is_fingerprint(std::string_view text) {
  return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

}  // namespace emrlint::review
