// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_RECORD_ITEMS_H_
#define EMRLINT_CHECKS_COMPLETENESS_RECORD_ITEMS_H_

#include <span>
#include <string_view>

#include "check/report.h"
#include "checks/completeness/word_groups.h"
#include "checks/perioperative/items.h"

// The items that an article lists for a record, by the sections, data elements and words that show
// them.
namespace emrlint::checks {

inline constexpr Missing kContent{"content", "文书的正文（没有可读的内容）",
                                  "the text of the document (nothing in it can be read)"};

struct RecordItem {
  Bilingual name;
  std::span<const SectionType> sections;       // Any that is filled in shows the item.
  std::span<const std::string_view> elements;  // Any with a value, by id or by name.
  WordList words;  // Any in a text of the record or in the heading of a section that is filled in.
};

// At most 32 of them. To be built once, as a function's static.
class RecordItems {
 public:
  // Inside a word of `skipped` no word of an item is looked for.
  explicit RecordItems(std::span<const RecordItem> items, WordList skipped = {});

  // The items that a document shows in any way; only by sections and elements; a text by its words.
  GroupSet in(const Document& document) const;
  GroupSet in_data(const Document& document) const;
  GroupSet in(std::string_view text) const { return words_.in(text); }
  // The names of the items that are not in the set, in order of the table.
  ItemNames all_but(GroupSet there) const;

 private:
  std::span<const RecordItem> items_;
  WordGroups words_;
};

// Whether there is anything to read in it: a text that is not blank, or a coded value.
bool has_content(const Document& document);

using ItemsMessage = Message<int, ItemNames>;
// One judgement of the subject: pass without lacking items, undecided where the document could not
// be read to its end, else the message.
void judge_items(const ItemsMessage& message, const Subject& subject, const Document& document,
                 const ItemNames& lacking, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_RECORD_ITEMS_H_
