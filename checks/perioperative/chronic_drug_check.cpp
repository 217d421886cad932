// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/standing_diagnoses.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Surgery, Bilingual> kUnverified{
    "unverified", "病历载有“{0}”，{1}前未见{2}应用情况的核实。",
    "the chart holds “{0}”; before {1} nothing tells of {2}."};
constexpr Message<> kSurgeryHere{"surgery", "手术", "the surgery"};

constexpr std::string_view kDiabetesCodes[] = {"E10", "E11", "E12", "E13", "E14"};
constexpr std::string_view kPressureCodes[] = {"I10", "I11", "I12", "I13", "I15"};
constexpr std::string_view kClottingCodes[] = {"D65", "D66", "D67", "D68"};

struct Disease {
  std::string_view id;
  DiseaseWords words;
  WordList drugs;  // That tell of its treatment, by class, name or stem.
  Bilingual what;
};
constexpr Disease kDiseases[] = {
    {"diabetes",
     {{"糖尿病"}, {"前期|家族史|尿崩"}, kDiabetesCodes},
     {"胰岛素|降糖|控糖|二甲双胍|格列|阿卡波糖|伏格列波糖|列汀|列净|肽注射|鲁肽|那肽|血糖控制|"
      "监测血糖"},
     {"降糖药物", "the drugs for it"}},
    {"hypertension",
     {{"高血压"}, {"门脉高血压|门静脉|肺动脉|颅内|眼高血压"}, kPressureCodes},
     {"降压|地平|普利|沙坦|洛尔|噻嗪|吲达帕胺|螺内酯|利血平|可乐定|血压控制|控制血压|监测血压"},
     {"降压药物", "the drugs for it"}},
    {"coagulation",
     {{"凝血功能障碍|凝血功能异常|凝血障碍|血友病|凝血因子缺乏|血管性血友病"},
      {"史"},
      kClottingCodes},
     {"抗凝|华法林|沙班|达比加群|肝素|凝血因子|冷沉淀|血浆|维生素K|抗血小板|阿司匹林|氯吡格雷|"
      "替格瑞洛|"
      "凝血酶原复合物|止血"},
     {"影响凝血的药物", "drugs that act on coagulation"}},
    {"anticoagulant",
     {},
     {"抗凝|华法林|沙班|达比加群|肝素|抗血小板|阿司匹林|氯吡格雷|替格瑞洛|桥接"},
     {"抗凝、抗血小板药物", "the anticoagulant"}},
};
// Of any drug.
constexpr WordList kHandling{
    "用药|服药|服用|停药|停用|药物史|降压药|口服药|药物控制|药物治疗|未规律"};
constexpr WordList kThinners{"华法林|利伐沙班|阿哌沙班|艾多沙班|达比加群|氯吡格雷|替格瑞洛"};

constexpr Citation kBasis[] = {{"SA", "5"}};
constexpr int kCore[] = {8, 10};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kUnverified, kSurgeryHere};

// The records in which drugs are verified: those for the surgery, and notes of the stay. What the
// patient told on admission verifies nothing.
bool verifies(DocType type) {
  return type == DocType::kPreopAssessmentForm || type == DocType::kPreopSummary ||
         type == DocType::kPreopDiscussion || type == DocType::kLevel4Mdt ||
         type == DocType::kAnesthesiaPreopVisit || type == DocType::kSurgicalRiskAssessment ||
         type == DocType::kEmergencyPrepList || type == DocType::kGeneralNursingRecord ||
         (is_course_note(type) && type != DocType::kFirstProgressNote);
}

using Preparation = std::vector<const Document*>;
Preparation preparation(const Chart& chart, std::size_t index) {
  Preparation result;
  for (const Document& document : chart.documents) {
    if (verifies(document.type) && precedes(chart, document, index)) result.push_back(&document);
  }
  return result;
}

bool told(const Chart& chart, const Surgery& surgery, const Preparation& preparation,
          const Disease& disease) {
  for (const Document* record : preparation) {
    if (record->has_text(SectionType::kMedicationHistory)) return true;
    if (tells_any(*record, kHandling) || tells_any(*record, disease.drugs)) return true;
  }
  if (disease.id == "anticoagulant") return false;  // The order is what calls for it.
  return std::any_of(chart.orders.begin(), chart.orders.end(), [&](const Order& order) {
    return !order.cancelled && !begun_before(surgery, order.start) &&
           holds_any(order.content.value, disease.drugs);
  });
}

// What calls for the check: a diagnosis, or an order of what thins the blood.
Text cause_of(const Chart& chart, const Surgery& surgery, const Disease& disease) {
  if (disease.id != "anticoagulant") {
    const Diagnosis* diagnosis = standing(chart, disease.words);
    return diagnosis == nullptr ? Text{} : diagnosis->name;
  }
  for (const Order& order : chart.orders) {
    const bool given = !order.cancelled && order.start && !begun_before(surgery, order.start);
    if (given && holds_any(order.content.value, kThinners)) return order.content;
  }
  return {};
}

void judge(const Chart& chart, std::size_t index, const Preparation& preparation,
           const Disease& disease, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Text cause = cause_of(chart, surgery, disease);
  if (cause.value.empty()) return;
  const Subject subject = of_surgery(index, disease.id);
  if (told(chart, surgery, preparation, disease)) return report.pass(subject);
  const std::optional<Missing> doubt =
      first_of({kind_doubt(chart), unread_doubt(chart),
                doubt_if(!chart.sources.has(Source::kOrders), missing_source(Source::kOrders))});
  const Span where = preparation.back()->span;
  if (surgery.start && report.still_open(surgery.start.value())) {
    report.due(kUnverified, subject, where, surgery.start.value(),
               {to_argument(cause.value), to_argument(surgery), to_argument(disease.what)});
  } else if (doubt) {
    report.undecided(subject, *doubt, where);
  } else {
    report.fail(kUnverified, subject, where, cause.value, surgery, disease.what)
        .note(kSurgeryHere, called_for_at(surgery));
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || surgery.urgency.value == Urgency::kLifeSaving) continue;
    const Preparation records = preparation(chart, i);
    // Without any record before surgery its absence is said elsewhere.
    if (records.empty()) continue;
    for (const Disease& disease : kDiseases) judge(chart, i, records, disease, report);
  }
}

}  // namespace

extern constinit const Check periop_chronic_drug_check{
    {.id = "periop-chronic-drug-check",
     .severity = Severity::kWarning,
     .title = {"糖尿病、高血压、凝血障碍患者术前应核实用药",
               "Drugs for diabetes, hypertension and coagulation are verified before surgery"},
     .judged =
         {"入院时已有糖尿病、高血压、凝血功能障碍，或术前有抗凝、抗血小板药物医嘱的住院患者：每次手"
          "术前，"
          "术前文书、麻醉访视、护理记录或病程记录写到相应药物的应用或停用，或有相应的药物医嘱。入院"
          "记录、"
          "首次病程记录所载病史不算核实。",
          "Inpatients with diabetes, hypertension or a disorder of coagulation on admission, or "
          "with "
          "an order of an anticoagulant or antiplatelet drug before surgery: before each surgery a "
          "preoperative record, the anaesthetist's visit, a nursing record or a course note tells "
          "how the drugs are handled, or such a drug is ordered. The history taken on admission "
          "verifies nothing."},
     .exceptions =
         {"抢救生命的急诊、门诊和取消的手术不判；没有任何术前记录的由其他检查提示；可疑、待查和住院"
          "期间新"
          "发的诊断不算。医嘱未载入、单份文书、文书未能读全的无法判定。",
          "Not for life-saving, outpatient and cancelled surgery, nor where no record precedes it; "
          "doubted diagnoses and those of the stay do not count. Undecided where orders are not "
          "loaded, for a lone document, or where a record was not read whole."},
     .advice = {"术前核实患者长期用药，写明继续、停用或替代的药物及时间。",
                "Verify what the patient takes, and record what goes on, stops or is replaced, and "
                "when."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
