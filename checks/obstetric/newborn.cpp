// SPDX-License-Identifier: Apache-2.0
#include "checks/obstetric/newborn.h"

#include <optional>

#include "checks/consistency/pieces.h"
#include "checks/frontpage/page.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

constexpr int kLeastGrams = 200, kMostGrams = 8000;  // Other quantities than a child's weight.

std::optional<Sex> sex_of(const Element& element) {
  const std::string_view value = element.value.value, display = element.display.value;
  for (const std::string_view said : {value, display}) {
    if (said == "1" || said.starts_with("男")) return Sex::kMale;
    if (said == "2" || said.starts_with("女")) return Sex::kFemale;
  }
  return std::nullopt;
}

std::optional<int> in_grams(double value, std::string_view unit) {
  const bool kilo =
      unit == "kg" || unit == "Kg" || unit == "KG" || unit == "千克" || unit == "公斤";
  if (!kilo && unit != "g" && unit != "克" && unit != "G") return std::nullopt;
  const int grams = static_cast<int>(kilo ? value * 1000 + 0.5 : value);
  return grams >= kLeastGrams && grams <= kMostGrams ? std::optional(grams) : std::nullopt;
}

// Units in Chinese, which a quantity does not take for its own.
std::string_view unit_behind(std::string_view text) {
  constexpr std::string_view kUnits[] = {"克", "千克", "公斤"};
  for (const std::string_view unit : kUnits) {
    if (text.starts_with(unit)) return unit;
  }
  return {};
}

Part whole(const Text& text) { return {text, 0, static_cast<std::uint32_t>(text.value.size())}; }

void add_elements(const Document& document, SaidNewborns& said) {
  for (const Element& element : document.elements) {
    const bool value = !element.value.value.empty();
    if (element.id.value == elements::kNewbornSex) {
      const auto sex = sex_of(element);
      if (sex) said.sexes.push_back({*sex, whole(value ? element.value : element.display)});
    } else if (element.id.value == elements::kBirthWeight && value) {
      const auto number = number_in(element.value.value);
      const std::string_view unit = element.unit.value;
      const auto grams = number ? in_grams(*number, unit.empty() ? "g" : unit) : std::nullopt;
      if (grams) said.grams.push_back({*grams, whole(element.value)});
    }
  }
}

bool holds(std::string_view text, std::string_view word) { return text.find(word) != text.npos; }

// Whether a clause at the end of a sentence as far as read tells of a child that was born.
bool tells_of_birth(std::string_view sentence, std::string_view clause) {
  return (holds(sentence, "婴") || holds(sentence, "新生儿")) &&
         (holds(clause, "婴") || holds(clause, "新生儿") || holds(clause, "体重"));
}

class Words {
 public:
  Words(const Piece& piece, bool newborn_section, SaidNewborns& said)
      : piece_(piece), all_(newborn_section), said_(said), narrative_(piece.text.value) {}

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
  // 胎儿估重 and 前次 speak of something else.
  bool of_birth(std::size_t at) const {
    const std::string_view text = narrative_.text();
    const std::size_t end = narrative_.clause_end(at);
    const auto from = [&](std::size_t begin) { return text.substr(begin, end - begin); };
    const std::string_view clause = from(narrative_.clause_begin(at));
    for (const std::string_view other : {"估", "约", "前次", "曾", "史", "胎盘"}) {
      if (holds(clause, other)) return false;
    }
    return (all_ || tells_of_birth(from(narrative_.sentence_begin(at)), clause)) &&
           narrative_.reading(at, at + 1).mode == Mode::kActual;
  }

  const Piece& piece_;
  bool all_;
  SaidNewborns& said_;
  Narrative narrative_;
};

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

bool record_of_birth(DocType type) {
  return type == DocType::kVaginalDeliveryRecord || type == DocType::kCesareanRecord;
}

SaidNewborns newborns_in(const Document& document) {
  SaidNewborns said;
  add_elements(document, said);
  const bool no_sex = said.sexes.empty(), no_weight = said.grams.empty();
  if (!no_sex && !no_weight) return said;
  for (const Piece& piece : pieces_of(document)) {
    const bool own = piece.section == SectionType::kNewborn && record_of_birth(document.type);
    Words words(piece, own, said);
    if (no_sex) words.sexes();
    if (no_sex && own) add_labelled_sex(piece, said);
    if (no_weight) words.weights();
  }
  return said;
}

std::vector<Located<Time>> times_in(const Document& document, std::string_view id) {
  std::vector<Located<Time>> times;
  for (const Element& element : document.elements) {
    if (element.id.value != id) continue;
    auto time = parse_iso_time(element.value.value);
    if (!time) time = parse_hl7_time(element.value.value);
    if (time) times.push_back({*time, element.value.span});
  }
  return times;
}

}  // namespace emrlint::checks
