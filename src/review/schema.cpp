// SPDX-License-Identifier: Apache-2.0
#include "review/schema.h"

#include <string>

namespace emrlint::review {
namespace {

// "emrl": in the header of the file, so that no other database is taken for one of ours.
constexpr std::int64_t kApplication = 0x656D726C;

// The states as ids; a field that nobody spoke of is null. What a finding says of the patient is
// not here.
constexpr const char* kVersion1 = R"(
CREATE TABLE finding (
  fingerprint TEXT PRIMARY KEY NOT NULL CHECK (length(fingerprint) = 32),
  chart TEXT NOT NULL,
  check_id TEXT NOT NULL,
  run TEXT NOT NULL DEFAULT '',
  reviewer TEXT, reviewer_by TEXT, reviewer_at TEXT,
  verdict TEXT CHECK (verdict IN ('confirmed', 'refuted', 'unclear')),
  verdict_by TEXT, verdict_at TEXT,
  appeal TEXT, appeal_by TEXT, appeal_at TEXT,
  decision TEXT CHECK (decision IN ('upheld', 'rejected')),
  decision_by TEXT, decision_at TEXT,
  rectification TEXT NOT NULL DEFAULT 'unmodified'
    CHECK (rectification IN ('unmodified', 'modified', 'confirmed')),
  rectification_by TEXT, rectification_at TEXT,
  comment TEXT, comment_by TEXT, comment_at TEXT,
  revision INTEGER NOT NULL DEFAULT 0,
  CHECK (decision IS NULL OR appeal IS NOT NULL)
) WITHOUT ROWID;
CREATE INDEX finding_by_check ON finding (check_id);
CREATE TABLE history (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint TEXT NOT NULL REFERENCES finding (fingerprint),
  field TEXT NOT NULL CHECK (
    field IN ('reviewer', 'verdict', 'appeal', 'decision', 'rectification', 'comment')),
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  by TEXT NOT NULL CHECK (by <> ''),
  at TEXT NOT NULL
);
CREATE INDEX history_by_finding ON history (fingerprint, number);
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'the history is never deleted'); END;
)";

constexpr const char* kSteps[] = {kVersion1};

Error of_another_program(const std::string& path) {
  return {path + "：不是审核数据文件，属于其他程序",
          path + ": this is no file of review data but one of another program",
          {}};
}

Error of_later_version(const std::string& path, std::int64_t version, std::size_t known) {
  return {path + "：由更新版本的 emrlint 写成（格式" + std::to_string(version) +
              "，本程序只认识到" + std::to_string(known) + "），请升级",
          path + ": written by a later emrlint (format " + std::to_string(version) +
              ", known here are those up to " + std::to_string(known) + "): update it",
          {}};
}

// Which version a file is of; 0 for an empty one.
Result<std::size_t> version_of(Sqlite& database, std::size_t known) {
  const Result<std::int64_t> application = database.integer("PRAGMA application_id");
  if (!application) return application.error();
  const Result<std::int64_t> version = database.integer("PRAGMA user_version");
  if (!version) return version.error();
  const Result<std::int64_t> tables = database.integer("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  const bool empty = *application == 0 && *version == 0 && *tables == 0;
  if (!empty && *application != kApplication) return of_another_program(database.path());
  if (*version < 0 || static_cast<std::size_t>(*version) > known) {
    return of_later_version(database.path(), *version, known);
  }
  return static_cast<std::size_t>(*version);
}

}  // namespace

std::span<const char* const> schema_steps() { return kSteps; }

std::optional<Error> migrate(Sqlite& database, std::span<const char* const> steps) {
  Result<std::size_t> version = version_of(database, steps.size());
  if (!version) return version.error();
  if (*version == steps.size()) return std::nullopt;
  Result<Transaction> transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  // Another process may have done it meanwhile.
  version = version_of(database, steps.size());
  if (!version) return version.error();
  for (std::size_t step = *version; step < steps.size(); ++step) {
    if (auto error = database.run(steps[step])) return error;
  }
  const std::string marks = "PRAGMA application_id = " + std::to_string(kApplication) +
                            "; PRAGMA user_version = " + std::to_string(steps.size());
  if (auto error = database.run(marks.c_str())) return error;
  return transaction->commit();
}

}  // namespace emrlint::review
