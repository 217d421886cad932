// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "checks/perioperative/items.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, ItemNames> kMissing{"missing", "“{0}”后，病历中未见：{1}。",
                                                        "after “{0}” the chart shows no: {1}."};

constexpr Option<WordList> kInsertion{
    "insertion",
    {"PICC置管|PICC置入|中心静脉置管|中心静脉导管置入|中心静脉导管插入|中心静脉插管|深静脉置管|"
     "颈内静脉置管|锁骨下静脉置管|股静脉置管"},
    "表示置管的操作名称或医嘱",
    "names of procedures and orders of an insertion"};
constexpr Option<WordList> kCare{"care",
                                 {"导管|置管|PICC|CVC|中心静脉|深静脉"},
                                 "护理文书、病程中表示导管观察或维护的词语",
                                 "words of nursing documents and notes on the line"};
constexpr Option<WordList> kEnd{"end",
                                {"拔除|拔管|拔出|撤管|带管"},
                                "表示拔除或带管出院的词语",
                                "words on removal, or on leaving with the line"};
constexpr WordList kUpkeep{"护理|维护|换药|拔|冲管|封管"};

constexpr Bilingual kNoCare{"导管观察、维护的记录", "record of its care"};
constexpr Bilingual kNoEnd{"拔除或带管出院的记录", "record of its removal or of leaving with it"};

constexpr Citation kBasis[] = {{"XD", "指标34"}};
constexpr int kCore[] = {4};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kInsertion, kCare, kEnd};

bool follows_the_patient(const Document& document) {
  using enum DocType;
  const DocType type = document.type;
  return is_course_note(type) || type == kGeneralNursingRecord || type == kCriticalNursingRecord ||
         type == kNursingPlan || type == kDischargeRecord || type == kDischargeAssessment ||
         type == kTreatmentRecord || type == kDeathRecord;
}

// In what is written of the course, or in another order than the one of the insertion.
bool told(const Chart& chart, const Text& insertion, WordList words) {
  const auto noted = [&](const Document& d) {
    return follows_the_patient(d) && tells_any(d, words);
  };
  const auto ordered = [&](const Order& order) {
    return order.content.span != insertion.span && holds_any(order.content.value, words);
  };
  return std::any_of(chart.documents.begin(), chart.documents.end(), noted) ||
         std::any_of(chart.orders.begin(), chart.orders.end(), ordered);
}

void judge(const Chart& chart, Subject subject, const Text& insertion, const Options& options,
           Report& report) {
  ItemNames lacking;
  if (!told(chart, insertion, options[kCare])) lacking.names.push_back(kNoCare);
  if (!chart.dead() && !told(chart, insertion, options[kEnd])) lacking.names.push_back(kNoEnd);
  const auto broken = [](const Document& d) { return d.broken && follows_the_patient(d); };
  if (lacking.empty()) {
    report.pass(subject);
  } else if (!chart.complete) {
    report.undecided(subject, missing::kRestOfChart, insertion.span);
  } else if (std::any_of(chart.documents.begin(), chart.documents.end(), broken)) {
    report.undecided(subject, missing::kRestOfDocument, insertion.span);
  } else {
    report.fail(kMissing, subject, insertion.span, insertion.value, lacking);
  }
}

// The first insertion stands for the stay: notes rarely tell which line they mean.
void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const WordList words = options[kInsertion];
  for (std::size_t i = 0; i < chart.procedures.size(); ++i) {
    const Text& name = chart.procedures[i].name;
    if (!holds_any(name.value, words)) continue;
    const Subject subject{SubjectKind::kProcedure, static_cast<std::uint32_t>(i)};
    return judge(chart, subject, name, options, report);
  }
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    const Text& content = chart.orders[i].content;
    if (chart.orders[i].cancelled || !holds_any(content.value, words)) continue;
    if (holds_any(content.value, kUpkeep)) continue;
    const Subject subject{SubjectKind::kOrder, static_cast<std::uint32_t>(i)};
    return judge(chart, subject, content, options, report);
  }
}

}  // namespace

extern constinit const Check nursing_catheter_days{
    {.id = "nursing-catheter-days",
     .severity = Severity::kNote,
     .title = {"中心静脉置管后应有维护和拔除（带管出院）的记录",
               "After a central line is put in, its care and its end are recorded"},
     .judged =
         {"有中心静脉（含PICC）置管操作或医嘱的住院病历：病程、护理文书或医嘱中有导管观察维护的"
          "记录，并有拔除或带管出院的记录。指标统计血管内导管感染，不规定文书。",
          "Stays with the insertion of a central line (PICC too) as a procedure or an order: "
          "notes, nursing documents or orders speak of its care, and of removal or leaving "
          "with it. An indicator counts infections of lines; it prescribes no document."},
     .exceptions =
         {"多次置管只判第一次，不逐日核对；死亡患者不要求拔除记录；只在叙述文字中提到的置管"
          "不判；单份文书、文书未能完整读取时无法判定。",
          "Of several insertions the first is judged, and not day by day. No removal is "
          "asked for after a death. Not where only narrative speaks of a line. Undecided "
          "where the rest of the chart or of a document was not read."},
     .advice = {"记录导管维护、每日必要性评估和拔除时间。",
                "Record its care, the daily review of its need and the time of removal."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
