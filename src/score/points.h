// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SCORE_POINTS_H_
#define EMRLINT_SCORE_POINTS_H_

#include <compare>
#include <cstdint>
#include <string>

namespace emrlint {

// Points of a scoring sheet, exact: sums of tenths would not be, as floating numbers.
struct Points {
  std::int32_t hundredths = 0;

  static constexpr Points whole(std::int32_t points) { return {points * 100}; }
  constexpr double value() const { return hundredths / 100.0; }

  constexpr Points& operator+=(Points other) {
    hundredths += other.hundredths;
    return *this;
  }
  friend constexpr Points operator+(Points a, Points b) { return {a.hundredths + b.hundredths}; }
  friend constexpr Points operator-(Points a, Points b) { return {a.hundredths - b.hundredths}; }
  friend constexpr Points operator*(Points a, std::int32_t n) { return {a.hundredths * n}; }
  friend constexpr auto operator<=>(const Points&, const Points&) = default;
};

// "87.5", "100"
std::string to_string(Points points);

}  // namespace emrlint

#endif  // EMRLINT_SCORE_POINTS_H_
