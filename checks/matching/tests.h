// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MATCHING_TESTS_H_
#define EMRLINT_CHECKS_MATCHING_TESTS_H_

#include <cstddef>
#include <string_view>

#include "checks/completeness/word_groups.h"
#include "model/chart.h"

// Which examinations and tests an order asks for and a report is of, by the
// names in use.
namespace emrlint::checks {

inline constexpr GroupSet kCtMri = 1u << 0;
inline constexpr GroupSet kCulture = 1u << 1;  // Of bacteria.
inline constexpr GroupSet kPathology = 1u << 2;

// Bytes [from, to) of a text that name an examination; empty for none.
struct NamedTest {
  std::size_t from = 0;
  std::size_t to = 0;
  explicit operator bool() const { return from < to; }
};
// The next CT or MRI; not PCT, HCT, CTnI, MRSA.
NamedTest next_scan(std::string_view text, std::size_t at);

// The kinds of tests, a bit each, that a text names; 0 where none is known by
// its name.
GroupSet tests_in(std::string_view text);

// Of a report by its kind, name and items; of a single order for an examination
// or a test.
GroupSet tests_of(const TestResult& result);
GroupSet tests_of(const Order& order);

bool orders_test(const Order& order);  // Not cancelled or stopped, and of such a kind.
bool of_laboratory(const TestResult& result);

// When it was done, as far as the report tells: collected, else reported.
const std::optional<Located<Time>>& done_at(const TestResult& result);
// Certainly done after admission and reported before the stay ended.
bool within_stay(const Chart& chart, const TestResult& result);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MATCHING_TESTS_H_
