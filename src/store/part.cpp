// SPDX-License-Identifier: Apache-2.0
#include "store/part.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <system_error>

namespace emrlint::store {
namespace {

// Small, so that a query for one chart or one range of keys skips most of a sorted part.
constexpr const char* kRowsTogether = "16384";

std::string unfinished(const std::string& path) {
  char host[256] = "";
  gethostname(host, sizeof host - 1);
  return path + ".tmp." + host + "." + std::to_string(getpid());
}

std::string copy_statement(const std::string& query, const std::string& path,
                           const Labels& labels) {
  // The format is said: by the name alone DuckDB would write CSV.
  std::string sql = "COPY (" + query + ") TO " + sql_text(path) +
                    " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + kRowsTogether;
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

}  // namespace

std::optional<Error> write_part(Database& database, const std::string& query,
                                const std::string& path, const Labels& labels) {
  const Error unwritable{path + "：无法写入", path + ": cannot be written", {}};
  std::string folder = std::filesystem::path(path).parent_path().string();
  if (folder.empty()) folder = ".";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return unwritable;
  const std::string writing = unfinished(path);
  std::optional<Error> failed = database.run(copy_statement(query, writing, labels));
  if (!failed && (!sync(writing, O_RDONLY) || std::rename(writing.c_str(), path.c_str()) != 0)) {
    failed = unwritable;
  }
  if (failed) {
    std::remove(writing.c_str());
    return failed;
  }
  // Without it a power cut could take the name back, not the file.
  sync(folder, O_RDONLY | O_DIRECTORY);
  return std::nullopt;
}

}  // namespace emrlint::store
