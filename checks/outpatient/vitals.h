// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_OUTPATIENT_VITALS_H_
#define EMRLINT_CHECKS_OUTPATIENT_VITALS_H_

#include <string_view>

#include "base/lang.h"
#include "check/option.h"
#include "model/chart.h"

// Whether a chart states a vital sign: as an observation, a data element, or in words.
namespace emrlint::checks {

struct VitalSign {
  Bilingual name;
  WordList labels;    // In a text, with a number behind: "体温 36.5", "T36.5".
  WordList elements;  // Ids of WS/T 500 and LOINC codes.
};

inline constexpr VitalSign kVitalSignsOfBasis[] = {
    {{"体温（T）", "temperature"}, {"体温|T"}, {"DE04.10.186.00|8310-5"}},
    {{"脉搏（P）", "pulse"}, {"脉搏|脉率|心率|P|HR"}, {"DE04.10.118.00|DE04.10.206.00|8867-4"}},
    {{"呼吸（R）", "respiration"}, {"呼吸|R"}, {"DE04.10.081.00|DE04.10.082.00|9279-1"}},
    {{"血压（BP）", "blood pressure"},
     {"血压|BP|Bp"},
     {"DE04.10.174.00|DE04.10.176.00|8480-6|8462-4|85354-9"}},
};

// Whether the text gives a number behind one of the labels, before the next punctuation.
bool states_value(std::string_view text, WordList labels);

bool states(const Chart& chart, const VitalSign& sign);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_OUTPATIENT_VITALS_H_
