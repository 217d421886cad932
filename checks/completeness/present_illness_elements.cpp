// SPDX-License-Identifier: Apache-2.0
// What the present illness tells of: BL 18(3), items 1 to 5.
#include <algorithm>
#include <string_view>

#include "check/words.h"
#include "checks/completeness/record_items.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "现病史未见{0}项内容的描述：{1}。",
                                "the present illness says nothing of {0} item(s): {1}."};

constexpr Option<int> kMinChars{"min_chars", 15, "现病史不少于多少字才评价",
                                "how many characters a present illness has to have to be judged"};

constexpr Missing kElsewhere{"elsewhere", "现病史所指的另一处内容",
                             "what the present illness refers to"};

constexpr Citation kBasis[] = {{"BL", "18(3)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kMinChars};

// Few words would do to find each in a good text; many stand here so that no text of a physician
// who told of it in his own way is taken for one that does not.
constexpr RecordItem kElements[] = {
    {{"发病情况", "onset"},
     {},
     {},
     {"前|后|余年|多年|数年|年来|月来|日来|天来|病史|伤|起病|发病时|发病于|诱因|原因|突发|突然|"
      "突感|突起|急起|缓起|自觉|自感|感|出现|发现|"
      "发生|"
      "体检|普查|筛查|停经|孕|妊娠|自幼|出生|生后|今晨|今日|昨|凌晨|不慎|外伤|受伤|致|因|天，|天、|"
      "天伴|天。|日，|日伴|周，|周伴|周。|月，|月伴|月。|年，|年伴|年。|小时，|小时伴|LMP"}},
    {{"主要症状特点及其发展变化", "features and course of the main symptom"},
     {},
     {},
     {"呈|性|为|痛|胀|闷|热|咳|喘|晕|麻|呕|泻|血|肿|瘤|包块|结节|占位|部位|位于|放射|持续|间断|"
      "间歇|"
      "阵发|反复|逐渐|渐|进行|每次|每日|每天|每周|每月|约|最高|最多|加重|加剧|缓解|减轻|好转|消失|"
      "改善|变化|明显|剧烈|轻微|轻度|中度|重度|不能|无法|困难|受限|活动|发作|进展|演变|发展|频|"
      "大小|"
      "胎|停经|待产|化疗|放疗|周期|术后|复查|体检|透析|℃|°C"}},
    {{"伴随症状", "accompanying symptoms"},
     {},
     {},
     {"伴|无|否认|未见|未诉|未出现|未发|同时|并有|并出现|并感|兼|合并|偶|时有|及|、|没有|不"}},
    {{"诊治经过及结果", "care so far and its result"},
     {},
     {},
     {"就诊|就医|求医|求治|求诊|诊所|诊治|诊疗|确诊|诊断|拟诊|急诊|医院|卫生院|卫生服务|卫生室|"
      "社区|外院|当地|医师|医生|120|检查|检验|检测|查|化验|彩超|B超|超声|CT|MR|PET|DR|X线|X片|"
      "胸片|平片|拍片|摄片|镜|病理|活检|穿刺|心电|脑电|肌电|造影|筛查|产检|唐筛|OGTT|NIPT|四维|"
      "建卡|建册|WBC|CRP|ECG|服|吃药|用药|药|片|"
      "胶囊|输液|补液|静滴|静脉|静推|注射|肌注|滴眼|外用|外敷|涂|吸氧|雾化|透析|手术|术|化疗|放疗|"
      "治疗|处理|处置|复位|固定|包扎|止血|缝合|清创|抢救|急救|按摩|针灸|理疗|推拿|休息|未予|未行|"
      "未经|未诊|未治|未重视|未特殊|未处|未就|未进一步|住院|予|介绍|转诊|转院|转入"}},
    {{"发病以来一般情况", "general state since then"},
     {},
     {},
     {"精神|神志|神清|意识|睡眠|夜眠|夜寐|寐|眠|食欲|胃纳|纳|饮食|进食|食纳|未食|禁食|大便|小便|"
      "大小便|二便|两便|便|排便|排尿|尿|体重|一般情况|一般状况|一般可|体力|吃奶|吸吮|喂养|哺乳|"
      "反应|"
      "哭声|胎动"}},
};

// Phrases of why the patient came, which tell nothing of what was done before.
constexpr WordList kPurposes{
    "进一步诊治|进一步治疗|进一步检查|进一步诊疗|进一步手术|进一步诊断|求诊治|求治疗|求手术治疗|"
    "求手术|今来我院就诊|今来院就诊|遂来我院就诊|遂来院就诊|故来我院就诊|现来我院就诊|"
    "要求诊治|求系统治疗|求系统诊治|求诊疗|行手术治疗|明确诊断|明确诊治"};

// Two of them in one history: the one that is not the main symptom goes with it.
constexpr WordList kSymptoms{
    "发热|咳嗽|咳痰|气促|气喘|呼吸困难|憋醒|胸闷|胸痛|心悸|心慌|水肿|恶心|呕吐|腹痛|腹胀|腹泻|便血|"
    "黑便|呕血|黄疸|头痛|头晕|眩晕|晕厥|抽搐|乏力|消瘦|盗汗|大汗|出汗|麻木|皮疹|瘙痒|尿频|尿急|"
    "尿痛|"
    "血尿|流涕|咽痛|耳鸣|视物模糊|幻听|失眠|阴道流血|见红|流液"};
constexpr GroupSet kAccompanying = 1u << 2;

constexpr WordList kReferences{"详见|见附|参见|见前|见上次|同上次|同前|见入院证|见门诊病历"};

constexpr SectionType kSections[] = {SectionType::kPresentIllness, SectionType::kSymptoms,
                                     SectionType::kReadmissionSummary};

std::vector<WordList> words() {
  std::vector<WordList> words;
  for (const RecordItem& element : kElements) words.push_back(element.words);
  return words;
}

int chinese_characters(std::string_view text) {
  return static_cast<int>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; }));
}

bool tells_two_symptoms(std::string_view text) {
  int count = 0;
  return any_word(kSymptoms, [&](std::string_view symptom) {
    if (text.find(symptom) != text.npos) ++count;
    return count == 2;
  });
}

struct History {
  GroupSet tells = 0;
  int characters = 0;
  bool refers = false;
};

History history_of(const Document& record) {
  static const WordGroups groups(words(), kPurposes);
  History history;
  for (const Section& section : record.sections) {
    const bool wanted =
        std::find(std::begin(kSections), std::end(kSections), section.type) != std::end(kSections);
    if (!wanted) continue;
    for (const Text& text : record.text_of(section)) {
      history.tells |= groups.in(text.value);
      if ((history.tells & kAccompanying) == 0 && tells_two_symptoms(text.value)) {
        history.tells |= kAccompanying;
      }
      history.characters += chinese_characters(text.value);
      history.refers = history.refers || holds_any(text.value, kReferences);
    }
  }
  return history;
}

void judge(const Chart& chart, const Document& record, int least, Report& report) {
  static const RecordItems items(kElements);
  const Section* section = record.section(SectionType::kPresentIllness);
  if (section == nullptr || record.blank(*section)) return;  // completeness-present-illness
  const History history = history_of(record);
  const ItemNames lacking = items.all_but(history.tells);
  const Subject subject = of(chart, record);
  if (lacking.empty()) return report.pass(subject);
  if (record.broken) return report.undecided(subject, missing::kRestOfDocument, section->span);
  if (history.refers) return report.undecided(subject, kElsewhere, section->span);
  if (history.characters < least) return;
  report.fail(kLacking, subject, section->span, lacking.count(), lacking);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document* record : chart.of_type(DocType::kAdmissionRecord)) {
    judge(chart, *record, options[kMinChars], report);
  }
}

}  // namespace

extern constinit const Check present_illness_elements{
    {.id = "completeness-present-illness-elements",
     .severity = Severity::kWarning,
     .title = {"现病史应写明发病、症状、伴随症状、诊治经过和一般情况",
               "The present illness tells of onset, symptoms, care and general state"},
     .judged =
         {"入院记录的现病史：发病情况、主要症状特点及其发展变化、伴随症状、诊治经过及结果、发病以来"
          "一"
          "般情况，每项至少有一个相应的用语。两个不同的症状也算伴随症状。只有某项的各种常见写法都不"
          "出现才提示；“为求进一步诊治”"
          "“今来我院就诊”一类说明来院的话不算诊治经过。",
          "The present illness of an admission record has at least one word for each of onset, "
          "features and course of the main symptom, accompanying symptoms, care so far, general "
          "state. Two different symptoms count as accompanying. Only an element of which no usual "
          "wording stands there is named; phrases for why "
          "the patient came (为求进一步诊治, 今来我院就诊) are no care so far."},
     .exceptions =
         {"不评价写得是否充分。没有现病史由 completeness-present-illness "
          "提示；不足15字（可调）的不评"
          "价；写明“详见”“同前”等指向别处的、文书未能完整读取的，缺项时无法判定。",
          "How well it is told is not judged. A missing history is said by "
          "completeness-present-illness; one of fewer than 15 characters (an option) is not "
          "judged. "
          "Where it refers elsewhere (详见, 同前) or could not be read whole, what it lacks stays "
          "undecided."},
     .advice = {"补充所列内容；没有伴随症状、未曾诊治的也请写明。",
                "Add what is listed, also that there were no other symptoms or no care."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
