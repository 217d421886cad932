// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_SQLITE_H_
#define EMRLINT_REVIEW_SQLITE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

// A database file of SQLite as far as the review data needs it. A database and its statements
// belong to one thread at a time; any number of processes may have the file open.
namespace emrlint::review {

class Sqlite;

// A statement with "?" for values. Errors of bind() are told by the next step().
class SqliteStatement {
 public:
  SqliteStatement(SqliteStatement&& other) noexcept;
  SqliteStatement& operator=(SqliteStatement&& other) noexcept;
  ~SqliteStatement();

  // From the left, counted from 1. A text is copied.
  SqliteStatement& bind(int place, std::string_view text);
  SqliteStatement& bind(int place, std::int64_t number);
  SqliteStatement& bind_null(int place);
  // Goes on to the next row; false behind the last one.
  Result<bool> step();
  // For what gives no rows; the statement can be bound and run again.
  std::optional<Error> run();
  // Ready to be bound anew.
  void reset();

  // Of the row at hand; columns from 0. A null reads as "" or 0. Valid until the next step().
  std::string_view text(int column) const;
  std::int64_t integer(int column) const;

 private:
  friend class Sqlite;
  SqliteStatement(const Sqlite& database, sqlite3_stmt* handle)
      : database_(&database), handle_(handle) {}
  void note(int status);

  const Sqlite* database_;
  sqlite3_stmt* handle_;
  int failed_ = 0;
};

class Sqlite {
 public:
  // Opens a file that is there, or makes it. Whoever writes waits `patience` milliseconds for
  // another writer.
  static Result<Sqlite> open(const std::string& path, int patience = 10'000);
  Sqlite(Sqlite&& other) noexcept;
  Sqlite& operator=(Sqlite&& other) noexcept;
  ~Sqlite();

  // Any number of statements with ";" between them.
  std::optional<Error> run(const char* sql);
  // The database must outlive the statement, and may not be moved meanwhile.
  Result<SqliteStatement> prepare(std::string_view sql) const;
  // The first column of the first row of a query that has one.
  Result<std::int64_t> integer(std::string_view sql) const;

  const std::string& path() const { return path_; }
  // What SQLite said last, with the path, in both languages.
  Error error(int status) const;

 private:
  Sqlite(std::string path, sqlite3* handle) : path_(std::move(path)), handle_(handle) {}

  std::string path_;
  sqlite3* handle_;
};

// A transaction that writes; what was not committed is undone in the end.
class Transaction {
 public:
  // Waits until no other process writes.
  static Result<Transaction> begin(Sqlite& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  std::optional<Error> commit();

 private:
  explicit Transaction(Sqlite& database) : database_(&database) {}

  Sqlite* database_;  // Null when it is over.
};

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_SQLITE_H_
