// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "generator/random_parts.h"
#include "generator/random_tests.h"

namespace emrlint {
namespace {

constexpr PanelItem kBlood[] = {
    {"白细胞计数", "10^9/L", 36, 94},     {"红细胞计数", "10^12/L", 39, 57},
    {"血红蛋白", "g/L", 1160, 1740},      {"红细胞压积", "%", 351, 499},
    {"血小板计数", "10^9/L", 1300, 3400}, {"中性粒细胞百分比", "%", 410, 740},
    {"淋巴细胞百分比", "%", 210, 490},    {"单核细胞百分比", "%", 31, 99},
    {"嗜酸性粒细胞百分比", "%", 5, 79},   {"平均血小板体积", "fL", 71, 129},
};
constexpr PanelItem kLiver[] = {
    {"丙氨酸氨基转移酶", "U/L", 80, 490}, {"天门冬氨酸氨基转移酶", "U/L", 140, 390},
    {"总胆红素", "umol/L", 40, 200},      {"直接胆红素", "umol/L", 5, 67},
    {"总蛋白", "g/L", 651, 849},          {"白蛋白", "g/L", 401, 549},
    {"碱性磷酸酶", "U/L", 460, 1240},     {"谷氨酰转肽酶", "U/L", 110, 590},
    {"尿素", "mmol/L", 32, 79},           {"肌酐", "umol/L", 580, 960},
    {"尿酸", "umol/L", 2090, 4270},       {"葡萄糖", "mmol/L", 40, 60},
};
constexpr PanelItem kIons[] = {
    {"钾", "mmol/L", 36, 52}, {"钠", "mmol/L", 1380, 1460}, {"氯", "mmol/L", 1000, 1090},
    {"钙", "mmol/L", 22, 25}, {"镁", "mmol/L", 8, 10},      {"磷", "mmol/L", 9, 15},
};
constexpr Panel kPanels[] = {{"血常规", kBlood}, {"肝肾功能", kLiver}, {"电解质", kIons}};

void write_head(RandomStay& stay, std::string_view id, std::string_view kind, std::string_view name,
                const Time& collected, const Time& reported) {
  stay.json.text("id", id);
  stay.json.text("kind", kind);
  stay.json.text("name", name);
  stay.time("collected", collected);
  stay.time("reported", reported);
}

void write_panel(RandomStay& stay, const Panel& panel, int number, int day, bool critical) {
  JsonText& json = stay.json;
  Dice& dice = stay.dice;
  json.text("id", "lab" + std::to_string(number));
  json.text("kind", "lab");
  json.text("name", panel.name);
  stay.time("collected", stay.after(day, 60));
  const Time reported = stay.after(day, dice.between(180, 300));
  if (number > 1 || !stay.wrong("match-report-items")) stay.time("reported", reported);
  json.array("items", [&] {
    for (const PanelItem& item : panel.items) {
      json.object([&] {
        json.text("name", item.name);
        const std::string value = tenths(dice.between(item.low, item.high));
        json.text("value", critical && item.name == "葡萄糖" ? "30.5" : value);
        json.text("unit", item.unit);
        json.text("flag", "normal");
      });
    }
  });
}

void write_panels(RandomStay& stay) {
  int number = 0;
  for (int day = 0; day < stay.days; day += 3) {
    const bool critical = day == 0 && stay.wrong("process-critical-value-undeclared");
    for (const Panel& panel : kPanels) {
      stay.json.object([&] { write_panel(stay, panel, ++number, day, critical); });
    }
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
    write_head(stay, "r1", "lab", "凝血功能", stay.at(0, 10), stay.at(0, 13));
    json.array("items", [&] {
      item("PT", "11.8");
      item("APTT", "28.4");
    });
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
    write_head(stay, "rb", "lab", "输血前检查", stay.at(0, 10), stay.at(0, 14));
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
  const bool other = stay.wrong("coding-neoplasm-pathology-match");
  write_plain_result(stay,
                     {"rp", "pathology", "术后病理检查",
                      other ? "（胆囊）高分化腺癌。" : "慢性胆囊炎伴胆囊结石。"},
                     stay.at(stay.surgery_day, 10, 30), stay.at(stay.surgery_day + 1, 15));
}

}  // namespace

std::span<const Panel> panels() { return kPanels; }

std::string tenths(int value) {
  return std::to_string(value / 10) + "." + std::to_string(value % 10);
}

void write_plain_result(RandomStay& stay, const PlainTest& test, const Time& collected,
                        const Time& reported) {
  stay.json.object([&] {
    write_head(stay, test.id, test.kind, test.name, collected, reported);
    stay.json.text("conclusion", test.conclusion);
  });
}

void write_random_results(RandomStay& stay) {
  write_panels(stay);
  if (stay.transfused && !stay.wrong("transfusion-pretest")) write_blood_tests(stay);
  if (stay.endoscopy) {
    write_plain_result(stay, {"rg", "exam", "电子胃镜检查", "慢性非萎缩性胃炎。"},
                       stay.at(1, 8, 30), stay.at(1, 9));
  }
  for (const UnusualTest& one : kUnusual) {
    if (one.test.conclusion.empty() || !stay.wrong(one.check)) continue;
    write_plain_result(stay, one.test, stay.at(0, 10), stay.at(1, 8));
  }
  if (stay.surgery_day == 0) return;
  for (const PlainTest& test : kPreoperative) {
    write_plain_result(stay, test, stay.at(0, 10), stay.at(0, 13));
  }
  if (!stay.wrong("periop-coagulation-result")) write_coagulation(stay);
  if (!stay.wrong("periop-specimen-pathology")) write_pathology(stay);
}

}  // namespace emrlint
