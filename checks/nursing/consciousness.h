// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_NURSING_CONSCIOUSNESS_H_
#define EMRLINT_CHECKS_NURSING_CONSCIOUSNESS_H_

#include <optional>
#include <string_view>

#include "check/option.h"
#include "model/document.h"

// What a record says of the patient's consciousness.
namespace emrlint::checks {

struct Consciousness {
  const Document* document = nullptr;
  bool coma = false;
  Part part;

  const Time& at() const { return document->recorded->value; }
  std::string_view word() const { return part.value.value.substr(part.from, part.to - part.from); }
};

// Nothing where a record speaks of both, in whatever sense, or has no time to the minute.
std::optional<Consciousness> state_of(const Document& document, WordList clear_words,
                                      WordList coma_words);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_NURSING_CONSCIOUSNESS_H_
