// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/lawful.h"

#include <array>
#include <vector>

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

// The rows of kRepeats by the section of their copy. Most have one, and no other part is theirs.
using Rows = std::array<std::vector<const LawfulRepeat*>, kSectionTypeCount>;
const Rows& rows_by_section() {
  static const Rows rows = [] {
    Rows all;
    for (const LawfulRepeat& repeat : kRepeats) {
      all[static_cast<std::size_t>(repeat.copy.section)].push_back(&repeat);
    }
    return all;
  }();
  return rows;
}

bool allows_more(const LawfulRepeat& repeat, const RecordPart& source, const RecordPart& copy,
                 bool attributed, double share) {
  return repeat.share > share && (attributed || repeat.when != LawfulWhen::kAttributed) &&
         allows(repeat, source, copy);
}

}  // namespace

std::span<const LawfulRepeat> lawful_repeats() { return kRepeats; }

double lawful_share(const RecordPart& source, const RecordPart& copy, bool attributed,
                    std::span<const LawfulRepeat> repeats) {
  double share = 0;
  for (const LawfulRepeat& repeat : repeats) {
    if (allows_more(repeat, source, copy, attributed, share)) share = repeat.share;
  }
  return share;
}

double lawful_share(const RecordPart& source, const RecordPart& copy, bool attributed) {
  double share = 0;
  // The source is looked up, too, since the two may stand the other way round.
  for (const SectionType section : {copy.section, source.section, SectionType::kUnknown}) {
    for (const LawfulRepeat* repeat : rows_by_section()[static_cast<std::size_t>(section)]) {
      if (allows_more(*repeat, source, copy, attributed, share)) share = repeat->share;
    }
  }
  return share;
}

bool stock(DocType document, SectionType section) {
  return lawful_share({}, {document, section}, false) >= 1;
}

}  // namespace emrlint::checks
