// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/text_fact.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <tuple>

#include "checks/consistency/names.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

// Who it was may come out in the course of a stay.
bool named(std::string_view name) {
  constexpr std::string_view kNobody[] = {"无名", "不详", "不明", "未知", "待查"};
  return tells_apart(name) && std::none_of(std::begin(kNobody), std::end(kNobody),
                                           [&](auto word) { return holds(name, word); });
}

// The charts of how many patients hold the text, but no more than `most`. Who may be one of those
// that were counted is not.
std::size_t patients(const std::vector<const Fact*>& facts, std::size_t most) {
  std::vector<const Fact*> counted;
  for (const Fact* const fact : facts) {
    if (counted.size() == most) break;
    const bool other = std::all_of(counted.begin(), counted.end(), [fact](const Fact* one) {
      return same_patient(*one, *fact) == SamePatient::kNo;
    });
    if (patient_known(*fact) && other) counted.push_back(fact);
  }
  return counted.size();
}

}  // namespace

// A newborn goes by its mother's name; what stands in both their charts is of both.
std::string patient_name(const Patient& patient) {
  const std::string_view name = patient.name.value, mother = mother_in(name);
  return named(name) ? std::string(mother.empty() ? name : mother) : std::string();
}

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool patient_known(const Fact& fact) {
  return !fact.mark(kCard).empty() || !fact.mark(kNumber).empty() || !fact.mark(kName).empty();
}

const Missing kSamePatient{"same-patient", "两份病历是否为同一患者（患者编号、身份证号、姓名）",
                           "whether both charts are of one patient (number, identity card, name)"};

Bilingual name_of(const Fact& fact) {
  if (const auto section = section_type_from_id(fact.word(kSection))) {
    return {name(*section, Lang::kZh), name(*section, Lang::kEn)};
  }
  const DocType type = doc_type_from_id(fact.word(kDocument)).value_or(DocType::kUnknown);
  return {name(type, Lang::kZh), name(type, Lang::kEn)};
}

bool written_before(const Fact& a, const Fact& b) {
  const auto rank = [](const Fact& fact) {
    return std::tuple(fact.start ? fact.start->earliest : Instant::max(),
                      std::string_view(fact.chart));
  };
  return rank(a) < rank(b);
}

bool over_cap(const std::vector<const Fact*>& facts) {
  const int cap = number_of(facts.front()->word(kCap));
  return cap > 0 && patients(facts, static_cast<std::size_t>(cap) + 1) > std::size_t(cap);
}

SamePatient same_patient(const Fact& a, const Fact& b) {
  const auto both = [&](std::size_t mark) {
    return !a.mark(mark).empty() && !b.mark(mark).empty();
  };
  const auto equal = [&](std::size_t mark) { return a.mark(mark) == b.mark(mark); };
  const bool other_name = both(kName) && !equal(kName);
  // The card of a parent may stand on what is of a child.
  const SamePatient same = other_name ? SamePatient::kUnknown : SamePatient::kYes;
  if (both(kCard)) return equal(kCard) ? same : SamePatient::kNo;
  if (both(kNumber) && equal(kHospital)) {
    if (equal(kNumber)) return same;
    // A patient may have got a second number.
    return both(kName) && !other_name ? SamePatient::kUnknown : SamePatient::kNo;
  }
  if (other_name) return SamePatient::kNo;
  return a.chart == b.chart && equal(kHospital) ? SamePatient::kYes : SamePatient::kUnknown;
}

}  // namespace emrlint::checks
