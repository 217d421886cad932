// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_DOCUMENT_CHOICE_H_
#define EMRLINT_RULE_DOCUMENT_CHOICE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "check/record_half.h"
#include "rule/event.h"
#include "rule/rule_reader.h"

namespace emrlint {

// The documents that answer a requirement, found for one occurrence of an event.
struct Chosen {
  std::vector<const Document*> documents;
  // Documents of the type that may be meant, and what would tell.
  std::vector<const Document*> doubtful;
  std::optional<Missing> unknown;
};

// Which time of a document counts.
enum class DocumentTime : std::uint8_t { kCompleted, kRecorded, kHeld };

// Which documents a rule accepts. Keys:
//   document  = ["admission-record", ...]   types; the first one names the requirement
//   having    = ["transfer-in-plan", ...]   only those with text in one of these sections, or
//   signed_by = ["incoming", ...]           with a signature in one of these roles
//   titles    = ["attending", "chief", ...] only those that a physician with one of these titles
//                                           took part in, see check/attendance.h
//   mentions  = ["输血", ...]               only those whose text holds one of these words
//   half      = "out" | "in"                of a handover or transfer: the record of that side, as
//                                           check/record_half.h tells them apart
//   time      = "completed"                 which time of a document counts: completed,
//                                           recorded (as the writer says), held (the discussion)
class DocumentChoice {
 public:
  static DocumentChoice read(RuleReader& reader, DocumentTime time = DocumentTime::kCompleted);

  // The documents for occurrences[index]. Of a surgery those that speak of it; of another event
  // those that name it, or stand in its file, or were completed after it and before the next one.
  Chosen choose(const Chart& chart, std::span<const Occurrence> occurrences, std::size_t index,
                const Options& options) const;
  // All documents of the chart that qualify.
  Chosen choose_all(const Chart& chart, const Options& options) const;

  const std::optional<Located<Time>>& time_of(const Document& document) const;
  // Whether the chart says that it brings the data of such a document, without the document itself.
  bool told_by_data(const Chart& chart) const;
  // Whether the chart holds, as data, what such a document holds.
  bool held_as_data(const Chart& chart) const;
  Argument name() const { return to_argument(types_.empty() ? DocType::kUnknown : types_.front()); }
  const std::vector<DocType>& types() const { return types_; }

 private:
  bool of_type(const Document& document) const;
  bool qualifies(const Document& document, const Options& options) const;
  bool falls_to(const Document& document, const std::vector<std::optional<Time>>& times,
                std::size_t index) const;
  Chosen filter(const Chart& chart, const std::vector<const Document*>& candidates,
                const Options& options) const;

  std::vector<DocType> types_;
  std::vector<SectionType> having_;
  std::vector<Role> signed_by_;
  std::vector<Title> titles_;
  std::optional<Option<WordList>> mentions_;
  DocumentTime when_ = DocumentTime::kCompleted;
  std::optional<Half> half_;
};

}  // namespace emrlint

#endif  // EMRLINT_RULE_DOCUMENT_CHOICE_H_
