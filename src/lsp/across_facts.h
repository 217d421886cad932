// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_ACROSS_FACTS_H_
#define EMRLINT_LSP_ACROSS_FACTS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lsp/chart_unit.h"
#include "lsp/file_place.h"
#include "reader/batch.h"

namespace emrlint::lsp {

// What the charts of a unit give to the checks across charts. Taken when it is asked for and a
// chart was built anew since: for each keystroke it would be too dear. A half-typed text gives what
// it gave when it was last whole; nothing, if nobody asked then; and where it never was whole what
// a run takes of it.
class AcrossFacts {
 public:
  // Takes them anew where they may be others. `config`: counts the configurations. Whether it did.
  bool update(const ChartUnit& unit, const Rules& rules, std::uint64_t config);

  // Lines of facts, without a key. Their places are bytes of the texts of the plan.
  const std::string& lines() const { return lines_; }
  // The charts with nothing but the texts that may be compared with those of others.
  const Batch& narrative() const { return narrative_; }

  // A text of the unit was edited, by its file in the folder.
  void edited(std::uint32_t file, const TextEdit& edit);
  // Where a place of the facts stands now.
  MovedPlace now(FilePlace place) const;

 private:
  void take(const ChartUnit& unit, const Rules& rules);

  std::string lines_;
  Batch narrative_;
  std::uint64_t built_ = 0, config_ = 0;                   // Of what they were taken; 0: never.
  bool whole_ = false;                                     // No text was half typed then.
  std::vector<std::pair<std::uint32_t, TextEdit>> edits_;  // Since then, by file.
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_ACROSS_FACTS_H_
