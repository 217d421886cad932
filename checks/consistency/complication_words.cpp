// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/complication_words.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

struct Row {
  std::string_view id;
  Bilingual name;
  std::string_view words, diagnoses, codes;
};
constexpr Row kRows[] = {
#define EMRLINT_COMPLICATION(id, zh, en, words, diagnoses, codes) \
  {id, {zh, en}, words, diagnoses, codes},
#include "checks/consistency/complications.def"
#undef EMRLINT_COMPLICATION
};

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    words.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

// The words of all rows, each with its row.
class Lexicon {
 public:
  static const Lexicon& get() {
    static const Lexicon lexicon;
    return lexicon;
  }
  const WordIndex& index() const { return index_; }
  std::size_t row(int word) const { return rows_[static_cast<std::size_t>(word)]; }
  std::size_t length(int word) const { return words_[static_cast<std::size_t>(word)].size(); }

 private:
  Lexicon() : words_(all(rows_)), index_(words_) {}
  static std::vector<std::string_view> all(std::vector<std::size_t>& rows) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < std::size(kRows); ++i) {
      for (const std::string_view word : words_of(kRows[i].words)) {
        words.push_back(word);
        rows.push_back(i);
      }
    }
    return words;
  }
  std::vector<std::size_t> rows_;  // By number of the word; filled by all().
  std::vector<std::string_view> words_;
  WordIndex index_;
};

template <std::size_t N>
bool holds_one(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return holds(text, word); });
}

// 肺炎链球菌, 肺炎疫苗, 深静脉血栓风险: the word is part of another.
bool part_of_another(std::string_view text, std::size_t to) {
  constexpr std::string_view kBehind[] = {
      "链",   "克", "支", "衣", "球", "双", "疫", "杆", "史", "型", "风险", "评", "预防", "高危",
      "相关", "率", "量", "少", "约", "筛", "防", "的", "等", "、", "或",   "及", "与",   "和"};
  return std::any_of(std::begin(kBehind), std::end(kBehind),
                     [&](std::string_view word) { return stands_at(text, to, word); });
}

bool asserted(const Narrative& narrative, std::size_t from, std::size_t to) {
  constexpr std::string_view kVerbs[] = {"诊断为", "确诊", "发生", "出现", "并发", "提示", "证实"};
  constexpr std::string_view kLeavesOpen[] = {
      "风险", "易",   "可",   "会", "率",   "评估", "告知",   "常",   "筛查", "宣教",  "防", "注意",
      "观察", "避免", "监测", "若", "高危", "倾向", "入院前", "外院", "考虑", "疑",    "待", "拟",
      "排除", "除外", "鉴别", "年", "史",   "似",   "警惕",   "是否", "如",   "并发症"};
  const std::string_view text = narrative.text();
  const std::size_t begin = narrative.clause_begin(from);
  if (!holds_one(text.substr(begin, from - begin), kVerbs)) return false;
  // Up to the end of the clause, and back to the front of the sentence: 告知…，可出现….
  const std::size_t sentence = narrative.sentence_begin(from);
  return !holds_one(text.substr(sentence, narrative.clause_end(to - 1) - sentence), kLeavesOpen);
}

}  // namespace

std::size_t complication_count() { return std::size(kRows); }
Bilingual complication_name(std::size_t complication) { return kRows[complication].name; }
std::string_view complication_id(std::size_t complication) { return kRows[complication].id; }

std::vector<ComplicationMention> complications_in(std::string_view text, Who who) {
  const Lexicon& lexicon = Lexicon::get();
  std::vector<ComplicationMention> found;
  std::optional<Narrative> narrative;
  for (std::size_t at = lexicon.index().skip(text, 0); at < text.size();
       at = lexicon.index().skip(text, at)) {
    const int word = lexicon.index().match(text, at);
    if (word < 0) {
      at += char_length(text, at);
      continue;
    }
    const std::size_t to = at + lexicon.length(word);
    if (!narrative) narrative.emplace(text, who);
    const Reading reading = narrative->reading(at, to);
    const bool fact = reading == Reading{} && !part_of_another(text, to);
    const bool stated = fact && asserted(*narrative, at, to);
    found.push_back({lexicon.row(word), stated ? narrative->clause_begin(at) : at, to, stated,
                     reading.polarity != Polarity::kAffirmed});
    at = to;
  }
  return found;
}

bool may_name(std::size_t complication, std::string_view diagnoses) {
  const auto words = words_of(kRows[complication].diagnoses);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return holds(diagnoses, word); });
}

bool may_be(std::size_t complication, const Diagnosis& diagnosis) {
  const auto codes = words_of(kRows[complication].codes);
  return may_name(complication, diagnosis.name.value) ||
         std::any_of(codes.begin(), codes.end(), [&](std::string_view code) {
           return std::string_view(diagnosis.code.value).starts_with(code);
         });
}

}  // namespace emrlint::checks
