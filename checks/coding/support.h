// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_SUPPORT_H_
#define EMRLINT_CHECKS_CODING_SUPPORT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "checks/coding/chart_narrative.h"
#include "codes/code_table.h"
#include "text/name_automaton.h"

namespace emrlint::checks {

// What a chart says of one of its coded diagnoses.
struct Support {
  enum class Kind : std::uint8_t {
    kNone,     // No trace of it.
    kDenied,   // It is named, but only as not there, or as somebody else's.
    kTold,     // Named, or there is a trace of it.
    kUnknown,  // It has no name that could be looked for.
  };
  Kind kind = Kind::kNone;
  std::optional<Part> place;  // kDenied: where.
};

// Whether a diagnosis names a disease that the records of the stay have to tell of: it is no code
// of another kind (Z, external causes, morphology), and no name of what was before or is done.
bool traceable(const Diagnosis& diagnosis);

// Looks for diagnoses in the narrative of a chart: their names as written, the names and synonyms
// of their category in a code table, what else the disease is called, at last traces of the name.
class SupportSearch {
 public:
  // `table`: null for none. All of them outlive the search.
  SupportSearch(const Chart& chart, const ChartNarrative& narrative,
                std::span<const std::uint32_t> diagnoses, const CodeTable* table);

  // In the order of `diagnoses`.
  const std::vector<Support>& run();

 private:
  template <typename Meant>
  void scan(const NameAutomaton& names, Meant meant);
  void found(std::size_t index, const ChartPiece& piece, std::size_t from, std::size_t to);
  bool open() const;
  void by_name();
  void by_disease();
  void by_table();
  void by_trace();
  const Diagnosis& diagnosis(std::size_t index) const;

  const Chart& chart_;
  const ChartNarrative& narrative_;
  std::span<const std::uint32_t> diagnoses_;
  const CodeTable* table_;
  std::vector<Support> support_;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_SUPPORT_H_
