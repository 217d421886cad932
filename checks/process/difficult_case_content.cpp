// SPDX-License-Identifier: Apache-2.0
#include "checks/process/discussions.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "疑难病例讨论记录缺少{0}项：{1}。",
                                "the record of the discussion lacks {0} item(s): {1}."};

constexpr Option<bool> kHost{"host_signature", true,
                             "要求主持人签名（条文对专册提出审核并签字的要求）",
                             "ask for the host's signature (the text asks for it in the register)"};

constexpr Citation kBasis[] = {{"BL", "22(4)"}, {"HX", "6-2"}, {"HX", "6-3"}};
constexpr int kCore[] = {6};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kHost};

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.realm == Realm::kOther) return;
  for (const Document* discussion : chart.of_type(DocType::kDifficultCaseDiscussion)) {
    judge_items(kLacking, of(chart, *discussion), *discussion,
                lacking_in_discussion(chart, *discussion, options[kHost]), report);
  }
}

}  // namespace

extern constinit const Check process_difficult_case_content{
    {.id = "process-difficult-case-content",
     .severity = Severity::kWarning,
     .title = {"疑难病例讨论记录的项目应齐全",
               "The record of a difficult case discussion is complete"},
     .judged =
         {"每份疑难病例讨论记录：讨论日期、主持人、参加人员姓名及专业技术职务、具体讨论意见、主持人"
          "小结意见、主持人签名（可调）。按章节、参加人员、签名或文字认定。",
          "Each record of a difficult case discussion: date, host, those who took part with their "
          "titles, the opinions, the host's conclusion, and the host's signature (an option); by "
          "sections, people or words."},
     .exceptions =
         {"主持人的资格和主治以上参加人数由 signature-role-qualification、其他签名由 "
          "signature-missing 判定；文书未能完整读取或没有可读内容的无法判定。",
          "The rank of the host and of those present is judged by signature-role-qualification, "
          "other signatures by signature-missing. Undecided where the document could not be read "
          "whole or holds nothing to read."},
     .advice = {"补齐缺失的项目。", "Complete the items."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
