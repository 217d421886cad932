// SPDX-License-Identifier: Apache-2.0
#include "output/coverage_forms.h"

#include <algorithm>

namespace emrlint {
namespace {

constexpr std::size_t kFewChecks = 12;

}  // namespace

std::vector<const LawCoverage*> CoverageChoice::chosen_laws(const Coverage& coverage) const {
  std::vector<const LawCoverage*> chosen;
  for (const LawCoverage& law : coverage.laws) {
    if (all() || std::find(laws.begin(), laws.end(), law.law.key) != laws.end()) {
      chosen.push_back(&law);
    }
  }
  return chosen;
}

std::vector<const SystemCoverage*> CoverageChoice::chosen_systems(const Coverage& coverage) const {
  std::vector<const SystemCoverage*> chosen;
  for (const SystemCoverage& system : coverage.systems) {
    if (all() || std::find(systems.begin(), systems.end(), system.number) != systems.end()) {
      chosen.push_back(&system);
    }
  }
  return chosen;
}

Bilingual evidence_name(Evidence evidence) {
  switch (evidence) {
    case Evidence::kFull:
      return {"有检查", "evidenced"};
    case Evidence::kPartly:
      return {"部分有检查", "partly"};
    case Evidence::kNone:
      return {"病历不载", "not in a chart"};
    case Evidence::kOpen:
      break;
  }
  return {"尚无检查", "no check yet"};
}

std::string group_name(const CheckGroup& group, Lang lang) {
  if (!group.pattern.empty()) return group.pattern;
  const bool zh = lang == Lang::kZh;
  const bool run = group.systems.size() > 2 && group.systems.back() - group.systems.front() + 1 ==
                                                   static_cast<int>(group.systems.size());
  std::string numbers;
  if (run) {
    numbers = std::to_string(group.systems.front()) + (zh ? "至" : " to ") +
              std::to_string(group.systems.back());
  } else {
    for (const int number : group.systems) {
      if (!numbers.empty()) numbers += zh ? "、" : ", ";
      numbers += std::to_string(number);
    }
  }
  if (zh) return "核心制度" + numbers + "的检查";
  return std::string("checks of core ") + (group.systems.size() > 1 ? "systems " : "system ") +
         numbers;
}

bool listed_singly(const CheckGroup& group) { return group.checks.size() <= kFewChecks; }

std::vector<const CatalogEntry*> singly_listed(const Evidences& checks) {
  const auto holds = [](const std::vector<const CatalogEntry*>& list, const CatalogEntry* check) {
    return std::find(list.begin(), list.end(), check) != list.end();
  };
  std::vector<const CatalogEntry*> listed;
  for (const CatalogEntry* check : checks.all) {
    bool single = holds(checks.named, check), in_pattern = false;
    for (const CheckGroup& group : checks.groups) {
      if (!holds(group.checks, check)) continue;
      if (listed_singly(group)) single = true;
      if (!listed_singly(group) && !group.pattern.empty()) in_pattern = true;
    }
    if (single && !in_pattern) listed.push_back(check);
  }
  return listed;
}

}  // namespace emrlint
