// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_RULE_FILE_H_
#define EMRLINT_RULE_RULE_FILE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rule/kind.h"
#include "rule/rule_reader.h"

namespace emrlint {

// A rule as its file says it: the card, and what judges a chart.
struct Rule {
  std::unique_ptr<RuleCard> card;
  std::string kind;
  RuleFunction run;
  TomlPlace place;
};

// The [[rule]] tables of one file, in order. The first thing that is wrong is the error, with
// path, line and column in its message.
Result<std::vector<Rule>> read_rule_file(std::string path, std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_RULE_RULE_FILE_H_
