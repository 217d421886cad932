// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_STORE_STORE_SUPPORT_H_
#define EMRLINT_TESTS_STORE_STORE_SUPPORT_H_

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <utility>

#include "store/duckdb.h"

namespace emrlint::store {

struct TemporaryFolder {
  std::string path = (std::filesystem::temp_directory_path() / "emrlint-test-XXXXXX").string();

  TemporaryFolder() { REQUIRE(mkdtemp(path.data()) != nullptr); }
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

inline Database open_database(unsigned threads = 1) {
  DatabaseOptions options;
  options.threads = threads;
  Result<Database> database = Database::open(options);
  REQUIRE_MESSAGE(database.ok(), (database ? "" : database.error().en));
  return *std::move(database);
}

// Why there is no value; empty if there is one.
template <typename T>
std::string en(const Result<T>& result) {
  return result ? std::string() : result.error().en;
}

}  // namespace emrlint::store

#endif  // EMRLINT_TESTS_STORE_STORE_SUPPORT_H_
