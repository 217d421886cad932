// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_COMPLICATION_WORDS_H_
#define EMRLINT_CHECKS_CONSISTENCY_COMPLICATION_WORDS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "model/diagnosis.h"
#include "text/narrative.h"

// The complications of complications.def in narratives and in diagnoses.
namespace emrlint::checks {

std::size_t complication_count();
Bilingual complication_name(std::size_t complication);
std::string_view complication_id(std::size_t complication);

struct ComplicationMention {
  std::size_t complication = 0;
  std::size_t from = 0;  // Bytes [from, to) of the text, with the clause before it when stated.
  std::size_t to = 0;
  bool stated = false;   // As a fact of the patient and of now, with a verb: 出现, 确诊.
  bool doubted = false;  // Denied, or left open.
};

// In order of place.
std::vector<ComplicationMention> complications_in(std::string_view text, Who who);

// Whether a text of diagnoses, or the diagnosis, may mean it.
bool may_name(std::size_t complication, std::string_view diagnoses);
bool may_be(std::size_t complication, const Diagnosis& diagnosis);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_COMPLICATION_WORDS_H_
