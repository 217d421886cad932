// SPDX-License-Identifier: Apache-2.0
#include "store/part.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "store/unfinished.h"

namespace emrlint::store {
namespace {

Error unwritable(const std::string& path) {
  return {path + "：无法写入", path + ": cannot be written", {}};
}

std::string copy_statement(const std::string& query, const std::string& path, const Labels& labels,
                           unsigned together) {
  // The format is said: by the name alone DuckDB would write CSV.
  std::string sql = "COPY (" + query + ") TO " + sql_text(path) +
                    " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " +
                    std::to_string(together);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    sql += i == 0 ? ", KV_METADATA {" : ", ";
    sql += sql_text(labels[i].first) + ": " + sql_text(labels[i].second);
  }
  return sql + (labels.empty() ? ")" : "})");
}

// A file or a folder reaches the disk.
bool sync(const std::string& path, int flags) {
  const int descriptor = open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool good = fsync(descriptor) == 0;
  close(descriptor);
  return good;
}

bool same_bytes(const std::string& a, const std::string& b) {
  using Bytes = std::istreambuf_iterator<char>;
  std::ifstream one(a, std::ios::binary), two(b, std::ios::binary);
  return one && two && std::equal(Bytes(one), Bytes(), Bytes(two), Bytes());
}

// Gives what was written its name, unless that is taken: then by the same bytes, or in vain.
std::optional<Error> give_name(const std::string& writing, const std::string& path) {
  if (link(writing.c_str(), path.c_str()) == 0) {
    std::remove(writing.c_str());
    return std::nullopt;
  }
  // Some file systems have no links.
  std::error_code error;
  const bool taken = errno == EEXIST || std::filesystem::exists(path, error);
  if (!taken && std::rename(writing.c_str(), path.c_str()) == 0) return std::nullopt;
  if (!taken) return unwritable(path);
  const bool same = same_bytes(writing, path);
  std::remove(writing.c_str());
  if (same) return std::nullopt;
  return Error{path + "：已有内容不同的分片，不覆盖；请换一个运行名，或先删除它",
               path +
                   ": another part is there and is not replaced; name the run otherwise, or "
                   "remove it first",
               {}};
}

}  // namespace

std::optional<Error> write_part(Database& database, const std::string& query,
                                const std::string& path, const Labels& labels, unsigned together) {
  std::string folder = std::filesystem::path(path).parent_path().string();
  if (folder.empty()) folder = ".";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return unwritable(path);
  const std::string writing = unfinished(path);
  std::optional<Error> failed = database.run(copy_statement(query, writing, labels, together));
  if (!failed && !sync(writing, O_RDONLY)) failed = unwritable(path);
  if (!failed) failed = give_name(writing, path);
  if (failed) {
    std::remove(writing.c_str());
    return failed;
  }
  // Without it a power cut could take the name back, not the file.
  sync(folder, O_RDONLY | O_DIRECTORY);
  return std::nullopt;
}

}  // namespace emrlint::store
