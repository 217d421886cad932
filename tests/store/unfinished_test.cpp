// SPDX-License-Identifier: Apache-2.0
#include "store/unfinished.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "store/store_support.h"

namespace emrlint::store {
namespace {

namespace fs = std::filesystem;

// A process that was and is no more.
std::string dead() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  waitpid(child, nullptr, 0);
  return std::to_string(child);
}

void write(const fs::path& path, std::chrono::hours ago) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << "rows";
  fs::last_write_time(path, fs::file_time_type::clock::now() - ago);
}

constexpr std::chrono::hours kLong = kAbandoned + std::chrono::hours(1), kJustNow{0};

TEST_CASE("unfinished: what killed processes left is swept, and nothing else") {
  const TemporaryFolder store;
  const fs::path run = fs::path(store.path) / "facts" / "run=a";
  const std::string part = "part-00000-of-00001.parquet", mine = unfinished(part);
  const std::string here = mine.substr(0, mine.rfind('.') + 1), gone = dead(), late = dead();
  const std::string kept[] = {part,          mine,      part + ".tmp.", part + ".tmp.host.1x",
                              ".tmp.host.1", here + "0"};
  for (const std::string& name : kept) write(run / name, kLong);
  write(run / (part + ".tmp.elsewhere.1"), kJustNow);
  write(run / (here + late), kJustNow);
  const std::string swept[] = {here + gone, part + ".tmp.elsewhere.ward.1"};
  for (const std::string& name : swept) write(run / name, kLong);
  sweep_store(store.path);
  for (const std::string& name : kept) CHECK_MESSAGE(fs::exists(run / name), name);
  CHECK(fs::exists(run / (part + ".tmp.elsewhere.1")));
  CHECK(fs::exists(run / (here + late)));
  for (const std::string& name : swept) CHECK_FALSE_MESSAGE(fs::exists(run / name), name);
}

TEST_CASE("unfinished: of a folder the last change in it counts") {
  const TemporaryFolder reports;
  const fs::path busy = fs::path(reports.path) / "night.tmp.elsewhere.1",
                 idle = fs::path(reports.path) / "night.tmp.elsewhere.2",
                 done = fs::path(reports.path) / "night";
  for (const fs::path& folder : {busy, idle, done}) {
    write(folder / "old.csv", kLong);
    if (folder == busy) write(folder / "new.csv", kJustNow);
    fs::last_write_time(folder, fs::file_time_type::clock::now() - kLong);
  }
  sweep(reports.path);
  CHECK(fs::exists(busy));
  CHECK_FALSE(fs::exists(idle));
  CHECK(fs::exists(done));
}

}  // namespace
}  // namespace emrlint::store
