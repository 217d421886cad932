// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_GENERATOR_RANDOM_BIRTH_H_
#define EMRLINT_GENERATOR_RANDOM_BIRTH_H_

#include <cstdint>

#include "generator/random_chart.h"

namespace emrlint {

// A birth through the natural passages, at term, of one child: the stay of the mother, and that of
// the child, who is cared for because of fast breathing. Defects as in random_chart().
struct RandomBirth {
  RandomChart mother, child;
};
RandomBirth random_birth(std::uint64_t seed, std::uint64_t number, double rate);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_RANDOM_BIRTH_H_
