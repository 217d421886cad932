// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/name_report.h"

#include <cassert>

namespace emrlint::checks {
namespace {

Outcome& say(const CodeEntry& entry, const WrittenCode& written, const NameJudgement& found,
             const NameMessages& messages, Report& report) {
  const Span where = written.code.span;
  const std::string_view title = entry.name(Lang::kZh);
  switch (found.verdict) {
    case NameVerdict::kOpposed:
      return report.fail(messages.opposed, written.subject, where, found.words.name, entry.code(),
                         title, found.words.title);
    case NameVerdict::kOtherMethod:
      assert(messages.other_method != nullptr);
      return report.fail(*messages.other_method, written.subject, where, found.words.name,
                         entry.code(), title, found.better.front().code());
    default:
      return report.fail(messages.other_code, written.subject, where, entry.code(), title,
                         found.better.front().code());
  }
}

void judge(const CodeEntry& entry, const WrittenCode& written, NameOf what,
           const NameMessages& messages, Report& report) {
  const NameJudgement found = judge_name(entry, written.name.value, what);
  if (found.verdict == NameVerdict::kNoConflict) return report.pass(written.subject);
  Outcome& outcome = say(entry, written, found, messages, report);
  outcome.note(messages.name, written.name.span);
  for (const CodeEntry& better : found.better) offer(outcome, written.code.span, better);
}

}  // namespace

void judge_names(const Chart& chart, const std::vector<WrittenCode>& codes, NameOf what,
                 const NameMessages& messages, Report& report) {
  for (const WrittenCode& written : codes) {
    if (written.name.value.empty() || written.system == CodeSystem::kMorphology) continue;
    const CodeTable* const table = coding_edition(chart, report, written.system);
    if (table == nullptr) {
      report.undecided(written.subject, missing_codes(written.system), written.code.span);
    } else if (const auto entry = table->find(written.code.value)) {
      judge(*entry, written, what, messages, report);
    }
  }
}

}  // namespace emrlint::checks
