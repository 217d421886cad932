// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_TOLD_PIECES_H_
#define EMRLINT_CHECKS_CONSISTENCY_TOLD_PIECES_H_

#include <utility>
#include <vector>

#include "check/derived_documents.h"
#include "checks/consistency/pieces.h"

namespace emrlint::checks {

// A piece of a document and what was found in it: some Words, in order.
template <typename Words>
struct ToldPiece {
  Piece piece;
  std::vector<Words> words;
};

// The pieces of a document in which `kFind(piece)` finds something, with that. Worked out once for
// all checks and kept as of_document() says, on whose terms `kFind` depends on the piece alone.
template <auto kFind>
const auto& told_pieces(const Chart& chart, const Document& document, Report& report) {
  using Words = typename decltype(kFind(std::declval<const Piece&>()))::value_type;
  struct Told {
    std::vector<ToldPiece<Words>> pieces;
  };
  return of_document<Told>(chart, document, report, [&] {
           Told told;
           for (const Piece& piece : pieces_of(document)) {
             std::vector<Words> words = kFind(piece);
             if (!words.empty()) told.pieces.push_back({piece, std::move(words)});
           }
           return told;
         })
      .pieces;
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_TOLD_PIECES_H_
