// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_STORE_DUCKDB_ROWS_H_
#define EMRLINT_STORE_DUCKDB_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "store/duckdb.h"
#include "store/duckdb_link.h"

namespace emrlint::store {

// A result, the chunk of it that is at hand, and where the values of its columns are.
struct Rows::State {
  struct Column {
    int type = 0;
    const void* values = nullptr;
    const std::uint64_t* valid = nullptr;  // A bit for each row; null where all rows have values.
  };

  Link& link;
  std::uint64_t statement;  // Which one of the connection it is the result of.
  api::Result result;
  api::Chunk chunk = nullptr;
  std::size_t size = 0;
  std::vector<Column> columns;
  std::optional<Error> error;

  explicit State(Link& of) : link(of), statement(++of.statements) {}
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void find_columns();
  bool next();
  // The value as DuckDB has it, if it is of that type.
  template <typename T>
  const T* at(std::size_t column, std::size_t row) const {
    return static_cast<const T*>(columns[column].values) + row;
  }
};

}  // namespace emrlint::store

#endif  // EMRLINT_STORE_DUCKDB_ROWS_H_
