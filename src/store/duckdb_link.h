// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_STORE_DUCKDB_LINK_H_
#define EMRLINT_STORE_DUCKDB_LINK_H_

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "store/duckdb_api.h"

namespace emrlint::store {

namespace api = duckdb_api;

// What the classes of store/duckdb.h share. Only the sources of this folder need it.
struct Link {
  api::Functions duckdb;
  api::Database database = nullptr;
  api::Connection connection = nullptr;
  std::uint64_t statements = 0;  // That were started on the connection.
  std::string temporary;         // Our own folder, removed in the end.

  explicit Link(const api::Functions& functions) : duckdb(functions) {}
  ~Link();
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;

  static Error error(const char* message);
  // How a statement went whose result is not needed and is destroyed here.
  std::optional<Error> outcome(int state, api::Result& result) const;
};

}  // namespace emrlint::store

#endif  // EMRLINT_STORE_DUCKDB_LINK_H_
