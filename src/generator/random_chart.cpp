// SPDX-License-Identifier: Apache-2.0
#include "generator/random_chart.h"

#include <iterator>
#include <string_view>

#include "generator/random_birth_parts.h"
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
    if (stay.of == StayOf::kNewborn) return stay.time("birth", stay.born());
    const bool old = stay.of == StayOf::kGallstones;
    json.text("birth",
              "19" + std::to_string(stay.dice.between(old ? 45 : 85, old ? 89 : 99)) + "-06-15");
  });
  json.object("encounter", [&] {
    json.text("id", stay.key);
    json.text("kind", "inpatient");
    stay.time("admitted", stay.admission());
    stay.time("discharged", stay.at(stay.days, 10));
    if (stay.died) stay.time("died", stay.at(stay.days, 10));
    json.text("disposition", stay.died ? "death" : "home");
    json.text("department", stay.department());
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
  } staff[] = {{kResident, "resident", stay.department()},
               {kAttending, "attending", stay.department()},
               {kChief, "chief", stay.department()},
               {kAnesthetist, "attending", "麻醉科"},
               {kSecondResident, "resident", stay.department()},
               {kInternist, "resident", "消化内科"},
               {kCardiologist, "attending", "心血管内科"},
               {kCirculatingNurse, "nurse", "手术室"},
               {kScrubNurse, "nurse", "手术室"}};
  json.array("staff", [&] {
    for (const auto& one : staff) {
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
    if (stay.of != StayOf::kGallstones) write_birth_items(stay);
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

void write_gallstones(RandomStay& stay) {
  write_random_diagnoses(stay);
  write_care(stay);
  write_front_page(stay);
  write_documents(stay);
}

void write_birth(RandomStay& stay) {
  write_birth_diagnoses(stay);
  write_birth_care(stay);
  write_front_page(stay);
  stay.json.array("documents", [&] {
    stay.of == StayOf::kMother ? write_mother_records(stay) : write_newborn_records(stay);
  });
}

}  // namespace

RandomChart write_random_chart(RandomStay& stay) {
  stay.json.object([&] {
    stay.json.text("format", "emrlint-chart/1");
    stay.json.text("chart", stay.key);
    stay.json.flag("complete", true);
    stay.json.text("realm", "china");
    write_sources(stay);
    write_stay(stay);
    write_staff(stay);
    stay.of == StayOf::kGallstones ? write_gallstones(stay) : write_birth(stay);
  });
  return {stay.key,
          stay.json.result(),
          {stay.defects.begin(), stay.defects.end()},
          stay.surgery_day > 0,
          events_of(stay)};
}

std::string numbered_key(std::string_view kind, std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(kind) + std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits;
}

Dice random_dice(std::uint64_t seed, std::uint64_t number) {
  return Dice(seed * 0x9E3779B97F4A7C15ull + number);
}

RandomChart random_chart(std::uint64_t seed, std::uint64_t number, double rate) {
  Dice dice = random_dice(seed, number);
  RandomStay stay(dice, numbered_key("ZY", number), rate);
  return write_random_chart(stay);
}

RandomChart random_twin(std::uint64_t seed, std::uint64_t number) {
  Dice dice = random_dice(seed, number), words = random_dice(~seed, number);
  RandomStay stay(dice, numbered_key("ZT", number), 0, &words);
  stay.patient += "甲";
  RandomChart chart = write_random_chart(stay);
  if (chart.operated) chart.injected = {std::begin(kOverlaps), std::end(kOverlaps)};
  return chart;
}

RandomCopy random_copy(std::uint64_t seed, std::uint64_t number) {
  constexpr std::uint64_t kSeries = 0x5851F42D4C957F2Dull;  // Other stays than those of the seed.
  Dice one = random_dice(seed ^ kSeries, number), other = random_dice(~seed ^ kSeries, number);
  RandomStay first(one, numbered_key("ZO", number), 0),
      second(other, numbered_key("ZK", number), 0);
  second.patient += "乙";
  if (second.admitted < first.admitted) std::swap(first.admitted, second.admitted);
  if (first.admitted == second.admitted) second.admitted += std::chrono::hours(24 * 7);
  first.history = first.told(own_history_text);
  second.history = copied_history(first.history);
  RandomCopy pair{write_random_chart(first), write_random_chart(second)};
  pair.copy.injected = {kNearCopy};
  return pair;
}

}  // namespace emrlint
