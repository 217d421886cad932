// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/told_drugs.h"

#include <algorithm>
#include <iterator>

#include "check/words.h"
#include "checks/consistency/word_rows.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

struct Row {
  std::string_view id;
  Bilingual name;
  std::string_view words;
};
constexpr Row kRows[] = {
#define EMRLINT_DRUG(id, zh, en, words) {id, {zh, en}, words},
#include "checks/consistency/drug_names.def"
#undef EMRLINT_DRUG
};
static_assert(std::size(kRows) <= kMostDrugs);

const WordRows& drug_words() {
  static const WordRows words = [] {
    std::vector<std::string_view> lists;
    for (const Row& row : kRows) lists.push_back(row.words);
    return WordRows(lists);
  }();
  return words;
}

bool holds(std::string_view text, std::string_view words) { return holds_any(text, {words}); }

std::string_view clause(const Narrative& narrative, std::size_t at) {
  const std::size_t from = narrative.clause_begin(at);
  return narrative.text().substr(from, narrative.clause_end(at) - from);
}

// The whole sentence; up to the next stop.
std::string_view sentence(const Narrative& narrative, std::size_t at) {
  const std::string_view text = narrative.text();
  const std::size_t from = narrative.sentence_begin(at);
  std::size_t to = narrative.clause_end(at);
  while (to < text.size() && narrative.sentence_begin(to + 1) == from) {
    const std::size_t next = narrative.clause_end(to + 1);
    if (next <= to) break;
    to = next;
  }
  return text.substr(from, to - from);
}

// Brands that are words of their own as well: 予安定患者情绪.
bool ambiguous(std::string_view word) {
  constexpr std::string_view kWords[] = {"安定", "可定", "阿乐", "善宁",
                                         "代文", "美平", "特耐", "左氧"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// By staff, in the clause: what the patient took (口服…后) is not told by that alone.
bool clause_gives(std::string_view before, std::string_view behind) {
  if (holds(before, "未|不|无|没|拒|勿|禁|忌|诉|述")) return false;
  if (holds(before, "监测|检测|复查") || holds(behind, "浓度|水平")) return false;
  return holds(before,
               "予|应用|使用|静滴|静脉|滴注|泵入|继续|加用|改用|换用|输注|注射|肌注|皮下|静推|"
               "雾化|联合") ||
         holds(behind,
               "抗感染|治疗|静滴|静脉|口服|泵入|抗凝|化痰|抑酸|降压|脱水|利尿|镇痛|止痛|"
               "控制血糖|抗血小板|补液|抗炎|平喘|雾化");
}

bool told_as_given(const Narrative& narrative, const DrugMention& drug, WordList other) {
  const std::string_view text = narrative.text();
  if (ambiguous(text.substr(drug.from, drug.to - drug.from))) return false;
  if (narrative.reading(drug.from, drug.to) != Reading{}) return false;
  const std::string_view said = clause(narrative, drug.from);
  const std::size_t before = drug.from - narrative.clause_begin(drug.from);
  return clause_gives(said.substr(0, before), said.substr(before)) &&
         !holds_any(sentence(narrative, drug.from), other);
}

}  // namespace

std::string_view id(Drug drug) { return kRows[static_cast<std::size_t>(drug)].id; }
Bilingual name(Drug drug) { return kRows[static_cast<std::size_t>(drug)].name; }

std::vector<DrugMention> drugs_in(std::string_view text) {
  std::vector<DrugMention> found;
  for (std::size_t at = 0; at < text.size();) {
    const WordRows::Found word = drug_words().at(text, at);
    const std::size_t to = at + (word.length != 0 ? word.length : char_length(text, at));
    if (word.length != 0 && !kRows[word.row].id.empty()) {
      found.push_back({static_cast<Drug>(word.row), at, to});
    }
    at = to;
  }
  return found;
}

std::vector<DrugMention> given_drugs(std::string_view text, WordList other) {
  std::vector<DrugMention> found = drugs_in(text);
  if (found.empty()) return found;
  const Narrative narrative(text);
  std::erase_if(found,
                [&](const DrugMention& drug) { return !told_as_given(narrative, drug, other); });
  return found;
}

}  // namespace emrlint::checks
