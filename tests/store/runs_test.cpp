// SPDX-License-Identifier: Apache-2.0
#include "store/runs.h"

#include <doctest/doctest.h>

#include <fstream>

#include "store/store_support.h"

namespace emrlint::store {
namespace {

// Where a part would be, with something in it.
std::string touch(const std::string& folder, const std::string& run, const std::string& name) {
  const std::string path = folder + "/facts/run=" + run + "/" + name;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path) << "x";
  return path;
}

TEST_CASE("runs: shards and names") {
  CHECK(parse_shard("0/1")->count == 1);
  CHECK(parse_shard("23/24")->index == 23);
  for (const char* text : {"", "1", "/", "1/1", "24/24", "-1/2", "0/0", "0/100000", "a/2", "0/2x",
                           "0/2/3", " 0/2", "0x1/3"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_shard(text));
  }
  CHECK(names_run("2024-03-01.night_2"));
  for (const std::string name : {"", ".", "..", ".a", "a/b", "a b", "三月", "a=b", "a*"}) {
    CAPTURE(name);
    CHECK_FALSE(names_run(name));
  }
  CHECK_FALSE(names_run(std::string(101, 'a')));
  CHECK(part_path("s", "facts", "r", {3, 24}) == "s/facts/run=r/part-00003-of-00024.parquet");
}

TEST_CASE("runs: the parts of a run, in order, whatever else lies there") {
  const TemporaryFolder folder;
  CHECK(any_part(folder.path, "facts").empty());
  const std::string second = touch(folder.path, "r", "part-00001-of-00002.parquet");
  const std::string killed = touch(folder.path, "r", "part-00000-of-00002.parquet.tmp.host.1");
  touch(folder.path, "other", "part-00000-of-00001.parquet");
  CHECK(en(parts_of(folder.path, "facts", "r")) ==
        folder.path +
            "/facts/run=r: 1 of 2 parts are missing, the first is part-00000-of-00002.parquet");
  const std::string first = touch(folder.path, "r", "part-00000-of-00002.parquet");
  const Result<std::vector<std::string>> parts = parts_of(folder.path, "facts", "r");
  REQUIRE(parts);
  CHECK(*parts == std::vector<std::string>{first, second});
  CHECK(any_part(folder.path, "facts").ends_with("other/part-00000-of-00001.parquet"));
  CHECK(en(parts_of(folder.path, "facts", "r2")) ==
        folder.path + "/facts/run=r2: there are no parts of such a run");
}

TEST_CASE("runs: a file of another name or another number of parts is no part of them") {
  const TemporaryFolder folder;
  touch(folder.path, "a", "part-00000-of-00001.parquet");
  const std::string foreign = touch(folder.path, "a", "zz.parquet");
  CHECK(en(parts_of(folder.path, "facts", "a")).starts_with(foreign + ": is no part"));
  const std::string first = touch(folder.path, "b", "part-00000-of-00001.parquet");
  const std::string other = touch(folder.path, "b", "part-00000-of-00002.parquet");
  CHECK(en(parts_of(folder.path, "facts", "b")) ==
        other + ": is of another number of parts than " + first);
}

TEST_CASE("runs: labels and rows of parts in folders whose names look like patterns") {
  const TemporaryFolder folder;
  const std::string store = folder.path + "/a[1]*?'{}";
  Database database = open_database();
  std::vector<std::string> paths;
  for (const unsigned i : {0u, 1u}) {
    paths.push_back(part_path(store, "facts", "r", {i, 2}));
    REQUIRE_FALSE(write_part(database, "SELECT " + std::to_string(i) + " AS a", paths.back(),
                             {{"kind", "it's"}, {"v", "1"}}));
  }
  const Result<Labels> labels = labels_of(database, paths.front());
  REQUIRE_MESSAGE(labels.ok(), en(labels));
  CHECK(label(*labels, "kind") == "it's");
  CHECK(label(*labels, "v") == "1");
  CHECK(label(*labels, "other").empty());
  Result<Rows> rows = database.rows("SELECT sum(a) FROM read_parquet(" + sql_files(paths) + ")");
  REQUIRE_MESSAGE(rows.ok(), en(rows));
  REQUIRE(rows->next());
  CHECK(rows->integer(0, 0) == 1);
  std::ofstream(paths.back()) << "not a Parquet file, though it is called one";
  CHECK(en(labels_of(database, paths.back())).starts_with(paths.back() + ": is no whole part"));
}

}  // namespace
}  // namespace emrlint::store
