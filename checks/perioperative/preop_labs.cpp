// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/items.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, ItemNames> kLacking{
    "lacking", "{0}前未见以下术前常规检查的结果：{1}。",
    "before {0} there is no result of these routine tests: {1}."};

constexpr Option<WordList> kBlood{"blood_words",
                                  {"血常规|血细胞分析|全血细胞|血液分析|WBC|血红蛋白"},
                                  "血常规的名称",
                                  "names of a blood count"};
constexpr Option<WordList> kGroup{
    "group_words", {"血型|ABO|Rh"}, "血型的名称", "names of a blood group"};
constexpr Option<WordList> kInfection{"infection_words",
                                      {"传染病|感染筛查|感染八项|感染四项|术前四项|术前八项|输血前|"
                                       "输血四项|输血八项|乙肝|HBsAg|梅毒|HIV|"
                                       "免疫八项"},
                                      "感染性标志物的名称",
                                      "names of infection markers"};
constexpr Option<WordList> kHeart{"ecg_words", {"心电图|ECG"}, "心电图的名称", "names of an ECG"};
constexpr Option<WordList> kChest{"chest_words",
                                  {"胸片|胸部|胸透|肺部CT|肺CT|胸CT|双肺CT"},
                                  "胸部影像的名称",
                                  "names of chest imaging"};

struct Test {
  Bilingual name;
  const Option<WordList>& words;
};
constexpr Test kTests[] = {
    {{"血常规", "blood count"}, kBlood},
    {{"血型", "blood group"}, kGroup},
    {{"感染性标志物", "infection markers"}, kInfection},
    {{"心电图", "ECG"}, kHeart},
    {{"胸部影像", "chest imaging"}, kChest},
};

constexpr Citation kBasis[] = {{"TJ", "6.2.3"}};
constexpr int kCore[] = {8};
constexpr Source kNeeds[] = {Source::kResults};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kBlood, kGroup, kInfection, kHeart, kChest};

bool named(const TestResult& result, WordList words) {
  if (holds_any(result.name.value, words)) return true;
  return std::any_of(result.items.begin(), result.items.end(),
                     [&](const ResultItem& item) { return holds_any(item.name.value, words); });
}

// A result, or a record of the time before surgery that passes one on.
bool tested(const Chart& chart, std::size_t index, WordList words) {
  const Surgery& surgery = chart.surgeries[index];
  const auto result = [&](const TestResult& one) {
    return named(one, words) &&
           !begun_before(surgery, one.collected ? one.collected : one.reported);
  };
  const auto record = [&](const Document& one) {
    const bool form = one.type == DocType::kOperationConsent ||
                      one.type == DocType::kAnesthesiaConsent ||
                      one.type == DocType::kInpatientOrders;
    return !form && !begun_before(surgery, took_place(one)) && tells_any(one, words);
  };
  return std::any_of(chart.results.begin(), chart.results.end(), result) ||
         std::any_of(chart.documents.begin(), chart.documents.end(), record);
}

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  ItemNames lacking;
  for (const Test& test : kTests) {
    if (surgery.cesarean && &test.words == &kChest) continue;  // Not in pregnancy.
    if (!tested(chart, index, options[test.words])) lacking.names.push_back(test.name);
  }
  const std::optional<Missing> doubt =
      first_of({kind_doubt(chart), unread_doubt(chart),
                doubt_if(surgery.urgency.value == Urgency::kUnknown, missing::kUrgency)});
  if (lacking.empty()) {
    report.pass(subject);
  } else if (surgery.start && report.still_open(surgery.start.value())) {
    report.due(kLacking, subject, surgery.start.span(), surgery.start.value(),
               {emrlint::to_argument(surgery), to_argument(lacking)});
  } else if (doubt) {
    report.undecided(subject, *doubt, called_for_at(surgery));
  } else {
    report.fail(kLacking, subject, called_for_at(surgery), surgery, lacking);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const Urgency urgency = surgery.urgency.value;
    const bool emergency = urgency == Urgency::kEmergency || urgency == Urgency::kLifeSaving;
    if (!surgery.cancelled && !emergency) judge(chart, i, options, report);
  }
}

}  // namespace

extern constinit const Check periop_preop_labs{
    {.id = "periop-preop-labs",
     .severity = Severity::kWarning,
     .title = {"术前常规检查应完成（地方标准）", "The routine tests precede surgery (local)"},
     .judged =
         {"非急诊的住院手术：开始前有血常规、血型、感染性标志物、心电图和胸部影像的报告，或此前的文"
          "书写到"
          "（名称可调）。一份医院评分表的要求，国家规范没有此项。",
          "Surgery of an inpatient that is no emergency: a report of blood count, blood group, "
          "infection markers, ECG and chest imaging from before its start, or a record of then "
          "that "
          "speaks of it (the names are options). A hospital sheet asks for it, no norm does."},
     .exceptions =
         {"急诊（已留标本）、门诊和取消的手术不判，剖宫产不看胸部影像。未载入检查检验结果、急诊程度"
          "不明、单份文书、文书"
          "未能读全的"
          "无法判定。",
          "Not for emergencies, whose samples were kept, outpatients and cancelled surgery, nor "
          "chest imaging before a caesarean section. "
          "Undecided where results are not loaded, the urgency is unknown, for a lone document or "
          "where one was not read whole."},
     .advice = {"术前完善所列检查，外院结果归入病历。",
                "Do the tests before surgery; file results from outside."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
