// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <utility>

#include "check/words.h"
#include "checks/process/notes_after.h"
#include "checks/process/told.h"
#include "checks/timeliness/consultation.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kMissing{"missing", "申请了{0}会诊，病历中未见会诊记录。",
                                      "{0} was asked to consult; the chart holds no record of it."};
constexpr Message<std::string_view> kOrdered{
    "ordered", "医嘱有“{0}”，病历中未见会诊记录。",
    "“{0}” was ordered; the chart holds no consultation record."};

constexpr Option<Duration> kLimit{"limit", Duration{48 * 60}, "申请后多久起要求会诊记录",
                                  "from how long after the request a record is asked for"};

constexpr Citation kBasis[] = {{"BL", "22(10)"}, {"HX", "3-4"}};
constexpr int kCore[] = {3};
constexpr Source kNeeds[] = {Source::kDocuments};
// They would say of the same consultation that it was not done or written down in time.
constexpr std::string_view kSupersedes[] = {"timeliness-consult-routine-24h",
                                            "timeliness-consult-urgent-record-immediate"};
constexpr MessageInfo kMessages[] = {kMissing, kOrdered};
constexpr OptionInfo kOptions[] = {kLimit};

bool over(const TimeFact& end, const std::optional<Located<Time>>& asked, Duration limit) {
  return !end || !asked || within(asked->value, end.value(), limit) == Within::kNo;
}

constexpr WordList kHeadings{"会诊记录|会诊意见|会诊讨论|多学科会诊"};

// Other records that consultations of some departments leave: the visit of the anaesthetist, the
// approval of an antibiotic, a discussion of several, a course note under that heading.
bool told_otherwise(const Chart& chart, const Consultation& it) {
  const std::string_view department = it.department.value;
  if (it.kind == ConsultationKind::kMultidisciplinary &&
      (chart.has(DocType::kLevel4Mdt) || chart.has(DocType::kDifficultCaseDiscussion))) {
    return true;
  }
  if (holds(department, "麻醉") && chart.has(DocType::kAnesthesiaPreopVisit)) return true;
  if (holds(department, "药") && chart.has(DocType::kAntibioticApproval)) return true;
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& note) {
    if (!is_course_note(note.type) || note.type == DocType::kConsultationRecord) return false;
    if (!headed(note, kHeadings)) return false;
    const WordList name{department};
    return department.empty() || headed(note, name) || tells_any(note, name);
  });
}

void judge(const Chart& chart, std::size_t index, const ConsultationRecords& records,
           Duration limit, Report& report) {
  const Consultation& it = chart.consultations[index];
  const Subject subject = of_consultation(index);
  if (records.of(index) != nullptr || told_otherwise(chart, it)) {
    return report.pass(subject);
  }
  const TimeFact& end = chart.dead() ? chart.encounter.died : chart.encounter.discharged;
  if (!over(end, it.requested, limit)) return;  // The patient left before it was due.
  if (const auto doubt = untold_doubt(chart)) {
    return report.undecided(subject, *doubt, span_of(it));
  }
  if (records.unclaimed()) return report.undecided(subject, kWhichConsultation, span_of(it));
  report.fail(kMissing, subject, span_of(it), name_of(it));
}

// Those that ask for a record: one of several that were given anew on a day, none shortly before
// the end, no fee.
std::vector<std::uint32_t> consultations_ordered(const Chart& chart, Duration limit) {
  const TimeFact& end = chart.dead() ? chart.encounter.died : chart.encounter.discharged;
  std::set<std::pair<std::string_view, std::optional<std::chrono::sys_days>>> seen;
  std::vector<std::uint32_t> ordered;
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    if (order.cancelled || order.kind.value != "consultation") continue;
    if (holds_any(order.content.value, {"费|取消"}) || !over(end, order.start, limit)) continue;
    if (!seen.insert({order.content.value, day_of(order.start)}).second) continue;
    ordered.push_back(static_cast<std::uint32_t>(i));
  }
  return ordered;
}

// Orders tell of consultations that the chart does not list.
void judge_orders(const Chart& chart, Duration limit, Report& report) {
  const auto is_record = [](const Document& it) {
    return it.type == DocType::kConsultationRecord || it.type == DocType::kLevel4Mdt ||
           (is_course_note(it.type) && headed(it, kHeadings));
  };
  auto records = std::count_if(chart.documents.begin(), chart.documents.end(), is_record);
  for (const std::uint32_t i : consultations_ordered(chart, limit)) {
    const Order& order = chart.orders[i];
    const Subject subject{SubjectKind::kOrder, i};
    if (records-- > 0) {
      report.pass(subject);
    } else if (const auto doubt = untold_doubt(chart)) {
      report.undecided(subject, *doubt, order.content.span);
    } else {
      report.fail(kOrdered, subject, order.content.span, order.content.value);
    }
  }
}

// Whether the consultations of the chart are those that its records tell of.
bool known_from_records(const Chart& chart) {
  const auto records = chart.of_type(DocType::kConsultationRecord);
  return std::all_of(
      chart.consultations.begin(), chart.consultations.end(), [&](const Consultation& it) {
        return std::any_of(records.begin(), records.end(), [&](const Document* record) {
          return record->id.value == it.id.value && record->span.begin == it.span.begin;
        });
      });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  if (known_from_records(chart)) return judge_orders(chart, options[kLimit], report);
  const ConsultationRecords records(chart);
  for (std::size_t i = 0; i < chart.consultations.size(); ++i) {
    if (!chart.consultations[i].cancelled) judge(chart, i, records, options[kLimit], report);
  }
}

}  // namespace

extern constinit const Check process_consult_missing{
    {.id = "process-consult-missing",
     .severity = Severity::kError,
     .title = {"会诊应有会诊记录", "A consultation has its record"},
     .judged =
         {"已出院或归档的住院病历：每次未取消的会诊有会诊记录，在申请与下一次申请之间写成，或指明、"
          "属于该次会诊；"
          "没有会诊数据的，会诊医嘱的条数不多于会诊记录的份数。",
          "Stays that ended: each consultation that was not cancelled has its record, written "
          "between "
          "its request and the next, or naming it; where the chart lists none, there are as many "
          "records as orders of consultations."},
     .exceptions =
         {"申请后48小时（可调）内出院或死亡的不评价；多学科讨论记录、麻醉术前访视、抗菌药物审批记录"
          "可以"
          "代替相应科室的会诊记录，以会诊为题的病程记录同样有效；会诊费、同日重复的医嘱不计。另有看"
          "不出"
          "属于哪一次的会诊记录、单份文书、文书未能完整读取的无法判定。",
          "Not where the patient left or died within 48 hours (an option) of the request. A "
          "multidisciplinary discussion, the visit of an anaesthetist, the approval of an "
          "antibiotic or a course note under that heading will do; charges and orders repeated on "
          "a day do not count. Undecided where a record does not tell which consultation it is "
          "of, for a lone document or a note that could not be read whole."},
     .advice = {"补归会诊记录；未会诊的取消申请并在病程中说明。",
                "File the record; if there was none, cancel the request and say why in a note."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
