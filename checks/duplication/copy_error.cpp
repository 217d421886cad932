// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/copy_error.h"

#include "check/copied.h"

namespace emrlint::checks {
namespace {

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZZ", "6"}};
constexpr int kCore[] = {15, 18};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr std::string_view kSupersedes[] = {"consistency-sex-text@@", "consistency-age-text@@",
                                            "consistency-copy-time-words@@",
                                            "duplication-copied-passage@@"};
constexpr MessageInfo kMessages[] = {copy_error::kSex,    copy_error::kAge,  copy_error::kDay,
                                     copy_error::kFrozen, copy_error::kFrom, copy_error::kFact};

void run(const Chart& chart, const Options&, Report& report) {
  const CopyFinder copies(chart, copies_of(chart, report));
  const CopyJudge judge{chart, copies, report};
  probe_sex(judge);
  probe_age(judge);
  probe_days(judge);
}

}  // namespace

Outcome& place_copy(Outcome& outcome, const Part& words, const CopiedWords& copy) {
  return outcome.at(words)
      .measure("similarity", copy.passage->similarity())
      .measure("length", copy.passage->to.size())
      .note(copy_error::kFrom, copy.there, copy.source->type, copy.written);
}

extern constinit const Check copy_error_check{
    {.id = "duplication-copy-error",
     .severity = Severity::kError,
     .title = {"复制的文字不应与本份病历矛盾", "Copied text does not contradict the chart"},
     .judged =
         {"从本次住院较早文书复制而来、未经改动的文字：性别用语与患者性别相符；患者现年与年龄相差"
          "不超过1岁；“术后第N天”“入院第N天”“今日入院”“今日（明日、拟行）手术”“昨日手术”与本次记录"
          "的日期相符。"
          "原记录中正确而复制后不符的为“必改”；原记录中也不符、或只是天数与前一记录相同的为“建议”"
          "。",
          "Words taken over unchanged from an earlier document of the stay: words for sex are of "
          "the patient's; the present age is within a year of it; “术后第N天” (POD N), 入院第N天, "
          "今日入院, surgery today, tomorrow, planned or yesterday fit the day of the note. What "
          "was right in the source and is not in the copy is an error; what was wrong there too, "
          "or a count of days that only stayed the same, is a warning."},
     .exceptions =
         {"改动过的文字、同一文书之内的重复、无法确定先后的文书之间的相同文字不判；其余不判的情形与"
          " "
          "consistency-sex-text、consistency-age-text、consistency-copy-time-words "
          "相同。同一错误年龄"
          "只指出一次。由本检查指出的文字，上述检查及其来源处不再重复指出。",
          "Not judged: words that were changed, repetition within one document, equal text of "
          "documents of which none was certainly first; else as consistency-sex-text, "
          "consistency-age-text and consistency-copy-time-words. One wrong age is said once. "
          "These checks do not say again, nor of the source, what this one says."},
     .advice = {"按本次所见重新书写，并改正来源处的同一错误。",
                "Write what was found this time, and correct the same words in the source."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
