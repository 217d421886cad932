// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/pieces.h"

#include <algorithm>
#include <tuple>

#include "checks/consistency/names.h"

namespace emrlint::checks {

std::vector<Piece> pieces_of(const Document& document) {
  struct Found {
    Piece piece;
    bool field;
  };
  std::vector<Found> found;
  found.reserve(document.texts.size());
  for (const Section& section : document.sections) {
    for (const Text& text : document.text_of(section)) {
      found.push_back({{text, section.type}, section.field});
    }
  }
  const auto key = [](const Found& f) {
    return std::tuple(f.piece.text.span.file, f.piece.text.span.begin, f.piece.text.span.end);
  };
  // A field of an exchange section shares its text with it: the field says what it is.
  const auto before = [&](const Found& a, const Found& b) {
    return key(a) != key(b) ? key(a) < key(b) : a.field && !b.field;
  };
  // Nearly always they are in order.
  if (!std::is_sorted(found.begin(), found.end(), before)) {
    std::stable_sort(found.begin(), found.end(), before);
  }
  std::vector<Piece> pieces;
  pieces.reserve(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i == 0 || key(found[i]) != key(found[i - 1])) pieces.push_back(found[i].piece);
  }
  return pieces;
}

Who owner_of(SectionType section) {
  return section == SectionType::kFamilyHistory ? Who::kFamily
         : section == SectionType::kNewborn     ? Who::kNewborn
                                                : Who::kPatient;
}

bool of_other_person(const Chart& chart, const Document& document) {
  if (name_in(chart, document.header.name.value) == NameIs::kOfRelative) return true;
  constexpr std::string_view kOthers[] = {"新生儿", "婴儿", "供者", "供体", "供精", "配偶"};
  return std::any_of(std::begin(kOthers), std::end(kOthers), [&](std::string_view word) {
    return document.title.value.find(word) != std::string_view::npos;
  });
}

}  // namespace emrlint::checks
