// SPDX-License-Identifier: Apache-2.0
#include "checks/matching/tests.h"

#include "text/find_word.h"

namespace emrlint::checks {
namespace {

// Bit 0, CT and MRI, is told by next_scan.
constexpr WordList kWords[] = {
    {"磁共振|核磁"},
    {"血培养|痰培养|尿培养|便培养|粪便培养|细菌培养|培养及药敏|培养+药敏|"
     "培养＋药敏|培养及鉴定|"
     "培养加药敏|分泌物培养|引流液培养|脓液培养|腹水培养|胸水培养|脑脊液培养|"
     "导管培养|需氧菌培养|"
     "厌氧菌培养"},
    {"病理|活检|冰冻切片|免疫组化"},
    {"超声|彩超|声像图"},
    {"心电图"},
    {"胸片|平片|线片|摄片|线摄影"},
    {"胃镜|肠镜"},
    {"血常规|血细胞分析|全血细胞"},
    {"尿常规|尿液分析|尿液常规"},
    {"便常规|粪常规|粪便常规|大便常规"},
    {"凝血"},
    {"生化|肝功|肾功|肝肾功|电解质|血脂|心肌酶"},
    {"乙肝|感染筛查|感染八项|感染四项|输血前|传染病|术前四项|术前八项"},
    {"降钙素原"},
    {"肿瘤标志物|肿瘤标记物"},
    {"甲状腺功能|甲功"},
    {"肌钙蛋白"},
    {"血气"},
    {"血型"},
};
// No bacteria, or grown only after weeks.
constexpr WordList kSkipped{
    "真菌培养|结核培养|分枝杆菌培养|支原体培养|"
    "细胞培养|染色体|液基薄层|病理生理|病理性|病理征|"
    "病理反射|病理学会诊|病理会诊"};

bool letter(std::string_view text, std::size_t at) {
  return at < text.size() &&
         ((text[at] >= 'A' && text[at] <= 'Z') || (text[at] >= 'a' && text[at] <= 'z'));
}

// Bytes of CT or MR with what may belong to it: CTA, CTPA, MRI, MRCP; 0 where another word stands.
std::size_t scan_length(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"CTPA", "CTA", "CTV", "CTU", "CT", "MRCP", "MRI", "MRA",
                                      "MRV", "MRU", "MR", "ct", "mri", "ＣＴ", "ＭＲＩ", "ＭＲ"}) {
    if (stands_at(text, at, word)) {
      const bool other = letter(text, at + word.size()) || stands_at(text, at + word.size(), "值");
      return other ? 0 : word.size();
    }
  }
  return 0;
}

bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0 || !letter(text, at - 1)) return true;
  for (const std::string_view prefix : {"HR", "LD", "PET", "MS", "CB"}) {
    if (ends_at(text, at, prefix) && !letter(text, at - prefix.size() - 1)) return true;
  }
  return false;
}

}  // namespace

NamedTest next_scan(std::string_view text, std::size_t at) {
  constexpr std::string_view kFirst = "CMcm\xEF";
  for (; at + 1 < text.size(); ++at) {
    if (kFirst.find(text[at]) != kFirst.npos) {
      const std::size_t length = begins_word(text, at) ? scan_length(text, at) : 0;
      if (length > 0) return {at, at + length};
    } else if (stands_at(text, at, "磁共振") || stands_at(text, at, "核磁")) {
      return {at, at + 6};
    }
  }
  return {};
}

GroupSet tests_in(std::string_view text) {
  static const WordGroups groups(kWords, kSkipped);
  return groups.in(text) | (next_scan(text, 0) ? kCtMri : 0);
}

bool of_laboratory(const TestResult& result) {
  return result.kind.value.empty() || result.kind.value == "lab";
}

GroupSet tests_of(const TestResult& result) {
  if (result.kind.value == "pathology") return kPathology;
  GroupSet tests = tests_in(result.name.value);
  if (tests == 0) {
    for (const ResultItem& item : result.items) tests |= tests_in(item.name.value);
  }
  if (result.kind.value == "lab") tests &= ~kCtMri;  // CT of a PCR.
  return tests;
}

GroupSet tests_of(const Order& order) {
  return order.kind.value == "lab" ? tests_in(order.content.value) & ~kCtMri
                                   : tests_in(order.content.value);
}

bool orders_test(const Order& order) {
  return !order.cancelled && (order.kind.value == "lab" || order.kind.value == "exam");
}

const std::optional<Located<Time>>& done_at(const TestResult& result) {
  return result.collected ? result.collected : result.reported;
}

bool within_stay(const Chart& chart, const TestResult& result) {
  const Encounter& stay = chart.encounter;
  const auto& done = done_at(result);
  if (!done || !stay.admitted || certainly_before(done->value, stay.admitted.value())) return false;
  const TimeFact& end = stay.died ? stay.died : stay.discharged;
  const auto& out = result.reported ? result.reported : done;
  return !end || certainly_before(out->value, end.value());
}

}  // namespace emrlint::checks
