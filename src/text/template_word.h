// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_TEMPLATE_WORD_H_
#define EMRLINT_TEXT_TEMPLATE_WORD_H_

#include <cstddef>
#include <string_view>

// Values that only a template has, as wholes and without blanks around them. Lists, no guesses: a
// text that a writer could have meant for an answer is not among them.
namespace emrlint {

// A label ("病区名称"), "null", or the definition of an item as the exchange standard prints it.
bool is_template_word(std::string_view value);

// What stands for the name of a member of staff, a patient or an agent: the word of a role (医师),
// or such a word with 签名 or 姓名 behind it. 患者 and 家属 alone are answers: who told the history.
bool is_template_name(std::string_view name);

// Whether the last character is one of `characters`, each of three bytes. Most texts are told from
// the words that are looked for by that alone.
constexpr bool ends_in_one_of(std::string_view text, std::string_view characters) {
  if (text.size() < 3) return false;
  const std::string_view last = text.substr(text.size() - 3);
  for (std::size_t i = 0; i < characters.size(); i += 3) {
    if (last[2] == characters[i + 2] && last == characters.substr(i, 3)) return true;
  }
  return false;
}

// The value says no more than the name of its item: "患者意见" of 患者的意见, "手术前的准备" of
// 术前准备, "检查报告备注信息" of 检查报告备注.
bool repeats_name(std::string_view value, std::string_view name);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_TEMPLATE_WORD_H_
