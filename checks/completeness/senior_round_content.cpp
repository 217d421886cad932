// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/round_items.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "上级医师查房记录未见{0}项内容：{1}。",
                                "the note on the round says nothing of {0} item(s): {1}."};
constexpr Message<int, int> kShort{"short", "上级医师查房记录仅{0}字，少于本检查所设的{1}字。",
                                   "the note on the round has {0} characters, less than the {1} "
                                   "set for this check."};

constexpr Option<int> kMinChars{"min_chars", 15, "查房记录至少多少字（参数，非条文；0为不限）",
                                "how many characters a note on a round has at least (a parameter, "
                                "not law; 0 for any)"};

constexpr Citation kBasis[] = {{"BL", "22(3)"}};
constexpr int kCore[] = {2};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking, kShort};
constexpr OptionInfo kOptions[] = {kMinChars};

constexpr SectionType kAnalysis[] = {
    SectionType::kDiagnosisBasis, SectionType::kDifferentialDiagnosis,
    SectionType::kDiagnosticDiscussion, SectionType::kDiscussionOpinion};
constexpr GroupSet kNamed = 1u << 0;

constexpr RecordItem kItems[] = {
    {{"查房医师姓名及专业技术职务", "name and title of the physician"}, {}, {}, {}},
    {{"对病情的分析", "analysis of the condition"},
     kAnalysis,
     {},
     {"诊断|鉴别|依据|考虑|分析|支持|符合|不符|提示|排除|除外|可能|待排|分期|评分|成立|明确|病因|"
      "认为|"
      "诊为|判断|评估|原因|所致|引起|导致|属|倾向|好转|有效|无效|稳定|平稳|恢复|改善|进展|加重|"
      "减轻|"
      "缓解|较前|较昨|较入院|较术前|正常|满意|良好|异常|升高|增高|降低|下降|减少|增多|达到|达标|"
      "顺利|"
      "预后|风险|高危|危重|病情|效果|疗效|指征|禁忌|耐受|意义|处于|警惕|吸收|愈合|感染|并发症|控制|"
      "尚可|较好|欠佳|理想|未见明显|条件|稳|渐|消退|消失|增长|已降|抬高|压低|偏高|偏低|过高|"
      "过低|缩小|增大|转阴|阳性|阴性|片示|图示|CT示|MRI示|线示|超示|检查示|回报|综合|"
      "升至|降至|通畅|正位|FBG|PBG|血糖|复旧|无红肿|血象|副反应|不良反应|毒性|自知力|"
      "骨折|梗死|衰竭|综合征|指南"}},
    {{"诊疗意见", "opinion on the treatment"}, kPlanSections, {}, kPlanWords},
};

// Up to `most`, where the counting ends.
int characters(const Document& note, int most) {
  int count = 0;
  for (const Text& text : note.narrative()) {
    for (const char c : text.value) {
      const auto byte = static_cast<unsigned char>(c);
      count += byte > ' ' && (byte & 0xC0u) != 0x80u;
      if (count >= most) return count;
    }
  }
  return count;
}

void judge(const Chart& chart, const Document& note, int least, Report& report) {
  static const RecordItems items(kItems, kNoPlan);
  const Subject subject = of(chart, note);
  const int count = characters(note, least);
  if (count > 0 && count < least && !note.broken) {
    report.fail(kShort, subject, note.span, count, least);
    return;
  }
  GroupSet there = items.in(note);
  if (names_rounder(chart, note)) there |= kNamed;
  judge_items(kLacking, subject, note, items.all_but(there), report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  const FirstAttendingRound first = first_attending_round(chart);
  for (const Document* note : chart.of_type(DocType::kSeniorRoundNote)) {
    const bool elsewhere = note == first.note && !is_later(*note);
    if (!elsewhere) judge(chart, *note, options[kMinChars], report);
  }
}

}  // namespace

extern constinit const Check senior_round_content{
    {.id = "completeness-senior-round-content",
     .severity = Severity::kWarning,
     .title = {"上级医师查房记录应有对病情的分析和诊疗意见",
               "The note on a senior physician's round holds analysis and opinion"},
     .judged =
         {"住院病历的每份上级医师查房记录（主治医师首次查房另行评价）：查房医师姓名和职务、对病情的"
          "分析、"
          "诊疗意见，每项写在自己的章节里或有一个相应的用语；全文不少于15字（可调）。",
          "Each note on a round of a senior physician (the attending's first is judged elsewhere): "
          "name and title, analysis of the condition, opinion on the treatment, each in a section "
          "or by a word for it; 15 characters or more (an option)."},
     .exceptions =
         {"查房医师职称不明的不认为缺姓名职务；没有可读内容、未能完整读取的，缺项时无法判定。不评价"
          "分析"
          "是否充分。",
          "Where titles are not known, name and title are not missed; where the note could not be "
          "read, what is lacking stays undecided. How good the analysis is is not judged."},
     .advice = {"写明查房医师的姓名、职务、对病情的分析和诊疗意见。",
                "Write name and title, the analysis of the condition and the opinion."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
