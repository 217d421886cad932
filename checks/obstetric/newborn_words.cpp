// SPDX-License-Identifier: Apache-2.0
#include "checks/obstetric/newborn_words.h"

#include <charconv>
#include <chrono>

#include "checks/consistency/pieces.h"
#include "text/find_word.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

constexpr int kLeastGrams = 200, kMostGrams = 8000;  // Other quantities than a child's weight.

// Units in Chinese, which a quantity does not take for its own.
std::string_view unit_behind(std::string_view text) {
  constexpr std::string_view kUnits[] = {"克", "千克", "公斤"};
  for (const std::string_view unit : kUnits) {
    if (text.starts_with(unit)) return unit;
  }
  return {};
}


// Whether a clause at the end of a sentence as far as read tells of a child that was born.
bool tells_of_birth(std::string_view sentence, std::string_view clause) {
  return (holds(sentence, "婴") || holds(sentence, "新生儿")) &&
         (holds(clause, "婴") || holds(clause, "新生儿") || holds(clause, "体重"));
}

// 前次, 2019年, 3年前: an earlier birth. `year` is that of the document, 0 where it is not known.
bool of_earlier_birth(std::string_view text, int year) {
  for (const std::string_view earlier :
       {"前次", "曾", "既往", "上次", "上一胎", "第一胎", "首胎", "头胎", "年前", "史"}) {
    if (holds(text, earlier)) return true;
  }
  constexpr std::string_view kYear = "年";
  for (std::size_t at = text.find(kYear); at != text.npos; at = text.find(kYear, at + 3)) {
    int value = 0;
    const char* const end = text.data() + at;
    if (at >= 4 && std::from_chars(end - 4, end, value).ptr == end && value != year) return true;
  }
  return false;
}

class Words {
 public:
  Words(const Document& document, const Piece& piece, SaidNewborns& said)
      : piece_(piece),
        record_(record_of_birth(document.type)),
        all_(record_ && piece.section == SectionType::kNewborn),
        year_(year_of(document)),
        said_(said),
        narrative_(piece.text.value) {}

  bool of_newborn() const { return all_; }

  void sexes() {
    constexpr std::string_view kBaby = "婴";
    const std::string_view text = piece_.text.value;
    for (std::size_t at = text.find(kBaby); at != text.npos; at = text.find(kBaby, at + 3)) {
      std::size_t from = at;  // 男婴, 男活婴, 男性婴, 活男婴.
      for (const std::string_view between : {"活", "死", "性"}) {
        if (text.substr(0, from).ends_with(between)) from -= 3;
      }
      if (from < 3) continue;
      const std::string_view before = text.substr(from - 3, 3);
      const Sex sex = before == "男" ? Sex::kMale : before == "女" ? Sex::kFemale : Sex::kUnknown;
      if (sex == Sex::kUnknown || !of_birth(at)) continue;
      said_.sexes.push_back({sex, part_of_piece(piece_, from - 3, at + 3)});
    }
  }

  void weights() {
    const std::string_view text = piece_.text.value;
    std::size_t at = 0;
    while (const auto quantity = next_quantity(text, at)) {
      at = quantity->to;
      const std::string_view unit =
          quantity->unit.empty() ? unit_behind(text.substr(at)) : quantity->unit;
      const auto grams = in_grams(quantity->value, unit);
      if (!grams || quantity->upto != quantity->value || !of_birth(quantity->from)) continue;
      const std::size_t to = at + (quantity->unit.empty() ? unit.size() : 0);
      said_.grams.push_back({*grams, part_of_piece(piece_, quantity->from, to)});
    }
  }

 private:
  static int year_of(const Document& document) {
    if (!document.recorded) return 0;
    const std::chrono::year_month_day day(document.recorded->value.local_day());
    return static_cast<int>(day.year());
  }

  // An estimate, an earlier birth, the weight at discharge and that of the placenta are others. A
  // sentence of the record itself may name an earlier birth beside this one.
  bool of_birth(std::size_t at) const {
    const std::string_view text = narrative_.text();
    const std::size_t end = narrative_.clause_end(at);
    const auto from = [&](std::size_t begin) { return text.substr(begin, end - begin); };
    const std::string_view clause = from(narrative_.clause_begin(at));
    const std::string_view sentence = from(narrative_.sentence_begin(at));
    for (const std::string_view other :
         {"估", "约", "胎盘", "出院", "目前", "今日", "复测", "现体重", "日龄", "最低", "减轻",
          "下降", "增加", "增长"}) {
      if (holds(clause, other)) return false;
    }
    if (of_earlier_birth(record_ ? clause : sentence, year_)) return false;
    return (all_ || tells_of_birth(sentence, clause)) &&
           narrative_.reading(at, at + 1).mode == Mode::kActual;
  }

  const Piece& piece_;
  bool record_, all_;
  int year_;
  SaidNewborns& said_;
  Narrative narrative_;
};

bool tells_of_the_past(SectionType section) {
  return section == SectionType::kPastHistory || section == SectionType::kMaritalHistory ||
         section == SectionType::kDiseaseHistory || section == SectionType::kSurgeryHistory;
}

// 性别：男 in the section for the newborn.
void add_labelled_sex(const Piece& piece, SaidNewborns& said) {
  constexpr std::string_view kLabel = "性别";
  const std::string_view text = piece.text.value;
  for (std::size_t at = text.find(kLabel); at != text.npos; at = text.find(kLabel, at + 6)) {
    std::size_t from = at + kLabel.size();
    for (const std::string_view colon : {"：", ":", " "}) {
      if (text.substr(from).starts_with(colon)) from += colon.size();
    }
    const std::string_view value = text.substr(from, 3);
    if (value != "男" && value != "女") continue;
    said.sexes.push_back(
        {value == "男" ? Sex::kMale : Sex::kFemale, part_of_piece(piece, from, from + 3)});
  }
}

}  // namespace

std::optional<int> in_grams(double value, std::string_view unit) {
  const bool kilo =
      unit == "kg" || unit == "Kg" || unit == "KG" || unit == "千克" || unit == "公斤";
  if (!kilo && unit != "g" && unit != "克" && unit != "G") return std::nullopt;
  const int grams = static_cast<int>(kilo ? value * 1000 + 0.5 : value);
  return grams >= kLeastGrams && grams <= kMostGrams ? std::optional(grams) : std::nullopt;
}

void add_words(const Document& document, bool sexes, bool weights, SaidNewborns& said) {
  for (const Piece& piece : pieces_of(document)) {
    if (tells_of_the_past(piece.section)) continue;
    Words words(document, piece, said);
    if (sexes) words.sexes();
    if (sexes && words.of_newborn()) add_labelled_sex(piece, said);
    if (weights) words.weights();
  }
}

}  // namespace emrlint::checks
