// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_INTEGRITY_CARE_TEAM_H_
#define EMRLINT_CHECKS_INTEGRITY_CARE_TEAM_H_

#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/chart.h"

namespace emrlint::checks {

// Who took part in the care of a patient as far as the chart tells: whoever wrote, signed, ordered,
// carried out, operated, gave an anaesthetic or was consulted; and the departments of the stay.
class CareTeam {
 public:
  explicit CareTeam(const Chart& chart);

  bool has(std::string_view id_or_name) const { return people_.contains(id_or_name); }
  bool has_department(std::string_view department) const;

 private:
  void add(const Person& person);
  void add_department(std::string_view department);
  void add_documents(const Chart& chart);
  void add_events(const Chart& chart);

  std::unordered_set<std::string_view> people_;
  std::vector<std::string_view> departments_;
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_INTEGRITY_CARE_TEAM_H_
