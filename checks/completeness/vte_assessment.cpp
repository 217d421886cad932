// SPDX-License-Identifier: Apache-2.0
#include "check/age.h"
#include "checks/completeness/assessments.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration, Time> kLate{
    "late", "{0}于{1}，首次血栓风险评估于{4}，超过{3}（至{2}）。",
    "{0} was at {1}; the first assessment of the risk of thrombosis was at {4}, later than {3} "
    "(until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kMissing{
    "missing", "{0}于{1}，{3}内（至{2}）未见血栓风险评估。",
    "{0} was at {1}; there is no assessment of the risk of thrombosis within {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kDue{
    "due", "{0}于{1}，应在{3}内评估血栓风险，最迟{2}。",
    "{0} was at {1}; the assessment of the risk of thrombosis is due within {3}, by {2}."};

constexpr Option<Duration> kAdmission{"limit", Duration{24 * 60},
                                      "入院后多长时间内评估（参数，非条文）",
                                      "time after admission (a parameter, not law)"};
constexpr Option<bool> kAfterSurgery{"after_surgery", true, "手术后是否要求再次评估",
                                     "whether a further assessment is asked for after surgery"};
constexpr Option<Duration> kSurgery{"surgery_limit", Duration{24 * 60},
                                    "手术结束后多长时间内评估（参数，非条文）",
                                    "time after surgery (a parameter, not law)"};
constexpr Option<bool> kSurgicalOnly{"surgical_only", false, "只评价有手术的住院",
                                     "judge stays with surgery only"};
constexpr Option<int> kAdult{"adult", 18, "满几岁起要求", "from which age on"};

constexpr Citation kBasis[] = {{"ZJ", "专项评估"}, {"SA", "11"}, {"GM25", "3"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLate, kMissing, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kAdmission, kAfterSurgery, kSurgery, kSurgicalOnly, kAdult};

constexpr SectionType kSections[] = {SectionType::kThrombosisRisk};
constexpr RecordItem kItems[] = {
    {{"血栓风险评估", "assessment of the risk of thrombosis"},
     kSections,
     {},
     {"血栓风险|血栓评|血栓形成风险|血栓栓塞风险|血栓栓塞症风险|血栓危险|血栓筛查|血栓高危|"
      "血栓中危|"
      "血栓低危|血栓栓塞症高危|血栓栓塞症中危|血栓栓塞症低危|静脉血栓栓塞症评|Caprini|caprini|"
      "CAPRINI|Padua|padua|PADUA|Autar|VTE风险|VTE评|VTE筛|VTE高危|VTE中危|VTE低危|VTE危险|VTE：|"
      "VTE:|VTE 评|VTE 风|VTE 高|VTE 中|VTE "
      "低|VTE中|VTE低|VTE高|VTE分|VTE）风|VTE）评|VTE）：|VTE）高|"
      "VTE）中|VTE）低|VTE)风|VTE)评|VTE):|VTE)：|vte风险|vte评|血栓：|血栓:|血栓评分|血栓形成高|"
      "血栓形成中|血栓形成低|血栓形成可能|Wells|wells|Geneva|DVT低|DVT中|DVT高|DVT 评|DVT 风|"
      "DVT）：|DVT):|DVT）风|DVT）评|DVT：|DVT:|DVT风险|DVT评"}}};
constexpr Bilingual kName{"血栓风险评估", "the assessment"};

void run(const Chart& chart, const Options& options, Report& report) {
  static const RecordItems items(kItems);
  if (!chart.inpatient() || (options[kSurgicalOnly] && chart.surgeries.empty())) return;
  const std::optional<Age> age = age_at_admission(chart);
  if (!age) return report.undecided(of_chart(), missing::kAge);
  if (!age->surely_above_years(options[kAdult] - 1)) return;
  const AssessmentDuty duty{items, kName, kLate, kMissing, kDue};
  judge_on_admission(chart, duty, options[kAdmission], report);
  if (options[kAfterSurgery]) judge_after_surgery(chart, duty, options[kSurgery], report);
}

}  // namespace

extern constinit const Check vte_assessment{
    {.id = "completeness-vte-assessment",
     .severity = Severity::kWarning,
     .title = {"成年住院患者应评估静脉血栓风险",
               "The risk of venous thrombosis is assessed in adult inpatients"},
     .judged =
         {"18岁（可调）以上的住院患者：入院24小时内、每台手术结束后24小时内，有血栓风险评估（Caprin"
          "i、"
          "Padua评分等）；载于评估表、护理文书、医师记录或观察项目均可。地方评分表要求评估，行动计"
          "划要"
          "求加强预防，时限和术后再评估都是参数。",
          "Inpatients from 18 years on (an option): an assessment of the risk of thrombosis (a "
          "Caprini or Padua score) within 24 hours of admission and of the end of each surgery, in "
          "a "
          "form, a nursing document, a physician's note or the observations. A local sheet asks "
          "for "
          "the assessment, a plan for prevention; the times and the second one are parameters."},
     .exceptions =
         {"日间、未满时限即离院的不评价；术中死亡的不评价术后。病历中没有护理文书和评估表、单份文书"
          "、年"
          "龄或时间不明的无法判定。全国方案不含本检查。预防措施不在本检查之内。",
          "Not for day cases and stays that end before the limit, after surgery not for a death in "
          "theatre. Undecided without nursing documents or forms, for a lone document, without age "
          "or time. Not part of the national profile. Whether prophylaxis was given is not "
          "judged."},
     .advice = {"用量表评估血栓风险，记录评分、危险等级和评估时间。",
                "Assess the risk by a score; record score, grade and time."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
