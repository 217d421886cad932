// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/word_groups.h"
#include "checks/medication/kind_of_order.h"
#include "checks/medication/treatment_told.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUntold{
    "untold", "医嘱使用抗菌药物“{0}”，此后的病程等记录均未提及抗菌药物的使用。",
    "the antibacterial “{0}” was ordered; no note from then on tells of antibacterial treatment."};

constexpr Citation kBasis[] = {{"ZB", "11"}};
constexpr int kCore[] = {16};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders};
constexpr std::string_view kSupersedes[] = {"completeness-important-change-reason"};
constexpr MessageInfo kMessages[] = {kUntold};

bool tells(std::string_view text) {
  static constexpr WordList kWords{
      "抗感染|控制感染|抗菌|抗生素|碳青霉烯|喹诺酮|林可|根除|四联|三联|抗Hp|抗HP|驱梅|抗炎|消炎|"
      "预防感染|抗细菌|头孢|西林|培南|沙星|硝唑|环素|卡星|米星|巴坦|"
      "霉素|利奈"
      "唑胺|替考拉宁|氨曲南|多黏菌素|多粘菌素|磺胺|舒普深|特治星|美平|泰能|拜复乐|可乐必妥|罗氏芬|"
      "稳可信|斯沃|希舒美"};
  static const WordGroups kAny({&kWords, 1});  // One walk for the many texts that name none.
  return kAny.in(text) != 0 && tells_affirmed(text, kWords);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  std::optional<TreatmentNotes> notes;
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    if (!gives_antibacterial(order) || holds(order.content.value, "带药")) continue;
    if (!notes) notes = notes_on(chart, &tells);
    judge_told(kUntold, chart, i, *notes, report);
  }
}

}  // namespace

extern constinit const Check medication_antibiotic_note{
    {.id = "medication-antibiotic-note",
     .severity = Severity::kWarning,
     .title = {"抗菌药物的使用应在病程中记录", "Notes tell of antibacterial treatment"},
     .judged =
         {"已出院或归档的住院病历：每条全身使用的抗菌药物医嘱，自前一日起至少有一份病程、会诊、讨论"
          "、手术"
          "或麻醉等记录提到抗菌药物的使用。指标以医嘱与病程相符为准，没有规定时限；用药理由和疗效由"
          "人阅读"
          "判断。",
          "Stays that ended: for each order of an antibacterial for the whole body, a note, "
          "consultation, discussion, operation or anaesthesia record from the day before on tells "
          "of antibacterial treatment. The indicator compares orders and notes and sets no time; "
          "reason and effect are for the reader to say."},
     .exceptions =
         {"取消的医嘱，出院带药，皮试、封管、滴眼、外用等局部用药，抗结核、抗真菌、抗病毒药物不评价"
          "；药名不在"
          "内置词表"
          "中的不识别。没有时间的记录提到即算；否认使用、过敏史中的药名不算。单份文书、文书未能完整"
          "读取的"
          "无法判定。",
          "Not for cancelled orders, drugs to take home, skin tests, flushes and local use, nor "
          "for drugs against "
          "tuberculosis, fungi and viruses; names that are not in the built-in list are not known. "
          "A "
          "note without a time counts; a denial or an allergy does not. Undecided for a lone "
          "document or one that could not be read whole."},
     .advice = {"在病程记录中写明抗菌药物的使用、更改、理由和疗效评价。",
                "Write into the notes which antibacterial is given, changed, why, and its effect."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
