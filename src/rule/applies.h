// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_APPLIES_H_
#define EMRLINT_RULE_APPLIES_H_

#include <optional>
#include <vector>

#include "check/report.h"
#include "rule/rule_reader.h"

namespace emrlint {

struct YesNoFact;

// Whether a rule applies to a subject; `unknown` names what would decide it.
struct Applicable {
  bool yes = true;
  std::optional<Missing> unknown;
};

// The conditions under which a rule judges a subject, from the table `applies`. All must hold:
//   inpatient, day_surgery, alive, dead, discharged, female, complete    true or false, of the stay
//   emergency, life_saving, anesthesia, cesarean     true or false, of the surgery of the subject
//   survived            true: the patient left the operating room alive
//   level = [3, 4]                                   of that surgery
//   critical                                         true 病危, false 病重: of the condition
//   urgent, external                                 of the consultation or transfer
//   first_visit         true 初诊, false 复诊: of the outpatient record, see check/visit.h
//   min_stay = "24h"    the stay lasted at least that long (a running stay may yet)
//   max_stay = "24h"    the stay was shorter
class Applies {
 public:
  static Applies read(RuleReader& reader, std::string_view key = "applies");

  Applicable to(const Chart& chart, const Subject& subject, const Options& options,
                const Clock& clock) const;

 private:
  struct Wanted {
    const YesNoFact* fact;
    bool value;
  };
  std::vector<Wanted> wanted_;
  std::vector<int> levels_;
  std::optional<Option<Duration>> min_stay_, max_stay_;
};

// The surgery that a subject is, or that its document speaks of; null when there is not one.
const Surgery* surgery_of(const Chart& chart, const Subject& subject);

}  // namespace emrlint

#endif  // EMRLINT_RULE_APPLIES_H_
