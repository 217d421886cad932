// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_MASK_H_
#define EMRLINT_OUTPUT_MASK_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/chart.h"

namespace emrlint {

// Finds what may not be shown: the names of the patient and of the staff of one chart, and
// whatever looks like an identity or telephone number. It can't know a name that the chart does
// not state as one: relatives inside narrative are found only where the model holds them.
class Masker {
 public:
  struct Range {
    std::size_t begin, end;  // bytes
  };

  Masker() = default;  // Numbers only.
  explicit Masker(const Chart& chart);
  // Text of one chart that stands in the other too may hold the names of either.
  Masker(const Chart& chart, const Chart& other);

  // The bytes of the text to hide, in order, not overlapping.
  std::vector<Range> hidden(std::string_view text) const;
  // The text with "***" for each hidden part.
  std::string mask(std::string_view text) const;

 private:
  void add(std::string_view name) { names_.push_back(name); }
  void hide(std::string_view name);
  void add(const Person& person) { add(person.name.value); }
  void add(const Chart& chart);
  void hide_names();

  std::vector<std::string_view> names_;  // Of the chart, while they are collected.
  std::vector<std::string> words_;       // What is hidden: also as JSON writes it with escapes.
};

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_MASK_H_
