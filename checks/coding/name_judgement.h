// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_NAME_JUDGEMENT_H_
#define EMRLINT_CHECKS_CODING_NAME_JUDGEMENT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "checks/coding/opposed_words.h"
#include "codes/code_table.h"

namespace emrlint::checks {

enum class NameVerdict : std::uint8_t {
  kNoConflict,   // The name of the code, or one that may well be a way to say it.
  kOpposed,      // Has a word that each name of the code excludes.
  kOtherCode,    // Has nothing in common with any name of the code and is that of another one.
  kOtherMethod,  // Names an approach that the code does not, and is the name of another code.
};
struct NameJudgement {
  NameVerdict verdict = NameVerdict::kNoConflict;
  Opposition words = {};          // kOpposed; kOtherMethod has the word of the name.
  std::vector<CodeEntry> better;  // The codes with just that name, if any.
};

// Whether a name can be that of the code. Says so only by words, never by likeness: a physician's
// name of a disease differs from the title of its code as a rule.
NameJudgement judge_name(const CodeEntry& entry, std::string_view name, NameOf what);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_NAME_JUDGEMENT_H_
