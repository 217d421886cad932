// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/may_repeat.h"

#include <algorithm>

#include "check/words.h"
#include "checks/duplication/lawful.h"

namespace emrlint::checks {
namespace {

// What says whose words follow, and how many tokens before them.
constexpr WordList kSpeakers{
    "主任|主治|上级医师|指示|意见|会诊|引自|摘自|Dr.|dr.|Attending|attending|Per |per |Quot|quot|"
    "According|according|advise|recommend"};
// A round note names whose round it is; it quotes another one only by such words.
constexpr WordList kQuoting{"同意|引自|摘自|Quot|quot|According|according|Agree|agree|concur"};
constexpr std::uint32_t kBefore = 20;

bool attributed(const ChartCopies& copies, const Passage& passage) {
  const std::uint32_t begin = copies.texts()[passage.text].text.tokens.from;
  const std::uint32_t from = passage.to.from - std::min(kBefore, passage.to.from - begin);
  if (from == passage.to.from) return false;
  const bool round = copies.document_of(passage.text).type == DocType::kSeniorRoundNote &&
                     copies.document_of(passage.source).type == DocType::kSeniorRoundNote;
  const std::vector<Part> parts = copies.tokens().parts({from, passage.to.from});
  return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
    return holds_any(part.value.value.substr(part.from, part.to - part.from),
                     round ? kQuoting : kSpeakers);
  });
}

}  // namespace

bool may_repeat(const ChartCopies& copies, const Passage& passage) {
  const auto part = [&](std::uint32_t text) {
    return RecordPart{copies.document_of(text).type, copies.texts()[text].text.section};
  };
  const auto within = [&](bool attributed) {
    const double share = lawful_share(part(passage.source), part(passage.text), attributed);
    return passage.equal <= share * copies.texts()[passage.text].text.tokens.size();
  };
  // Words that say whose they are allow more, so they are looked for last.
  return within(false) || (within(true) && attributed(copies, passage));
}

}  // namespace emrlint::checks
