// SPDX-License-Identifier: Apache-2.0
#include "generator/random_chart.h"

#include <iterator>
#include <string_view>

#include "generator/coding_defects.h"
#include "generator/random_parts.h"

namespace emrlint {
namespace {

void write_stay(RandomStay& stay) {
  JsonText& json = stay.json;
  // Each stay has a hospital of its own: of two in one, staff and times would have to fit together.
  json.object("institution", [&] {
    json.text("id", "H" + stay.key.substr(2));
    json.text("name", "示例市第一医院");
  });
  json.object("patient", [&] {
    json.text("id", "P" + stay.key);
    json.text("name", stay.patient);
    json.text("sex", stay.female ? "female" : "male");
    json.text("birth", "19" + std::to_string(stay.dice.between(45, 89)) + "-06-15");
  });
  json.object("encounter", [&] {
    json.text("id", stay.key);
    json.text("kind", "inpatient");
    stay.time("admitted", stay.at(0, 9));
    stay.time("discharged", stay.at(stay.days, 10));
    if (stay.died) stay.time("died", stay.at(stay.days, 10));
    json.text("disposition", stay.died ? "death" : "home");
    json.text("department", "普通外科");
    json.text("ward", "一病区");
    json.text("bed", std::to_string(stay.dice.between(1, 60)));
    json.text("attending", kAttending);
    stay.time("archived", stay.at(stay.days + 1, 16));
  });
}

void write_staff(RandomStay& stay) {
  JsonText& json = stay.json;
  const struct {
    std::string_view id, title, department;
  } kStaff[] = {{kResident, "resident", "普通外科"},
                {kAttending, "attending", "普通外科"},
                {kChief, "chief", "普通外科"},
                {kAnesthetist, "attending", "麻醉科"},
                {kSecondResident, "resident", "普通外科"},
                {kInternist, "resident", "消化内科"},
                {kCardiologist, "attending", "心血管内科"},
                {kCirculatingNurse, "nurse", "手术室"},
                {kScrubNurse, "nurse", "手术室"}};
  json.array("staff", [&] {
    for (const auto& one : kStaff) {
      json.object([&] {
        json.text("id", one.id);
        json.text("name", person_name(stay.dice) + std::string(one.id));
        json.text("title", one.title);
        json.text("department", one.department);
        json.flag("licensed", true);
      });
    }
  });
}

void write_diagnosis(RandomStay& stay, std::string_view role, std::string_view code,
                     std::string_view name, std::string_view on_admission = "yes") {
  stay.json.object([&] {
    stay.json.text("role", role);
    stay.json.text("code", code);
    stay.json.text("name", name);
    if (!on_admission.empty()) stay.json.text("on_admission", on_admission);
  });
}

// The codes stand in fixtures/hospital/icd-10.csv, but for those that are wrong.
std::string_view hypertension_code(const RandomStay& stay) {
  if (stay.wrong("coding-dx-format")) return "高血压";
  if (stay.wrong("coding-dx-not-in-table")) return "I10.900";
  if (stay.wrong("coding-dx-not-billable")) return "I10";
  if (stay.wrong("coding-dx-name-mismatch")) return "I95.900";
  return stay.wrong("coding-edition") ? "I10.x00x023" : "I10.x00";
}

constexpr std::string_view kPrincipal = "discharge-principal", kOther = "discharge-other";

// The diagnoses of injected defects of coding: of the role, or of all but that of the principal.
template <typename Wanted>
bool write_miscoded(RandomStay& stay, Wanted wanted) {
  bool any = false;
  for (const Miscoded& one : kMiscoded) {
    if (!stay.wrong(one.check) || !wanted(one.role)) continue;
    write_diagnosis(stay, one.role, one.code, one.name, one.on_admission);
    any = true;
  }
  return any;
}

void write_diagnoses(RandomStay& stay) {
  const auto discharge = [&](std::string_view code, std::string_view name) {
    write_diagnosis(stay, kOther, code, name);
  };
  stay.json.array("diagnoses", [&] {
    const std::string_view code = "K80.100", name = "胆囊结石伴慢性胆囊炎";
    write_diagnosis(stay, "admission", code, name);
    const bool replaced =
        write_miscoded(stay, [](std::string_view role) { return role == kPrincipal; });
    write_diagnosis(stay, replaced ? kOther : kPrincipal, code, name);
    write_miscoded(stay, [](std::string_view role) { return role != kPrincipal; });
    discharge(hypertension_code(stay), "高血压病");
    if (stay.wrong("coding-principal-duplicate")) discharge("K80.100", "胆囊结石伴胆囊炎");
    if (stay.wrong("medication-infection-no-antibiotic")) discharge("N10.x00", "急性肾盂肾炎");
    if (stay.wrong("coding-laterality")) discharge("K40.200", "左侧腹股沟疝");
    if (stay.wrong("coding-diagnosis-unsupported")) discharge("L40.900", "银屑病");
    if (stay.miscopied() == Miscopied::kSide) discharge("N20.000", "右侧肾结石");
    if (stay.wrong("process-difficult-case-trigger")) {
      write_diagnosis(stay, kOther, "N17.900", "急性肾衰竭", "no");
    }
    if (stay.wrong("coding-dx-sex-conflict")) {
      stay.female ? discharge("N40.x00", "前列腺增生") : discharge("N80.900", "子宫内膜异位症");
    }
  });
}

void write_front_page(RandomStay& stay) {
  stay.json.object("front_page", [&] {
    stay.front_page_item("医疗付费方式", "城镇职工基本医疗保险");
    stay.front_page_item("入院途径", "门诊");
    stay.front_page_item("实际住院天数", std::to_string(stay.days));
    stay.front_page_item("离院方式", stay.died ? "死亡" : "医嘱离院");
    if (stay.died) stay.front_page_item("死亡患者尸检", "否");
    stay.front_page_item("药物过敏", "无");
    stay.front_page_item("血型", "A");
    stay.front_page_item("Rh血型", "阳性");
    if (!stay.died) stay.front_page_item("出院31天内再住院计划", "无");
    const bool miscounted = stay.wrong("process-rescue-count-match");
    if (stay.rescued) stay.front_page_item("抢救次数", miscounted ? "3" : "1");
    stay.front_page_item("住院总费用", "12480.50");
    if (stay.surgery_day > 0) stay.front_page_item("病理诊断", "慢性胆囊炎伴胆囊结石");
    if (stay.wrong("coding-neoplasm-morphology")) {
      stay.front_page_item("病理诊断编码", "M8140/3");
    }
  });
}

void write_sources(RandomStay& stay) {
  stay.json.array("sources", [&] {
    for (const std::string_view source :
         {"documents", "orders", "results", "front-page", "staff", "checklists", "consultations",
          "transfers", "handovers", "rescues", "transfusions", "critical-values", "conditions",
          "archive", "audit", "rounds"}) {
      stay.json.string(source);
    }
  });
}

void write_care(RandomStay& stay) {
  stay.json.array("orders", [&] { write_random_orders(stay); });
  stay.json.array("observations", [&] { write_random_observations(stay); });
  stay.json.array("results", [&] { write_random_results(stay); });
  stay.json.array("rounds", [&] { write_random_rounds(stay); });
  write_random_events(stay);
  write_random_procedures(stay);
  if (stay.surgery_day == 0) return;
  write_random_surgery(stay);
  write_random_checklists(stay);
}

void write_documents(RandomStay& stay) {
  stay.json.array("documents", [&] {
    write_random_admission_records(stay);
    write_random_notes(stay);
    if (stay.surgery_day > 0) write_random_surgery_records(stay);
    write_random_event_records(stay);
    write_random_end_records(stay);
  });
}

RandomEvents events_of(const RandomStay& stay) {
  return {.rescued = stay.rescued,
          .transferred = stay.transferred,
          .transfused = stay.transfused,
          .consulted = stay.consulted,
          .outside = stay.outside,
          .emergency = stay.emergency,
          .level4 = stay.level4,
          .implanted = stay.implanted,
          .infected = stay.infected,
          .endoscopy = stay.endoscopy,
          .critical_value = stay.critical_value,
          .died = stay.died};
}

RandomChart write_chart(RandomStay& stay) {
  stay.json.object([&] {
    stay.json.text("format", "emrlint-chart/1");
    stay.json.text("chart", stay.key);
    stay.json.flag("complete", true);
    stay.json.text("realm", "china");
    write_sources(stay);
    write_stay(stay);
    write_staff(stay);
    write_diagnoses(stay);
    write_care(stay);
    write_front_page(stay);
    write_documents(stay);
  });
  return {stay.key,
          stay.json.result(),
          {stay.defects.begin(), stay.defects.end()},
          stay.surgery_day > 0,
          events_of(stay)};
}

std::string numbered(std::string_view kind, std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(kind) + std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits;
}

Dice dice_of(std::uint64_t seed, std::uint64_t number) {
  return Dice(seed * 0x9E3779B97F4A7C15ull + number);
}

}  // namespace

RandomChart random_chart(std::uint64_t seed, std::uint64_t number, double rate) {
  Dice dice = dice_of(seed, number);
  RandomStay stay(dice, numbered("ZY", number), rate);
  return write_chart(stay);
}

RandomChart random_twin(std::uint64_t seed, std::uint64_t number) {
  Dice dice = dice_of(seed, number), words = dice_of(~seed, number);
  RandomStay stay(dice, numbered("ZT", number), 0, &words);
  stay.patient += "甲";
  RandomChart chart = write_chart(stay);
  if (chart.operated) chart.injected = {std::begin(kOverlaps), std::end(kOverlaps)};
  return chart;
}

RandomCopy random_copy(std::uint64_t seed, std::uint64_t number) {
  constexpr std::uint64_t kSeries = 0x5851F42D4C957F2Dull;  // Other stays than those of the seed.
  Dice one = dice_of(seed ^ kSeries, number), other = dice_of(~seed ^ kSeries, number);
  RandomStay first(one, numbered("ZO", number), 0), second(other, numbered("ZK", number), 0);
  second.patient += "乙";
  if (second.admitted < first.admitted) std::swap(first.admitted, second.admitted);
  if (first.admitted == second.admitted) second.admitted += std::chrono::hours(24 * 7);
  first.history = first.told(own_history_text);
  second.history = copied_history(first.history);
  RandomCopy pair{write_chart(first), write_chart(second)};
  pair.copy.injected = {kNearCopy};
  return pair;
}

}  // namespace emrlint
