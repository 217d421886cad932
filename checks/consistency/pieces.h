// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_PIECES_H_
#define EMRLINT_CHECKS_CONSISTENCY_PIECES_H_

#include <vector>

#include "base/span.h"
#include "model/chart.h"
#include "text/narrative.h"

// The narrative of a document piece by piece, for checks that read it.
namespace emrlint::checks {

struct Piece {
  Text text;
  SectionType section = SectionType::kUnknown;  // The narrowest that holds it.
};

// Each piece once, in order of place.
std::vector<Piece> pieces_of(const Document& document);

// Whose statements the section holds.
Who owner_of(SectionType section);

// A document of another person in the patient's chart: the newborn's in the mother's, the donor's.
bool of_other_person(const Chart& chart, const Document& document);

// [from, to) of the piece, for pointing at.
inline Part part_of_piece(const Piece& piece, std::size_t from, std::size_t to) {
  return {piece.text, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
}

// The same for what only takes a span: the whole value where it was written with escapes.
inline Span span_of(const Part& part) {
  return part.direct() ? part.direct_span() : part.value.span;
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_PIECES_H_
