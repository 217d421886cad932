// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/history_words.h"

#include <algorithm>

#include "checks/consistency/history_text.h"
#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

// The first place of the word for which `wanted(from, to)` holds.
template <typename Wanted>
FoundWords first_place(const Narrative& narrative, std::string_view word, Wanted wanted) {
  const std::string_view text = narrative.text();
  for (std::size_t at = find_word(text, word); at != text.npos;
       at = find_word(text, word, at + word.size())) {
    if (wanted(at, at + word.size())) return HistoryWords{at, at + word.size()};
  }
  return std::nullopt;
}

// What a writer may well not call an operation.
bool minor(std::string_view clause) {
  constexpr std::string_view kMinor[] = {"内镜", "肠镜", "胃镜", "息肉",   "宫腔镜", "膀胱镜",
                                         "电切", "激光", "门诊", "活检",   "穿刺",   "介入",
                                         "支架", "清创", "缝合", "流产",   "引产",   "清宫",
                                         "痔",   "痣",   "拔",   "脂肪瘤", "包皮"};
  return holds_one(clause, kMinor);
}

constexpr std::string_view kCaesarean[] = {"剖宫产", "剖腹产"};
constexpr std::string_view kOperations[] = {"切除术", "置换术", "修补术", "内固定术",
                                            "搭桥术", "移植术", "吻合术"};

// The clause up to the end of the words, which tells when and why.
FoundWords with_clause(const Narrative& narrative, const FoundWords& found) {
  if (!found) return found;
  std::size_t from = narrative.clause_begin(found->from);
  while (stands_at(narrative.text(), from, " ")) ++from;
  return HistoryWords{std::min(from, found->from), found->to};
}

bool done(const Narrative& narrative, std::size_t from, std::size_t to) {
  return narrative.reading(from, to).own_fact() && !minor(clause_of(narrative, from));
}

// 行 stands before the name in its clause.
bool performed(const Narrative& narrative, std::size_t from) {
  const std::size_t begin = narrative.clause_begin(from);
  return holds(narrative.text().substr(begin, from - begin), "行");
}

// The first operation of the list that is told of as done.
FoundWords first_done(const Narrative& narrative, Words words, bool performed_only) {
  for (const std::string_view word : words) {
    const FoundWords found = first_place(narrative, word, [&](std::size_t from, std::size_t to) {
      return done(narrative, from, to) && (!performed_only || performed(narrative, from));
    });
    if (found) return with_clause(narrative, found);
  }
  return std::nullopt;
}

}  // namespace

FoundWords operation_history(const Narrative& narrative, bool may_be_mother) {
  constexpr std::string_view kOfAll[] = {"切除史",   "切除术史", "置换术史",
                                         "修补术史", "搭桥术史", "移植术史"};
  constexpr std::string_view kOfMother[] = {"剖宫产史", "剖宫产术史", "剖宫产手术史", "剖腹产史",
                                            "剖腹产手术史"};
  FoundWords found = first_done(narrative, kOfAll, false);
  if (!found && may_be_mother) found = first_done(narrative, kOfMother, false);
  return found;
}

FoundWords past_operation(const Narrative& narrative, bool may_be_mother) {
  FoundWords found = operation_history(narrative, may_be_mother);
  if (!found) found = first_done(narrative, kOperations, true);
  if (!found && may_be_mother) found = first_done(narrative, kCaesarean, false);
  return found;
}

FoundWords operation_scar(const Narrative& narrative) {
  constexpr std::string_view kScars[] = {"手术瘢痕",     "手术疤痕", "手术切口瘢痕",
                                         "手术切口疤痕", "术后瘢痕", "术后疤痕"};
  return first_done(narrative, kScars, false);
}

bool tells_of_operation(const Narrative& narrative) {
  constexpr std::string_view kWanted[] = {"治疗", "指征", "适应证", "前"};
  return first_place(narrative, "术",
                     [&](std::size_t from, std::size_t to) {
                       return length_of_one(narrative.text(), to, kWanted) == 0 &&
                              narrative.reading(from, to).own_fact();
                     })
      .has_value();
}

FoundWords drug_allergy_stated(const Narrative& narrative) {
  constexpr std::string_view kDrugs[] = {"青霉素", "阿莫西林", "头孢",       "磺胺",
                                         "链霉素", "庆大霉素", "左氧氟沙星", "阿司匹林",
                                         "布洛芬", "碘造影剂", "普鲁卡因",   "利多卡因"};
  constexpr std::string_view kLinks[] = {"类药物过敏", "类药过敏", "类抗生素过敏",
                                         "类过敏",     "药物过敏", "过敏"};
  constexpr std::string_view kOfTest[] = {"皮试", "试验", "本次", "入院后", "此次"};
  constexpr std::string_view kNoHistory[] = {"试验", "性", "体质", "反应", "原"};
  const std::string_view text = narrative.text();
  for (const std::string_view drug : kDrugs) {
    for (std::size_t at = find_word(text, drug); at != text.npos;
         at = find_word(text, drug, at + drug.size())) {
      const std::size_t link = length_of_one(text, at + drug.size(), kLinks);
      const std::size_t to = at + drug.size() + link;
      if (link == 0 || length_of_one(text, to, kNoHistory) != 0) continue;
      if (!narrative.reading(at, to).own_fact()) continue;
      if (holds_one(sentence_of(narrative, at), kOfTest)) continue;
      const bool history = stands_at(text, to, "史");
      if (history || ends_at(text, at, "对")) {
        return HistoryWords{at, history ? to + std::string_view("史").size() : to};
      }
    }
  }
  return std::nullopt;
}

}  // namespace emrlint::checks
