// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_STORE_PART_H_
#define EMRLINT_STORE_PART_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/duckdb.h"

// Parts of the store: Parquet files that never change once they are there.
namespace emrlint::store {

// As DuckDB takes them by itself; with fewer, most of the time goes into their beginnings.
inline constexpr unsigned kRowsTogether = 122'880;

// What a part says of itself, beside its rows; parquet_kv_metadata() of SQL reads it.
using Labels = std::vector<std::pair<std::string, std::string>>;

// Writes the rows of a query as a part, in folders that are made. The part appears whole or not at
// all, also when the process is killed or the power fails. Equal rows in equal order give equal
// bytes, so a part that is there already, from another attempt, stays; one of other bytes stays
// too, and that is an error. A part that is being written has another name (store/unfinished.h), so
// that no pattern for *.parquet finds it. `together`: how many rows a query reads or skips
// together, a multiple of 2048; few where most queries ask for one value of a column that the rows
// are ordered by.
std::optional<Error> write_part(Database& database, const std::string& query,
                                const std::string& path, const Labels& labels = {},
                                unsigned together = kRowsTogether);

}  // namespace emrlint::store

#endif  // EMRLINT_STORE_PART_H_
