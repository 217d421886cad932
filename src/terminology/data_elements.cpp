// SPDX-License-Identifier: Apache-2.0
#include "terminology/data_elements.h"

#include <algorithm>
#include <iterator>

namespace emrlint {
namespace {

struct DataElement {
  std::string_view id;
  std::string_view name;
};

constexpr DataElement kDataElements[] = {
#define EMRLINT_DATA_ELEMENT(id, name) {id, name},
#include "terminology/data_elements.def"
#undef EMRLINT_DATA_ELEMENT
};

static_assert(std::is_sorted(std::begin(kDataElements), std::end(kDataElements),
                             [](const DataElement& a, const DataElement& b) {
                               return a.id < b.id;
                             }));

}  // namespace

std::string_view data_element_name(std::string_view id) {
  const auto* const found = std::lower_bound(
      std::begin(kDataElements), std::end(kDataElements), id,
      [](const DataElement& element, std::string_view wanted) { return element.id < wanted; });
  if (found == std::end(kDataElements) || found->id != id) return {};
  return found->name;
}

bool is_data_element_id(std::string_view text) {
  constexpr std::string_view kForm = "DEdd.dd.ddd.dd";
  const auto fits = [](char wanted, char c) {
    return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted;
  };
  return std::equal(kForm.begin(), kForm.end(), text.begin(), text.end(), fits);
}

std::size_t data_element_count() { return std::size(kDataElements); }

}  // namespace emrlint
