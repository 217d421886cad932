// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "generator/random_birth_parts.h"
#include "generator/random_order.h"
#include "generator/random_parts.h"
#include "generator/random_tests.h"

namespace emrlint {
namespace {

constexpr std::string_view kAdmission = "admission", kPrincipal = "discharge-principal",
                           kOther = "discharge-other";

// Which of the ways to make a thing wrong.
int turn(const RandomStay& stay, int ways) { return stay.days % ways; }

// The codes stand in fixtures/hospital/icd-10.csv.
std::vector<BirthDiagnosis> mother_diagnoses(const RandomStay& stay) {
  const RandomBirthFacts& birth = stay.birth;
  const bool outcome = stay.wrong("coding-obstetric-outcome");
  const bool order = stay.wrong("coding-obstetric-principal");
  const bool many = outcome && turn(stay, 3) == 2;
  // Without a complication, weeks and parity are to be told.
  const bool untold = order && !birth.ruptured;
  const std::string prefix = untold ? "" : "孕" + weeks_words(birth) + "，孕1产1，";
  const BirthDiagnosis delivery = {kOther, many ? "O84.000" : "O80.000",
                                   prefix + (many ? "多胎顺产" : "头位顺产")};
  const BirthDiagnosis ruptured = {kOther, "O42.000", "胎膜早破"};
  std::vector<BirthDiagnosis> list = {
      {kAdmission, birth.ruptured ? "O42.000" : "O80.000",
       birth.ruptured ? "胎膜早破" : "孕" + weeks_words(birth) + "，孕1产0，头位顺产", ""}};
  const bool first = !birth.ruptured || order;
  list.push_back(first ? delivery : ruptured);
  list.back().role = kPrincipal;
  if (birth.ruptured) list.push_back(first ? ruptured : delivery);
  if (!outcome || many || turn(stay, 3) == 1) list.push_back({kOther, "Z37.000", "单胎活产"});
  if (outcome && turn(stay, 3) == 1) list.push_back({kOther, "Z37.900", "分娩结局"});
  return list;
}

std::vector<BirthDiagnosis> newborn_diagnoses(const RandomStay& stay) {
  const std::string breathing = "新生儿暂时性呼吸急促";
  std::vector<BirthDiagnosis> list = {{kAdmission, "P22.100", breathing, ""},
                                      {kPrincipal, "P22.100", breathing},
                                      {kOther, "Z38.000", "单胎，在医院内出生"}};
  if (!stay.wrong("coding-newborn")) return list;
  constexpr struct {
    std::string_view code, name;
  } kWrong[] = {{"O69.800", "分娩伴有脐带并发症"},
                {"Z38.100", "单胎，在医院外出生"},
                {"P08.000", "特大婴儿"}};
  const auto& wrong = kWrong[static_cast<std::size_t>(turn(stay, 3))];
  list.push_back({kOther, wrong.code, std::string(wrong.name)});
  return list;
}

void write_mother_orders(RandomStay& stay) {
  write_order(stay, {.id = "ol1",
                     .kind = "diet",
                     .content = "普通饮食",
                     .start = stay.after(0, 60),
                     .standing = true});
  write_order(stay, {.id = "ol2",
                     .kind = "nursing-level",
                     .content = "二级护理",
                     .start = stay.after(0, 60),
                     .standing = true});
  write_order(stay, {.id = "ot1",
                     .kind = "lab",
                     .content = "血常规",
                     .start = stay.after(0, 20),
                     .executed = stay.after(0, 60)});
  write_order(stay, {.id = "o1",
                     .kind = "drug",
                     .content = "缩宫素注射液",
                     .start = stay.at(0, 15, 22),
                     .executed = stay.at(0, 15, 25),
                     .dose = "10",
                     .unit = "U",
                     .route = "肌内注射",
                     .frequency = "临时"});
}

void write_newborn_orders(RandomStay& stay) {
  write_order(stay, {.id = "ol1",
                     .kind = "diet",
                     .content = "母乳喂养",
                     .start = stay.at(0, 16),
                     .standing = true});
  write_order(stay, {.id = "ol2",
                     .kind = "nursing-level",
                     .content = "二级护理",
                     .start = stay.at(0, 16),
                     .standing = true});
  write_order(stay, {.id = "ot1",
                     .kind = "lab",
                     .content = "血常规",
                     .start = stay.at(0, 16),
                     .executed = stay.at(0, 16, 30)});
  write_order(stay, {.id = "o1",
                     .kind = "drug",
                     .content = "维生素K1注射液",
                     .start = stay.at(0, 16, 10),
                     .executed = stay.at(0, 16, 40),
                     .dose = "1",
                     .unit = "mg",
                     .route = "肌内注射",
                     .frequency = "临时"});
}

}  // namespace

std::vector<BirthDiagnosis> birth_diagnoses(const RandomStay& stay) {
  return stay.of == StayOf::kMother ? mother_diagnoses(stay) : newborn_diagnoses(stay);
}

std::string listed_birth_diagnoses(const RandomStay& stay) {
  std::string text;
  int number = 0;
  for (const BirthDiagnosis& one : birth_diagnoses(stay)) {
    if (one.role == kAdmission) continue;
    text += (number > 0 ? " " : "") + std::to_string(number + 1) + "." + one.name;
    ++number;
  }
  return text;
}

void write_birth_diagnoses(RandomStay& stay) {
  stay.json.array("diagnoses", [&] {
    for (const BirthDiagnosis& one : birth_diagnoses(stay)) {
      write_random_diagnosis(stay, one.role, one.code, one.name, one.on_admission);
    }
  });
}

void write_birth_care(RandomStay& stay) {
  const bool mother = stay.of == StayOf::kMother;
  stay.json.array("orders",
                  [&] { mother ? write_mother_orders(stay) : write_newborn_orders(stay); });
  stay.json.array("observations", [&] { write_random_observations(stay); });
  stay.json.array("results", [&] {
    const Time collected = mother ? stay.after(0, 60) : stay.at(0, 16, 30);
    write_plain_result(stay, {"lab1", "lab", "血常规", "未见明显异常。"}, collected,
                       stay.at(0, 18));
  });
  stay.json.array("rounds", [&] { write_random_rounds(stay); });
  if (!mother) return;
  stay.json.array("procedures", [&] {
    stay.json.object([&] {
      stay.json.text("id", "u1");
      stay.json.text("code", "73.5900");
      stay.json.text("name", "手法助产");
      stay.time("at", stay.born());
      stay.json.flag("principal", true);
      stay.json.text("by", kAttending);
    });
  });
}

void write_birth_items(RandomStay& stay) {
  const std::string grams = std::to_string(stay.birth.grams);
  stay.front_page_item("新生儿出生体重", grams);
  if (stay.of == StayOf::kNewborn) stay.front_page_item("新生儿入院体重", grams);
}

}  // namespace emrlint
