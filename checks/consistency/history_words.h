// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_HISTORY_WORDS_H_
#define EMRLINT_CHECKS_CONSISTENCY_HISTORY_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/narrative.h"

// What a narrative says of earlier operations and of allergies to drugs: only what can be read in
// one way.
namespace emrlint::checks {

// Bytes [from, to) of the text.
struct HistoryWords {
  std::size_t from = 0;
  std::size_t to = 0;
};
using FoundWords = std::optional<HistoryWords>;

// 否认手术、外伤史: every operation. Nothing of 余否认手术史, 否认重大手术史.
FoundWords denied_operations(const Narrative& narrative);
// 否认食物、药物过敏史: every drug.
FoundWords denied_drug_allergies(const Narrative& narrative);

// 剖宫产史, 阑尾切除术史. What is done through an endoscope or a needle is not counted, nor birth
// by caesarean section where the patient cannot be the mother.
FoundWords operation_history(const Narrative& narrative, bool may_be_mother);
// The same, and 2019年行阑尾切除术: for a section that holds the past only.
FoundWords past_operation(const Narrative& narrative, bool may_be_mother);
// 手术瘢痕, found on the body.
FoundWords operation_scar(const Narrative& narrative);
// An operation that is told of as done, in the present illness.
bool tells_of_operation(const Narrative& narrative);
// 对青霉素过敏, 青霉素过敏史; not what a test of this stay shows.
FoundWords drug_allergy_stated(const Narrative& narrative);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_HISTORY_WORDS_H_
