// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_KIND_H_
#define EMRLINT_RULE_KIND_H_

#include <functional>
#include <span>
#include <string_view>

#include "check/report.h"
#include "rule/rule_reader.h"

namespace emrlint {

using RuleFunction = std::function<void(const Chart&, const Options&, Report&)>;

// A kind of rule: reads the keys that only it has, and answers with what judges a chart. What is
// wrong with the keys is in the reader's errors; the answer is not used then. The header comment
// of each source names its keys.
struct Kind {
  std::string_view id;
  RuleFunction (*read)(RuleReader& reader);
};

std::span<const Kind> rule_kinds();

RuleFunction read_deadline(RuleReader& reader);
RuleFunction read_frequency(RuleReader& reader);
RuleFunction read_presence(RuleReader& reader);
RuleFunction read_section(RuleReader& reader);
RuleFunction read_sequence(RuleReader& reader);
RuleFunction read_agreement(RuleReader& reader);
RuleFunction read_phrase(RuleReader& reader);

}  // namespace emrlint

#endif  // EMRLINT_RULE_KIND_H_
