// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_FIELD_H_
#define EMRLINT_RULE_FIELD_H_

#include <optional>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "rule/rule_reader.h"

namespace emrlint {

// A datum that a document has to give and that is no section: header, people, times. What the
// chart states for the whole stay (its patient, its surgery) counts for each of its documents,
// since not every exchange format repeats it in each.
struct Field {
  std::string_view id;  // "bed"
  Bilingual name;
  bool (*given)(const Chart& chart, const Document& document);
  bool of_surgery = false;  // The chart's surgery counts; see Document::surgeries.
};

// The fields of a list; see the table in field.cpp.
std::vector<const Field*> read_fields(RuleReader& reader, std::string_view key);

// Names joined as a list: "a、b" and "a, b".
Argument joined(const std::vector<Argument>& names);

}  // namespace emrlint

#endif  // EMRLINT_RULE_FIELD_H_
