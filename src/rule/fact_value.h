// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_FACT_VALUE_H_
#define EMRLINT_RULE_FACT_VALUE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "check/report.h"
#include "rule/rule_reader.h"

namespace emrlint {

// Who or what a fact is about.
enum class FactScope : std::uint8_t { kStay, kSurgery, kDocument };

// A fact as one place states it. A person is compared by id and name, a text as it is written.
struct FactValue {
  Argument shown;
  std::string_view text;
  const Person* person = nullptr;
  std::optional<Time> time;
  Span span;
};

// "same", "different", or not to be told: one has only an id, the other only a name; a day against
// a minute of that day counts as the same.
SamePerson compare(const FactValue& a, const FactValue& b);

struct FactType;

// A fact of the vocabulary: "stay/sex", "surgery/surgeon", or of a type of document,
// "operation-record/surgeon".
class FactName {
 public:
  static std::optional<FactName> read(RuleReader& reader, std::string_view key);

  FactScope scope() const;
  DocType document_type() const { return document_; }
  // "手术记录的手术者"
  Argument name() const;
  // What the stay, the surgery or the document states; empty when it does not.
  std::optional<FactValue> of_stay(const Chart& chart) const;
  std::optional<FactValue> of_surgery(const Chart& chart, const Surgery& surgery) const;
  std::optional<FactValue> of_document(const Chart& chart, const Document& document) const;

 private:
  const FactType* type_ = nullptr;
  DocType document_ = DocType::kUnknown;
};

}  // namespace emrlint

#endif  // EMRLINT_RULE_FACT_VALUE_H_
