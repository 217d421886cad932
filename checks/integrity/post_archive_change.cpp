// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Time, Time> kSigned{
    "signed", "{0}的签名时间为{1}，晚于归档时间{2}，日志中没有批准的记录。",
    "the {0} was signed at {1}, after archiving at {2}; the log holds no approval."};
constexpr Message<std::string_view, Time, Time> kChanged{
    "changed", "日志记有归档后的操作“{0}”（{1}），归档时间为{2}，其间没有批准的记录。",
    "the log holds “{0}” at {1}, after archiving at {2}, with no approval between."};
constexpr Message<> kArchived{"archived", "归档时间", "the time of archiving"};

constexpr Option<WordList> kChange{"change_words",
                                   {"修改|删除|补写|新增|签名|modify|update|delete|create|sign"},
                                   "日志中表明改动文书的用语",
                                   "words in the log for a change of a document"};
constexpr Option<WordList> kApproval{"approval_words",
                                     {"批准|同意|召回|解锁|退回|approve|unlock|reopen"},
                                     "日志中表明批准改动的用语",
                                     "words in the log for the approval of a change"};

constexpr Citation kBasis[] = {{"GL", "14"}, {"BL", "3"}};
constexpr int kCore[] = {15, 18};
constexpr Source kNeeds[] = {Source::kArchive};
constexpr MessageInfo kMessages[] = {kSigned, kChanged, kArchived};
constexpr OptionInfo kOptions[] = {kChange, kApproval};

// What comes by its nature after a chart was archived.
bool may_follow(DocType type) {
  return type == DocType::kFollowupRecord || type == DocType::kLabReport ||
         type == DocType::kExamReport || type == DocType::kDeathCaseDiscussion;
}

// Whether the log tells of an approval between archiving and `at`.
bool approved(const Chart& chart, const Time& archived, const Time& at, WordList words) {
  return std::any_of(chart.audit.begin(), chart.audit.end(), [&](const AuditEvent& event) {
    return holds_any(event.action.value, words) &&
           (!event.at || (!certainly_before(event.at->value, archived) &&
                          !certainly_after(event.at->value, at)));
  });
}

class Judge {
 public:
  Judge(const Chart& chart, const Options& options, Report& report)
      : chart_(chart), archived_(*chart.encounter.archived), options_(options), report_(report) {}

  void document(const Document& document) {
    const auto late = std::find_if(document.signatures.begin(), document.signatures.end(),
                                   [&](const Signature& signature) {
                                     return signature.at && unapproved(signature.at->value);
                                   });
    if (late == document.signatures.end()) return report_.pass(of(chart_, document));
    report_
        .fail(kSigned, of(chart_, document), late->at->span, document.type, late->at->value,
              archived_.value)
        .note(kArchived, archived_.span);
  }

  void event(const AuditEvent& event) {
    if (!event.at || !holds_any(event.action.value, options_[kChange])) return;
    if (!unapproved(event.at->value)) return;
    report_
        .fail(kChanged, of_chart(event.id.value), event.at->span, event.action.value,
              event.at->value, archived_.value)
        .note(kArchived, archived_.span);
  }

 private:
  bool unapproved(const Time& at) const {
    return certainly_after(at, archived_.value) &&
           !approved(chart_, archived_.value, at, options_[kApproval]);
  }

  const Chart& chart_;
  const Located<Time>& archived_;
  const Options& options_;
  Report& report_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.encounter.archived) return;
  if (!chart.sources.has(Source::kAudit)) {  // Nor could an approval be seen.
    return report.undecided(of_chart(), missing_source(Source::kAudit));
  }
  Judge judge(chart, options, report);
  for (const Document& document : chart.documents) {
    if (!may_follow(document.type)) judge.document(document);
  }
  for (const AuditEvent& event : chart.audit) judge.event(event);
}

}  // namespace

extern constinit const Check integrity_post_archive_change{
    {.id = "integrity-post-archive-change",
     .severity = Severity::kError,
     .title = {"病历归档后不得未经批准改动",
               "An archived chart is not changed without an approval"},
     .judged =
         {"已归档的病历：文书签名时间晚于归档时间，或日志中有归档后的改动，而日志没有其间批准的记"
          "录。表明改动和批准的用语可调。",
          "Archived charts: a document signed after archiving, or a change in the log after "
          "it, with no approval in the log between. The words are options."},
     .exceptions =
         {"随访记录、检查检验报告、死亡病例讨论不评价；未载入日志或归档数据时无法判定；没有时间"
          "的日志条目不评价。",
          "Not for follow-ups, reports and discussions of a death. Undecided where the "
          "log or the time of archiving was not loaded; entries without a time are not "
          "judged."},
     .advice = {"确需改动的先办理批准手续，并保留原记录和修改痕迹。",
                "Have a change approved first, and keep the original and the trace."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
