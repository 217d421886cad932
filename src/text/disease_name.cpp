// SPDX-License-Identifier: Apache-2.0
#include "text/disease_name.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "text/word_index.h"

namespace emrlint {
namespace {

constexpr std::string_view kOpening[] = {"（", "(", "[", "［", "【", "〔"};
constexpr std::string_view kClosing[] = {"）", ")", "]", "］", "】", "〕"};
constexpr std::string_view kMarks[] = {" ", "\t", "，", ",",  "；", ";",  "、", "。", ".", "：",
                                       ":", "-",  "—",  "　", "\n", "\r", "+",  "＋", "/"};
// 高血压病3级 极高危组, 慢性阻塞性肺疾病急性加重期: what a disease is like at the time.
constexpr std::string_view kTails[] = {
    "很高危组", "极高危组", "高危组", "中危组", "低危组", "很高危", "极高危",     "高危",
    "中危",     "低危",     "急性期", "慢性期", "活动期", "缓解期", "恢复期",     "稳定期",
    "终末期",   "晚期",     "早期",   "发作期", "加重期", "代偿期", "失代偿期",   "急性加重期",
    "急性发作", "急性加重", "重度",   "中度",   "轻度",   "重症",   "急性发作期", "未特指的",
    "未特指",   "未指明",   "分级",   "分期"};
constexpr std::string_view kNumbers[] = {
    "0",  "1", "2", "3",  "4",  "5",  "I",  "II", "III", "IV", "V",  "Ⅰ",  "Ⅱ",
    "Ⅲ",  "Ⅳ", "Ⅴ", "一", "二", "三", "四", "五", "０",  "１", "２", "３", "４",
    "５", "a", "b", "A",  "B",  "C",  "c",  "~",  "-",   "～", "G"};
constexpr std::string_view kSides[] = {"左侧", "右侧", "双侧", "两侧", "单侧"};

template <std::size_t Count>
std::size_t at_front(std::string_view text, const std::string_view (&words)[Count]) {
  std::size_t longest = 0;
  for (const std::string_view word : words) {
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

template <std::size_t Count>
std::size_t at_end(std::string_view text, const std::string_view (&words)[Count]) {
  std::size_t longest = 0;
  for (const std::string_view word : words) {
    if (text.ends_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

std::string_view without_marks(std::string_view text) {
  while (const std::size_t size = at_front(text, kMarks)) text.remove_prefix(size);
  while (const std::size_t size = at_end(text, kMarks)) text.remove_suffix(size);
  return text;
}

// Where the bracket opens that the text closes at its end; npos when it does not.
std::size_t last_bracket(std::string_view text) {
  if (at_end(text, kClosing) == 0) return text.npos;
  int depth = 0;
  for (std::size_t at = text.size(); at > 0;) {
    const std::string_view before = text.substr(0, at);
    if (at_end(before, kClosing) != 0) ++depth;
    std::size_t length = 1;
    while (length < at && (static_cast<unsigned char>(text[at - length]) & 0xC0u) == 0x80) ++length;
    at -= length;
    if (at_front(text.substr(at), kOpening) != 0 && --depth == 0) return at;
  }
  return text.npos;
}

// Bytes of a grade at the end: 3级, Ⅱ-Ⅲ度, 5期.
std::size_t grade_at_end(std::string_view text) {
  constexpr std::string_view kUnits[] = {"级", "期", "度"};
  const std::size_t unit = at_end(text, kUnits);
  if (unit == 0) return 0;
  std::string_view rest = text.substr(0, text.size() - unit);
  std::size_t numbers = 0;
  while (const std::size_t size = at_end(rest, kNumbers)) {
    rest.remove_suffix(size);
    numbers += size;
  }
  return numbers == 0 ? 0 : numbers + unit;
}

std::size_t tail_of(std::string_view text) {
  const std::size_t bracket = last_bracket(text);
  if (bracket != text.npos) return text.size() - bracket;
  return std::max(grade_at_end(text), at_end(text, kTails));
}

std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::size_t length = char_length(text, at);
    if (at_front(rest, kOpening) != 0) ++depth;
    if (depth == 0) out += rest.substr(0, length);
    if (at_front(rest, kClosing) != 0 && depth > 0) --depth;
    at += length;
  }
  return out;
}

// 眼积水 in 先天性水眼[眼积水]: names another disease, and is not what brings it about.
bool names_disease(std::string_view text) {
  constexpr std::string_view kEnds[] = {"病", "症", "征", "炎", "癌", "瘤", "疹", "疮", "积水"};
  return text.size() >= 9 && at_end(text, kEnds) != 0;
}

}  // namespace

std::string_view without_item_number(std::string_view text) {
  text = without_marks(text);
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > 2) return text;
  constexpr std::string_view kPoints[] = {".", "．", "、", ")", "）"};
  const std::size_t point = at_front(text.substr(digits), kPoints);
  return point == 0 ? text : without_marks(text.substr(digits + point));
}

std::string_view core_name(std::string_view written) {
  std::string_view text = without_item_number(written);
  if (const std::size_t side = at_front(text, kSides); side > 0 && side < text.size()) {
    text.remove_prefix(side);
  }
  while (true) {
    text = without_marks(text);
    const std::size_t tail = tail_of(text);
    if (tail == 0 || tail >= text.size()) return text;
    const std::string_view rest = without_marks(text.substr(0, text.size() - tail));
    if (rest.size() < 4) return text;  // Less than two characters name no disease.
    text = rest;
  }
}

bool only_grades(std::string_view text) {
  for (text = without_marks(text); !text.empty(); text = without_marks(text)) {
    const std::size_t tail = tail_of(text);
    if (tail == 0) return false;
    text.remove_suffix(tail);
  }
  return true;
}

namespace {

bool ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Whether the number of an item stands at `at` without a blank before it: 胆囊结石2.高血压. Not
// 血糖7.8, L4.5 or 前3、4趾.
bool number_inside(std::string_view text, std::size_t at) {
  if (at == 0 || ascii(text[at - 1]) || text[at] < '0' || text[at] > '9') return false;
  const std::string_view near = text.substr(at, 24);
  const std::string_view behind = without_item_number(near);
  const bool number = behind.size() < without_marks(near).size();
  return number && !behind.empty() && (!ascii(behind[0]) || behind.substr(1).starts_with("型"));
}

// Whether a mark at `at` parts diagnoses. A blank between Latin words does not.
bool parts_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kPlain[] = {".", "-", "—", "/"};  // 4.5cm, 胃-食管, 11/12
  const std::string_view rest = text.substr(at);
  if (at_front(rest, kMarks) == 0 || at_front(rest, kPlain) != 0) return false;
  return rest[0] != ' ' || at == 0 || !ascii(text[at - 1]) || rest.size() == 1 || !ascii(rest[1]);
}

}  // namespace

std::vector<std::string_view> diagnosis_parts(std::string_view written) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t from = 0;
  const auto close = [&](std::size_t to) {
    const std::string_view part = without_marks(written.substr(from, to - from));
    if (!part.empty()) parts.push_back(part);
  };
  for (std::size_t at = 0; at < written.size();) {
    const std::string_view rest = written.substr(at);
    const std::size_t length = char_length(written, at);
    if (at_front(rest, kOpening) != 0) ++depth;
    if (at_front(rest, kClosing) != 0 && depth > 0) --depth;
    if (depth == 0 && number_inside(written, at)) {
      close(at);
      from = at;
    } else if (depth == 0 && parts_at(written, at)) {
      close(at);
      from = at + length;
    }
    at += length;
  }
  close(written.size());
  return parts;
}

std::vector<std::string> name_forms(std::string_view title) {
  std::vector<std::string> forms;
  const auto add = [&](std::string_view form) {
    form = without_marks(form);
    if (form.empty() || std::find(forms.begin(), forms.end(), form) != forms.end()) return;
    forms.emplace_back(form);
  };
  add(title);
  constexpr std::string_view kVague[] = {"未特指的", "未特指", "unspecified", "NOS"};
  if (const std::size_t size = at_end(title, kVague)) {
    add(title.substr(0, title.size() - size));
  }
  if (at_front(title, kOpening) == 0) add(without_brackets(title));
  if (const std::size_t bracket = last_bracket(title); bracket != title.npos && bracket > 0) {
    const std::string_view inside = title.substr(bracket + char_length(title, bracket));
    const std::string_view alias = inside.substr(0, inside.size() - at_end(inside, kClosing));
    if (title[bracket] == '[' && names_disease(alias)) add(alias);
  }
  return forms;
}

}  // namespace emrlint
