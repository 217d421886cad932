// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/allergens.h"

#include <algorithm>

#include "check/words.h"
#include "checks/consistency/history_text.h"
#include "text/find_word.h"
#include "text/narrative.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kAllergic = "过敏";
constexpr std::size_t kShortest = 6, kLongest = 45;  // Bytes of a word.

constexpr std::string_view kLeading[] = {"有",   "对",   "使用", "应用", "注射", "服用", "口服",
                                         "静滴", "输注", "肌注", "接触", "既往", "曾",   "及",
                                         "和",   "与",   "或",   "患者", "自述", "诉",   "述",
                                         "系",   "为",   "于",   "史"};
constexpr std::string_view kTrailing[] = {"类抗生素", "类抗菌药物", "类药物", "类药", "类", "药物",
                                          "制剂",     "注射液",     "等",     "后",   "时", "皮试",
                                          "有",       "史",         " ",      "过敏"};
// Begins with one of kLeading and is a name all the same.
constexpr std::string_view kNames[] = {"对乙酰", "对比剂", "对氨基", "对硝基"};
constexpr WordList kNoDrugs{
    "海鲜|海产|虾|蟹|鱼|花粉|尘螨|螨|牛奶|奶制品|鸡蛋|蛋清|芒果|菠萝|坚果|花生|食物|粉尘|灰尘|动物|"
    "皮毛|毛发|豆|羊肉|牛肉|冷空气|紫外线|日光|橡胶|乳胶|胶布|油漆|蜂|蒿|化妆品|染发|金属|蚊|季节|"
    "不详|不明|未知|何物|某"};

std::string_view strip(std::string_view word, Words leading, Words trailing) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view one : leading) {
      const bool name = std::any_of(std::begin(kNames), std::end(kNames),
                                    [&](std::string_view it) { return word.starts_with(it); });
      if (name || !word.starts_with(one)) continue;
      word.remove_prefix(one.size());
      cut = true;
    }
    for (const std::string_view one : trailing) {
      if (!word.ends_with(one)) continue;
      word.remove_suffix(one.size());
      cut = true;
    }
  }
  return word;
}

class Reader {
 public:
  Reader(const Text& piece, std::vector<Allergen>& out)
      : piece_(piece), narrative_(piece.value), out_(out) {}

  void read(bool section) {
    const std::string_view text = piece_.value;
    std::size_t at = find_word(text, kAllergic);
    if (at == text.npos && section) list(0, text.size(), text.size());
    for (; at != text.npos; at = find_word(text, kAllergic, at + kAllergic.size())) mention(at);
  }

 private:
  void mention(std::size_t at) {
    constexpr std::string_view kOther[] = {"性", "体质", "试验", "反应", "科", "风险", "原检"};
    constexpr std::string_view kThisStay[] = {"本次", "此次", "入院后", "住院期间", "术中", "现"};
    const std::string_view text = piece_.value;
    std::size_t end = at + kAllergic.size();
    if (length_of_one(text, end, kOther) != 0 || ends_at(text, at, "抗")) return;
    if (holds_one(sentence_of(narrative_, at), kThisStay)) return;
    for (const std::string_view word : {"药物", "药品", "源", "原", "史"}) {
      if (stands_at(text, end, word)) end += word.size();
    }
    list(narrative_.clause_begin(at), at, end);
    for (const std::string_view colon : {"：", ":", "为"}) {
      if (!stands_at(text, end, colon)) continue;
      std::size_t to = text.size();
      for (const std::string_view stop : {"。", "；", ";", "\n"}) {
        to = std::min(to, text.find(stop, end));
      }
      list(end + colon.size(), to, 0);
    }
  }

  // The words between bytes [from, to), each with its reading: to byte `told`, or of its own.
  void list(std::size_t from, std::size_t to, std::size_t told) {
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
      word(text.substr(from, end - from), told == 0 ? end : told);
      from = end + std::max<std::size_t>(gap, 1);
    }
  }

  void word(std::string_view word, std::size_t told) {
    const std::size_t remark = std::min(word.find('('), word.find("（"));
    const std::string_view bare = strip(word.substr(0, remark), kLeading, kTrailing);
    if (bare.size() < kShortest || bare.size() > kLongest || holds_any(bare, kNoDrugs)) return;
    for (const std::string_view none : {"无", "否认", "未", "暂无", "可疑", "疑", "怀疑", "考虑"}) {
      if (bare.starts_with(none)) return;
    }
    const std::size_t from = static_cast<std::size_t>(bare.data() - piece_.value.data());
    if (!narrative_.reading(from, std::max(told, from + bare.size())).own_fact()) return;
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

std::string_view bare_drug_word(std::string_view word) { return strip(word, {}, kTrailing); }

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
