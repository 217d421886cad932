// SPDX-License-Identifier: Apache-2.0
#include "store/runs.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <set>
#include <system_error>

namespace emrlint::store {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kMostShards = 99'999;
constexpr std::size_t kLongestName = 100;
constexpr std::string_view kPart = "part-", kOf = "-of-", kEnding = ".parquet";

Error wrong(const std::string& path, const std::string& zh, const std::string& en) {
  return {path + "：" + zh, path + ": " + en, {}};
}

std::string digits(unsigned number) {
  char text[16];
  std::snprintf(text, sizeof text, "%05u", number);
  return text;
}

std::string file_name(const Shard& shard) {
  return std::string(kPart)
      .append(digits(shard.index))
      .append(kOf)
      .append(digits(shard.count))
      .append(kEnding);
}

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || at != end) return std::nullopt;
  return value;
}

std::optional<Shard> shard_between(std::string_view text, std::string_view between) {
  const std::size_t at = text.find(between);
  if (at == text.npos) return std::nullopt;
  const auto index = number(text.substr(0, at)), count = number(text.substr(at + between.size()));
  if (!index || !count || *count > kMostShards || *index >= *count) return std::nullopt;
  return Shard{*index, *count};
}

// Of the name of a file; none for a name that part_path() gives to no part.
std::optional<Shard> shard_of(const std::string& name) {
  if (!name.starts_with(kPart) || !name.ends_with(kEnding)) return std::nullopt;
  const std::string_view inner =
      std::string_view(name).substr(kPart.size(), name.size() - kPart.size() - kEnding.size());
  const std::optional<Shard> shard = shard_between(inner, kOf);
  return shard && file_name(*shard) == name ? shard : std::nullopt;
}

std::string run_folder(const std::string& store, const std::string& kind, const std::string& run) {
  return (fs::path(store) / kind / ("run=" + run)).string();
}

// The names in a folder in order; none where there is no folder.
std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    names.insert(at->path().filename().string());
  }
  return names;
}

Error missing(const std::string& folder, const std::set<unsigned>& there, unsigned count) {
  std::string first;
  for (unsigned i = 0; i < count && first.empty(); ++i) {
    if (there.count(i) == 0) first = file_name({i, count});
  }
  const std::string lacking = std::to_string(count - there.size()), all = std::to_string(count);
  return wrong(folder, "缺少" + all + "个分片中的" + lacking + "个，第一个是 " + first,
               lacking + " of " + all + " parts are missing, the first is " + first);
}

}  // namespace

std::optional<Shard> parse_shard(std::string_view text) { return shard_between(text, "/"); }

bool names_run(std::string_view name) {
  constexpr std::string_view kLetters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  return !name.empty() && name.size() <= kLongestName && name.front() != '.' &&
         name.find_first_not_of(kLetters) == name.npos;
}

std::string part_path(const std::string& store, const std::string& kind, const std::string& run,
                      const Shard& shard) {
  return (fs::path(run_folder(store, kind, run)) / file_name(shard)).string();
}

Result<std::vector<std::string>> parts_of(const std::string& store, const std::string& kind,
                                          const std::string& run) {
  const std::string folder = run_folder(store, kind, run);
  std::vector<std::string> paths;
  std::set<unsigned> there;
  unsigned count = 0;
  for (const std::string& name : names_in(folder)) {
    if (!name.ends_with(kEnding)) continue;
    const std::string path = (fs::path(folder) / name).string();
    const std::optional<Shard> shard = shard_of(name);
    if (!shard) {
      return wrong(path, "不是分片：分片名如 part-00000-of-00001.parquet",
                   "is no part: parts are called part-00000-of-00001.parquet");
    }
    if (count != 0 && shard->count != count) {
      return wrong(path, "与 " + paths.front() + " 的分片总数不同",
                   "is of another number of parts than " + paths.front());
    }
    count = shard->count;
    there.insert(shard->index);
    paths.push_back(path);
  }
  if (count == 0) return wrong(folder, "没有这次运行的分片", "there are no parts of such a run");
  if (there.size() < count) return missing(folder, there, count);
  return paths;
}

std::vector<std::string> runs_of(const std::string& store, const std::string& kind) {
  constexpr std::string_view kRun = "run=";
  const std::string folder = (fs::path(store) / kind).string();
  std::vector<std::string> runs;
  for (const std::string& run : names_in(folder)) {
    const std::set<std::string> names = names_in((fs::path(folder) / run).string());
    const bool any = std::any_of(names.begin(), names.end(), [](const auto& name) {
      return shard_of(name).has_value();
    });
    if (any && run.starts_with(kRun)) runs.push_back(run.substr(kRun.size()));
  }
  return runs;
}

std::string any_part(const std::string& store, const std::string& kind) {
  const std::string folder = (fs::path(store) / kind).string();
  for (const std::string& run : names_in(folder)) {
    for (const std::string& name : names_in((fs::path(folder) / run).string())) {
      if (shard_of(name)) return (fs::path(folder) / run / name).string();
    }
  }
  return {};
}

Result<Labels> labels_of(Database& database, const std::string& path) {
  const auto unreadable = [&](const Error& why) {
    return wrong(path, "不是完整的分片（" + why.zh + "）", "is no whole part (" + why.en + ")");
  };
  Labels labels;
  Result<Rows> rows = database.rows("SELECT decode(key), decode(value) FROM parquet_kv_metadata(" +
                                    sql_files({path}) + ")");
  if (!rows) return unreadable(rows.error());
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      labels.emplace_back(rows->text(0, i), rows->text(1, i));
    }
  }
  if (rows->error()) return unreadable(*rows->error());
  return labels;
}

std::string_view label(const Labels& labels, std::string_view name) {
  const auto found = std::find_if(labels.begin(), labels.end(),
                                  [name](const auto& label) { return label.first == name; });
  return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

std::string sql_files(const std::vector<std::string>& paths) {
  std::string list;
  for (const std::string& path : paths) {
    std::string plain;
    for (const char c : path) {
      if (c == '*' || c == '?' || c == '[') {
        plain.append("[").append(1, c).append("]");
      } else {
        plain += c;
      }
    }
    list += (list.empty() ? "[" : ", ") + sql_text(plain);
  }
  return list + "]";
}

}  // namespace emrlint::store
