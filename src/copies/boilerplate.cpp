// SPDX-License-Identifier: Apache-2.0
#include "copies/boilerplate.h"

#include <vector>

namespace emrlint {

void Boilerplate::add(const Tokens& tokens, TokenRange text, SectionType section) {
  std::vector<Gram> grams;
  sample_grams(tokens, text, grams);
  for (const Gram& gram : grams) add(gram.hash, section);
}

}  // namespace emrlint
