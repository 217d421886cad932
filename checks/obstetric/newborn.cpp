// SPDX-License-Identifier: Apache-2.0
#include "checks/obstetric/newborn.h"

#include <optional>

#include "checks/frontpage/page.h"
#include "checks/obstetric/newborn_words.h"

namespace emrlint::checks {
namespace {

std::optional<Sex> sex_of(const Element& element) {
  const std::string_view value = element.value.value, display = element.display.value;
  for (const std::string_view said : {value, display}) {
    if (said == "1" || said.starts_with("男")) return Sex::kMale;
    if (said == "2" || said.starts_with("女")) return Sex::kFemale;
  }
  return std::nullopt;
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

}  // namespace

bool record_of_birth(DocType type) {
  return type == DocType::kVaginalDeliveryRecord || type == DocType::kCesareanRecord;
}

SaidNewborns newborns_in(const Document& document) {
  SaidNewborns said;
  add_elements(document, said);
  const bool no_sex = said.sexes.empty(), no_weight = said.grams.empty();
  if (!no_sex && !no_weight) return said;
  add_words(document, no_sex, no_weight, said);
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
