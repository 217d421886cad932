// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "checks/medication/kind_of_order.h"
#include "checks/perioperative/items.h"
#include "terminology/icd.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, ItemNames> kLacking{
    "lacking", "诊断“{0}”，病历中未见感染性休克集束化治疗的以下内容：{1}。",
    "with “{0}” the chart shows no: {1}, of the bundle for septic shock."};

constexpr Missing kNoOrders{"orders-or-results", "医嘱或检验结果", "orders or results"};

constexpr Citation kBasis[] = {{"GM25", "4"}};
constexpr int kCore[] = {7};
constexpr MessageInfo kMessages[] = {kLacking};

constexpr Bilingual kLactate{"血乳酸测定", "measurement of lactate"};
constexpr Bilingual kCulture{"血培养", "blood culture"};
constexpr Bilingual kDrug{"抗菌药物", "antibacterial"};
constexpr Bilingual kFluid{"液体复苏或血管活性药物", "fluids or vasoactive drugs"};

bool of_shock(const Diagnosis& diagnosis) {
  if (diagnosis.tcm) return false;
  const bool left = diagnosis.role == DiagnosisRole::kDischargePrincipal ||
                    diagnosis.role == DiagnosisRole::kDischargeOther ||
                    diagnosis.role == DiagnosisRole::kDischarge;
  return left && (repaired_icd10(diagnosis.code.value).starts_with("R57.2") ||
                  holds_any(diagnosis.name.value, {"感染性休克|脓毒性休克|脓毒症休克|中毒性休克"}));
}

bool tested(const Chart& chart, WordList words) {
  for (const TestResult& result : chart.results) {
    if (holds_any(result.name.value, words)) return true;
    for (const ResultItem& item : result.items) {
      if (holds_any(item.name.value, words)) return true;
    }
  }
  return std::any_of(chart.orders.begin(), chart.orders.end(), [&](const Order& order) {
    return !order.cancelled && holds_any(order.content.value, words);
  });
}

bool told(const Chart& chart, WordList words) {
  return std::any_of(chart.documents.begin(), chart.documents.end(),
                     [&](const Document& document) { return tells_any(document, words); });
}

ItemNames lacking(const Chart& chart) {
  constexpr WordList kLactates{"乳酸|Lac|LAC|血气"};
  constexpr WordList kCultures{"血培养|细菌培养|培养+药敏|培养"};
  constexpr WordList kFluids{
      "氯化钠|林格|平衡液|晶体|液体复苏|补液|扩容|去甲肾上腺素|多巴胺|肾上腺素|血管加压素|"
      "间羟胺|升压"};
  ItemNames names;
  if (!tested(chart, kLactates) && !told(chart, kLactates)) names.names.push_back(kLactate);
  if (!tested(chart, kCultures) && !told(chart, kCultures)) names.names.push_back(kCulture);
  const auto& orders = chart.orders;
  const bool drug = std::any_of(orders.begin(), orders.end(), gives_antibacterial) ||
                    told(chart, {"抗感染|抗生素|抗菌|头孢|培南|西林|沙星|霉素"});
  if (!drug) names.names.push_back(kDrug);
  if (!tested(chart, kFluids) && !told(chart, kFluids)) names.names.push_back(kFluid);
  return names;
}

bool unread(const Chart& chart) {
  return !chart.complete || chart.cut_off ||
         std::any_of(chart.documents.begin(), chart.documents.end(),
                     [](const Document& document) { return document.broken; });
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const auto found = std::find_if(chart.diagnoses.begin(), chart.diagnoses.end(), of_shock);
  if (found == chart.diagnoses.end()) return;
  const auto index = static_cast<std::uint32_t>(found - chart.diagnoses.begin());
  const Subject subject{SubjectKind::kDiagnosis, index};
  const ItemNames names = lacking(chart);
  if (names.empty()) {
    report.pass(subject);
  } else if (unread(chart)) {
    report.undecided(subject, missing::kRestOfChart, found->span);
  } else if (!chart.sources.has(Source::kOrders) && !chart.sources.has(Source::kResults)) {
    report.undecided(subject, kNoOrders, found->span);
  } else {
    report.fail(kLacking, subject, found->span, found->name.value, names);
  }
}

}  // namespace

extern constinit const Check pathway_septic_shock_bundle{
    {.id = "pathway-septic-shock-bundle",
     .severity = Severity::kNote,
     .title = {"感染性休克的集束化治疗（改进目标）", "The bundle for septic shock (national goal)"},
     .judged = {"已出院或归档、出院诊断有感染性休克（R57."
                "2或名称）的住院病历：检验、医嘱或文书中有血乳酸测定、血培养、抗菌药物、液体复"
                "苏或血管活性药物。依据国家改进目标，目标文件未读到原文，内容是通行的集束化措施。",
                "Stays that ended with septic shock among the discharge diagnoses (R57.2 or by "
                "name): results, "
                "orders or records show lactate, a blood culture, an antibacterial, and fluids or "
                "vasoactive "
                "drugs. It rests on a national goal whose text was not read; the items are the "
                "usual bundle."},
     .exceptions = {"1小时、3小时、6小时的时限需要休克的起始时间，病历没有统一的记载，不判；先送培"
                    "养后用药由 medication-culture-before 判"
                    "定。医嘱和检验均未载入、单份文书、文书未能完整读取的无法判定。",
                    "The limits of 1, 3 and 6 hours need the moment at which the shock began, "
                    "which charts do not "
                    "state alike, and are not judged; that the culture comes first is judged by "
                    "medication-culture-before. Undecided without orders and results, for a lone "
                    "document or one "
                    "that could not be read whole."},
     .advice = {"核对是否漏记；按集束化要求完成并记录。",
                "Check what was left out; complete the bundle."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
