// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "generator/random_parts.h"

namespace emrlint {
namespace {

using Minutes = std::chrono::minutes;

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

struct Item {
  std::string_view name, unit;
  int low, high;  // Tenths.
};
constexpr Item kBlood[] = {
    {"白细胞计数", "10^9/L", 36, 94},     {"红细胞计数", "10^12/L", 39, 57},
    {"血红蛋白", "g/L", 1160, 1740},      {"红细胞压积", "%", 351, 499},
    {"血小板计数", "10^9/L", 1300, 3400}, {"中性粒细胞百分比", "%", 410, 740},
    {"淋巴细胞百分比", "%", 210, 490},    {"单核细胞百分比", "%", 31, 99},
    {"嗜酸性粒细胞百分比", "%", 5, 79},   {"平均血小板体积", "fL", 71, 129},
};
constexpr Item kLiver[] = {
    {"丙氨酸氨基转移酶", "U/L", 80, 490}, {"天门冬氨酸氨基转移酶", "U/L", 140, 390},
    {"总胆红素", "umol/L", 40, 200},      {"直接胆红素", "umol/L", 5, 67},
    {"总蛋白", "g/L", 651, 849},          {"白蛋白", "g/L", 401, 549},
    {"碱性磷酸酶", "U/L", 460, 1240},     {"谷氨酰转肽酶", "U/L", 110, 590},
    {"尿素", "mmol/L", 32, 79},           {"肌酐", "umol/L", 580, 960},
    {"尿酸", "umol/L", 2090, 4270},       {"葡萄糖", "mmol/L", 40, 60},
};
constexpr Item kIons[] = {
    {"钾", "mmol/L", 36, 52}, {"钠", "mmol/L", 1380, 1460}, {"氯", "mmol/L", 1000, 1090},
    {"钙", "mmol/L", 22, 25}, {"镁", "mmol/L", 8, 10},      {"磷", "mmol/L", 9, 15},
};

struct Panel {
  std::string_view name;
  std::span<const Item> items;
};
constexpr Panel kPanels[] = {{"血常规", kBlood}, {"肝肾功能", kLiver}, {"电解质", kIons}};

std::string tenths(int value) {
  return std::to_string(value / 10) + "." + std::to_string(value % 10);
}

constexpr std::size_t kDate = 10;  // Bytes of 2024-03-01.

std::string after(const RandomStay& stay, int day, int minutes) {
  return to_iso(at_minute(stay.admitted + Minutes{1440 * day + minutes}));
}

void write_panels(RandomStay& stay) {
  JsonText& json = stay.json;
  Dice& dice = stay.dice;
  int number = 0;
  bool critical = stay.wrong("process-critical-value-undeclared");
  for (int day = 0; day < stay.days; day += 3) {
    for (const Panel& panel : kPanels) {
      json.object([&] {
        json.text("id", "lab" + std::to_string(++number));
        json.text("kind", "lab");
        json.text("name", panel.name);
        json.text("collected", after(stay, day, 60));
        const std::string reported = after(stay, day, dice.between(180, 300));
        if (number > 1 || !stay.wrong("match-report-items")) json.text("reported", reported);
        json.array("items", [&] {
          for (const Item& item : panel.items) {
            json.object([&] {
              json.text("name", item.name);
              const std::string value = tenths(dice.between(item.low, item.high));
              json.text("value", critical && item.name == "葡萄糖" ? "30.5" : value);
              json.text("unit", item.unit);
              json.text("flag", "normal");
            });
          }
        });
      });
    }
    critical = false;  // Once.
  }
}

// Before an operation.
void write_coagulation(RandomStay& stay) {
  JsonText& json = stay.json;
  const auto item = [&](std::string_view name, std::string_view value) {
    json.object([&] {
      json.text("name", name);
      json.text("value", value);
      json.text("unit", "s");
    });
  };
  json.object([&] {
    json.text("id", "r1");
    json.text("kind", "lab");
    json.text("name", "凝血功能");
    stay.time("collected", stay.at(0, 10));
    stay.time("reported", stay.at(0, 13));
    json.array("items", [&] {
      item("PT", "11.8");
      item("APTT", "28.4");
    });
  });
}

// The other tests before an operation.
constexpr struct {
  std::string_view id, kind, name, conclusion;
} kPreoperative[] = {{"r2", "lab", "血型鉴定", "A型，RhD阳性。"},
                     {"r3", "lab", "术前八项", "均为阴性。"},
                     {"r4", "ecg", "常规心电图", "窦性心律，正常心电图。"},
                     {"r5", "imaging", "胸部正位片", "心肺膈未见异常。"}};

// Tests that nobody else has; what has no conclusion was ordered and never reported.
constexpr struct {
  std::string_view check, id, kind, name, conclusion;
} kUnusual[] = {{"match-order-without-report", "", "lab", "降钙素原测定", ""},
                {"match-culture", "r6", "lab", "血培养", "培养无细菌生长。"}};

void write_unusual_tests(RandomStay& stay) {
  for (const auto& test : kUnusual) {
    if (test.conclusion.empty() || !stay.wrong(test.check)) continue;
    stay.json.object([&] {
      stay.json.text("id", test.id);
      stay.json.text("kind", test.kind);
      stay.json.text("name", test.name);
      stay.time("collected", stay.at(0, 10));
      stay.time("reported", stay.at(1, 8));
      stay.json.text("conclusion", test.conclusion);
    });
  }
}

void write_preoperative_tests(RandomStay& stay) {
  for (const auto& test : kPreoperative) {
    stay.json.object([&] {
      stay.json.text("id", test.id);
      stay.json.text("kind", test.kind);
      stay.json.text("name", test.name);
      stay.time("collected", stay.at(0, 10));
      stay.time("reported", stay.at(0, 13));
      stay.json.text("conclusion", test.conclusion);
    });
  }
}

void write_surgical_order(RandomStay& stay, std::string_view id, std::string_view kind,
                          std::string_view content, const Time& start) {
  stay.json.object([&] {
    stay.json.text("id", id);
    stay.json.text("kind", kind);
    stay.json.text("term", "once");
    stay.json.text("content", content);
    stay.time("start", start);
    stay.json.text("by", kAttending);
    stay.json.text("executor", kScrubNurse);
    stay.json.array("about", [&] { stay.json.string(kSurgery); });
  });
}

// On the day before, once the surgery was discussed.
void write_surgical_orders(RandomStay& stay) {
  if (stay.surgery_day == 0) return;
  const int d = stay.surgery_day - 1;
  if (!stay.wrong("periop-surgery-without-order")) {
    write_surgical_order(stay, "os", "surgery", "拟于明日在全身麻醉下行腹腔镜下胆囊切除术",
                         stay.at(d, 15, 30));
  }
  if (!stay.wrong("periop-fasting-and-site")) {
    write_surgical_order(stay, "of", "diet", "术前8小时禁食、2小时禁饮", stay.at(d, 15, 35));
  }
}

// The level of nursing rises when the patient becomes seriously ill.
void write_standing_orders(RandomStay& stay) {
  int number = 0;
  const auto order = [&](std::string_view kind, std::string_view content, const Time& start,
                         const std::optional<Time>& stop) {
    stay.json.object([&] {
      stay.json.text("id", "ol" + std::to_string(++number));
      stay.json.text("kind", kind);
      stay.json.text("term", "long");
      stay.json.text("content", content);
      stay.time("start", start);
      if (stop) stay.time("stop", *stop);
      stay.json.text("by", kAttending);
      stay.json.text("executor", kScrubNurse);
    });
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
  stay.json.object([&] {
    stay.json.text("id", "or");
    stay.json.text("kind", "drug");
    stay.json.text("term", "once");
    stay.json.text("content", "去甲肾上腺素注射液");
    stay.json.text("dose", "2");
    stay.json.text("dose_unit", "mg");
    stay.json.text("route", "静脉泵入");
    stay.json.text("frequency", "临时");
    stay.time("start", stay.at(day, 20, 12));
    stay.time("executed", stay.at(day, 20, 15));
    stay.json.text("by", kResident);
    stay.json.text("executor", kScrubNurse);
  });
}

// The attending physician may order what is restricted, the chief everything.
void write_antibiotic_order(RandomStay& stay) {
  const bool special = stay.wrong("medication-special-antibiotic-consult");
  const bool beyond = stay.wrong("medication-antibiotic-authority");
  std::string_view name = stay.wrong("medication-antibiotic-level") ? "头孢西丁" : "头孢呋辛";
  if (special) name = "美罗培南";
  if (beyond) name = "头孢哌酮舒巴坦";
  stay.json.object([&] {
    stay.json.text("id", "oa");
    stay.json.text("kind", "drug");
    stay.json.text("term", "long");
    stay.json.text("content", std::string(name) + "注射液");
    stay.json.text("dose", "1.5");
    stay.json.text("dose_unit", "g");
    stay.json.text("route", "静脉滴注");
    stay.json.text("frequency", "每日两次");
    stay.time("start", stay.at(3, 11));
    stay.time("stop", stay.at(stay.days, 9));
    stay.json.text("by", special ? kChief : beyond ? kResident : kAttending);
    stay.json.text("executor", kScrubNurse);
  });
}

void write_endoscopy_order(RandomStay& stay) {
  stay.json.object([&] {
    stay.json.text("id", "og");
    stay.json.text("kind", "exam");
    stay.json.text("term", "once");
    stay.json.text("content", "电子胃镜检查");
    stay.time("start", stay.at(0, 16));
    stay.time("executed", stay.at(1, 8, 30));
    stay.json.text("by", kAttending);
    stay.json.text("executor", kScrubNurse);
  });
}

void write_blood_order(RandomStay& stay) {
  stay.json.object([&] {
    stay.json.text("id", "ob");
    stay.json.text("kind", "transfusion");
    stay.json.text("term", "once");
    stay.json.text("content", "红细胞悬液 静脉输注");
    stay.time("start", stay.at(stay.transfusion_day(), 14, 20));
    stay.json.text("by", kAttending);
    stay.json.text("executor", kScrubNurse);
  });
}

// What the results answer: the panels of every third day, tests before an operation and blood.
void write_test_orders(RandomStay& stay) {
  int number = 0;
  const auto order = [&](std::string_view kind, std::string_view content, int day, int minute) {
    stay.json.object([&] {
      stay.json.text("id", "ot" + std::to_string(++number));
      stay.json.text("kind", kind == "lab" ? "lab" : "exam");
      stay.json.text("term", "once");
      stay.json.text("content", content);
      stay.json.text("start", after(stay, day, minute));
      stay.json.text("executed", after(stay, day, 60));
      stay.json.text("by", kAttending);
      stay.json.text("executor", kScrubNurse);
    });
  };
  for (int day = 0; day < stay.days; day += 3) {
    for (const Panel& panel : kPanels) order("lab", panel.name, day, 40);
  }
  if (stay.transfused && !stay.wrong("transfusion-pretest")) order("lab", "输血前检查", 0, 20);
  for (const auto& test : kUnusual) {
    if (stay.wrong(test.check)) order(test.kind, test.name, 0, 20);
  }
  if (stay.surgery_day == 0) return;
  for (const auto& test : kPreoperative) order(test.kind, test.name, 0, 20);
  const bool unasked = stay.wrong("match-report-without-order");
  if (!unasked && !stay.wrong("periop-coagulation-result")) order("lab", "凝血功能", 0, 20);
}

// One drug on one day, carried out. The first order is the one that defects are of.
void write_drug_order(RandomStay& stay, int number, const Drug& drug, int day) {
  JsonText& json = stay.json;
  const int minute = stay.dice.between(30, 150);
  const auto wrong = [&](std::string_view check) { return number == 1 && stay.wrong(check); };
  json.object([&] {
    json.text("id", "o" + std::to_string(number));
    json.text("kind", "drug");
    json.text("term", "once");
    json.text("content", drug.name);
    json.text("dose", drug.dose);
    json.text("dose_unit", drug.unit);
    if (!wrong("order-complete-drug")) json.text("route", drug.route);
    json.text("frequency", drug.frequency);
    const std::string start = after(stay, day, minute);
    json.text("start", wrong("order-time-minute") ? start.substr(0, kDate) : start);
    const std::string executed = after(stay, day, minute + stay.dice.between(10, 40));
    if (!wrong("order-signature")) json.text("by", kResident);
    if (wrong("order-not-executed")) return;
    json.text("executed", executed);
    json.text("executor", kScrubNurse);
  });
}

// Of what the patient pays for, or what is no order.
void write_other_order(RandomStay& stay, std::string_view id, std::string_view content) {
  stay.json.object([&] {
    stay.json.text("id", id);
    stay.json.text("kind", "treatment");
    stay.json.text("term", "once");
    stay.json.text("content", content);
    stay.time("start", stay.at(1, 9));
    stay.time("executed", stay.at(1, 9, 30));
    stay.json.text("by", kAttending);
    stay.json.text("executor", kScrubNurse);
  });
}

// After the stay, and carried out by nobody.
void write_late_order(RandomStay& stay) {
  stay.json.object([&] {
    stay.json.text("id", "oz");
    stay.json.text("kind", "treatment");
    stay.json.text("term", "once");
    stay.json.text("content", "更换敷料");
    stay.time("start", stay.at(stay.days + 1, 9));
    stay.json.text("by", kAttending);
  });
}

void write_endoscopy(RandomStay& stay) {
  stay.json.object([&] {
    stay.json.text("id", "rg");
    stay.json.text("kind", "exam");
    stay.json.text("name", "电子胃镜检查");
    stay.time("collected", stay.at(1, 8, 30));
    stay.time("reported", stay.at(1, 9));
    stay.json.text("conclusion", "慢性非萎缩性胃炎。");
  });
}

void write_blood_tests(RandomStay& stay) {
  JsonText& json = stay.json;
  const auto item = [&](std::string_view name, std::string_view value) {
    json.object([&] {
      json.text("name", name);
      json.text("value", value);
    });
  };
  json.object([&] {
    json.text("id", "rb");
    json.text("kind", "lab");
    json.text("name", "输血前检查");
    stay.time("collected", stay.at(0, 10));
    stay.time("reported", stay.at(0, 14));
    json.array("items", [&] {
      item("ABO血型", stay.wrong("transfusion-blood-group-consistent") ? "B" : "A");
      item("Rh血型", "阳性");
      for (const std::string_view name : {"抗体筛查", "HBsAg", "抗HCV", "抗HIV", "TPPA"}) {
        item(name, "阴性");
      }
    });
  });
}

void write_pathology(RandomStay& stay) {
  stay.json.object([&] {
    stay.json.text("id", "rp");
    stay.json.text("kind", "pathology");
    stay.json.text("name", "术后病理检查");
    stay.time("collected", stay.at(stay.surgery_day, 10, 30));
    stay.time("reported", stay.at(stay.surgery_day + 1, 15));
    const bool other = stay.wrong("coding-neoplasm-pathology-match");
    stay.json.text("conclusion", other ? "（胆囊）高分化腺癌。" : "慢性胆囊炎伴胆囊结石。");
  });
}

}  // namespace

void write_random_orders(RandomStay& stay) {
  Dice& dice = stay.dice;
  int number = 0;
  write_standing_orders(stay);
  write_test_orders(stay);
  if (stay.transfused && !stay.wrong("transfusion-order")) write_blood_order(stay);
  if (stay.rescued && !stay.wrong("process-rescue-orders-match")) write_rescue_order(stay);
  if (stay.infected) write_antibiotic_order(stay);
  if (stay.endoscopy) write_endoscopy_order(stay);
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
  if (stay.wrong("order-after-discharge")) write_late_order(stay);
  if (stay.wrong("consent-self-pay")) write_other_order(stay, "oy", "伤口护理敷料（自费）");
  if (stay.wrong("order-non-order-content")) write_other_order(stay, "on", "通知家属缴费");
}

void write_random_results(RandomStay& stay) {
  write_panels(stay);
  if (stay.transfused && !stay.wrong("transfusion-pretest")) write_blood_tests(stay);
  if (stay.endoscopy) write_endoscopy(stay);
  write_unusual_tests(stay);
  if (stay.surgery_day == 0) return;
  write_preoperative_tests(stay);
  if (!stay.wrong("periop-coagulation-result")) write_coagulation(stay);
  if (!stay.wrong("periop-specimen-pathology")) write_pathology(stay);
}

// Two on each day, working or not.
void write_random_rounds(RandomStay& stay) {
  int number = 0;
  for (int day = 1; day < stay.days; ++day) {
    for (const int hour : {8, 16}) {
      stay.json.object([&] {
        stay.json.text("id", "w" + std::to_string(++number));
        stay.time("at", stay.at(day, hour));
        stay.json.text("by", hour == 8 ? kAttending : stay.first_resident());
      });
    }
  }
}

void write_random_observations(RandomStay& stay) {
  JsonText& json = stay.json;
  Dice& dice = stay.dice;
  const auto one = [&](std::string_view name, std::string_view unit, int low, int high,
                       const std::string& when) {
    json.object([&] {
      json.text("name", name);
      json.text("value", tenths(dice.between(low, high)));
      json.text("unit", unit);
      json.text("at", when);
    });
  };
  if (stay.wrong("periop-reassessment")) {  // In the morning before the surgery.
    one("体温", "℃", 389, 391, to_iso(stay.at(stay.surgery_day, 6)));
  }
  for (int day = 0; day < stay.days; ++day) {
    for (const int minute : {45, 300, 600}) {
      const std::string when = after(stay, day, minute);
      one("体温", "℃", 364, 366, when);  // So that the notes agree with them.
      one("脉搏", "次/分", 700, 840, when);
      one("呼吸", "次/分", 160, 200, when);
    }
  }
}

}  // namespace emrlint
