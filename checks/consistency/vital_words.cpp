// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/vital_words.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "text/find_word.h"
#include "text/narrative.h"
#include "text/quantity.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

struct Label {
  std::string_view word;
  Vital vital;
};
constexpr Label kLabels[] = {{"体温", Vital::kTemperature}, {"T", Vital::kTemperature},
                             {"脉搏", Vital::kPulse},       {"脉率", Vital::kPulse},
                             {"P", Vital::kPulse},          {"呼吸频率", Vital::kBreathing},
                             {"呼吸", Vital::kBreathing},   {"R", Vital::kBreathing},
                             {"血压", Vital::kSystolic},    {"BP", Vital::kSystolic}};

constexpr bool latin(unsigned char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// The label that ends right before byte `at`, beyond blanks and colons.
const Label* label_before(std::string_view text, std::size_t& at) {
  constexpr std::string_view kBetween[] = {" ", ":", "：", "为", "　"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view between : kBetween) {
      if (!ends_at(text, at, between)) continue;
      at -= between.size();
      more = true;
    }
  }
  for (const Label& label : kLabels) {
    if (!ends_at(text, at, label.word)) continue;
    const std::size_t from = at - label.word.size();
    if (latin(static_cast<unsigned char>(label.word[0])) && from > 0 &&
        latin(static_cast<unsigned char>(text[from - 1]))) {
      continue;
    }
    at = from;
    return &label;
  }
  return nullptr;
}

bool unit_fits(Vital vital, std::string_view unit) {
  switch (vital) {
    case Vital::kTemperature:
      return unit == "℃" || unit == "°C" || unit == "度" || unit == "°";
    case Vital::kPulse:
    case Vital::kBreathing:
      return unit == "次/分" || unit == "次/min" || unit == "次/分钟" || unit == "bpm" ||
             unit == "次";
    default:
      return unit == "mmHg" || unit == "mmhg";
  }
}

// 20时10分, 08:00
bool says_hour(std::string_view said) {
  constexpr std::string_view kDigits = "0123456789";
  for (std::size_t i = 1; i < said.size(); ++i) {
    if (kDigits.find(said[i - 1]) == kDigits.npos) continue;
    if (stands_at(said, i, "时") || stands_at(said, i, "点")) return true;
    const std::size_t behind = i + (stands_at(said, i, ":") ? 1 : stands_at(said, i, "：") ? 3 : 0);
    if (behind > i && behind < said.size() && kDigits.find(said[behind]) != kDigits.npos) {
      return true;
    }
  }
  return false;
}

// Whether the sentence speaks of another time than that of the note.
bool of_other_time(const Narrative& narrative, std::size_t from, std::size_t to) {
  constexpr std::string_view kWords[] = {
      "最高",   "最低", "昨",   "夜",   "晨",     "波动",   "平均",   "既往",  "平时", "平素",
      "入院时", "术中", "术前", "家中", "外院",   "院外",   "门诊",   "急诊",  "降至", "升至",
      "降到",   "升到", "控制", "目标", "维持",   "曾",     "前一",   "当时",  "发病", "来院",
      "转入",   "产时", "基础", "有创", "动脉",   "活动后", "运动后", "突",    "立位", "坐位",
      "上肢",   "下肢", "服药", "用药", "复测",   "午",     "自测",   "激动",  "透析", "出现",
      "卧",     "天前", "日前", "周",   "小时前", "便后",   "过程",   "后血压"};
  const std::size_t begin = narrative.sentence_begin(from);
  const std::string_view said = narrative.text().substr(begin, narrative.clause_end(to) - begin);
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return holds(said, word); }) ||
         says_hour(said);
}

}  // namespace

std::vector<VitalWords> vital_words(const Piece& piece) {
  const std::string_view text = piece.text.value;
  std::vector<VitalWords> found;
  constexpr std::string_view kUnits[] = {"℃", "次", "mmHg", "mmhg", "度", "°", "bpm"};
  if (std::none_of(std::begin(kUnits), std::end(kUnits),
                   [&](std::string_view unit) { return holds(text, unit); })) {
    return found;
  }
  std::optional<Narrative> narrative;
  int told[7] = {};
  for (auto q = next_quantity(text, 0); q; q = next_quantity(text, q->to)) {
    std::size_t from = q->from;
    const Label* const label = label_before(text, from);
    if (label == nullptr || q->more || q->chinese || !unit_fits(label->vital, q->unit)) continue;
    const bool pressure = label->vital == Vital::kSystolic;
    ++told[static_cast<std::size_t>(label->vital)];
    if (pressure ? !q->slash : q->value != q->upto) continue;
    if (!narrative) narrative.emplace(text);
    if (narrative->reading(from, q->to) != Reading{} || of_other_time(*narrative, from, q->to)) {
      continue;
    }
    found.push_back({label->vital, q->value, from, q->to});
    if (pressure) found.push_back({Vital::kDiastolic, q->upto, from, q->to});
  }
  // A text with several values of one sign tells how it went, not what it is.
  std::erase_if(found, [&](const VitalWords& one) {
    const Vital vital = one.vital == Vital::kDiastolic ? Vital::kSystolic : one.vital;
    return told[static_cast<std::size_t>(vital)] > 1;
  });
  return found;
}

}  // namespace emrlint::checks
