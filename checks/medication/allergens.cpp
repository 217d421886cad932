// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/allergens.h"

#include <algorithm>

#include "checks/consistency/history_text.h"
#include "checks/medication/allergen_words.h"
#include "text/find_word.h"
#include "text/narrative.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kAllergic = "过敏";

class Reader {
 public:
  Reader(const Text& piece, std::vector<Allergen>& out)
      : piece_(piece), narrative_(piece.value), out_(out) {}

  void read(bool section) {
    const std::string_view text = piece_.value;
    std::size_t at = find_word(text, kAllergic);
    if (at == text.npos && section) list(0, text.size(), true);
    for (; at != text.npos; at = find_word(text, kAllergic, at + kAllergic.size())) mention(at);
  }

 private:
  void mention(std::size_t at) {
    constexpr std::string_view kOther[] = {"性", "体质", "试验", "反应", "科", "风险", "原检"};
    constexpr std::string_view kThisStay[] = {"本次", "此次", "入院后", "住院期间", "术中"};
    const std::string_view text = piece_.value;
    std::size_t end = at + kAllergic.size();
    if (ends_at(text, at, "抗") || holds_one(sentence_of(narrative_, at), kThisStay)) return;
    if (length_of_one(text, end, kOther) != 0) return reaction(at, end);
    for (const std::string_view word : {"药物", "药品", "源", "原", "名称", "史"}) {
      if (stands_at(text, end, word)) end += word.size();
    }
    if (narrative_.reading(at, end).own_fact()) list(narrative_.clause_begin(at), at, false);
    for (const std::string_view colon : {"：", ":", "为"}) {
      if (!stands_at(text, end, colon)) continue;
      std::size_t to = text.size();
      for (const std::string_view stop : {"。", "；", ";", "\n"}) {
        to = std::min(to, text.find(stop, end));
      }
      list(end + colon.size(), to, true);
    }
  }

  // 静滴头孢曲松后出现过敏性休克: what was given stands before.
  void reaction(std::size_t at, std::size_t end) {
    constexpr std::string_view kShown[] = {"性休克", "反应", "性皮疹", "性皮炎"};
    constexpr std::string_view kGiven[] = {"使用", "应用", "注射", "服用",
                                           "口服", "静滴", "输注", "肌注"};
    const std::size_t shown = length_of_one(piece_.value, end, kShown);
    const std::size_t begin = narrative_.clause_begin(at);
    const std::string_view before = piece_.value.substr(begin, at - begin);
    if (shown == 0 || !holds(before, "后")) return;
    if (!narrative_.reading(at, end + shown).own_fact()) return;
    for (const std::string_view word : kGiven) {
      const std::size_t from = before.rfind(word);
      if (from != before.npos) return list(begin + from, at, false);
    }
  }

  // The words between bytes [from, to); `own`: whether each has a reading of its own.
  void list(std::size_t from, std::size_t to, bool own) {
    constexpr std::string_view kBetween[] = {"、", "，", ",",  "；", ";",
                                             "/",  "和", "及", "与", " "};
    const std::string_view text = piece_.value.substr(0, to);
    while (from < to) {
      std::size_t end = from;
      std::size_t gap = 0;
      while (end < to && (gap = length_of_one(text, end, kBetween)) == 0) {
        end += char_length(text, end);
      }
      end = std::min(end, to);
      word(text.substr(from, end - from), own);
      from = end + std::max<std::size_t>(gap, 1);
    }
  }

  void word(std::string_view word, bool own) {
    const std::size_t remark = std::min(word.find('('), word.find("（"));
    std::string_view bare = allergen_in(word.substr(0, remark));
    if (bare.empty() && remark != word.npos) {  // 有（青霉素）
      word.remove_prefix(remark + (word[remark] == '(' ? 1 : std::string_view("（").size()));
      bare = allergen_in(word.substr(0, std::min(word.find(')'), word.find("）"))));
    }
    if (!may_name_drug(bare)) return;
    const std::size_t from = static_cast<std::size_t>(bare.data() - piece_.value.data());
    if (own && !narrative_.reading(from, from + bare.size()).own_fact()) return;
    const bool known = std::any_of(out_.begin(), out_.end(),
                                   [&](const Allergen& one) { return one.word == bare; });
    if (known) return;
    out_.push_back({bare,
                    {piece_, static_cast<std::uint32_t>(from),
                     static_cast<std::uint32_t>(from + bare.size())}});
  }

  const Text& piece_;
  Narrative narrative_;
  std::vector<Allergen>& out_;
};

bool tells_history(DocType type) {
  switch (type) {
    case DocType::kAdmissionRecord:
    case DocType::kAdmissionDischarge24h:
    case DocType::kAdmissionDeath24h:
    case DocType::kFirstProgressNote:
    case DocType::kOutpatientRecord:
    case DocType::kEmergencyObservationRecord:
    case DocType::kAdmissionAssessment:
    case DocType::kAnesthesiaPreopVisit:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<Allergen> recorded_allergens(const Chart& chart) {
  std::vector<Allergen> found;
  for (const Document& document : chart.documents) {
    if (!tells_history(document.type)) continue;
    const Section* section = document.section(SectionType::kAllergy);
    for (const Text& piece : document.texts) {
      const bool own = section != nullptr && [&] {
        const auto texts = document.text_of(*section);
        return &piece >= texts.data() && &piece < texts.data() + texts.size();
      }();
      if (own || holds(piece.value, kAllergic)) Reader(piece, found).read(own);
    }
  }
  return found;
}

}  // namespace emrlint::checks
