// SPDX-License-Identifier: Apache-2.0
// What the reader makes of the bodies of shared documents (WS/T 500): sections, data elements, and
// the diagnoses, surgeries, procedures, orders and results in them. The fixtures are invented.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "reader/ws500_read.h"

namespace emrlint {
namespace {

using ws500_test::ReadWs500;
using ws500_test::shown;

using Lines = std::vector<std::string>;

std::string shown(const Text& text) {
  return text.value.empty() ? std::string("-") : std::string(text.value);
}

// "past-history: true | 高血压病史10年"; the fields of a section stand behind it with a "+".
Lines sections(const Document& document) {
  Lines result;
  for (const Section& section : document.sections) {
    std::string line = (section.field ? "+" : "") + std::string(id(section.type)) + ":";
    for (const Text& text : document.text_of(section)) {
      line += (line.ends_with(":") ? " " : " | ") + std::string(text.value);
    }
    result.push_back(line);
  }
  return result;
}

std::string_view role_name(DiagnosisRole role) {
  switch (role) {
    case DiagnosisRole::kOutpatient:
      return "outpatient";
    case DiagnosisRole::kAdmission:
      return "admission";
    case DiagnosisRole::kPreliminary:
      return "preliminary";
    case DiagnosisRole::kRevised:
      return "revised";
    case DiagnosisRole::kDischargePrincipal:
      return "principal";
    case DiagnosisRole::kDischargeOther:
      return "other";
    case DiagnosisRole::kDischarge:
      return "discharge";
    case DiagnosisRole::kPreop:
      return "preop";
    case DiagnosisRole::kPostop:
      return "postop";
    case DiagnosisRole::kPathology:
      return "pathology";
    case DiagnosisRole::kExternalCause:
      return "external-cause";
    default:
      return "unknown";
  }
}

// "principal K35.800 急性化脓性阑尾炎 on-admission=1"
Lines diagnoses(const Chart& chart) {
  Lines result;
  for (const Diagnosis& diagnosis : chart.diagnoses) {
    std::string line = std::string(role_name(diagnosis.role)) + (diagnosis.tcm ? " tcm " : " ");
    line += shown(diagnosis.code) + ' ' + shown(diagnosis.name);
    if (!diagnosis.on_admission.value.empty()) {
      line += " on-admission=" + shown(diagnosis.on_admission);
    }
    result.push_back(line);
  }
  return result;
}

// "DE04.01.119.00 主诉 = 咳嗽"
Lines elements(const Document& document) {
  Lines result;
  for (const Element& element : document.elements) {
    std::string line = shown(element.id) + ' ' + shown(element.name) + " = " + shown(element.value);
    if (!element.display.value.empty()) line += " (" + shown(element.display) + ")";
    if (!element.unit.value.empty()) line += ' ' + shown(element.unit);
    result.push_back(line);
  }
  return result;
}

TEST_CASE("an admission record: sections, fields of mixed sections, entities and CDATA") {
  const ReadWs500 read = ReadWs500::fixture("admission_record.xml");
  CHECK(sections(read.document()) ==
        Lines{"chief-complaint: 反复胸痛3天，加重2小时",
              "present-illness: 患者3天前活动后胸痛，血压 <90/60mmHg & 心率110次/分。",
              "past-history: true | 高血压病史10年 | 青霉素过敏",
              "+disease-history: 高血压病史10年", "+allergy: 青霉素过敏",
              "transfusion-history: 否认输血史", "vital-signs: 36.5 | 88 | 52",
              "physical-exam: 神志清楚，急性病容 | 心音低钝，未闻及杂音",
              "+physical-exam: 神志清楚，急性病容", "+specialty-exam: 心音低钝，未闻及杂音",
              "preliminary-diagnosis: 急性前壁心肌梗死 | I21.000 | 急性广泛前壁心肌梗死 | I21.001",
              "+preliminary-diagnosis: 急性前壁心肌梗死 | I21.000",
              "+revised-diagnosis: 急性广泛前壁心肌梗死 | I21.001"});
  CHECK(diagnoses(read.chart()) ==
        Lines{"preliminary I21.000 急性前壁心肌梗死", "revised I21.001 急性广泛前壁心肌梗死"});
}

TEST_CASE("an admission record: every data element by name") {
  const ReadWs500 read = ReadWs500::fixture("admission_record.xml");
  CHECK(elements(read.document()) ==
        Lines{"DE04.01.119.00 主诉 = 反复胸痛3天，加重2小时",
              "DE02.10.071.00 现病史 = 患者3天前活动后胸痛，血压 <90/60mmHg & 心率110次/分。",
              "DE05.10.031.00 一般健康状况标志 = true",
              "DE02.10.026.00 疾病史（含外伤） = 高血压病史10年",
              "DE02.10.022.00 过敏史 = 青霉素过敏", "DE02.10.100.00 输血史 = 否认输血史",
              "DE04.10.186.00 体温 = 36.5 ℃", "- - = - (血压)", "DE04.10.174.00 收缩压 = 88 mmHg",
              "DE04.10.176.00 舒张压 = 52 mmHg",
              "DE04.10.219.00 一般状况检查结果 = 神志清楚，急性病容",
              "DE08.10.061.00 专科情况 = 心音低钝，未闻及杂音",
              "DE05.01.025.00 初步诊断-西医诊断名称 = 急性前壁心肌梗死",
              "DE05.01.024.00 初步诊断-西医诊断编码 = I21.000",
              "DE05.01.025.00 修正诊断-西医诊断名称 = 急性广泛前壁心肌梗死",
              "DE05.01.024.00 修正诊断-西医诊断编码 = I21.001"});
  const Element* systolic = read.document().element("DE04.10.174.00");
  REQUIRE(systolic != nullptr);
  CHECK(systolic->kind == ValueKind::kQuantity);
  CHECK(systolic->parent == 7);
}

TEST_CASE("a front page tells principal and other diagnoses and procedures apart") {
  const ReadWs500 read = ReadWs500::fixture("front_page.xml");
  const Chart& chart = read.chart();
  CHECK(diagnoses(chart) ==
        Lines{"outpatient K35.900 急性阑尾炎", "pathology K35.800 阑尾化脓性炎",
              "external-cause W19.900 跌倒", "principal K35.800 急性化脓性阑尾炎 on-admission=1",
              "other I10.x00 原发性高血压", "other E11.900 2型糖尿病 on-admission=4"});
  REQUIRE(chart.procedures.size() == 2);
  CHECK(chart.procedures[0].principal);
  CHECK(chart.procedures[0].code.value == "47.0100");
  CHECK(chart.procedures[0].name.value == "腹腔镜阑尾切除术");
  CHECK(chart.procedures[0].by.name.value == "赵主任");
  CHECK(shown(chart.procedures[0].at) == "2024-03-03");
  CHECK_FALSE(chart.procedures[1].principal);
  CHECK(chart.procedures[1].name.value == "腹腔穿刺引流术");
  CHECK(chart.surgeries.empty());
  CHECK(chart.sources.has(Source::kFrontPage));
  bool cost = false;
  for (const FrontPageField& field : chart.front_page) {
    cost = cost || (field.name.value == "住院总费用" && field.value.value == "8123.50");
  }
  CHECK(cost);
  const FrontPageField& route = chart.front_page.back();
  CHECK(route.name.value == "入院途径");
  CHECK(route.value.value == "急诊");
  CHECK(read.source(route.value.span) == "急诊");
}

TEST_CASE("an operation record is one surgery with its team, the rest are procedures of it") {
  const ReadWs500 read = ReadWs500::fixture("operation_record.xml");
  const Chart& chart = read.chart();
  REQUIRE(chart.surgeries.size() == 1);
  const Surgery& surgery = chart.surgeries[0];
  CHECK(surgery.code.value == "47.0100");
  CHECK(surgery.name.value == "腹腔镜阑尾切除术");
  REQUIRE(surgery.level);
  CHECK(surgery.level->value == 3);
  CHECK(read.source(surgery.level->span) == "3");
  CHECK(shown(surgery.start) == "2024-03-03 13:10");
  CHECK(shown(surgery.end) == "2024-03-03 14:45");
  CHECK(surgery.surgeon.name.value == "赵主任");
  REQUIRE(surgery.assistants.size() == 2);
  CHECK(surgery.assistants[0].name.value == "孙三");
  CHECK(surgery.assistants[1].name.value == "钱二");
  CHECK(surgery.incision.value == "Ⅱ类切口");
  CHECK(surgery.site.value == "阑尾");
  CHECK(surgery.anesthesia.present);
  CHECK(surgery.anesthesia.kind_text.value == "全身麻醉");
  CHECK(surgery.anesthesia.by.name.value == "冯十");
  REQUIRE(chart.procedures.size() == 1);
  CHECK(chart.procedures[0].code.value == "54.9100");
  CHECK_FALSE(chart.procedures[0].principal);
  CHECK(diagnoses(chart) == Lines{"preop K35.900 急性阑尾炎", "postop K35.800 急性化脓性阑尾炎"});
  CHECK(sections(read.document()) ==
        Lines{"preop-diagnosis: 急性阑尾炎",
              "procedures: 47.0100 | 腹腔镜阑尾切除术 | 三级手术 | Ⅱ类切口 | 腹腔穿刺引流术",
              "+procedure-name: 腹腔镜阑尾切除术", "anesthesia: 全身麻醉",
              "+anesthesia-method: 全身麻醉", "postop-diagnosis: 急性化脓性阑尾炎",
              "operation-course: 术中顺利。 | 取脐下切口进镜，见阑尾充血肿胀，完整切除。 | 阑尾",
              "drainage: 乳胶管 | 盆腔 | 2024030a"});
}

TEST_CASE("orders with who gave, checked and did them, long and once, cancelled ones") {
  const ReadWs500 read = ReadWs500::fixture("orders_gb18030.xml");
  Lines orders;
  for (const Order& order : read.chart().orders) {
    orders.push_back(shown(order.kind) + ' ' + shown(order.term) + ' ' + shown(order.content) +
                     " by " + shown(order.by.name) + " from " + shown(order.start) + " to " +
                     shown(order.stop) + (order.cancelled ? " cancelled" : ""));
  }
  CHECK(orders ==
        Lines{"drug long 头孢呋辛钠 1.5g 静滴 by 钱二 from 2024-03-02 10:00 to 2024-03-05 17:00",
              "nursing-level long 一级护理 by 钱二 from 2024-03-02 10:01 to -",
              "exam once 腹部CT平扫 by 钱二 from 2024-03-02 10:02 to - cancelled"});
  const Order& drug = read.chart().orders.at(0);
  CHECK(drug.verifier.name.value == "郑九");
  CHECK(drug.executor.name.value == "吴八");
  CHECK(shown(drug.executed) == "2024-03-02 10:30");
  CHECK(drug.group.value == "组1");
  CHECK(read.chart().sources.has(Source::kOrders));
}

TEST_CASE("a discussion without display names, and with an id that is misspelt") {
  const ReadWs500 read = ReadWs500::fixture("discussion_title_only.xml");
  CHECK(sections(read.document()) ==
        Lines{"preop-diagnosis: 急性阑尾炎 | 202403020910",
              "planned-procedure: 腹腔镜阑尾切除术 | 20240303 | 全身麻醉",
              "+planned-procedure: 腹腔镜阑尾切除术", "+planned-anesthesia: 全身麻醉",
              "surgical-plan: 阑尾炎反复发作 | 腹腔镜下阑尾切除 | 注意回盲部粘连 | 防切口感染",
              "+surgical-indication: 阑尾炎反复发作", "+surgical-plan: 腹腔镜下阑尾切除",
              "+surgical-key-points: 注意回盲部粘连", "+precautions: 防切口感染",
              "discussion-summary: 各位医师同意手术。 | 按计划手术。",
              "+discussion-opinion: 各位医师同意手术。", "+discussion-summary: 按计划手术。"});
  CHECK(diagnoses(read.chart()) == Lines{"preop K35.900 急性阑尾炎"});
  const Element* admitted = read.document().element("DE06.00.092.00");
  REQUIRE(admitted != nullptr);
  CHECK(admitted->kind == ValueKind::kTime);
  const Element* misspelt = read.document().element("DE06.0.340.00");
  REQUIRE(misspelt != nullptr);
  CHECK(read.source(misspelt->id.span) == "DE06.0.340.00");
  CHECK(read.chart().surgeries.empty());
}

TEST_CASE("what a consent plans is no procedure that was done") {
  const ReadWs500 read = ReadWs500::fixture("consent.xml");
  CHECK(read.chart().procedures.empty());
  CHECK(read.chart().surgeries.empty());
  CHECK(sections(read.document()) ==
        Lines{"preop-diagnosis: 急性阑尾炎", "treatment-plan: 腹腔镜阑尾切除术 | 腹腔镜 | 保守治疗",
              "+planned-procedure: 腹腔镜", "+alternative-plan: 保守治疗",
              "patient-opinion: 建议手术 | 同意手术", "+institution-statement: 建议手术",
              "+patient-opinion: 同意手术", "surgical-risk: 出血、中转开腹 | 切口感染"});
}

TEST_CASE("a discharge record whose two sections of diagnoses are called alike") {
  const ReadWs500 read = ReadWs500::fixture("discharge_record.xml");
  CHECK(diagnoses(read.chart()) ==
        Lines{"admission K35.900 急性阑尾炎", "discharge K35.800 急性化脓性阑尾炎",
              "discharge tcm BNW040 肠痈", "discharge tcm ZYVX30 热毒证"});
  const Lines found = sections(read.document());
  REQUIRE(found.size() >= 6);
  CHECK(found[1] == "admission-diagnosis: 202403020910 | 急性阑尾炎");
  CHECK(found[5].starts_with("discharge-diagnosis: 切口愈合良好"));
  REQUIRE(read.document().section(SectionType::kDischargeOrders) != nullptr);
}

TEST_CASE("a laboratory report: items with values, units and marks") {
  const ReadWs500 read = ReadWs500::fixture("lab_report_wrong_code.xml");
  REQUIRE(read.chart().results.size() == 1);
  const TestResult& result = read.chart().results[0];
  CHECK(result.kind.value == "lab");
  CHECK(result.name.value == "血常规");
  CHECK(shown(result.collected) == "2024-03-05 08:30");
  CHECK(shown(result.reported) == "2024-03-05");
  CHECK(result.conclusion.value == "轻度贫血");
  Lines items;
  for (const ResultItem& item : result.items) {
    items.push_back(shown(item.name) + ' ' + shown(item.value) + ' ' + shown(item.unit) + ' ' +
                    shown(item.flag));
  }
  CHECK(items == Lines{"血红蛋白 92 g/L 异常", "白细胞计数 6.1 10^9/L -"});
  CHECK(read.chart().sources.has(Source::kResults));
}

}  // namespace
}  // namespace emrlint
