// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/operation_statements.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "terminology/value_sets.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kMethod = "DE06.00.073.00";
constexpr std::string_view kMethods = "2.16.156.10011.2.3.1.159";

constexpr AnesthesiaKinds kGeneral = 1, kNeuraxial = 2, kBlock = 4, kLocal = 8, kSedation = 16;

// The records of what was done; plans may change.
constexpr DocType kRecords[] = {DocType::kOperationRecord, DocType::kCesareanRecord,
                                DocType::kAnesthesiaRecord, DocType::kOperatingRoomNursingRecord,
                                DocType::kPostopFirstNote};

// Two may operate: of the surgeons that a record names the one who fits `other` best.
const Person* surgeon_in(const Document& document, const Person* other) {
  const Person* first = nullptr;
  for (const Participant& one : document.participants) {
    if (one.role != Role::kSurgeon || !one.person.known()) continue;
    if (other == nullptr || same_person(one.person, *other) != SamePerson::kNo) return &one.person;
    if (first == nullptr) first = &one.person;
  }
  if (first != nullptr) return first;
  // The note after surgery is signed by one of those who operated, whoever that was.
  if (document.type == DocType::kPostopFirstNote) return nullptr;
  const Signature* signature = document.signature(Role::kSurgeon);
  return signature != nullptr && signature->person.known() ? &signature->person : nullptr;
}

// A record that names several surgeries does not tell of which it speaks here or there.
template <typename Use>
void for_records(const Chart& chart, std::size_t index, Use use) {
  for (const DocType type : kRecords) {
    for (const Document* d : chart.about_surgery(type, static_cast<std::uint32_t>(index))) {
      if (d->surgeries.size() <= 1) use(*d);
    }
  }
}

void add(std::vector<AnesthesiaStatement>& found, const Text& text) {
  const AnesthesiaKinds kinds = anesthesia_kinds_in(text.value);
  if (kinds != 0) found.push_back({text, kinds});
}

void add_method(std::vector<AnesthesiaStatement>& found, const Element& element) {
  if (!element.display.value.empty()) return add(found, element.display);
  Text text = element.value;
  const ValueSet* set = value_set(element.code_system.value);
  if (set != nullptr && set->oid() == kMethods) text.value = set->meaning(text.value);
  add(found, text);
}

}  // namespace

AnesthesiaKinds anesthesia_kinds_in(std::string_view text) {
  struct Word {
    std::string_view word;
    AnesthesiaKinds kind;
  };
  constexpr Word kWords[] = {
      {"全麻", kGeneral},
      {"全身", kGeneral},
      {"气管", kGeneral},
      {"喉罩", kGeneral},
      {"全凭", kGeneral},
      {"吸入", kGeneral},
      {"静吸", kGeneral},
      {"静脉", kGeneral | kSedation},
      {"基础", kGeneral | kSedation},
      {"椎管", kNeuraxial},
      {"硬膜外", kNeuraxial},
      {"脊椎膜外", kNeuraxial},
      {"腰麻", kNeuraxial},
      {"腰硬", kNeuraxial},
      {"蛛网膜下", kNeuraxial},
      {"骶管", kNeuraxial},
      {"神经", kBlock},
      {"臂丛", kBlock},
      {"颈丛", kBlock},
      {"区域", kBlock},
      {"阻滞", kBlock | kNeuraxial},
      {"局麻", kLocal},
      {"局部", kLocal},
      {"表面", kLocal},
      {"浸润", kLocal},
      {"镇静", kSedation},
      {"无痛", kSedation | kGeneral},
  };
  AnesthesiaKinds kinds = 0;
  for (const Word& word : kWords) {
    if (holds(text, word.word)) kinds |= word.kind;
  }
  return kinds;
}

int incision_class(std::string_view text) {
  struct Row {
    std::string_view form;
    int value;
  };
  constexpr Row kRows[] = {{"III", 3}, {"Ⅲ", 3}, {"II", 2}, {"Ⅱ", 2}, {"I", 1}, {"Ⅰ", 1}, {"0", 0}};
  constexpr std::string_view kEnds[] = {"", "类", "类切口", "级"};
  for (const Row& row : kRows) {
    if (!text.starts_with(row.form)) continue;
    const std::string_view rest = text.substr(row.form.size());
    return std::find(std::begin(kEnds), std::end(kEnds), rest) != std::end(kEnds) ? row.value : -1;
  }
  return -1;
}

std::vector<const Person*> stated_surgeons(const Chart& chart, std::size_t index) {
  std::vector<const Person*> found;
  const Person& own = chart.surgeries[index].surgeon;
  if (own.known()) found.push_back(&own);
  for_records(chart, index, [&](const Document& document) {
    const Person* const other = found.empty() ? nullptr : found.front();
    if (const Person* surgeon = surgeon_in(document, other)) found.push_back(surgeon);
  });
  return found;
}

std::vector<AnesthesiaStatement> stated_anesthesia(const Chart& chart, std::size_t index) {
  std::vector<AnesthesiaStatement> found;
  add(found, chart.surgeries[index].anesthesia.kind_text);
  for_records(chart, index, [&](const Document& document) {
    for (const Element& element : document.elements) {
      if (element.id.value == kMethod) add_method(found, element);
    }
    const Section* method = document.section(SectionType::kAnesthesiaMethod);
    if (method == nullptr || method->field) return;
    for (const Text& text : document.text_of(*method)) add(found, text);
  });
  return found;
}

}  // namespace emrlint::checks
