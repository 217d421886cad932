// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_SAFETY_PHASES_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_SAFETY_PHASES_H_

#include <string_view>

#include "check/missing.h"
#include "model/chart.h"

// The three steps of the surgical safety check (HX 11), in order.
namespace emrlint::checks {

// One of them, and the event that it must precede.
struct SafetyPhase {
  std::string_view id;
  Bilingual name;
  Bilingual event;
  Missing unknown;  // What is missing where the event has no time.
  const TimeFact& (*limit)(const Surgery& surgery);
};

inline constexpr Missing kLeftRoom{"left-room", "患者离开手术室的时间",
                                   "the time of leaving theatre"};

inline constexpr SafetyPhase kSafetyPhases[] = {
    {"before-anesthesia",
     {"麻醉实施前", "before anaesthesia"},
     {"麻醉开始时间", "the start of anaesthesia"},
     missing::kAnesthesia,
     [](const Surgery& s) -> const TimeFact& { return s.anesthesia.start; }},
    {"before-incision",
     {"手术开始前", "before the incision"},
     {"手术开始时间", "the start of surgery"},
     missing::kSurgeryStart,
     [](const Surgery& s) -> const TimeFact& { return s.start; }},
    {"before-leaving",
     {"患者离开手术室前", "before leaving theatre"},
     {"离开手术室时间", "leaving theatre"},
     kLeftRoom,
     [](const Surgery& s) -> const TimeFact& { return s.left_room; }},
};

inline Bilingual safety_phase_name(std::string_view id) {
  for (const SafetyPhase& phase : kSafetyPhases) {
    if (phase.id == id) return phase.name;
  }
  return {id, id};
}

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_SAFETY_PHASES_H_
