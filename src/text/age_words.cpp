// SPDX-License-Identifier: Apache-2.0
#include "text/age_words.h"

#include <algorithm>

#include "text/english_age.h"
#include "text/find_word.h"
#include "text/quantity.h"
#include "text/word_index.h"

namespace emrlint {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

// Takes one of the words off the end.
template <std::size_t N>
bool take_end(std::string_view& text, const std::string_view (&words)[N]) {
  for (const std::string_view word : words) {
    if (!text.ends_with(word)) continue;
    text.remove_suffix(word.size());
    return true;
  }
  return false;
}

constexpr std::string_view kComma[] = {"，", ",", "、", " "};
constexpr std::string_view kPatient[] = {"患者",   "患儿",   "病人",   "该患者", "该患",  "患者为",
                                         "患者系", "患儿为", "患者，", "患者,",  "患者现"};

// A sex with what may belong to it at the end of a text.
SaidSex take_sex(std::string_view& text, AgeMention& age) {
  const std::size_t end = text.size();
  constexpr std::string_view kTail[] = {"性患者", "性", "患者", "孩", "童"};
  take_end(text, kTail);
  const SaidSex sex = text.ends_with("男")   ? SaidSex::kMale
                      : text.ends_with("女") ? SaidSex::kFemale
                                             : SaidSex::kNone;
  if (sex == SaidSex::kNone) return sex;
  text.remove_suffix(3);
  age.sex_from = text.size();
  age.sex_to = end;
  return sex;
}

// Whether what stands before the sex introduces the patient: nothing, 患者, 患者张三, 老年.
bool introduces(const Narrative& narrative, std::string_view before, std::size_t sentence) {
  std::string_view rest = before.substr(std::min(sentence, before.size()));
  while (take_end(rest, kComma)) {
  }
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  constexpr std::string_view kAlone[] = {"",         "患者",     "患儿",     "病人",      "该患者",
                                         "老年",     "中年",     "青年",     "患者为",    "患者系",
                                         "患者老年", "患者中年", "患者青年", "病例特点："};
  if (is_one_of(rest, kAlone)) return true;
  // 患者张三，女，52岁: a name of two to four characters, none of which may tell of a relative.
  constexpr std::string_view kRelated[] = {"育", "有", "一", "二", "两", "子", "女", "儿", "弟",
                                           "妹", "兄", "姐", "父", "母", "夫", "妻", "产", "生"};
  const auto in_name = [&](std::string_view word) { return holds(rest, word); };
  return rest.starts_with("患者") && rest.size() >= 12 && rest.size() <= 18 &&
         narrative.clause_end(sentence) >= sentence + rest.size() &&
         std::none_of(std::begin(kRelated), std::end(kRelated), in_name);
}

// What may follow a present age: 45岁，or 45岁男性.
bool closed(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  constexpr std::string_view kEnds[] = {"，", ",",  "。", "；", ";",    "、",   "）",
                                        ")",  "\n", "\r", " ",  "已婚", "未婚", "汉族"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return stands_at(text, at, end); });
}

// 45岁男性，or 45岁女性患者: the sex behind the age.
bool sex_behind(std::string_view text, std::size_t at, AgeMention& age) {
  const bool male = stands_at(text, at, "男");
  if (!male && !stands_at(text, at, "女")) return false;
  std::size_t to = at + 3;
  if (stands_at(text, to, "性")) to += 3;
  if (stands_at(text, to, "患者")) {
    age.sex_to = to;
  } else if (closed(text, to)) {
    age.sex_to = to;
  } else {
    return false;
  }
  age.sex = male ? SaidSex::kMale : SaidSex::kFemale;
  age.sex_from = at;
  return true;
}

// 年龄：45岁, 现年45岁 at the front of a clause.
bool labelled(const Narrative& narrative, std::string_view before) {
  constexpr std::string_view kLink[] = {"：", ":", "为"};
  take_end(before, kLink);
  constexpr std::string_view kLabel[] = {"现年", "年龄"};
  const std::size_t end = before.size();
  if (!take_end(before, kLabel)) return false;
  const std::size_t clause = narrative.clause_begin(end);
  std::string_view head = before.substr(std::min(clause, before.size()));
  while (!head.empty() && head.front() == ' ') head.remove_prefix(1);
  return head.empty() || head.ends_with(' ') || is_one_of(head, kPatient);
}

void judge(const Narrative& narrative, AgeMention& age) {
  const std::string_view text = narrative.text();
  const Reading reading = narrative.reading(age.from, age.to);
  if (reading != Reading{}) return;
  const std::size_t sentence = narrative.sentence_begin(age.from);
  std::string_view before = text.substr(0, age.from);
  const bool behind = sex_behind(text, age.to, age);
  if (!behind && !closed(text, age.to)) return;
  if (labelled(narrative, before)) {
    age.of_patient_now = true;
    return;
  }
  std::string_view head = before.substr(sentence);
  while (!head.empty() && head.front() == ' ') head.remove_prefix(1);
  if (behind || is_one_of(head, kPatient)) {
    age.of_patient_now = (behind && head.empty()) || is_one_of(head, kPatient);
    return;
  }
  if (!take_end(before, kComma)) return;
  age.sex = take_sex(before, age);
  age.of_patient_now = age.sex != SaidSex::kNone && before.size() >= sentence &&
                       introduces(narrative, before, sentence);
}

std::optional<AgeMention> next_chinese_age(const Narrative& narrative, std::size_t at) {
  const std::string_view text = narrative.text();
  while (const auto found = next_quantity(text, at)) {
    at = found->to;
    if (found->time != TimeUnit::kAge) continue;
    AgeMention age;
    age.from = found->from;
    age.to = found->to;
    age.years = static_cast<int>(found->value);
    if (!found->ordinal && found->upto == found->value && !found->more) judge(narrative, age);
    if (!age.of_patient_now) age.sex = SaidSex::kNone;
    return age;
  }
  return std::nullopt;
}

}  // namespace

bool tells_ages(std::string_view text) { return holds(text, "岁") || tells_english_age(text); }

std::optional<AgeMention> next_age(const Narrative& narrative, std::size_t at) {
  const auto chinese = next_chinese_age(narrative, at);
  const auto english = next_english_age(narrative.text(), at);
  return !english || (chinese && chinese->from < english->from) ? chinese : english;
}

}  // namespace emrlint
