// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/drug_name.h"

#include <algorithm>
#include <iterator>

#include "text/word_index.h"

namespace emrlint::checks {
namespace {

// What may stand right before a name: forms, salts, how it is given.
constexpr std::string_view kBefore[] = {
    "酸", "注射用", "注射", "口服", "静滴", "滴注",     "静注", "静推", "肌注", "予",   "用", "加",
    "和", "与",     "及",   "后",   "苄星", "普鲁卡因", "重组", "复方", "国产", "进口", "液", "水"};
// What makes another drug of it.
constexpr std::string_view kPartners[] = {"舒巴坦",   "他唑巴坦", "三唑巴坦", "克拉维酸",
                                          "西司他丁", "倍他米隆", "阿维巴坦", "法硼巴坦",
                                          "雷巴坦",   "氟氯西林", "甲氧苄啶", "丙磺舒"};

bool chinese_before(std::string_view text, std::size_t from) {
  return from >= 3 && static_cast<unsigned char>(text[from - 3]) >= 0xE4 &&
         static_cast<unsigned char>(text[from - 3]) <= 0xE9;
}

// The salt of the first part and the sign between the two.
std::string_view behind(std::string_view text, std::size_t to) {
  std::string_view rest = text.substr(to);
  for (const std::string_view word : {"钠", "钾", " ", "/", "-", "+", "、", "·", "（", "("}) {
    if (rest.starts_with(word)) rest.remove_prefix(word.size());
  }
  return rest;
}

}  // namespace

bool drug_name_begins(std::string_view text, std::size_t from) {
  return !chinese_before(text, from) ||
         std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view word) { return ends_at(text, from, word); });
}

bool whole_drug_name(std::string_view text, std::size_t from, std::size_t to) {
  const std::string_view rest = behind(text, to);
  return drug_name_begins(text, from) &&
         std::none_of(std::begin(kPartners), std::end(kPartners),
                      [&](std::string_view word) { return rest.starts_with(word); });
}

}  // namespace emrlint::checks
