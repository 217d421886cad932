// SPDX-License-Identifier: Apache-2.0
#include "terminology/data_elements.h"

#include <algorithm>
#include <iterator>

#include "terminology/oids.h"

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
  return has_id_form(IdSystem::kDataElements, text);
}

IdSystem id_system(std::string_view oid) {
  if (oid == oids::kDataElements) return IdSystem::kDataElements;
  return oid == oids::kFrontPageSet ? IdSystem::kFrontPageSet : IdSystem::kOther;
}

std::string_view id_form(IdSystem system) {
  return system == IdSystem::kFrontPageSet ? "HDSDnn.nn.nnn" : "DEnn.nn.nnn.nn";
}

bool has_id_form(IdSystem system, std::string_view id) {
  const std::string_view form = id_form(system);
  const auto fits = [](char wanted, char c) {
    return wanted == 'n' ? c >= '0' && c <= '9' : c == wanted;
  };
  return std::equal(form.begin(), form.end(), id.begin(), id.end(), fits);
}

std::size_t data_element_count() { return std::size(kDataElements); }

}  // namespace emrlint
