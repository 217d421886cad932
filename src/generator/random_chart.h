// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_GENERATOR_RANDOM_CHART_H_
#define EMRLINT_GENERATOR_RANDOM_CHART_H_

#include <cstdint>
#include <string>
#include <vector>

namespace emrlint {

// What befell the patient of an invented stay.
struct RandomEvents {
  bool rescued = false, transferred = false, transfused = false, consulted = false;
  bool outside = false;    // The consultant is of another hospital.
  bool emergency = false;  // The surgery; planned otherwise,
  bool level4 = false;     // and of level 3.
  bool implanted = false, infected = false, endoscopy = false, critical_value = false;
  bool died = false;
};

// An invented stay as chart JSON, and what was made wrong in it.
struct RandomChart {
  std::string key;  // Stay number, unique to the number of the chart.
  std::string json;
  std::vector<std::string> injected;  // Ids of the checks that each find one injected defect.
  bool operated = false;              // There is a surgery.
  RandomEvents events;
};

// Chart `number` of the series that `seed` names: the same numbers give the same bytes. A stay of 4
// to 20 days, half of them with a surgery, some with a critical condition, a rescue, a transfer, a
// handover, a transfusion, a critical value; names, values and sentences vary. Each kind of defect
// that the stay can have is injected with probability `rate`; at 0 the chart is clean.
RandomChart random_chart(std::uint64_t seed, std::uint64_t number, double rate);

// What is wrong with a chart and its twin, if they are operated on.
inline constexpr const char* kOverlaps[] = {"periop-anesthetist-overlap", "periop-surgeon-overlap"};
// Another patient of the same hospital, staff and times: the stay of random_chart(seed, number, 0)
// but for who the patient is and the words of the records. Two such charts are clean, beside each
// other they are not.
RandomChart random_twin(std::uint64_t seed, std::uint64_t number);

// What is wrong with the copy of a chart.
inline constexpr const char* kNearCopy = "duplication-other-patient-narrative";
// Two patients of two hospitals. The present illness of the second one, who came later, is that of
// the first but for a few words: beside each other one has a finding, which stands in `injected`.
struct RandomCopy {
  RandomChart source, copy;
};
RandomCopy random_copy(std::uint64_t seed, std::uint64_t number);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_RANDOM_CHART_H_
