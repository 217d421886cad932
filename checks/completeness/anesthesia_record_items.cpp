// SPDX-License-Identifier: Apache-2.0
// What an anaesthesia record holds: BL 22(14).
#include <algorithm>
#include <cstdint>

#include "checks/completeness/record_items.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "麻醉记录缺少{0}项内容：{1}。",
                                "the anaesthesia record lacks {0} item(s): {1}."};

constexpr Citation kBasis[] = {{"BL", "22(14)"}};
constexpr int kCore[] = {11};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};

constexpr SectionType kPremedication[] = {SectionType::kAnesthesiaOrders};
constexpr SectionType kBefore[] = {SectionType::kPreopDiagnosis, SectionType::kDiagnosis};
constexpr SectionType kAfter[] = {SectionType::kIntraopDiagnosis, SectionType::kPostopDiagnosis};
constexpr SectionType kProcedure[] = {SectionType::kProcedureName, SectionType::kPlannedProcedure};
constexpr SectionType kMethod[] = {SectionType::kAnesthesiaMethod, SectionType::kPlannedAnesthesia};
constexpr SectionType kDrugs[] = {SectionType::kMedicationAdministration, SectionType::kMedication};
constexpr SectionType kEvents[] = {SectionType::kComplication, SectionType::kFindingsAndHandling};
constexpr std::string_view kPremedicationElement[] = {"麻醉前用药"};
constexpr std::string_view kDrugElement[] = {"麻醉药物名称", "DE08.50.022.00"};
constexpr std::string_view kEventElement[] = {"DE05.01.077.00"};

// Bits of the items that data of the surgery can show.
constexpr GroupSet kDiagnosed = 1u << 1, kNamed = 1u << 3, kGiven = 1u << 4, kBegun = 1u << 5,
                   kDrugged = 1u << 6, kDosed = 1u << 7, kCut = 1u << 9;

constexpr RecordItem kItems[] = {
    {{"麻醉前用药", "premedication"},
     kPremedication,
     kPremedicationElement,
     {"麻醉前用药|麻醉前给药|麻醉前给予|麻醉前未|术前未用|术前无用药|术前用药|术前给药|术前药|"
      "术前针|术前30分|"
      "术前半小时|阿托品|东莨菪碱|苯巴比妥|鲁米那|戊乙奎醚|长托宁|咪达唑仑|咪唑安定|力月西"}},
    {{"术前诊断", "preoperative diagnosis"}, kBefore, {}, {"术前诊断|手术前诊断|临床诊断"}},
    {{"术中诊断", "intraoperative diagnosis"},
     kAfter,
     {},
     {"术中诊断|术后诊断|手术后诊断|诊断同术前|诊断相同|诊断一致"}},
    {{"手术方式", "procedure"},
     kProcedure,
     {},
     {"手术方式|手术名称|实施手术|拟施手术|拟行手术|施行手术|术式|切除术|成形术|造口术|吻合术|"
      "修补术|固定术|置换术|剖宫产|探查术|引流术|取出术|清除术|"
      "切除|结扎|成形|修补|剔除|剥除|修复|融合|减压|复位|碎石|搭桥|移植|扩张|电凝|刮宫|"
      "人流|胃镜|肠镜|内镜|膀胱镜|电休克|MECT|行LC|行LA|手术：|手术:"}},
    {{"麻醉方式", "method of anaesthesia"},
     kMethod,
     {},
     {"麻醉方式|麻醉方法|全身麻醉|全麻|椎管内|硬膜外|腰麻|腰硬|蛛网膜下|神经阻滞|神经丛|臂丛|"
      "局麻|局部麻醉|静脉麻醉|复合麻醉|骶管|静吸|骶麻|浸润|表面麻醉|监护麻醉|"
      "间隙|阻滞|全凭|吸入麻醉|基础麻醉|鞍麻|局浸|GA|CSEA|TIVA"}},
    {{"麻醉诱导及操作时间", "times of induction and of what was done"},
     {},
     {},
     {"麻醉开始|诱导时间|插管时间|穿刺时间|麻醉时间"}},
    {{"麻醉期间用药", "drugs given"},
     kDrugs,
     kDrugElement,
     {"丙泊酚|异丙酚|环泊酚|依托咪酯|氯胺酮|咪达唑仑|咪唑安定|瑞马唑仑|右美托咪定|硫喷妥|芬太尼|"
      "舒芬|瑞芬|阿芬|吗啡|哌替啶|羟考酮|地佐辛|布托啡诺|纳布啡|罗库溴铵|维库溴铵|阿曲库铵|"
      "琥珀胆碱|司可林|七氟|地氟|异氟|笑气|氧化亚氮|利多卡因|罗哌卡因|布比卡因|普鲁卡因|丁卡因|"
      "卡因|用药|药物|ropofol|PROPOFOL|entanil|entanyl|Sevo|sevo|etamine|caine"}},
    {{"用药剂量", "doses"},
     kDrugs,
     {},
     {"毫克|微克|毫升|剂量|mg|Mg|MG|μg|µg|ug|mcg|ml|mL|ML|MAC|TCI"}},
    {{"特殊或突发情况及处理", "special or sudden events and their handling"},
     kEvents,
     kEventElement,
     {"特殊|突发|合并症|并发症|意外|平稳|顺利|稳定|满意|异常|困难|低血压|血压下降|血压升高|"
      "心动过缓|心动过速|心律失常|早搏|过敏|误吸|痉挛|抢救|升压|麻黄|处理|"
      "生命体征|体征稳|无特|无殊|尚可|呕吐|寒战|躁动|呛咳"}},
    {{"手术起止时间", "start and end of the operation"},
     {},
     {},
     {"手术开始|手术结束|手术起止|手术时间|手术历时|手术用时|术毕|切皮|缝皮|关腹|"
      "起止|检查开始|检查结束|治疗开始|治疗结束|开始手术|0手术|5手术|手术0|手术1|手术2|手术6|手术7|"
      "手术8|"
      "手术9"}},
};

// "8时40分", "8:40": some time of the day.
bool tells_clock(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at - 1] < '0' || text[at - 1] > '9') continue;
    const std::string_view rest = text.substr(at);
    const std::size_t colon = rest.starts_with(":") ? 1 : rest.starts_with("：") ? 3 : 0;
    if (colon > 0 && rest.size() > colon && rest[colon] >= '0' && rest[colon] <= '5') return true;
    if (rest.starts_with("时") || rest.starts_with("点")) return true;
  }
  return false;
}

// "诊断：胆囊结石", not that of the operation or of later.
bool tells_diagnosis(std::string_view text) {
  constexpr std::string_view kWord = "诊断";
  for (std::size_t at = text.find(kWord); at != text.npos; at = text.find(kWord, at + 1)) {
    const std::string_view before = text.substr(0, at), rest = text.substr(at + kWord.size());
    const bool later = before.ends_with("中") || before.ends_with("后");
    const bool stated = rest.starts_with("：") || rest.starts_with(":") || rest.starts_with("为");
    if (stated && !later) return true;
  }
  return false;
}

GroupSet shown_by(const Surgery& surgery) {
  const Anesthesia& given = surgery.anesthesia;
  GroupSet shown = 0;
  if (!surgery.name.value.empty() || !surgery.code.value.empty()) shown |= kNamed;
  if (given.kind != AnesthesiaKind::kUnknown || !given.kind_text.value.empty()) shown |= kGiven;
  if (given.start) shown |= kBegun;
  if (surgery.start && surgery.end) shown |= kCut;
  return shown;
}

GroupSet shown_by_data(const Chart& chart, const Document& record) {
  GroupSet shown = 0;
  if (record.format == Format::kWs500) {
    // It has no place for the name; a time in a wrong form takes the other times with it.
    shown |= kNamed | kBegun;
    if (record.surgeries.empty()) shown |= kCut;
  }
  if (record.surgeries.empty()) {
    for (const Surgery& surgery : told_surgeries(chart)) shown |= shown_by(surgery);
  }
  for (const std::uint32_t index : record.surgeries) shown |= shown_by(chart.surgeries[index]);
  for (const Text& text : record.texts) {
    if (tells_clock(text.value)) shown |= kBegun;
    if (tells_diagnosis(text.value)) shown |= kDiagnosed;
  }
  return shown;
}

void run(const Chart& chart, const Options&, Report& report) {
  static const RecordItems items(kItems);
  for (const Document* record : chart.of_type(DocType::kAnesthesiaRecord)) {
    GroupSet there = items.in(*record) | shown_by_data(chart, *record);
    if ((there & kDrugged) == 0) there |= kDosed;  // No drug, said by the item before.
    judge_items(kLacking, of(chart, *record), *record, items.all_but(there), report);
  }
}

}  // namespace

extern constinit const Check anesthesia_record_items{
    {.id = "completeness-anesthesia-record-items",
     .severity = Severity::kWarning,
     .title = {"麻醉记录内容应完整", "The anaesthesia record is complete"},
     .judged =
         {"每份麻醉记录写有麻醉前用药、术前诊断、术中诊断、手术方式、麻醉方式、麻醉诱导及操作时间、"
          "麻"
          "醉期间用药名称和剂量、特殊或突发情况及处理、手术起止时间。写在自己的章节或数据元里，或正"
          "文中出现相应用语（如药名、“平稳”“顺利”），都算写有；病历数据已有的手术名称、麻醉方式和起"
          "止时间视为已写。",
          "Each anaesthesia record holds premedication, the diagnoses before and during the "
          "operation, the procedure, the method, the times of induction and of what was done, the "
          "drugs and their doses, special events and their handling, start and end of the "
          "operation: in a section or data element, or by words in the text (the name of a drug, "
          "平稳, 顺利). Name, method and times that the chart has as data of the surgery count."},
     .exceptions =
         {"患者一般情况、术前特殊情况不评价；签名由 signature-missing 评价；没有麻醉记录由 "
          "periop-anesthesia-record "
          "提示。按共享文档规范的文书没有手术名称一栏，麻醉时间也可能未能读出，不因此提示。没有可读"
          "内容、未能完整读取的无法判定。",
          "General condition and special circumstances before the operation are not judged, the "
          "signature by signature-missing, a missing record by periop-anesthesia-record. The "
          "exchange standard has no place for the procedure's name; its times are not missed where "
          "they could not be read. Undecided where the record "
          "has no text or could not be read whole."},
     .advice = {"由麻醉医师补充所列内容；未用麻醉前用药、无特殊情况的也请写明。",
                "The anaesthetist adds what is listed; that no premedication was given or nothing "
                "happened is worth writing, too."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
