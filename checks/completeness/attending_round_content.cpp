// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/round_items.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "主治医师首次查房记录未见{0}项内容：{1}。",
                                "the note on the first round of the attending physician says "
                                "nothing of {0} item(s): {1}."};

constexpr Missing kWhich{"first-round", "哪一次是主治医师的首次查房",
                         "which round was the attending physician's first"};

constexpr Citation kBasis[] = {{"BL", "22(3)"}};
constexpr int kCore[] = {2};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};

constexpr SectionType kFindings[] = {SectionType::kPresentIllness,  SectionType::kPhysicalExam,
                                     SectionType::kSpecialtyExam,   SectionType::kVitalSigns,
                                     SectionType::kConditionChange, SectionType::kCurrentCondition};
constexpr SectionType kReasons[] = {SectionType::kDiagnosisBasis,
                                    SectionType::kDifferentialDiagnosis,
                                    SectionType::kDiagnosticDiscussion};
constexpr GroupSet kNamed = 1u << 0;

constexpr RecordItem kItems[] = {
    {{"查房医师姓名及专业技术职务", "name and title of the physician"}, {}, {}, {}},
    {{"补充的病史和体征", "further history and signs"},
     kFindings,
     {},
     {"补充|追问|询问|追述|病史|体征|查体|体检|患者|患儿|产妇|孕妇|病人|诉|仍|体温|血压|心率|"
      "呼吸音|"
      "啰音|压痛|神志|意识|肢体|切口|呕血|黑便|咳嗽|喘|发热|头痛|腹痛|胸痛|疼痛|叩痛|肿胀|贫血貌|"
      "哮鸣|肌力|水肿|查看|听诊|触诊|叩诊|双肺|瞳孔|GCS|反应|新生儿|吃奶|既往|"
      "精神|一般情况|生命体征|症状|胎心|宫缩|SpO|BP|T3"}},
    {{"诊断依据与鉴别诊断的分析", "analysis of basis and differential diagnosis"},
     kReasons,
     {},
     {"诊断|鉴别|依据|考虑|分析|支持|符合|不符|提示|排除|除外|可能|待排|分期|成立|病因|认为|诊为|"
      "判断|"
      "原因|所致|引起|导致|属于|倾向|指征|适应证|适应症|明确|线示|CT示|片示|检查示|诊治思路"}},
    {{"诊疗计划", "plan"}, kPlanSections, {}, kPlanWords},
};

void run(const Chart& chart, const Options&, Report& report) {
  static const RecordItems items(kItems, kNoPlan);
  if (!chart.inpatient()) return;
  const FirstAttendingRound first = first_attending_round(chart);
  if (first.note == nullptr || is_later(*first.note)) return;
  const Subject subject = of(chart, *first.note);
  GroupSet there = items.in(*first.note);
  if (names_rounder(chart, *first.note)) there |= kNamed;
  const ItemNames lacking = items.all_but(there);
  if (!lacking.empty() && first.doubt) {
    report.undecided(subject, kWhich, first.note->span);
  } else {
    judge_items(kLacking, subject, *first.note, lacking, report);
  }
}

}  // namespace

extern constinit const Check attending_round_content{
    {.id = "completeness-attending-round-content",
     .severity = Severity::kWarning,
     .title = {"主治医师首次查房记录内容应完整",
               "The note on the attending physician's first round is complete"},
     .judged =
         {"住院病历中主治医师的首次查房记录（写明首次的，否则为主治医师参加的第一份上级医师查房记录"
          "）："
          "查房医师姓名和职务、补充的病史和体征、诊断依据与鉴别诊断的分析、诊疗计划，每项写在自己的"
          "章"
          "节里或有一个相应的用语。",
          "Of an inpatient the note on the attending physician's first round (the one that says "
          "so, "
          "else the first round note with an attending physician): name and title, further history "
          "and signs, analysis of basis and differential diagnosis, plan, each in a section or by "
          "a word for it."},
     .exceptions =
         {"没有主治医师查房记录由时限检查提示；第一次查房已在术后、产后的不评价；查房医师职称不明的"
          "不认为"
          "缺姓"
          "名职务，更早的查房可能就是首次（职称不明，或随主任查房，或写明是日常查房）、没有可读内容"
          "、未能完整读取的，"
          "缺项时无法判定。不评价分析"
          "是"
          "否充分。",
          "A missing note is said by the checks of time limits; a first round after surgery or "
          "birth is not "
          "judged. Where titles are not known, name and title are not missed; where an earlier "
          "round may have been the first, or the note could not be read, what is lacking stays "
          "undecided. How good the analysis is is not judged."},
     .advice = {"补充所列内容；没有补充的病史和体征也请写明。",
                "Add what is listed, also that there was nothing to add."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
