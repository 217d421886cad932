// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_ENUM_TABLE_H_
#define EMRLINT_MODEL_ENUM_TABLE_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace emrlint {

// An enumerator and its public kebab-case id. Tables list enumerators in order of value.
template <typename E>
struct Entry {
  E value;
  std::string_view id;
};

template <typename E, std::size_t N>
constexpr std::string_view id_in(const Entry<E> (&table)[N], E value) {
  return table[static_cast<std::size_t>(value)].id;
}

template <typename E, std::size_t N>
constexpr std::optional<E> value_in(const Entry<E> (&table)[N], std::string_view id) {
  for (const Entry<E>& entry : table) {
    if (entry.id == id) return entry.value;
  }
  return std::nullopt;
}

}  // namespace emrlint

#endif  // EMRLINT_MODEL_ENUM_TABLE_H_
