// SPDX-License-Identifier: Apache-2.0
#include "review/sqlite.h"

#include <sqlite3.h>

#include <utility>

namespace emrlint::review {

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : database_(other.database_),
      handle_(std::exchange(other.handle_, nullptr)),
      failed_(other.failed_) {}

SqliteStatement& SqliteStatement::operator=(SqliteStatement&& other) noexcept {
  std::swap(database_, other.database_);
  std::swap(handle_, other.handle_);
  std::swap(failed_, other.failed_);
  return *this;
}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(handle_); }

void SqliteStatement::note(int status) {
  if (failed_ == SQLITE_OK) failed_ = status;
}

SqliteStatement& SqliteStatement::bind(int place, std::string_view text) {
  // A view without bytes may have no address, which SQLite would take for null.
  const char* const bytes = text.empty() ? "" : text.data();
  note(sqlite3_bind_text64(handle_, place, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

SqliteStatement& SqliteStatement::bind(int place, std::int64_t number) {
  note(sqlite3_bind_int64(handle_, place, number));
  return *this;
}

SqliteStatement& SqliteStatement::bind_null(int place) {
  note(sqlite3_bind_null(handle_, place));
  return *this;
}

Result<bool> SqliteStatement::step() {
  if (failed_ != SQLITE_OK) return database_->error(failed_);
  const int status = sqlite3_step(handle_);
  if (status == SQLITE_ROW) return true;
  if (status == SQLITE_DONE) return false;
  return database_->error(status);
}

std::optional<Error> SqliteStatement::run() {
  const Result<bool> row = step();
  std::optional<Error> error;
  if (!row) error = row.error();
  reset();
  return error;
}

void SqliteStatement::reset() {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
  failed_ = SQLITE_OK;
}

std::string_view SqliteStatement::text(int column) const {
  const unsigned char* const bytes = sqlite3_column_text(handle_, column);
  if (bytes == nullptr) return {};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as SQLite declares texts.
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::int64_t SqliteStatement::integer(int column) const {
  return sqlite3_column_int64(handle_, column);
}

Result<Sqlite> Sqlite::open(const std::string& path, int patience) {
  sqlite3* handle = nullptr;
  const int status = sqlite3_open_v2(path.c_str(), &handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Sqlite database(path, handle);
  if (status != SQLITE_OK) return database.error(status);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, patience);
  return database;
}

Sqlite::Sqlite(Sqlite&& other) noexcept
    : path_(std::move(other.path_)), handle_(std::exchange(other.handle_, nullptr)) {}

Sqlite& Sqlite::operator=(Sqlite&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(handle_, other.handle_);
  return *this;
}

Sqlite::~Sqlite() { sqlite3_close_v2(handle_); }

std::optional<Error> Sqlite::run(const char* sql) {
  const int status = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (status == SQLITE_OK) return std::nullopt;
  return error(status);
}

Result<SqliteStatement> Sqlite::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int status = sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
  if (status != SQLITE_OK) return error(status);
  return SqliteStatement(*this, statement);
}

Result<std::int64_t> Sqlite::integer(std::string_view sql) const {
  Result<SqliteStatement> statement = prepare(sql);
  if (!statement) return statement.error();
  const Result<bool> row = statement->step();
  if (!row) return row.error();
  return statement->integer(0);
}

Error Sqlite::error(int status) const {
  switch (status & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {path_ + "：另一个进程一直在写，未能写入，请重试",
              path_ + ": another process kept writing to it; nothing was written, try again",
              {}};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {path_ + "：不是审核数据文件，或文件已损坏",
              path_ + ": this is no file of review data, or it is damaged",
              {}};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return {path_ + "：打不开", path_ + ": cannot be opened", {}};
    case SQLITE_READONLY:
      return {path_ + "：没有写权限", path_ + ": no permission to write", {}};
    case SQLITE_FULL:
      return {path_ + "：磁盘已满", path_ + ": the disk is full", {}};
    default:
      break;
  }
  const std::string said = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(status);
  return {path_ + "：" + said, path_ + ": " + said, {}};
}

Result<Transaction> Transaction::begin(Sqlite& database) {
  if (auto error = database.run("BEGIN IMMEDIATE")) return *std::move(error);
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ != nullptr) database_->run("ROLLBACK");
}

std::optional<Error> Transaction::commit() {
  if (auto error = database_->run("COMMIT")) return error;  // The destructor undoes it.
  database_ = nullptr;
  return std::nullopt;
}

}  // namespace emrlint::review
