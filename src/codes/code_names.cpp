// SPDX-License-Identifier: Apache-2.0
#include "codes/code_names.h"

#include <algorithm>
#include <utility>

#include "text/disease_name.h"

namespace emrlint {

CodeNames::CodeNames(const std::vector<CodeRow>& rows) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> owned;  // Name, row.
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const auto add = [&](std::string_view name) {
      for (const std::string& form : name_forms(name)) {
        const std::uint32_t number = builder_.add(form);
        if (number == kNoName) continue;
        owned.emplace_back(number, i);
        count = std::max(count, number + 1);
      }
    };
    add(rows[i].name_zh);
    add(rows[i].name_en);
    for (const std::string& synonym : rows[i].synonyms) add(synonym);
  }
  std::sort(owned.begin(), owned.end());
  owned.erase(std::unique(owned.begin(), owned.end()), owned.end());
  owner_ends_.assign(count, 0);
  for (const auto& [number, row] : owned) {
    owners_.push_back(row);
    owner_ends_[number] = static_cast<std::uint32_t>(owners_.size());
  }
  parts_ = builder_.build();
}

}  // namespace emrlint
