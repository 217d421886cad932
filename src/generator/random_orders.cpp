// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <string>
#include <string_view>

#include "generator/random_order.h"
#include "generator/random_parts.h"
#include "generator/random_tests.h"

namespace emrlint {
namespace {

struct Drug {
  std::string_view name, dose, unit, route, frequency;
};
constexpr Drug kDrugs[] = {
    {"氨氯地平片", "5", "mg", "口服", "每日一次"},
    {"奥美拉唑肠溶胶囊", "20", "mg", "口服", "每日一次"},
    {"复方氨基酸注射液", "250", "ml", "静脉滴注", "每日一次"},
    {"0.9%氯化钠注射液", "500", "ml", "静脉滴注", "每日一次"},
    {"5%葡萄糖注射液", "500", "ml", "静脉滴注", "每日一次"},
    {"维生素C注射液", "2", "g", "静脉滴注", "每日一次"},
    {"氯化钾注射液", "1", "g", "静脉滴注", "每日一次"},
    {"布洛芬缓释胶囊", "0.3", "g", "口服", "必要时"},
    {"消旋山莨菪碱片", "5", "mg", "口服", "每日三次"},
    {"熊去氧胆酸胶囊", "250", "mg", "口服", "每日两次"},
};

// On the day before, once the surgery was discussed.
void write_surgical_orders(RandomStay& stay) {
  if (stay.surgery_day == 0) return;
  const int d = stay.surgery_day - 1;
  if (!stay.wrong("periop-surgery-without-order")) {
    write_order(stay, {.id = "os",
                       .kind = "surgery",
                       .content = "拟于明日在全身麻醉下行腹腔镜下胆囊切除术",
                       .start = stay.at(d, 15, 30),
                       .about = kSurgery});
  }
  if (!stay.wrong("periop-fasting-and-site")) {
    write_order(stay, {.id = "of",
                       .kind = "diet",
                       .content = "术前8小时禁食、2小时禁饮",
                       .start = stay.at(d, 15, 35),
                       .about = kSurgery});
  }
}

// The level of nursing rises when the patient becomes seriously ill.
void write_standing_orders(RandomStay& stay) {
  int number = 0;
  const auto order = [&](std::string_view kind, std::string_view content, const Time& start,
                         const std::optional<Time>& stop) {
    write_order(stay, {.id = "ol" + std::to_string(++number),
                       .kind = kind,
                       .content = std::string(content),
                       .start = start,
                       .stop = stop,
                       .standing = true});
  };
  const bool two = stay.wrong("order-single-content");
  const bool stopped = stay.wrong("process-long-order-same-day-stop");
  order("diet", two ? "低脂饮食，心电监护" : "低脂饮食", stay.at(0, 10),
        stopped ? std::optional(stay.at(0, 15)) : std::nullopt);
  write_surgical_orders(stay);
  if (stay.wrong("process-nursing-level-order")) return;
  const bool ill = stay.condition_day > 0;
  const Time since = stay.at(stay.condition_day, 21, 10);
  order("nursing-level", "二级护理", stay.at(0, 10), ill ? std::optional(since) : std::nullopt);
  if (ill) order("nursing-level", "一级护理", since, std::nullopt);
}

// As the patient falls ill, right before the rescue.
void write_rescue_order(RandomStay& stay) {
  const int day = stay.condition_day;
  write_order(stay, {.id = "or",
                     .kind = "drug",
                     .content = "去甲肾上腺素注射液",
                     .start = stay.at(day, 20, 12),
                     .by = kResident,
                     .executed = stay.at(day, 20, 15),
                     .dose = "2",
                     .unit = "mg",
                     .route = "静脉泵入",
                     .frequency = "临时"});
}

// The attending physician may order what is restricted, the chief everything.
void write_antibiotic_order(RandomStay& stay) {
  const bool special = stay.wrong("medication-special-antibiotic-consult");
  const bool beyond = stay.wrong("medication-antibiotic-authority");
  std::string_view name = stay.wrong("medication-antibiotic-level") ? "头孢西丁" : "头孢呋辛";
  if (special) name = "美罗培南";
  if (beyond) name = "头孢哌酮舒巴坦";
  write_order(stay, {.id = "oa",
                     .kind = "drug",
                     .content = std::string(name) + "注射液",
                     .start = stay.at(3, 11),
                     .by = special  ? kChief
                           : beyond ? kResident
                                    : kAttending,
                     .stop = stay.at(stay.days, 9),
                     .standing = true,
                     .dose = "1.5",
                     .unit = "g",
                     .route = "静脉滴注",
                     .frequency = "每日两次"});
}

// What the results answer: the panels of every third day, tests before an operation and blood.
void write_test_orders(RandomStay& stay) {
  int number = 0;
  const auto order = [&](std::string_view kind, std::string_view content, int day, int minute) {
    write_order(stay, {.id = "ot" + std::to_string(++number),
                       .kind = kind == "lab" ? "lab" : "exam",
                       .content = std::string(content),
                       .start = stay.after(day, minute),
                       .executed = stay.after(day, 60)});
  };
  for (int day = 0; day < stay.days; day += 3) {
    for (const Panel& panel : panels()) order("lab", panel.name, day, 40);
  }
  if (stay.transfused && !stay.wrong("transfusion-pretest")) order("lab", "输血前检查", 0, 20);
  for (const UnusualTest& one : kUnusual) {
    if (stay.wrong(one.check)) order(one.test.kind, one.test.name, 0, 20);
  }
  if (stay.surgery_day == 0) return;
  for (const PlainTest& test : kPreoperative) order(test.kind, test.name, 0, 20);
  const bool unasked = stay.wrong("match-report-without-order");
  if (!unasked && !stay.wrong("periop-coagulation-result")) order("lab", "凝血功能", 0, 20);
}

// One drug on one day, carried out. The first order is the one that defects are of.
void write_drug_order(RandomStay& stay, int number, const Drug& drug, int day) {
  const int minute = stay.dice.between(30, 150);
  const auto wrong = [&](std::string_view check) { return number == 1 && stay.wrong(check); };
  Time start = stay.after(day, minute);
  if (wrong("order-time-minute")) start.precision = Precision::kDay;
  const Time executed = stay.after(day, minute + stay.dice.between(10, 40));
  const bool done = !wrong("order-not-executed");
  write_order(stay, {.id = "o" + std::to_string(number),
                     .kind = "drug",
                     .content = std::string(drug.name),
                     .start = start,
                     .by = wrong("order-signature") ? std::string_view() : kResident,
                     .executor = done ? kScrubNurse : std::string_view(),
                     .executed = done ? std::optional(executed) : std::nullopt,
                     .dose = drug.dose,
                     .unit = drug.unit,
                     .route = wrong("order-complete-drug") ? std::string_view() : drug.route,
                     .frequency = drug.frequency});
}

void write_drug_orders(RandomStay& stay) {
  Dice& dice = stay.dice;
  int number = 0;
  for (int day = 0; day < stay.days; ++day) {
    for (int i = dice.between(2, 5); i > 0; --i) {
      const int drug = dice.between(0, static_cast<int>(std::size(kDrugs)) - 1);
      ++number;
      write_drug_order(stay, number, kDrugs[number == 1 ? 0 : drug], day);
    }
  }
  if (stay.wrong("medication-allergy-conflict")) {
    write_drug_order(stay, ++number, {"布洛芬缓释胶囊", "0.3", "g", "口服", "bid"}, 1);
  }
}

// Of what the patient pays for, or what is no order.
void write_other_order(RandomStay& stay, std::string_view id, std::string_view content) {
  write_order(stay, {.id = std::string(id),
                     .kind = "treatment",
                     .content = std::string(content),
                     .start = stay.at(1, 9),
                     .executed = stay.at(1, 9, 30)});
}

// After the stay, and carried out by nobody.
void write_late_order(RandomStay& stay) {
  write_order(stay, {.id = "oz",
                     .kind = "treatment",
                     .content = "更换敷料",
                     .start = stay.at(stay.days + 1, 9),
                     .executor = {}});
}

void write_event_orders(RandomStay& stay) {
  if (stay.transfused && !stay.wrong("transfusion-order")) {
    write_order(stay, {.id = "ob",
                       .kind = "transfusion",
                       .content = "红细胞悬液 静脉输注",
                       .start = stay.at(stay.transfusion_day(), 14, 20)});
  }
  if (stay.rescued && !stay.wrong("process-rescue-orders-match")) write_rescue_order(stay);
  if (stay.infected) write_antibiotic_order(stay);
  if (stay.endoscopy) {
    write_order(stay, {.id = "og",
                       .kind = "exam",
                       .content = "电子胃镜检查",
                       .start = stay.at(0, 16),
                       .executed = stay.at(1, 8, 30)});
  }
}

}  // namespace

void write_order(RandomStay& stay, const RandomOrder& order) {
  stay.json.object([&] {
    stay.json.text("id", order.id);
    stay.json.text("kind", order.kind);
    stay.json.text("term", order.standing ? "long" : "once");
    stay.json.text("content", order.content);
    stay.json.text("dose", order.dose);
    stay.json.text("dose_unit", order.unit);
    stay.json.text("route", order.route);
    stay.json.text("frequency", order.frequency);
    stay.time("start", order.start);
    if (order.stop) stay.time("stop", *order.stop);
    stay.json.text("by", order.by);
    if (order.executed) stay.time("executed", *order.executed);
    stay.json.text("executor", order.executor);
    if (!order.about.empty()) stay.json.array("about", [&] { stay.json.string(order.about); });
  });
}

void write_random_orders(RandomStay& stay) {
  write_standing_orders(stay);
  write_test_orders(stay);
  write_event_orders(stay);
  write_drug_orders(stay);
  if (stay.wrong("order-after-discharge")) write_late_order(stay);
  if (stay.wrong("consent-self-pay")) write_other_order(stay, "oy", "伤口护理敷料（自费）");
  if (stay.wrong("order-non-order-content")) write_other_order(stay, "on", "通知家属缴费");
}

}  // namespace emrlint
