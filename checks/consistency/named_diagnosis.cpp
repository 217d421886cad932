// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/named_diagnosis.h"

#include <algorithm>
#include <iterator>

#include "text/find_word.h"

namespace emrlint::checks {
namespace {

// What says of what course, side or kind a disease is.
constexpr std::u32string_view kCourses[] = {
    U"急性", U"慢性", U"亚急", U"左侧", U"右侧", U"双侧", U"左上", U"左下", U"右上", U"右下",
    U"原发", U"继发", U"复发", U"多发", U"单纯", U"特发", U"发性", U"综合", U"合征", U"疾病",
    U"其他", U"未特", U"特指", U"部位", U"不明", U"原因", U"状态", U"伴有", U"重度", U"中度",
    U"轻度", U"晚期", U"早期", U"化性", U"染性", U"性疾", U"患者"};
constexpr std::u32string_view kKinds[] = {U"感染", U"损伤", U"肿瘤", U"恶性", U"良性", U"性肿",
                                          U"障碍", U"功能", U"不全", U"出血", U"骨折", U"梗阻",
                                          U"结石", U"囊肿", U"溃疡", U"梗死", U"衰竭", U"狭窄"};

template <std::size_t Count>
bool one_of(const std::u32string_view (&words)[Count], std::u32string_view pair) {
  return std::find(std::begin(words), std::end(words), pair) != std::end(words);
}

}  // namespace

bool akin(const DiagnosisItem& a, const DiagnosisItem& b) {
  for (std::size_t i = 0; i + 1 < a.han.size(); ++i) {
    const auto pair = std::u32string_view(a.han).substr(i, 2);
    if (one_of(kCourses, pair) || one_of(kKinds, pair)) continue;
    if (b.han.find(pair) != b.han.npos) return true;
  }
  return false;
}

bool may_tell_of(std::string_view text, const DiagnosisItem& name) {
  if (name.han.find(U"恶性肿瘤") != name.han.npos && holds(text, "癌")) return true;
  const std::u32string said = item_of(Text{text, {}}).han;
  for (std::size_t i = 0; i + 1 < said.size(); ++i) {
    const std::size_t first = name.han.find(said[i]);
    if (first == name.han.npos || name.han.find(said[i + 1], first + 1) == name.han.npos) continue;
    if (!one_of(kCourses, std::u32string_view(said).substr(i, 2))) return true;
  }
  return false;
}

}  // namespace emrlint::checks
