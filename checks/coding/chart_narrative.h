// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CHART_NARRATIVE_H_
#define EMRLINT_CHECKS_CODING_CHART_NARRATIVE_H_

#include <vector>

#include "check/report.h"
#include "checks/consistency/pieces.h"

namespace emrlint::checks {

// What stands in a chart apart from its front page, for checks that look a diagnosis up in it: the
// pieces of its documents, and the words of orders, reports, surgeries and of diagnoses as data.
// Not documents of another person, nor what a consent says of risks.
struct ChartPiece {
  Piece piece;
  bool report = false;  // Of an examination, or of its results in a record.
  Narrative narrative;
};

class ChartNarrative {
 public:
  explicit ChartNarrative(const Chart& chart);
  // The one of this chart, made by the first check that asks.
  static const ChartNarrative& of(const Chart& chart, Report& report);

  const std::vector<ChartPiece>& pieces() const { return pieces_; }
  // Whether a physician's record of the stay has any text; without one nothing can be looked up.
  bool told() const { return told_; }

 private:
  void add_document(const Document& document);
  void add_data(const Chart& chart);
  void add(const Piece& piece, bool report);

  std::vector<ChartPiece> pieces_;
  bool told_ = false;
};

// Whether all documents of the stay were read to their end.
bool read_whole(const Chart& chart);

bool is_front_page(const Chart& chart, std::uint32_t document);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CHART_NARRATIVE_H_
