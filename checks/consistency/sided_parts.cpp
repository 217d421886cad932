// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/sided_parts.h"

#include <algorithm>
#include <iterator>

#include "checks/consistency/word_rows.h"
#include "text/quantity.h"
#include "text/side_words.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

struct Row {
  std::string_view id;
  Bilingual name;
  std::string_view words;
};
constexpr Row kRows[] = {
#define EMRLINT_BODY_PART(id, zh, en, words) {id, {zh, en}, words},
#include "checks/consistency/body_parts.def"
#undef EMRLINT_BODY_PART
};

const WordRows& part_words() {
  static const WordRows words = [] {
    std::vector<std::string_view> lists;
    for (const Row& row : kRows) lists.push_back(row.words);
    return WordRows(lists);
  }();
  return words;
}

const WordRows& lesion_words() {
  static constexpr std::string_view kLists[] = {
      "骨折",
      "脱位",
      "结石",
      "疝",
      "癌 恶性肿瘤 占位 肿瘤",
      "出血 血肿",
      "梗死 梗塞",
      "半月板",
      "韧带",
      "白内障",
      "静脉曲张",
      "积水",
      "囊肿",
      "扭转",
      "骨关节炎 骨性关节炎",
      "坏死",
      "息肉",
      "肌腱 跟腱断裂",
      "鞘膜积液",
      "肩袖",
      "青光眼",
      "视网膜脱离 视网膜脱落",
  };
  static const WordRows words(kLists);
  return words;
}

// What may stand between a side and the part.
const WordRows& between_words() {
  static constexpr std::string_view kLists[] = {
      "人工 全 半 单 开放性 闭合性 粉碎性 陈旧性 复发性 原发性 继发性 急性 慢性 完全性 不全性 "
      "腹腔镜下 腹腔镜 胸腔镜下 关节镜下 经皮 微创 巨大 先天性 外伤性 创伤性 病理性 老年性 "
      "应力性 年龄相关性 远端 近端 多发 多发性 多处 多根 自发性 嵌顿性 可复性 难复性 的 嵌顿 "
      "重度 中度 轻度 根治性 部分 巨大型 无痛性 浸润性 侧"};
  static const WordRows words(kLists);
  return words;
}

struct Place {
  BodyPart part = kNoPart;
  std::size_t from = 0;
  std::size_t to = 0;
};

// The part whose name begins at `at`.
Place part_at(std::string_view text, std::size_t at) {
  const WordRows::Found found = part_words().at(text, at);
  if (found.length == 0 || kRows[found.row].id.empty()) return {};
  return {static_cast<BodyPart>(found.row), at, at + found.length};
}

Place part_behind(std::string_view text, std::size_t at) {
  for (int steps = 0; steps < 5; ++steps) {
    if (part_words().at(text, at).length != 0) return part_at(text, at);
    const std::size_t length = between_words().at(text, at).length;
    if (length == 0) return {};
    at += length;
  }
  return {};
}

bool ends_item(std::string_view text, std::size_t at) {
  constexpr std::string_view kEnds[] = {"，", ",", "；", ";", "。", "、", "\n", "：", ":"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return stands_at(text, at, end); });
}

// 腹股沟疝（左）: the last part that was named in the item before the bracket.
Place part_before(std::string_view text, std::size_t begin, std::size_t at) {
  Place last;
  for (std::size_t i = begin; i < at;) {
    if (ends_item(text, i)) last = {};
    const WordRows::Found found = part_words().at(text, i);
    if (found.length != 0) last = part_at(text, i);
    i += found.length != 0 ? found.length : char_length(text, i);
  }
  return last;
}

bool in_brackets(std::string_view text, std::size_t from, std::size_t to) {
  return (ends_at(text, from, "（") || ends_at(text, from, "(")) &&
         (stands_at(text, to, "）") || stands_at(text, to, ")"));
}

std::uint8_t lesion_behind(std::string_view text, std::size_t at) {
  for (std::size_t i = at; i < text.size() && !ends_item(text, i); i += char_length(text, i)) {
    const WordRows::Found found = lesion_words().at(text, i);
    if (found.length != 0) return static_cast<std::uint8_t>(found.row + 1);
  }
  return 0;
}

// 左侧第3跖骨
std::size_t skip_ordinal(std::string_view text, std::size_t at) {
  if (!stands_at(text, at, "第")) return at;
  const auto whole = whole_at(text, at + 3);
  return whole ? whole->to : at;
}

}  // namespace

std::string_view id(BodyPart part) { return kRows[static_cast<std::size_t>(part)].id; }
Bilingual name(BodyPart part) { return kRows[static_cast<std::size_t>(part)].name; }

std::vector<SidedPart> sided_parts(std::string_view text) {
  std::vector<SidedPart> found;
  std::size_t done = 0;  // What is behind may not be named again in front of a bracket.
  for (auto side = next_side(text, 0); side; side = next_side(text, done)) {
    Place place = part_behind(text, skip_ordinal(text, side->to));
    const bool behind = place.part != kNoPart;
    if (!behind && in_brackets(text, side->from, side->to)) {
      place = part_before(text, done, side->from);
    }
    done = std::max(side->to, behind ? place.to : 0);
    if (place.part == kNoPart) continue;
    const std::size_t bracket = behind ? 0 : text[side->to] == ')' ? 1 : 3;
    found.push_back({std::min(side->from, place.from), std::max(side->to + bracket, place.to),
                     place.part, side->side, lesion_behind(text, place.from)});
  }
  return found;
}

BodyPart part_in(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const WordRows::Found found = part_words().at(text, i);
    if (found.length != 0 && !kRows[found.row].id.empty()) return static_cast<BodyPart>(found.row);
    i += found.length != 0 ? found.length : char_length(text, i);
  }
  return kNoPart;
}

}  // namespace emrlint::checks
