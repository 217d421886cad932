// SPDX-License-Identifier: Apache-2.0
#include "store/part.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "store/store_support.h"

namespace emrlint::store {
namespace {

constexpr const char* kMany =
    "SELECT i, md5(i::VARCHAR) AS text, i % 7 AS rule FROM range(200000) t(i)";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("store: a part holds the rows it was made of, and its labels") {
  const TemporaryFolder folder;
  const std::string path = folder.path + "/it's/run=a/part-0.parquet";
  Database database = open_database();
  REQUIRE_FALSE(
      database.run("CREATE TABLE t AS SELECT 'o''clock' AS a, 7::UBIGINT AS b, "
                   "NULL::DOUBLE AS c"));
  REQUIRE_FALSE(write_part(database, "SELECT * FROM t", path, {{"kind", "it's"}, {"v", "1"}}));
  Result<Rows> rows = database.rows("SELECT a, b, c FROM read_parquet(?)", {path});
  REQUIRE(rows);
  REQUIRE(rows->next());
  REQUIRE(rows->size() == 1);
  CHECK(rows->text(0, 0) == "o'clock");
  CHECK(rows->natural(1, 0) == 7);
  CHECK(rows->null(2, 0));
  rows = database.rows("SELECT decode(key), decode(value) FROM parquet_kv_metadata(?) ORDER BY key",
                       {path});
  REQUIRE(rows);
  REQUIRE(rows->next());
  REQUIRE(rows->size() == 2);
  CHECK(rows->text(0, 0) == "kind");
  CHECK(rows->text(1, 0) == "it's");
}

TEST_CASE("store: equal rows give equal bytes") {
  const TemporaryFolder folder;
  const std::string one = folder.path + "/1.parquet", two = folder.path + "/2.parquet";
  Database database = open_database();
  REQUIRE_FALSE(write_part(database, kMany, one));
  REQUIRE_FALSE(write_part(database, kMany, one));
  Database threads = open_database(4);
  REQUIRE_FALSE(threads.run(std::string("CREATE TABLE t AS ") + kMany));
  REQUIRE_FALSE(write_part(threads, "SELECT * FROM t ORDER BY i", two));
  CHECK(bytes_of(one).size() > 1'000'000);
  CHECK(bytes_of(one) == bytes_of(two));
}

TEST_CASE("store: a part that is there is never replaced by another") {
  const TemporaryFolder folder;
  const std::string path = folder.path + "/1.parquet";
  Database database = open_database();
  REQUIRE_FALSE(write_part(database, "SELECT 1 AS a", path));
  const std::string before = bytes_of(path);
  const auto time = std::filesystem::last_write_time(path);
  CHECK_FALSE(write_part(database, "SELECT 1 AS a", path));
  const std::optional<Error> error = write_part(database, "SELECT 2 AS a", path);
  REQUIRE(error);
  CHECK(error->en.starts_with(path + ": another part is there"));
  CHECK(bytes_of(path) == before);
  CHECK(std::filesystem::last_write_time(path) == time);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("store: a part that fails leaves nothing, and the one before stays") {
  const TemporaryFolder folder;
  const std::string path = folder.path + "/1.parquet";
  Database database = open_database();
  REQUIRE_FALSE(write_part(database, "SELECT 1 AS a", path));
  const std::string before = bytes_of(path);
  CHECK(write_part(database,
                   "SELECT CASE WHEN i < 90000 THEN 1 ELSE error('x') END "
                   "FROM range(100000) t(i)",
                   path));
  CHECK(bytes_of(path) == before);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
  CHECK(write_part(database, "SELECT 1", "/proc/nowhere/1.parquet")->en ==
        "/proc/nowhere/1.parquet: cannot be written");
}

TEST_CASE("store: whoever is killed while writing leaves no part") {
  const TemporaryFolder folder;
  const std::string path = folder.path + "/1.parquet";
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Result<Database> database = Database::open();
    const std::string endless = "SELECT md5(i::VARCHAR) FROM range(10000000000) t(i)";
    if (database) write_part(*database, endless, path);
    _exit(1);
  }
  const auto files = [&] {
    return std::distance(std::filesystem::directory_iterator(folder.path), {});
  };
  for (int tries = 0; tries < 600 && files() == 0; ++tries) usleep(50'000);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  CHECK(files() == 1);
  Database database = open_database();
  CHECK(en(database.rows("SELECT * FROM read_parquet(?)", {folder.path + "/*.parquet"}))
            .find("No files found") != std::string::npos);
  REQUIRE_FALSE(write_part(database, "SELECT 1 AS a", path));
  CHECK(database.rows("SELECT * FROM read_parquet(?)", {folder.path + "/*.parquet"}));
}

TEST_CASE("store: what is no part is an error with its name") {
  const TemporaryFolder folder;
  const std::string path = folder.path + "/1.parquet";
  std::ofstream(path) << "not a Parquet file, though it is called one";
  Database database = open_database();
  CHECK(en(database.rows("SELECT * FROM read_parquet(?)", {path})).find(path) != std::string::npos);
}

}  // namespace
}  // namespace emrlint::store
