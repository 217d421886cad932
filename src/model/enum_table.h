// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_ENUM_TABLE_H_
#define EMRLINT_MODEL_ENUM_TABLE_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
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

// Numbers of the rows of a long table in order of their ids, for id_found().
template <typename Row, std::size_t N>
constexpr std::array<std::uint8_t, N> order_of_ids(const std::array<Row, N>& rows) {
  static_assert(N < 255);
  std::array<std::uint8_t, N> order{};
  for (std::size_t i = 0; i < N; ++i) order[i] = static_cast<std::uint8_t>(i);
  std::sort(order.begin(), order.end(),
            [&](std::uint8_t a, std::uint8_t b) { return rows[a].id < rows[b].id; });
  return order;
}

template <typename Row, std::size_t N>
constexpr bool ids_are_unique(const std::array<Row, N>& rows) {
  const std::array<std::uint8_t, N> order = order_of_ids(rows);
  return std::adjacent_find(order.begin(), order.end(), [&](std::uint8_t a, std::uint8_t b) {
           return rows[a].id == rows[b].id;
         }) == order.end();
}

// The enumerator of the row with the id; none for an id that no row has, nor for that of kUnknown.
template <typename E, typename Row, std::size_t N>
std::optional<E> id_found(const std::array<Row, N>& rows, const std::array<std::uint8_t, N>& order,
                          std::string_view id) {
  const auto found =
      std::lower_bound(order.begin(), order.end(), id, [&](std::uint8_t row, std::string_view to) {
        return rows[row].id < to;
      });
  if (found == order.end() || rows[*found].id != id) return std::nullopt;
  const auto value = static_cast<E>(*found);
  if (value == E::kUnknown) return std::nullopt;
  return value;
}

}  // namespace emrlint

#endif  // EMRLINT_MODEL_ENUM_TABLE_H_
