// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/called_for.h"

namespace emrlint::checks {
namespace {

constexpr Message<Time> kDateOnly{
    "date-only", "病重（病危）患者护理记录的时间为{0}，应当具体到分钟。",
    "the time of this nursing record is {0}; it is to be given to the minute."};

constexpr Bilingual kCritical{"病危", "a critical condition"};
constexpr Bilingual kSerious{"病重", "a serious condition"};

constexpr Citation kBasis[] = {{"BL", "22(23)"}};
constexpr int kCore[] = {4, 7, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kDateOnly};

void judge_minute(const Chart& chart, const Document& record, Report& report) {
  const auto& at = record.recorded ? record.recorded : record.completed;
  if (!at) return;
  const Subject subject = of(chart, record, "minute");
  if (at->value.exact()) return report.pass(subject);
  report.fail(kDateOnly, subject, at->span, at->value);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient()) return;
  constexpr DocType kType = DocType::kCriticalNursingRecord;
  for (const Document* record : chart.of_type(kType)) judge_minute(chart, *record, report);
  if (report.clock().stage < Stage::kDischarged) return;
  if (const auto unseen = conditions_unseen(chart)) report.undecided(of_chart(), *unseen);
  CalledFor documents(chart, false, report);
  for (std::size_t i = 0; i < chart.conditions.size(); ++i) {
    const bool critical = chart.conditions[i].severity == Acuity::kCritical;
    documents.by_event(SubjectKind::kCondition, i, kType, critical ? kCritical : kSerious,
                       chart.has(kType));
  }
}

}  // namespace

extern constinit const Check critical_nursing_record{
    {.id = "completeness-critical-nursing-record",
     .severity = Severity::kError,
     .title = {"病重（病危）患者应有护理记录，时间具体到分钟",
               "A seriously ill patient has nursing records, timed to the minute"},
     .judged =
         {"已出院或归档的住院病历：每段病重、病危应有病重（病危）护理记录；护理记录的时间具体到"
          "分钟。",
          "A stay that ended: for each interval of 病重 or 病危 the chart holds the nursing "
          "record of a seriously ill patient; the record is timed to the minute."},
     .exceptions =
         {"几段病重、病危可共用一份记录；病危病重数据和医嘱均未载入、单份文书无法判定；没有时"
          "间的记录不判分钟。",
          "One record may serve several intervals. Undecided where neither conditions nor "
          "orders were loaded, and for a lone document; a record without any time is not "
          "judged for the minute."},
     .advice = {"补归病重（病危）患者护理记录；记录时间具体到分钟。",
                "File the nursing record; give its time to the minute."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
