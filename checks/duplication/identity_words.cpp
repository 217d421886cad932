// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/identity_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

// 曾于我院住院（住院号：…）
bool of_earlier_stay(std::string_view before) {
  constexpr std::size_t kNear = 90;
  constexpr std::string_view kWords[] = {"曾", "上次", "前次", "既往", "外院", "首次", "年前"};
  before.remove_prefix(before.size() - std::min(before.size(), kNear));
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return holds(before, word); });
}

}  // namespace

bool surname(std::string_view name) {
  constexpr std::string_view kSurnames =
      "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏"
      "蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常"
      "万顾赖武康贺严尹钱施牛洪龚";
  return !name.empty() && holds(kSurnames, name.substr(0, char_length(name, 0)));
}

std::vector<Part> names_in(const Piece& piece) {
  const std::string_view text = piece.text.value;
  std::vector<Part> found;
  const auto add = [&](std::size_t from, std::size_t to) {
    const std::size_t size = to - from;
    const std::string_view name = text.substr(from, size);
    if (size < 6 || size > 12 || !surname(name)) return;
    found.push_back(part_of_piece(piece, from, to));
  };
  constexpr std::string_view kSexes[] = {"，男，", "，女，", "，男性，", "，女性，",
                                         ",男,",   ",女,",   ",男性,",   ",女性,"};
  for (const std::string_view sex : kSexes) {
    for (std::size_t at = find_word(text, sex); at != text.npos;
         at = find_word(text, sex, at + 1)) {
      constexpr std::string_view kPatient = "患者";
      const std::size_t from = text.substr(0, at).rfind(kPatient);
      if (from != text.npos && at - from <= 18) add(from + kPatient.size(), at);
    }
  }
  constexpr std::string_view kLabels[] = {"患者姓名：", "患者姓名:", "病人姓名："};
  for (const std::string_view label : kLabels) {
    const std::size_t at = find_word(text, label);
    if (at == text.npos) continue;
    const std::size_t from = at + label.size();
    std::size_t to = from;
    while (to < text.size() && static_cast<unsigned char>(text[to]) >= 0xE4 &&
           static_cast<unsigned char>(text[to]) <= 0xE9) {
      to += 3;
    }
    add(from, std::min(to, text.size()));
  }
  return found;
}

std::vector<Part> stay_numbers_in(const Piece& piece) {
  constexpr std::string_view kLabels[] = {"住院号", "病案号", "病历号", "MRN"};
  const std::string_view text = piece.text.value;
  std::vector<Part> found;
  for (const std::string_view label : kLabels) {
    for (std::size_t at = find_word(text, label); at != text.npos;
         at = find_word(text, label, at + 1)) {
      if (of_earlier_stay(text.substr(0, at))) continue;
      std::size_t from = at + label.size();
      for (const std::string_view colon : {"：", ":", " "}) {
        while (stands_at(text, from, colon)) from += colon.size();
      }
      std::size_t to = from;
      const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      };
      while (to < text.size() && plain(text[to])) ++to;
      if (to - from >= 5) found.push_back(part_of_piece(piece, from, to));
    }
  }
  return found;
}

}  // namespace emrlint::checks
