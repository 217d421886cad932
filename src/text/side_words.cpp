// SPDX-License-Identifier: Apache-2.0
#include "text/side_words.h"

#include <algorithm>
#include <vector>

#include "text/word_index.h"

namespace emrlint {
namespace {

enum class Word : std::uint8_t { kLeft, kRight, kBoth, kLeftRight, kPaired, kSkip };
struct Row {
  Word kind;
  std::string_view words;
};
constexpr Row kRows[] = {
    {Word::kLeft, "左侧 左边 左"},
    {Word::kRight, "右侧 右边 右"},
    {Word::kBoth, "双侧 两侧 双边 左右侧 左右两侧 左右双侧"},
    {Word::kLeftRight, "左右"},
    {Word::kPaired, "双"},  // Only before the name of a paired part.
    {Word::kSkip,
     "左利 右利 左撇 右撇 左旋 右旋 左氧 左西 左甲状 左卡尼 左炔 左乙拉 左羟 左布比 左舒 左亚 "
     "左奥硝 左多巴 "
     "左洛 左磺 左司 左金丸 右美 右雷 右佐 右丙 右酮 右兰 右苯 右归丸 左归丸 右芬 右哌 "
     "左心 右心 左室 右室 左房 右房 左主干 左前降 左回旋 左冠 右冠 左束支 右束支 左前分支 左后分支 "
     "左向右 右向左 左移 右移 左偏 右偏 左位 右位 左侧卧 右侧卧 左侧位 右侧位 左卧位 右卧位 左前斜 "
     "右前斜 "
     "左侧躺 右侧躺 左近 左证 左道 座右铭 左手定则 左枕前 右枕前 左枕横 右枕横 左枕后 右枕后 "
     "双氯 双歧 双相 双重 双嘧 双胎 双氧 双向 双盲 双黄 双膦 双水 双联 双抗 双顶径 双人 双腔"},
};

struct Table {
  std::vector<std::string_view> words;
  std::vector<Word> kinds;
};

const Table& table() {
  static const Table all = [] {
    Table made;
    for (const Row& row : kRows) {
      std::string_view rest = row.words;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0) {
          made.words.push_back(rest.substr(0, end));
          made.kinds.push_back(row.kind);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return made;
  }();
  return all;
}

const WordIndex& index() {
  static const WordIndex made(table().words);
  return made;
}

constexpr std::string_view kPaired[] = {
    "肺",     "眼",   "耳",     "手",   "足",     "脚",   "下肢", "上肢", "肾",   "膝",
    "髋",     "肩",   "乳",     "附件", "踝",     "腕",   "肘",   "瞳",   "颈",   "腿",
    "臂",     "卵巢", "输尿管", "睾",   "腹股",   "锁骨", "额",   "颞",   "基底", "小腿",
    "大腿",   "胸",   "髂",     "扁桃", "甲状腺", "鼻",   "颌",   "腋",   "臀",   "输卵",
    "肾上腺", "股",   "胫",     "桡",   "季肋",   "面颊", "外耳", "巩膜"};

template <std::size_t N>
bool any_stands(std::string_view text, std::size_t at, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return stands_at(text, at, word); });
}

// 3天左右, 5cm左右, 40岁左右: about so many.
bool about(std::string_view text, std::size_t at) {
  constexpr std::string_view kUnits[] = {"天", "日", "周", "月", "年", "岁", "时", "钟", "次",
                                         "度", "℃",  "％", "分", "个", "克", "升", "点"};
  if (at == 0) return false;
  const auto before = static_cast<unsigned char>(text[at - 1]);
  if (before < 0x80 && before > ' ' && before != ',' && before != ';') return true;
  return std::any_of(std::begin(kUnits), std::end(kUnits),
                     [&](std::string_view unit) { return ends_at(text, at, unit); });
}

// The other side right behind: 左、右, 左侧及右侧.
std::size_t other_side(std::string_view text, std::size_t at, std::string_view other) {
  for (const std::string_view link : {"、", "及", "和", "与", "/", "侧、", "侧及"}) {
    if (!stands_at(text, at, link) || !stands_at(text, at + link.size(), other)) continue;
    const std::size_t to = at + link.size() + other.size();
    return stands_at(text, to, "侧") ? to + 3 : to;
  }
  return 0;
}

}  // namespace

std::optional<SideMention> next_side(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const int found = index().match(text, at);
    if (found < 0) {
      at += char_length(text, at);
      continue;
    }
    const auto i = static_cast<std::size_t>(found);
    SideMention side{at, at + table().words[i].size(), Side::kBoth};
    at = side.to;
    switch (table().kinds[i]) {
      case Word::kBoth:
        return side;
      case Word::kPaired:
        if (any_stands(text, side.to, kPaired)) return side;
        break;
      case Word::kLeftRight:
        if (!about(text, side.from) && any_stands(text, side.to, kPaired)) return side;
        break;
      case Word::kLeft:
      case Word::kRight: {
        const bool left = table().kinds[i] == Word::kLeft;
        side.side = left ? Side::kLeft : Side::kRight;
        const std::size_t both = other_side(text, side.to, left ? "右" : "左");
        if (both != 0) side = {side.from, both, Side::kBoth};
        return side;
      }
      case Word::kSkip:
        break;
    }
  }
  return std::nullopt;
}

}  // namespace emrlint
