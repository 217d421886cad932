// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/name_trace.h"

#include <algorithm>
#include <iterator>

#include "text/find_word.h"
#include "text/fold.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

// Characters that stand in the names of many diseases.
constexpr std::u32string_view kGeneral =
    U"急慢性亚原继复发多单症病征伴有的期级型度左右双侧上下中前后内外部位其他未特指不明因状态重轻晚"
    U"早先天遗陈"
    U"旧炎癌瘤肿块高低血功能全异常障碍综合并及与或和所致引起处无非史术治疗感染损伤恶良出骨折梗阻结"
    U"石囊溃疡死衰竭"
    U"狭窄疾患样变化质体系统水积物";
// What is measured or examined of everybody.
constexpr std::u32string_view kEverybody[] = {U"血压", U"血糖", U"体温", U"心率", U"呼吸", U"脉搏",
                                              U"体重", U"意识", U"皮肤", U"神志", U"淋巴"};
constexpr std::u32string_view kOrgans = U"心肺肝胆脾胃肠肾脑胰膀宫卵乳眼耳鼻喉骨椎髋膝踝肩肘腕";
constexpr std::u32string_view kDiseases = U"痔疝癣疖痈疣疮痣癫痫聋哮";  // By themselves.

// What shows that a sentence tells of something found in an organ, and not of a normal one.
constexpr std::string_view kFound[] = {
    "CT",   "MR",   "B超",  "彩超", "超声", "X线",  "胸片", "造影", "镜",   "心电", "ECG",  "病理",
    "穿刺", "扫描", "平片", "占位", "肿瘤", "肿物", "肿块", "癌",   "结节", "病灶", "密度", "回声",
    "梗塞", "梗死", "囊",   "钙化", "斑块", "狭窄", "扩张", "积水", "积液", "出血", "破裂", "摄片"};

struct Evidence {
  std::string_view names, words;
};
constexpr Evidence kEvidence[] = {
#define EMRLINT_EVIDENCE(names, words) {names, words},
#include "checks/coding/evidence.def"
#undef EMRLINT_EVIDENCE
};

struct Sentence {
  std::size_t end = 0;
  bool finding = false;  // It holds one of these words.
};

// The sentence of byte `at`; of a long one what is near.
Sentence sentence_of(const ChartPiece& piece, std::size_t at) {
  const std::string_view text = piece.piece.text.value;
  constexpr std::size_t kMost = 600;  // Bytes to either side.
  const std::size_t from = std::max(piece.narrative.sentence_begin(at), at - std::min(at, kMost));
  std::string_view sentence = text.substr(from, at - from + kMost);
  constexpr std::string_view kStops[] = {"。", "；", "\n"};
  for (const std::string_view stop : kStops) {
    sentence = sentence.substr(0, find_word(sentence, stop, at - from));
  }
  const bool finding = std::any_of(std::begin(kFound), std::end(kFound),
                                   [&](std::string_view word) { return holds(sentence, word); });
  return {from + sentence.size(), finding};
}

bool general(char32_t c) { return kGeneral.find(c) != kGeneral.npos; }

template <typename Test>
bool any_word(std::string_view words, Test test) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0 && test(words.substr(0, end))) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace

std::u32string telling_letters(std::string_view name) {
  std::u32string letters;
  fold(name, [&](char32_t c, std::size_t) {
    const bool telling = plain_ideograph(c) && !general(c);
    if (telling && letters.find(c) == letters.npos) letters.push_back(c);
  });
  return letters;
}

NameTrace::NameTrace(std::string_view name) : letters_(telling_letters(name)) {
  std::u32string all;
  fold(name, [&](char32_t c, std::size_t) { all.push_back(plain_ideograph(c) ? c : U' '); });
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    const auto pair = std::u32string_view(all).substr(i, 2);
    if (general(pair[0]) && general(pair[1])) continue;
    if (pair[0] == U' ' || pair[1] == U' ') continue;
    // 性胃 of 慢性胃炎 tells nothing more than 胃炎.
    if (pair[0] == U'性' || pair[1] == U'性') continue;
    if (std::find(std::begin(kEverybody), std::end(kEverybody), pair) == std::end(kEverybody)) {
      pairs_.emplace_back(pair);
    }
  }
  for (const Evidence& row : kEvidence) {
    if (!any_word(row.names, [&](std::string_view word) { return holds(name, word); })) continue;
    any_word(row.words, [&](std::string_view word) {
      evidence_.push_back(word);
      return false;
    });
  }
}

bool NameTrace::meant(const ChartPiece& piece, std::size_t from, std::size_t to) const {
  const Reading reading = piece.narrative.reading(from, to);
  return reading.polarity != Polarity::kNegated && reading.who == Who::kPatient;
}

// Pairs, several letters in a clause, and organs in reports, in one pass.
bool NameTrace::by_letters(const ChartPiece& piece) const {
  const std::string_view text = piece.piece.text.value;
  std::u32string in_clause;
  std::size_t clause_end = 0;
  char32_t before = 0;
  std::size_t before_at = 0;
  Sentence sentence;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint d = decode_point(text, at);
    const std::size_t to = at + d.length;
    const char32_t pair[] = {before, d.point};
    const auto is_pair = [&](const std::u32string& one) {
      return std::u32string_view(pair, 2) == one;
    };
    if (std::any_of(pairs_.begin(), pairs_.end(), is_pair) && meant(piece, before_at, to)) {
      return true;
    }
    if (letters_.find(d.point) != letters_.npos && meant(piece, at, to)) {
      const bool organ = kOrgans.find(d.point) != kOrgans.npos;
      if (organ && at >= sentence.end) sentence = sentence_of(piece, at);
      if (organ && (piece.report || sentence.finding)) return true;
      if (kDiseases.find(d.point) != kDiseases.npos) return true;
      if (at >= clause_end) {
        in_clause.clear();
        clause_end = piece.narrative.clause_end(at);
      }
      if (in_clause.find(d.point) == in_clause.npos) in_clause.push_back(d.point);
      if (in_clause.size() >= 2) return true;
    }
    before = d.point;
    before_at = at;
    at = to;
  }
  return false;
}

bool NameTrace::by_evidence(const ChartPiece& piece) const {
  const std::string_view text = piece.piece.text.value;
  return std::any_of(evidence_.begin(), evidence_.end(), [&](std::string_view word) {
    std::size_t at = find_word(text, word);
    while (at != text.npos && !meant(piece, at, at + word.size())) {
      at = find_word(text, word, at + word.size());
    }
    return at != text.npos;
  });
}

bool NameTrace::in(const ChartPiece& piece) const {
  return by_letters(piece) || by_evidence(piece);
}

}  // namespace emrlint::checks
