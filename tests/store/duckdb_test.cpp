// SPDX-License-Identifier: Apache-2.0
#include "store/duckdb.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "store/store_support.h"

namespace emrlint::store {
namespace {

TEST_CASE("store: what was appended is read as it was") {
  Database database = open_database();
  REQUIRE_FALSE(
      database.run("CREATE TABLE t (a UBIGINT, b UINTEGER, c BIGINT, d DOUBLE, "
                   "e VARCHAR, f BOOLEAN)"));
  Result<Appender> appender = database.append_to("t");
  REQUIRE(appender);
  const std::string text = "it's 中文\ttext that is longer than twelve bytes";
  appender->row({~std::uint64_t{0}, 4294967295u, std::int64_t{-5}, 0.25, text, true});
  appender->row({nullptr, nullptr, nullptr, nullptr, nullptr, nullptr});
  appender->row({0u, 1, 2, 3.0, "short", false});
  REQUIRE_FALSE(appender->finish());

  Result<Rows> rows = database.rows("SELECT * FROM t");
  REQUIRE(rows);
  CHECK(rows->columns() == 6);
  CHECK(rows->name(4) == "e");
  REQUIRE(rows->next());
  REQUIRE(rows->size() == 3);
  CHECK(rows->natural(0, 0) == ~std::uint64_t{0});
  CHECK(rows->number(0, 0) == 18446744073709551615.0);
  CHECK(rows->natural(1, 0) == 4294967295u);
  CHECK(rows->integer(2, 0) == -5);
  CHECK(rows->number(3, 0) == 0.25);
  CHECK(rows->text(4, 0) == text);
  CHECK(rows->flag(5, 0));
  for (std::size_t column = 0; column < 6; ++column) {
    CHECK(rows->null(column, 1));
    CHECK(rows->integer(column, 1) == 0);
    CHECK_FALSE(rows->null(column, 2));
  }
  CHECK(rows->text(4, 2) == "short");
  CHECK(rows->integer(4, 2) == 0);
  CHECK(rows->text(2, 2).empty());
  CHECK_FALSE(rows->next());
  CHECK_FALSE(rows->error());
}

TEST_CASE("store: sums, dates and counts are integers") {
  Database database = open_database();
  Result<Rows> rows = database.rows(
      "SELECT sum(i), count(*), DATE '1970-01-03', TIMESTAMP '1970-01-01 00:00:01', -sum(i) "
      "FROM range(4) t(i)");
  REQUIRE(rows);
  REQUIRE(rows->next());
  CHECK(rows->integer(0, 0) == 6);
  CHECK(rows->number(0, 0) == 6.0);
  CHECK(rows->integer(1, 0) == 4);
  CHECK(rows->integer(2, 0) == 2);
  CHECK(rows->integer(3, 0) == 1'000'000);
  CHECK(rows->integer(4, 0) == -6);
  CHECK(rows->number(4, 0) == -6.0);
}

TEST_CASE("store: values are bound, not pasted") {
  Database database = open_database();
  Result<Statement> statement =
      database.prepare("SELECT $1 || '!', $2 + 1, $3 IS NULL, $4::BOOLEAN, $5::DOUBLE");
  REQUIRE(statement);
  for (const char* text : {"a'; DROP TABLE t; --", "患者"}) {
    Result<Rows> rows = statement->rows({text, 41, std::optional<std::string>(), true, 0.5});
    REQUIRE(rows);
    REQUIRE(rows->next());
    CHECK(rows->text(0, 0) == std::string(text) + "!");
    CHECK(rows->integer(1, 0) == 42);
    CHECK(rows->flag(2, 0));
    CHECK(rows->flag(3, 0));
    CHECK(rows->number(4, 0) == 0.5);
  }
  CHECK(en(statement->rows({1})) == "DuckDB: 1 values for 5 parameters");
  CHECK(sql_text("a'b") == "'a''b'");
}

TEST_CASE("store: many rows come in chunks") {
  Database database = open_database();
  Result<Rows> rows = database.rows("SELECT i FROM range(100000) t(i)");
  REQUIRE(rows);
  std::int64_t sum = 0;
  std::size_t chunks = 0;
  for (; rows->next(); ++chunks) {
    for (std::size_t row = 0; row < rows->size(); ++row) sum += rows->integer(0, row);
  }
  CHECK_FALSE(rows->error());
  CHECK(sum == 4999950000);
  CHECK(chunks > 10);
}

TEST_CASE("store: errors of SQL are told") {
  Database database = open_database();
  const std::optional<Error> error = database.run("SELEC 1");
  REQUIRE(error);
  CHECK(error->en.find("DuckDB: Parser Error") == 0);
  CHECK(error->zh.find("DuckDB：Parser Error") == 0);
  CHECK(en(database.rows("SELECT * FROM missing")).find("missing") != std::string::npos);
  CHECK_FALSE(database.append_to("missing"));
  REQUIRE_FALSE(database.run("CREATE TABLE t (i INTEGER)"));
  Result<Appender> appender = database.append_to("t");
  REQUIRE(appender);
  appender->row({"no number"});
  appender->row({1});
  CHECK(appender->finish());
}

TEST_CASE("store: an error behind the first rows does not look like their end") {
  Database database = open_database();
  Result<Rows> rows = database.rows(
      "SELECT CASE WHEN i < 2000000 THEN 1 ELSE error('too far') END FROM range(3000000) t(i)");
  REQUIRE(rows);
  while (rows->next()) {
  }
  REQUIRE(rows->error());
  CHECK(rows->error()->en.find("too far") != std::string::npos);

  rows = database.rows("SELECT i FROM range(100000) t(i)");
  REQUIRE(rows);
  REQUIRE(rows->next());
  REQUIRE_FALSE(database.run("SELECT 1"));
  CHECK_FALSE(rows->next());
  REQUIRE(rows->error());
  CHECK(rows->error()->en.find("another statement") != std::string::npos);
}

TEST_CASE("store: beyond the memory rows go to disk, and nothing stays there") {
  const TemporaryFolder folder;
  {
    DatabaseOptions options;
    options.memory = 40'000'000;
    options.temporary = folder.path;
    Result<Database> database = Database::open(options);
    REQUIRE(database);
    Result<Rows> rows = database->rows(
        "SELECT md5(i::VARCHAR) || repeat('x', 60) AS t FROM range(1000000) r(i) ORDER BY t");
    REQUIRE(rows);
    std::string last;
    std::size_t count = 0;
    while (rows->next()) {
      for (std::size_t row = 0; row < rows->size(); ++row, ++count) {
        REQUIRE(rows->text(0, row) > last);
        last = rows->text(0, row);
      }
    }
    CHECK_FALSE(rows->error());
    CHECK(count == 1'000'000);
    // What cannot go to disk is an error, not the end of the process.
    const std::optional<Error> error =
        database->run("SELECT list(md5(i::VARCHAR)) FROM range(3000000) r(i)");
    REQUIRE(error);
    CHECK(error->en.find("Out of Memory") != std::string::npos);
  }
  CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("store: a missing library is said, with where it was looked for") {
  DatabaseOptions options;
  options.libraries = {"/nowhere/libduckdb.so", "fixtures/charts/README.md"};
  const std::string text = en(Database::open(options));
  for (const char* part : {"/nowhere/libduckdb.so", "README.md", "./dev setup", "EMRLINT_DUCKDB"}) {
    CHECK(text.find(part) != std::string::npos);
  }
  options.libraries = {"libm.so.6"};
  CHECK(en(Database::open(options)) == "libm.so.6: is not the library of DuckDB");
}

TEST_CASE("store: the environment says where the library is") {
  const char* const before = getenv("EMRLINT_DUCKDB");
  const std::string kept = before == nullptr ? "" : before;
  setenv("EMRLINT_DUCKDB", "/elsewhere/libduckdb.so", 1);
  CHECK(duckdb_libraries() == std::vector<std::string>{"/elsewhere/libduckdb.so"});
  setenv("EMRLINT_DUCKDB", kept.c_str(), 1);
  if (before == nullptr) {
    CHECK(duckdb_libraries().size() == 3);
    CHECK(duckdb_libraries().front().ends_with("/lib/emrlint/libduckdb.so"));
  }
}

TEST_CASE("store: nothing is ever fetched") {
  Database database = open_database();
  for (const char* sql : {"LOAD httpfs", "SELECT * FROM 'https://localhost:1/a.parquet'",
                          "SELECT * FROM sqlite_scan('a', 'b')"}) {
    CAPTURE(sql);
    CHECK(database.run(sql));
  }
}

}  // namespace
}  // namespace emrlint::store
