// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/items.h"

#include <algorithm>

#include "check/words.h"

namespace emrlint::checks {

bool filled(const Document& document, const Section& section) {
  if (!document.blank(section)) return true;
  const auto elements = document.elements_of(section);
  return std::any_of(elements.begin(), elements.end(), [](const Element& element) {
    return !element.value.value.empty() || !element.display.value.empty();
  });
}

bool has_item(const Document& document, const Item& item) {
  for (const Section& section : document.sections) {
    const bool wanted =
        std::find(item.sections.begin(), item.sections.end(), section.type) != item.sections.end();
    if (wanted && filled(document, section)) return true;
  }
  return tells_any(document, item.words);
}

Argument to_argument(const ItemNames& items) {
  Argument argument;
  for (const Bilingual& name : items.names) {
    if (!argument.zh.empty()) {
      argument.zh += "、";
      argument.en += ", ";
    }
    argument.zh += name.zh;
    argument.en += name.en;
  }
  return argument;
}

ItemNames lacking(const Document& document, std::span<const Item> items) {
  ItemNames result;
  for (const Item& item : items) {
    if (!has_item(document, item)) result.names.push_back(item.name);
  }
  return result;
}

}  // namespace emrlint::checks
