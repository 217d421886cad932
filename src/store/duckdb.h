// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_STORE_DUCKDB_H_
#define EMRLINT_STORE_DUCKDB_H_

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

// DuckDB in this process: an engine for SQL over Parquet files and over tables in memory. Its
// library is loaded when the first database is opened. It never fetches anything: extensions are
// neither installed nor loaded. A database and what comes from it belong to one thread at a time.
namespace emrlint::store {

struct Link;  // A database and its connection.
namespace duckdb_api {
struct StatementTag;
struct AppenderTag;
}  // namespace duckdb_api

// Where the library is looked for, in this order: where the environment variable EMRLINT_DUCKDB
// says, and only there; or lib/emrlint beside the folder of the program; where ./dev setup puts it;
// where the system has its libraries.
std::vector<std::string> duckdb_libraries();

struct DatabaseOptions {
  std::uint64_t memory = 512 * 1024 * 1024;  // Bytes of buffers; beyond it they go to disk.
  unsigned threads = 1;   // More of them order rows that no ORDER BY does in any way.
  std::string temporary;  // The folder for what goes to disk; empty: TMPDIR.
  std::vector<std::string> libraries = duckdb_libraries();
};

// A value of SQL; a text is a view.
class Value {
 public:
  using Variant =
      std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, std::string_view>;

  // NOLINTBEGIN(google-explicit-constructor)
  Value(std::nullptr_t) : value_(nullptr) {}
  Value(std::integral auto number) : value_(widened(number)) {}
  Value(double number) : value_(number) {}
  Value(std::string_view text) : value_(text) {}
  Value(const std::string& text) : value_(std::string_view(text)) {}
  Value(const char* text) : value_(std::string_view(text)) {}
  template <typename T>
  Value(const std::optional<T>& value) : Value(value ? Value(*value) : Value(nullptr)) {}
  // NOLINTEND(google-explicit-constructor)

  const Variant& variant() const { return value_; }

 private:
  static Variant widened(bool flag) { return flag; }
  static Variant widened(std::signed_integral auto number) { return std::int64_t{number}; }
  static Variant widened(std::unsigned_integral auto number) { return std::uint64_t{number}; }

  Variant value_;
};

// The rows of a query, some thousand at a time, computed as they are asked for. The next statement
// on the database ends them.
class Rows {
 public:
  Rows(Rows&& other) noexcept;
  Rows& operator=(Rows&& other) noexcept;
  ~Rows();

  // Goes on to the next rows; false behind the last ones, and when error() says why there are none.
  bool next();
  const std::optional<Error>& error() const;

  std::size_t columns() const;
  std::string name(std::size_t column) const;
  // Of the rows at hand; `row` counts from 0 among these. A column of another type, like a null,
  // reads as 0 or nothing: CAST it in the query.
  std::size_t size() const;
  bool null(std::size_t column, std::size_t row) const;
  // VARCHAR and BLOB; valid until next().
  std::string_view text(std::size_t column, std::size_t row) const;
  // Integers up to HUGEINT (the type of SUM), booleans, dates in days, timestamps in microseconds.
  std::int64_t integer(std::size_t column, std::size_t row) const;
  std::uint64_t natural(std::size_t column, std::size_t row) const;
  // Numbers of any kind.
  double number(std::size_t column, std::size_t row) const;
  bool flag(std::size_t column, std::size_t row) const;

 private:
  friend class Statement;
  struct State;
  explicit Rows(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// A statement with "?" or "$1" for values, which runs any number of times.
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  // One value for each "?". The statement must outlive the rows.
  Result<Rows> rows(std::initializer_list<Value> values = {});
  // For what gives no rows.
  std::optional<Error> run(std::initializer_list<Value> values = {});

 private:
  friend class Database;
  Statement(Link& link, duckdb_api::StatementTag* handle) : link_(&link), handle_(handle) {}
  std::optional<Error> bind(std::initializer_list<Value> values);

  Link* link_;
  duckdb_api::StatementTag* handle_;
};

// Adds rows to a table; fastest within a transaction of many rows. Its first error ends it, and is
// what finish() tells.
class Appender {
 public:
  Appender(Appender&& other) noexcept;
  Appender& operator=(Appender&& other) noexcept;
  ~Appender();

  // A value for each column, in their order.
  void row(std::initializer_list<Value> values);
  // The same one by one.
  void add(const Value& value);
  void end_row();
  // Last of all. Why not all rows are in the table, if so.
  std::optional<Error> finish();

 private:
  friend class Database;
  Appender(Link& link, duckdb_api::AppenderTag* handle) : link_(&link), handle_(handle) {}
  void note(int state);

  Link* link_;
  duckdb_api::AppenderTag* handle_;
  std::uint64_t rows_ = 0;
  std::optional<Error> error_;
};

// A database in memory, empty at first. Files are named in its SQL: read_parquet(...), COPY.
class Database {
 public:
  static Result<Database> open(const DatabaseOptions& options = {});
  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  ~Database();

  // Any number of statements with ";" between them.
  std::optional<Error> run(const std::string& sql);
  Result<Statement> prepare(const std::string& sql);
  // prepare() and rows() in one step.
  Result<Rows> rows(const std::string& sql, std::initializer_list<Value> values = {});
  // Calls visit(rows, i) for each row of a query, the ith of those at hand. Why not for all, if so.
  template <typename Visit>
  std::optional<Error> each(const std::string& sql, Visit visit) {
    Result<Rows> found = rows(sql);
    if (!found) return found.error();
    while (found->next()) {
      for (std::size_t i = 0; i < found->size(); ++i) visit(std::as_const(*found), i);
    }
    return found->error();
  }
  Result<Appender> append_to(const std::string& table);

 private:
  explicit Database(std::unique_ptr<Link> link);

  std::unique_ptr<Link> link_;
};

// 'text' as SQL has it, for where no "?" may stand: the name of a file in COPY.
std::string sql_text(std::string_view text);

}  // namespace emrlint::store

#endif  // EMRLINT_STORE_DUCKDB_H_
