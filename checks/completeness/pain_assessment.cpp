// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/assessments.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration, Time> kLate{
    "late", "{0}于{1}，首次疼痛评估于{4}，超过{3}（至{2}）。",
    "{0} was at {1}; the first assessment of pain was at {4}, later than {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kMissing{
    "missing", "{0}于{1}，{3}内（至{2}）未见疼痛评估。",
    "{0} was at {1}; there is no assessment of pain within {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kDue{
    "due", "{0}于{1}，应在{3}内评估疼痛，最迟{2}。",
    "{0} was at {1}; an assessment of pain is due within {3}, by {2}."};

constexpr Option<Duration> kAdmission{"limit", Duration{24 * 60},
                                      "入院后多长时间内评估（参数，非条文）",
                                      "time after admission (a parameter, not law)"};
constexpr Option<bool> kAfterSurgery{"after_surgery", true, "手术后是否要求评估",
                                     "whether an assessment is asked for after surgery"};
constexpr Option<Duration> kSurgery{"surgery_limit", Duration{24 * 60},
                                    "手术结束后多长时间内评估（参数，非条文）",
                                    "time after surgery (a parameter, not law)"};

constexpr Citation kBasis[] = {{"ZJ", "专项评估"}, {"SA", "10"}, {"XD", "指标17"}};
constexpr int kCore[] = {4};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kAdmission, kAfterSurgery, kSurgery};

constexpr SectionType kSections[] = {SectionType::kPain};
// 营养 has an NRS of its own: NRS-2002.
constexpr RecordItem kItems[] = {
    {{"疼痛评估", "assessment of pain"},
     kSections,
     {},
     {"疼痛评|疼痛NRS|疼痛VAS|疼痛FLACC|疼痛数字|疼痛程度|疼痛分级|疼痛等级|疼痛强度|疼痛筛查|"
      "疼痛（|"
      "疼痛：|疼痛:|疼痛0|疼痛1|疼痛2|疼痛3|疼痛4|疼痛5|疼痛6|疼痛7|疼痛8|疼痛9|无疼痛|无痛|"
      "无明显疼痛|"
      "镇痛评|面部表情疼痛|NRS评分|NRS：|NRS:|NRS 0|NRS0分|NRS1分|NRS2分|NRS3分|NRS4分|NRS5分|VAS|"
      "FLACC|CPOT|BPS|Wong|NIPS|PAINAD|CRIES|PASS|PIPP|COMFORT|Prince|NRS=|NRS＝|NRS 1分|"
      "NRS 2分|NRS 3分|NRS 4分|NRS 5分|NRS 6分|NRS 7分|NRS 8分|NRS 9分|NRS 10分|NRS6分|NRS7分|"
      "NRS8分|NRS9分|NRS10分|NRS(|NRS（0|数字评分|数字等级|脸谱|疼痛=|疼痛＝|疼痛为|疼痛 "
      "|疼痛　|疼痛无|"
      "疼痛有|疼痛(|否认疼痛|疼痛可|疼痛能忍|轻度疼痛|中度疼痛|重度疼痛|切口疼痛|伤口疼痛|镇痛效果|"
      "镇痛满意|无任何疼痛|未诉疼痛"}}};
// Names of procedures, not of a state.
constexpr WordList kPainless{
    "无痛分娩|无痛胃|无痛肠|无痛内|无痛人|无痛技术|无痛电子|无痛支|无痛纤|无痛取|无痛宫|无痛注"};
constexpr Bilingual kName{"疼痛评估", "the assessment"};

void run(const Chart& chart, const Options& options, Report& report) {
  static const RecordItems items(kItems, kPainless);
  if (!chart.inpatient()) return;
  const AssessmentDuty duty{items, kName, kLate, kMissing, kDue};
  judge_on_admission(chart, duty, options[kAdmission], report);
  if (options[kAfterSurgery]) judge_after_surgery(chart, duty, options[kSurgery], report);
}

}  // namespace

extern constinit const Check pain_assessment{
    {.id = "completeness-pain-assessment",
     .severity = Severity::kNote,
     .title = {"住院患者应评估疼痛", "Pain is assessed in inpatients"},
     .judged =
         {"住院患者：入院24小时内、每台手术结束后24小时内，有疼痛评估（NRS、VAS、FLACC等评分，或写"
          "明无"
          "疼痛）；载于评估表、护理文书、医师记录或观察项目均可。地方评分表和质量指标要求评估，行动"
          "计划"
          "要求术后及时评估，时限是参数。",
          "Inpatients: an assessment of pain (a score such as NRS, VAS or FLACC, or that there is "
          "none) within 24 hours of admission and of the end of each surgery, in a form, a nursing "
          "document, a physician's note or the observations. A local sheet and an indicator ask "
          "for "
          "it, a plan for one soon after surgery; the times are parameters."},
     .exceptions =
         {"日间、未满时限即离院的不评价；术中死亡的不评价术后；用镇痛药后的复评不在本检查之内。病历"
          "中没"
          "有护理文书和评估表、单份文书、时间不明的无法判定。全国方案不含本检查。",
          "Not for day cases and stays that end before the limit, after surgery not for a death in "
          "theatre; a further one after analgesia is not judged. Undecided without nursing "
          "documents "
          "or forms, for a lone document, without a time. Not part of the national profile."},
     .advice = {"用量表评估疼痛，记录分值和时间。",
                "Assess pain by a score; record value and time."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
