// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/infection_evidence.h"

#include <algorithm>
#include <charconv>

#include "check/words.h"
#include "checks/medication/treatment_told.h"
#include "terminology/icd.h"

namespace emrlint::checks {
namespace {

constexpr CodeRange kBacterial[] = {
    {"A40", "A41"},                          // Sepsis
    {"A46", "A46"},                          // Erysipelas
    {"G00", "G00"},                          // Bacterial meningitis
    {"I33.0", "I33.0"},                      // Infective endocarditis
    {"J13", "J15.6"},                        // Bacterial pneumonia
    {"J15.8", "J15.9"}, {"J85.0", "J86.9"},  // Abscess of the lung, pyothorax
    {"M00", "M00"},                          // Pyogenic arthritis
    {"N10", "N10"},                          // Acute pyelonephritis
};

// Words of an infection, an inflammation or of prevention; 炎 holds most diagnoses of both.
constexpr WordList kReasons{
    "Hp|HP|幽门|支原体|衣原体|螺旋体|梅毒|淋病|结核|痤疮|急性加重|急性发作|黄痰|咯血|胎膜早破|粒缺|"
    "粒细胞缺乏|骨髓抑制|白血病|移植|肝性脑病|憩室|结石|支气管扩张|烧伤|外伤|裂伤|压疮|糖尿病足|"
    "误吸|吸入性|休克|"
    "感染|炎|脓|败血|脓毒|发热|高热|寒战|预防|破伤风|开放性|污染|咬伤|坏疽|蜂窝织|丹毒|疖|痈|"
    "白细胞升高|"
    "C反应蛋白|降钙素原|PCT|CRP|体温3|体温4|穿孔|梗阻|引流"};
constexpr WordList kMarkers{
    "白细胞|中性粒|C反应蛋白|C-反应蛋白|降钙素原|白介素|血沉|WBC|NEU|CRP|PCT|IL-6"};
constexpr WordList kRaised{"H|↑|高|HH|h"};

bool fever(const Observation& observation) {
  if (!holds_any(observation.name.value, {"体温|emperature"})) return false;
  double value = 0;
  const std::string_view text = observation.value.value;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && value >= 37.5 && value < 45;
}

bool raised(const TestResult& result) {
  return std::any_of(result.items.begin(), result.items.end(), [](const ResultItem& item) {
    return (holds_any(item.name.value, kMarkers) || holds_any(item.code.value, kMarkers)) &&
           holds_any(item.flag.value, kRaised);
  });
}

bool cultured(const TestResult& result) {
  return holds_any(result.name.value, {"培养|药敏|涂片|病原"});
}

bool told(std::string_view text) { return tells_affirmed(text, kReasons); }

}  // namespace

bool bacterial(const Diagnosis& diagnosis) {
  const std::string code = repaired_icd10(diagnosis.code.value);
  return !diagnosis.tcm && !code.empty() && in_ranges(kBacterial, code);
}

bool reason_for_antibacterials(const Chart& chart) {
  const auto by_name = [](const Diagnosis& d) { return holds_any(d.name.value, kReasons); };
  if (!chart.surgeries.empty() || !chart.procedures.empty()) return true;
  if (std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), by_name)) return true;
  if (std::any_of(chart.observations.begin(), chart.observations.end(), fever)) return true;
  const auto shows = [](const TestResult& r) { return raised(r) || cultured(r); };
  if (std::any_of(chart.results.begin(), chart.results.end(), shows)) return true;
  return std::any_of(chart.documents.begin(), chart.documents.end(), [](const Document& document) {
    return std::any_of(document.texts.begin(), document.texts.end(),
                       [](const Text& text) { return told(text.value); });
  });
}

}  // namespace emrlint::checks
