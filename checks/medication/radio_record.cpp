// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/kind_of_order.h"
#include "checks/medication/treatment_told.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUntold{
    "untold", "医嘱有放射治疗“{0}”，此后的病程等记录均未提及放疗。",
    "the radiotherapy “{0}” was ordered; no note from then on tells of it."};

constexpr Citation kBasis[] = {{"ZB", "13"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders};
constexpr MessageInfo kMessages[] = {kUntold};

bool tells(std::string_view text) {
  constexpr WordList kWords{"放疗|放射治疗|放化疗|照射|调强|后装|伽玛刀|伽马刀|射波刀|Gy"};
  return tells_affirmed(text, kWords);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  std::optional<TreatmentNotes> notes;
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    if (!gives_radiotherapy(chart.orders[i])) continue;
    if (!notes) notes = notes_on(chart, &tells);
    judge_told(kUntold, chart, i, *notes, report);
  }
}

}  // namespace

extern constinit const Check medication_radio_record{
    {.id = "medication-radio-record",
     .severity = Severity::kWarning,
     .title = {"放射治疗应在病程中记录", "Notes tell of radiotherapy"},
     .judged =
         {"已出院或归档的住院病历：每条放射治疗医嘱，自前一日起至少有一份病程、讨论、治疗记录等提到"
          "放疗。指标"
          "以放疗医嘱（治疗单）与病程相符为准；治疗单多在放疗系统内，未读取的不评价。",
          "Stays that ended: for each order of radiotherapy, a note, discussion or treatment "
          "record "
          "from the day before on tells of it. The indicator compares orders or treatment sheets "
          "with the notes; a sheet that was not read is not judged."},
     .exceptions =
         {"取消的医嘱，放疗科会诊、定位、计划设计、宣教和护理不评价。没有时间的记录提到即算，否认或"
          "假设的"
          "不算。单份文书、文书未能完整读取的无法判定。",
          "Not for cancelled orders, nor for consultations, positioning, planning, teaching and "
          "nursing. A note without a time counts; a denial does not. Undecided for a lone document "
          "or one that could not be read whole."},
     .advice = {"在病程记录中写明放疗的部位、剂量、实施情况和疗效、不良反应的评价。",
                "Write site, dose, course, effect and adverse reactions into the notes."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
