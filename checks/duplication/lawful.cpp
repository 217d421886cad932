// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/lawful.h"

#include <algorithm>

namespace emrlint::checks {
namespace {

constexpr LawfulRepeat kRepeats[] = {
#define EMRLINT_LAWFUL(source, part, copy, of_copy, share, when, reason, basis) \
  {{DocType::source, SectionType::part},                                        \
   {DocType::copy, SectionType::of_copy},                                       \
   share,                                                                       \
   LawfulWhen::when,                                                            \
   reason,                                                                      \
   basis},
#include "checks/duplication/lawful.def"
#undef EMRLINT_LAWFUL
};

bool matches(const RecordPart& wanted, const RecordPart& part) {
  return (wanted.document == DocType::kUnknown || wanted.document == part.document) &&
         (wanted.section == SectionType::kUnknown || wanted.section == part.section);
}

bool allows(const LawfulRepeat& repeat, const RecordPart& source, const RecordPart& copy) {
  if (matches(repeat.source, source) && matches(repeat.copy, copy)) return true;
  return repeat.when == LawfulWhen::kAlways && repeat.source.document != DocType::kUnknown &&
         matches(repeat.source, copy) && matches(repeat.copy, source);
}

}  // namespace

std::span<const LawfulRepeat> lawful_repeats() { return kRepeats; }

double lawful_share(const RecordPart& source, const RecordPart& copy, bool attributed,
                    std::span<const LawfulRepeat> repeats) {
  double share = 0;
  for (const LawfulRepeat& repeat : repeats) {
    if (repeat.when == LawfulWhen::kAttributed && !attributed) continue;
    if (repeat.share > share && allows(repeat, source, copy)) share = repeat.share;
  }
  return share;
}

bool stock(DocType document, SectionType section) {
  return lawful_share({}, {document, section}, false) >= 1;
}

}  // namespace emrlint::checks
