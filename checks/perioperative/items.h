// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_ITEMS_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_ITEMS_H_

#include <span>
#include <vector>

#include "check/message.h"
#include "check/option.h"
#include "model/document.h"

// Contents that a rule asks for, looked for in the sections of a record and in its words.
namespace emrlint::checks {

struct Item {
  Bilingual name;
  std::span<const SectionType> sections;
  WordList words;  // Any of them in the text shows the item, wherever it stands.
};

// Whether the section has text or a coded value in it.
bool filled(const Document& document, const Section& section);
bool has_item(const Document& document, const Item& item);

// Names of items in a message: "手术指征、预期效果".
struct ItemNames {
  std::vector<Bilingual> names;

  bool empty() const { return names.empty(); }
  int count() const { return static_cast<int>(names.size()); }
};
Argument to_argument(const ItemNames& items);

// The items of a table that the record lacks, in order of the table.
ItemNames lacking(const Document& document, std::span<const Item> items);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_ITEMS_H_
