// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_STORE_RUNS_H_
#define EMRLINT_STORE_RUNS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/duckdb.h"
#include "store/part.h"

// Where the parts of a store lie: STORE/KIND/run=NAME/part-00003-of-00024.parquet. A kind is a
// table, a run one call of the program or several that share the work, a shard what one of them
// did. Engines that know partitions by folders read it as it is.
namespace emrlint::store {

// One of `count` parts of a run, from 0 on.
struct Shard {
  unsigned index = 0, count = 1;
};

// "3/24"; none for what is no shard: more than 99999 parts, or 24/24.
std::optional<Shard> parse_shard(std::string_view text);
// Whether it may name a run: letters, digits, "-", "_" and "." of ASCII, 100 at the most, not
// beginning with a dot.
bool names_run(std::string_view name);

std::string part_path(const std::string& store, const std::string& kind, const std::string& run,
                      const Shard& shard);
// All parts of a run, in order. An error where there is no such run, where some of its parts are
// missing, and where another Parquet file lies among them, with its path. Other files, such as
// what a killed process left, do not count.
Result<std::vector<std::string>> parts_of(const std::string& store, const std::string& kind,
                                          const std::string& run);
// The names of all runs that have parts, in byte order.
std::vector<std::string> runs_of(const std::string& store, const std::string& kind);
// The first part of any run; empty where there is none.
std::string any_part(const std::string& store, const std::string& kind);

// What a part says of itself. What is no Parquet file, or is cut off, is an error with its path.
Result<Labels> labels_of(Database& database, const std::string& path);
// One of them; empty where it is not there.
std::string_view label(const Labels& labels, std::string_view name);

// Files as read_parquet() takes them, also where their names hold "*", "?" or "[".
std::string sql_files(const std::vector<std::string>& paths);

}  // namespace emrlint::store

#endif  // EMRLINT_STORE_RUNS_H_
