// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_DISEASE_NAMES_H_
#define EMRLINT_CODES_DISEASE_NAMES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/name_automaton.h"

namespace emrlint {

// What records call the commoner diseases, with the codes of ICD-10 that they are coded under: the
// rows of disease_names.def. What no row names may well be a disease.
class DiseaseNames {
 public:
  using Row = std::uint16_t;

  // Made on the first call; for any number of threads.
  static const DiseaseNames& get();

  // Finds the names in a text; rows_of() tells what a match means.
  const NameAutomaton& automaton() const { return automaton_; }
  // A name may stand in several rows: 肾功能不全.
  std::span<const Row> rows_of(std::uint32_t name) const;
  // The rows whose codes the code begins with, in order.
  std::vector<Row> rows_of_code(std::string_view code) const;
  // The rows of all names that the text holds, in order.
  std::vector<Row> rows_in(std::string_view text) const;
  bool covers(Row row, std::string_view code) const;

 private:
  DiseaseNames();

  NameAutomatonBuilder builder_;
  NameAutomaton automaton_;
  std::vector<std::vector<std::string_view>> codes_;  // Of each row.
  std::vector<std::vector<Row>> rows_;                // Of each name.
};

}  // namespace emrlint

#endif  // EMRLINT_CODES_DISEASE_NAMES_H_
