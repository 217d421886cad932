// SPDX-License-Identifier: Apache-2.0
#include "terminology/front_page.h"

#include <algorithm>

namespace emrlint {
namespace {

struct ElementRow {
  std::string_view element;
  std::string_view words;
  FrontPageItem item;
};

constexpr ElementRow kElements[] = {
#define EMRLINT_FRONT_PAGE_ELEMENT(element, words, item) {element, words, FrontPageItem::item},
#define EMRLINT_FRONT_PAGE_NAME(name, item)
#include "terminology/front_page.def"
#undef EMRLINT_FRONT_PAGE_ELEMENT
#undef EMRLINT_FRONT_PAGE_NAME
};

struct NameRow {
  std::string_view name;
  FrontPageItem item;
};

constexpr NameRow kNames[] = {
#define EMRLINT_FRONT_PAGE_ELEMENT(element, words, item)
#define EMRLINT_FRONT_PAGE_NAME(name, item) {name, FrontPageItem::item},
#include "terminology/front_page.def"
#undef EMRLINT_FRONT_PAGE_ELEMENT
#undef EMRLINT_FRONT_PAGE_NAME
};

// "入院体重(g)" and "住院总费用（元）" without what stands in brackets at their end.
std::string_view without_unit(std::string_view name) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"},
                                    std::pair<std::string_view, std::string_view>{"（", "）"}}) {
    const std::size_t at = name.rfind(open);
    if (name.ends_with(close) && at != name.npos && at > 0) return name.substr(0, at);
  }
  return name;
}

}  // namespace

FrontPageItem front_page_item(std::string_view element, std::string_view name) {
  const std::string_view id = element.empty() ? name : element;
  for (const ElementRow& row : kElements) {
    if (row.element != id) continue;
    if (row.words.empty() || name.find(row.words) != name.npos) return row.item;
  }
  const std::string_view whole = without_unit(name);
  const auto* const found =
      std::find_if(std::begin(kNames), std::end(kNames), [&](const NameRow& row) {
        return row.name == name || row.name == whole;
      });
  return found == std::end(kNames) ? FrontPageItem::kUnknown : found->item;
}

Disposition disposition_of(std::string_view value) {
  struct Row {
    std::string_view code, words;
    Disposition meaning;
  };
  constexpr Row kRows[] = {
      {"1", "医嘱离院", Disposition::kHome},
      {"2", "医嘱转院", Disposition::kTransfer},
      {"3", "医嘱转社区", Disposition::kCommunity},
      {"4", "非医嘱离院", Disposition::kAgainstAdvice},
      {"5", "死亡", Disposition::kDeath},
      {"9", "其他", Disposition::kOther},
  };
  for (const Row& row : kRows) {
    if (value == row.code || value.starts_with(row.words)) return row.meaning;
  }
  return Disposition::kUnknown;
}

}  // namespace emrlint
