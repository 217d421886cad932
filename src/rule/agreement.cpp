// SPDX-License-Identifier: Apache-2.0
//
// Kind "agreement": two places state the same. Keys:
//   left    = "surgery/planned-surgeon"    "stay/...", "surgery/...", "<document type>/..." or
//   right   = "operation-record/surgeon"   "document/..." for any; facts: rule/fact_value.cpp
//   absent  = "undecided" | "leave"        what it means that one of them is not stated
//   applies = { ... }                      see rule/applies.h
// Subjects: with a surgery on one side each surgery, with a document each document, else the stay.
// The finding stands at `right`, its note at `left`.
#include <algorithm>

#include "rule/applies.h"
#include "rule/fact_value.h"
#include "rule/kind.h"

namespace emrlint {
namespace {

constexpr Message<Bilingual, Personal, Bilingual, Personal> kDiffer{
    "differ", "{0}为{1}，{2}为{3}，两者不一致。", "{0} is {1}, {2} is {3}: they differ."};
constexpr Message<Bilingual, Personal> kOther{"other", "{0}：{1}", "{0}: {1}"};

constexpr Missing kNotStated{"fact", "两处中有一处未记载，或无法比对",
                             "one of the two facts, or what would make them comparable"};

struct Agreement {
  FactName left, right;
  bool leave = false;
  Applies applies;
  MessageInfo differ, other;

  void operator()(const Chart& chart, const Options& options, Report& report) const;

 private:
  void judge(const Chart& chart, const Subject& subject, const std::optional<FactValue>& a,
             const std::optional<FactValue>& b, const Options& options, Report& report) const;
};

std::vector<const Document*> documents_of(const Chart& chart, const FactName& fact) {
  std::vector<const Document*> found;
  for (const Document& document : chart.documents) {
    const DocType type = fact.document_type();
    if (type == DocType::kUnknown || document.type == type) found.push_back(&document);
  }
  return found;
}

// What one side says of the surgery: itself, or the first record of it that tells. `any` becomes
// true when there is a place that could have told.
std::optional<FactValue> about_surgery(const Chart& chart, const FactName& fact, std::size_t index,
                                       bool& any) {
  if (fact.scope() == FactScope::kStay) return fact.of_stay(chart);
  if (fact.scope() == FactScope::kSurgery) return fact.of_surgery(chart, chart.surgeries[index]);
  any = false;
  const auto number = static_cast<std::uint32_t>(index);
  for (const Document* document : chart.about_surgery(fact.document_type(), number)) {
    any = true;
    if (auto value = fact.of_document(chart, *document)) return value;
  }
  return std::nullopt;
}

// What the other side says where the subject is `document`.
std::optional<FactValue> beside(const Chart& chart, const FactName& fact,
                                const Document& document) {
  if (fact.scope() == FactScope::kStay) return fact.of_stay(chart);
  const Surgery* surgery = surgery_of(chart, of(chart, document));
  for (const Document* candidate : documents_of(chart, fact)) {
    const Surgery* theirs = surgery_of(chart, of(chart, *candidate));
    if (candidate == &document || (surgery && theirs && surgery != theirs)) continue;
    if (auto value = fact.of_document(chart, *candidate)) return value;
  }
  return std::nullopt;
}

void Agreement::judge(const Chart& chart, const Subject& subject, const std::optional<FactValue>& a,
                      const std::optional<FactValue>& b, const Options& options,
                      Report& report) const {
  const Applicable applicable = applies.to(chart, subject, options, report.clock());
  if (!applicable.yes || (leave && (!a || !b))) return;
  const Span where = b ? b->span : subject_span(chart, subject);
  if (applicable.unknown) return report.undecided(subject, *applicable.unknown, where);
  if (!a || !b) return report.undecided(subject, kNotStated, where);
  switch (compare(*a, *b)) {
    case SamePerson::kYes:
      return report.pass(subject);
    case SamePerson::kUnknown:
      return report.undecided(subject, kNotStated, where);
    case SamePerson::kNo:
      break;
  }
  report.fail(differ, subject, where, {left.name(), a->shown, right.name(), b->shown})
      .note(other, a->span, {left.name(), a->shown});
}

void Agreement::operator()(const Chart& chart, const Options& options, Report& report) const {
  const auto either = [&](FactScope scope) {
    return left.scope() == scope || right.scope() == scope;
  };
  if (either(FactScope::kSurgery)) {
    for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
      if (chart.surgeries[i].cancelled) continue;
      bool any = true;
      const auto a = about_surgery(chart, left, i, any);
      const auto b = any ? about_surgery(chart, right, i, any) : std::nullopt;
      if (any) judge(chart, of_surgery(i), a, b, options, report);
    }
  } else if (either(FactScope::kDocument)) {
    const bool on_left = left.scope() == FactScope::kDocument;
    const FactName& own = on_left ? left : right;
    const FactName& others = on_left ? right : left;
    for (const Document* document : documents_of(chart, own)) {
      const auto mine = own.of_document(chart, *document);
      const auto theirs = beside(chart, others, *document);
      judge(chart, of(chart, *document), on_left ? mine : theirs, on_left ? theirs : mine, options,
            report);
    }
  } else {
    judge(chart, of_chart(), left.of_stay(chart), right.of_stay(chart), options, report);
  }
}

}  // namespace

RuleFunction read_agreement(RuleReader& reader) {
  constexpr std::string_view kAbsent[] = {"undecided", "leave"};
  Agreement rule;
  if (auto fact = FactName::read(reader, "left")) rule.left = *fact;
  if (auto fact = FactName::read(reader, "right")) rule.right = *fact;
  if (const TomlValue* absent = reader.table().find("absent")) {
    rule.leave = reader.table().word(*absent, {"取值", "value"}, kAbsent) == std::size_t{1};
  }
  rule.applies = Applies::read(reader);
  rule.differ = reader.message(kDiffer);
  rule.other = reader.message(kOther);
  return rule;
}

}  // namespace emrlint
