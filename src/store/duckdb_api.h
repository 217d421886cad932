// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_STORE_DUCKDB_API_H_
#define EMRLINT_STORE_DUCKDB_API_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

// DuckDB's C API as far as it is called, found in its library at run time. Only the sources of this
// folder need it; everything else includes store/duckdb.h.
namespace emrlint::store::duckdb_api {

// What they point to only DuckDB knows.
using Config = struct ConfigTag*;
using Database = struct DatabaseTag*;
using Connection = struct ConnectionTag*;
using Statement = struct StatementTag*;
using Appender = struct AppenderTag*;
using Chunk = struct ChunkTag*;
using Vector = struct VectorTag*;

// duckdb_result, which is passed by value.
struct Result {
  std::uint64_t columns_deprecated = 0, rows_deprecated = 0, changed_deprecated = 0;
  void* data_deprecated = nullptr;
  char* error_deprecated = nullptr;
  void* internal = nullptr;
};

// duckdb_string_t: up to 12 bytes stand in it, longer ones elsewhere.
struct String {
  std::uint32_t length;
  char start[4];
  const char* rest;
};
inline constexpr std::uint32_t kInlined = 12;

// duckdb_hugeint
struct Huge {
  std::uint64_t lower;
  std::int64_t upper;
};

// duckdb_type
enum Type : int {
  kBoolean = 1,
  kInt8,
  kInt16,
  kInt32,
  kInt64,
  kUint8,
  kUint16,
  kUint32,
  kUint64,
  kFloat,
  kDouble,
  kTimestamp,  // Microseconds since 1970.
  kDate,       // Days since 1970.
  kHuge = 16,
  kText,
  kBlob,
};

struct Functions {
#define EMRLINT_DUCKDB(name, result, ...) result (*name)(__VA_ARGS__) = nullptr;
#include "store/duckdb_api.def"
#undef EMRLINT_DUCKDB
};

// Loads the first of these libraries that there is.
emrlint::Result<Functions> load(const std::vector<std::string>& libraries);

}  // namespace emrlint::store::duckdb_api

#endif  // EMRLINT_STORE_DUCKDB_API_H_
