// SPDX-License-Identifier: Apache-2.0
// What the record of an invasive procedure holds: BL 22(9).
#include <algorithm>
#include <string_view>

#include "check/words.h"
#include "checks/completeness/record_items.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "有创诊疗操作记录缺少{0}项内容：{1}。",
                                "the record of the procedure lacks {0} item(s): {1}."};

constexpr Citation kBasis[] = {{"BL", "22(9)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};

constexpr SectionType kName[] = {SectionType::kProcedureName, SectionType::kProcedures};
constexpr SectionType kSteps[] = {SectionType::kOperationCourse, SectionType::kTreatmentCourse,
                                  SectionType::kTreatment};
constexpr SectionType kResult[] = {SectionType::kResult, SectionType::kFindingsAndHandling,
                                   SectionType::kTreatmentResult};
constexpr SectionType kCondition[] = {SectionType::kCurrentCondition, SectionType::kGeneralState,
                                      SectionType::kVitalSigns};
constexpr SectionType kReaction[] = {SectionType::kComplication};
constexpr SectionType kAfter[] = {SectionType::kPrecautions, SectionType::kPostopMeasures,
                                  SectionType::kHealthGuidance};
constexpr SectionType kTold[] = {SectionType::kHealthGuidance, SectionType::kInformedConsent};

constexpr WordList kProcedureWords{
    "操作名称|穿刺|置管|插管|置入|引流|活检|检查术|镜|造影|切开|灌注|透析|导尿|复律|起搏|封堵|拔除|"
    "抽吸|抽液|胸穿|腹穿|腰穿|骨穿|注射|冲洗|取出|切除|扩张|栓塞|消融|术"};
constexpr GroupSet kNamed = 1u << 0, kTimed = 1u << 1;

constexpr RecordItem kItems[] = {
    {{"操作名称", "name"}, kName, {}, kProcedureWords},
    {{"操作时间", "time"}, {}, {}, {"操作时间|操作日期"}},
    {{"操作步骤", "steps"},
     kSteps,
     {},
     {"步骤|经过|消毒|铺巾|铺单|局麻|麻醉|进针|穿刺点|刺入|置入|插入|送入|导入|缝合|固定|包扎|"
      "取材|钳取|进镜|上机|经鼻|经口|导丝|吸引|血流量|负压|切开皮|抽出|抽取|抽得|引出|推注|注入|"
      "定位|取平卧|取坐|取侧|卧位|体位"}},
    {{"结果", "result"},
     kResult,
     {},
     {"结果|吸出|组织|标本|送病理|涂片|上机|抽出|抽取|抽得|引出|引流出|放出|取出|取得|取材|获取|"
      "回血|回抽|送检|成功|到位|见|通畅|"
      "置入|完成|失败"}},
    {{"患者一般情况", "condition of the patient"},
     kCondition,
     {},
     {"一般情况|一般状况|生命体征|血压|脉搏|心率|呼吸|血氧|神志|意识|面色|病情|平稳|安返|诉|不适|"
      "耐受|无特殊|状态|反应|昏迷|嗜睡|镇静|清醒|安静|哭|精神|体温|腹痛|流血|宫缩|胎心|"
      "BP|HR|SpO|SPO|GCS"}},
    {{"过程是否顺利", "whether it went smoothly"},
     {},
     {},
     {"顺利|成功|困难|失败|不畅|通畅|中止|终止|配合|未能"}},
    {{"有无不良反应", "adverse reactions"},
     kReaction,
     {},
     {"不良反应|反应|并发症|不适|出血|渗血|渗液|血肿|气胸|头晕|胸闷|心慌|胸痛|呼吸困难|发热|过敏|"
      "血尿|血便|低血压|呕吐|抽搐|气肿|麻木|疼痛|异常|意外|耐受|腹痛|流血|流液|宫缩|呛咳|感染|"
      "损伤"}},
    {{"术后注意事项", "precautions"},
     kAfter,
     {},
     {"注意|嘱|观察|监测|平卧|卧床|避免|禁食|禁水|禁饮|压迫|制动|保持|勿|复查|换药|护理"}},
    {{"是否向患者说明", "whether the patient was told"},
     kTold,
     {},
     {"告知|说明|交代|交待|沟通|解释|宣教|嘱|同意|知情|知晓|签字|签署|理解|告之|向患者|向家属|"
      "向家长"}},
};

bool of_kind(const Chart& chart) {
  return std::any_of(chart.procedures.begin(), chart.procedures.end(),
                     [](const Procedure& one) { return one.invasive && !one.name.value.empty(); });
}

// What the title, the header and the data of the procedure tell.
GroupSet shown_by_data(const Chart& chart, const Document& record) {
  GroupSet shown = 0;
  const bool titled = record.title.value.find("有创") == std::string_view::npos &&
                      holds_any(record.title.value, kProcedureWords);
  if (titled || (!record.about.empty() && of_kind(chart))) shown |= kNamed;
  if (record.held || record.recorded) shown |= kTimed;
  return shown;
}

void run(const Chart& chart, const Options&, Report& report) {
  static const RecordItems items(kItems);
  for (const Document* record : chart.of_type(DocType::kInvasiveProcedureNote)) {
    const GroupSet there = items.in(*record) | shown_by_data(chart, *record);
    judge_items(kLacking, of(chart, *record), *record, items.all_but(there), report);
  }
}

}  // namespace

extern constinit const Check invasive_procedure_items{
    {.id = "completeness-invasive-procedure-items",
     .severity = Severity::kWarning,
     .title = {"有创诊疗操作记录内容应完整", "The record of an invasive procedure is complete"},
     .judged =
         {"每份有创诊疗操作记录写有操作名称、操作时间、操作步骤、结果、患者一般情况、过程是否顺利、"
          "有无"
          "不良反应、术后注意事项及是否向患者说明。写在自己的章节里，或正文中出现相应用语，都算写有"
          "；"
          "标题写明的操作名称、文书的记录时间也算。",
          "Each record of its own holds name, time, steps, result, condition of the patient, "
          "whether "
          "it went smoothly, adverse reactions, precautions and that the patient was told of them: "
          "in a section or by words in the text. The title may name it, and the time of writing "
          "counts."},
     .exceptions =
         {"写在日常病程记录、治疗记录里的操作不评价；操作医师签名由 signature-missing "
          "评价，没有操作记"
          "录由 completeness-invasive-procedure-record "
          "提示。没有可读内容、未能完整读取的无法判定。",
          "Not for a procedure that is told of in a progress note or a treatment record. The "
          "signature is judged by signature-missing, a missing record by "
          "completeness-invasive-procedure-record. Undecided where the record has no text or could "
          "not be read whole."},
     .advice = {"由操作医师补充所列内容；没有不良反应的也请写明。",
                "The physician who did it adds what is listed, also that there was no adverse "
                "reaction."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
