// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/perioperative/items.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kMissing{"missing", "急诊留观患者的病历中未见留观记录。",
                             "the chart of the emergency observation holds no observation record."};
constexpr Message<ItemNames> kLacking{"lacking", "急诊留观记录缺少：{0}。",
                                      "the observation record lacks: {0}."};

constexpr Citation kBasis[] = {{"BL", "15"}};
constexpr int kCore[] = {1, 7};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kLacking};

constexpr Bilingual kCourse{"观察期间病情变化和诊疗措施", "course and measures of the observation"};
constexpr Bilingual kDestination{"患者去向", "destination of the patient"};

bool tells_course(const Document& document) {
  using enum SectionType;
  for (const SectionType type : {emrlint::SectionType::kCourse, kConditionChange, kTreatmentCourse,
                                 kTreatment, kNursingObservation, kCurrentCondition}) {
    if (document.has_text(type)) return true;
  }
  return false;
}

bool tells_destination(const Chart& chart, const Document& document) {
  return document.has_text(SectionType::kDisposition) ||
         chart.encounter.disposition.value != Disposition::kUnknown || chart.dead();
}

// One record of the stay may tell the course, the last one the destination.
void judge(const Chart& chart, const std::vector<const Document*>& records, Report& report) {
  bool course = false, destination = report.clock().stage < Stage::kDischarged;
  const Document* broken = nullptr;
  for (const Document* record : records) {
    course = course || tells_course(*record);
    destination = destination || tells_destination(chart, *record);
    if (record->broken) broken = record;
  }
  const Subject subject = of(chart, *records.back());
  if (course && destination) return report.pass(subject);
  if (broken != nullptr) return report.undecided(subject, missing::kRestOfDocument, broken->span);
  ItemNames lacking;
  if (!course) lacking.names.push_back(kCourse);
  if (!destination) lacking.names.push_back(kDestination);
  report.fail(kLacking, subject, records.back()->span, lacking);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (chart.encounter.kind.value != EncounterKind::kObservation) return;
  const auto records = chart.of_type(DocType::kEmergencyObservationRecord);
  if (!records.empty()) return judge(chart, records, report);
  if (!chart.complete) return report.undecided(of_chart(), missing::kRestOfChart);
  if (report.clock().stage < Stage::kDischarged) return;  // It may still be written.
  report.fail(kMissing, of_chart(), subject_span(chart, of_chart()));
}

}  // namespace

extern constinit const Check outpatient_observation_record{
    {.id = "outpatient-observation-record",
     .severity = Severity::kWarning,
     .title = {"急诊留观应有留观记录，并注明患者去向",
               "An emergency observation has a record that names the destination"},
     .judged = {"急诊留观病历：有急诊留观记录，写明观察期间的病情变化和诊疗措施（病程、病情变化、诊"
                "疗经过、治疗等章节不为空），并有患者去向（去向章节或就诊数据）。",
                "Emergency observations: there is a record with text on the course or the "
                "measures, and the destination stands in it or in the data of the visit."},
     .exceptions = {"留观尚未结束的不判去向；几份留观记录合并判断；单份文书、文书未能完整读取而有缺"
                    "项时无法判定。",
                    "No destination while the observation goes on; several records count as one. "
                    "Undecided where the rest of the chart or of a record was not read."},
     .advice = {"补写留观期间病情变化、诊疗措施和患者去向。",
                "Record the course, the measures and where the patient went."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
