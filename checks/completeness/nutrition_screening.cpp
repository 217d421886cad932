// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/assessments.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration, Time> kLate{
    "late", "{0}于{1}，首次营养风险筛查于{4}，超过{3}（至{2}）。",
    "{0} was at {1}; the first nutritional screening was at {4}, later than {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kMissing{
    "missing", "{0}于{1}，{3}内（至{2}）未见营养风险筛查。",
    "{0} was at {1}; there is no nutritional screening within {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kDue{
    "due", "{0}于{1}，应在{3}内筛查营养风险，最迟{2}。",
    "{0} was at {1}; a nutritional screening is due within {3}, by {2}."};

constexpr Option<Duration> kAdmission{"limit", Duration{48 * 60},
                                      "入院后多长时间内筛查（参数，非条文）",
                                      "time after admission (a parameter, not law)"};

constexpr Citation kBasis[] = {{"ZJ", "专项评估"}, {"SA", "3"}, {"XD", "指标16"}};
constexpr int kCore[] = {4};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kAdmission};

constexpr SectionType kSections[] = {SectionType::kNutritionalState};
constexpr RecordItem kItems[] = {
    {{"营养风险筛查", "nutritional screening"},
     kSections,
     {},
     {"营养风险|营养筛查|营养评|营养状况评|营养状态评|营养不良风险|营养初筛|NRS-2002|NRS2002|"
      "NRS 2002|NRS－2002|NRS—2002|NRS（2002|NRS(2002|nrs2002|营养不良筛|"
      "营养不良评|MNA|SGA评|SGA：|SGA:|SGA A|SGA B|SGA "
      "C|SGA-A|SGA-B|PG-SGA|MUST|STAMP|STRONG|PYMS|GNRI|NUTRIC"}}};
constexpr Bilingual kName{"营养风险筛查", "the screening"};

void run(const Chart& chart, const Options& options, Report& report) {
  static const RecordItems items(kItems);
  if (!chart.inpatient()) return;
  judge_on_admission(chart, {items, kName, kLate, kMissing, kDue}, options[kAdmission], report);
}

}  // namespace

extern constinit const Check nutrition_screening{
    {.id = "completeness-nutrition-screening",
     .severity = Severity::kNote,
     .title = {"住院患者应筛查营养风险", "Inpatients are screened for nutritional risk"},
     .judged =
         {"住院患者：入院48小时内有营养风险筛查（NRS-"
          "2002或同类量表）；载于评估表、护理文书、医师记录或"
          "观察项目均可。地方评分表和质量指标要求筛查，行动计划要求术前评估营养状态，时限是参数。",
          "Inpatients: a nutritional screening (NRS-2002 or the like) within 48 hours of "
          "admission, "
          "in a form, a nursing document, a physician's note or the observations. A local sheet "
          "and "
          "an indicator ask for it, a plan for the nutritional state before surgery; the time is a "
          "parameter."},
     .exceptions =
         {"日间、未满时限即离院的不评价。病历中没有护理文书和评估表、单份文书、时间不明的无法判定。"
          "全国"
          "方案不含本检查。",
          "Not for day cases and stays that end before the limit. Undecided without nursing "
          "documents or forms, for a lone document, without a time. Not part of the national "
          "profile."},
     .advice = {"用NRS-2002等量表筛查，记录分值和时间。",
                "Screen by NRS-2002 or the like; record score and time."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
