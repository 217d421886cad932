// SPDX-License-Identifier: Apache-2.0
#include "rule/catalog.h"

#include <algorithm>

#include "base/nearest.h"
#include "check/native.h"

namespace emrlint {

struct Catalog::Storage {};

Catalog::Catalog() : storage_(std::make_unique<Storage>()) {}
Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

Result<Catalog> Catalog::built_in() {
  Catalog catalog;
  for (const Check* check : native_checks()) {
    if (auto error = catalog.add_native(*check, "built-in")) return *error;
  }
  return catalog;
}

std::optional<Error> Catalog::add_native(const Check& check, std::string origin) {
  const std::string_view id = check.info.id;
  const auto place = std::lower_bound(
      entries_.begin(), entries_.end(), id,
      [](const CatalogEntry& entry, std::string_view wanted) { return entry.info.id < wanted; });
  if (place != entries_.end() && place->info.id == id) {
    const std::string name(id);
    return Error{origin + ": 检查 " + name + " 已存在（" + place->origin + "）",
                 origin + ": the check " + name + " exists already (" + place->origin + ")", {}};
  }
  entries_.insert(place, {check.info, std::string(id.substr(0, id.find('-'))), std::move(origin),
                          "native", check.run});
  return std::nullopt;
}

const CatalogEntry* Catalog::find(std::string_view id) const {
  const auto index = index_of(id);
  return index ? &entries_[*index] : nullptr;
}

std::optional<std::uint32_t> Catalog::index_of(std::string_view id) const {
  const auto place = std::lower_bound(
      entries_.begin(), entries_.end(), id,
      [](const CatalogEntry& entry, std::string_view wanted) { return entry.info.id < wanted; });
  if (place == entries_.end() || place->info.id != id) return std::nullopt;
  return static_cast<std::uint32_t>(place - entries_.begin());
}

std::string_view Catalog::nearest(std::string_view id) const {
  std::vector<std::string_view> ids;
  for (const CatalogEntry& entry : entries_) ids.push_back(entry.info.id);
  return emrlint::nearest(id, ids);
}

}  // namespace emrlint
