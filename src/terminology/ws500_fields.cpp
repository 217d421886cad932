// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <span>

#include "terminology/data_elements.h"
#include "terminology/titles.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

struct FieldRow {
  std::string_view element;
  DocType document;
  SectionType section;
  std::string_view words;
  SectionType field;
};

constexpr FieldRow kFields[] = {
#define EMRLINT_FIELD(element, document, section, words, field) \
  {element, DocType::document, SectionType::section, words, SectionType::field},
#include "terminology/ws500_fields.def"
#undef EMRLINT_FIELD
};

static_assert(std::is_sorted(std::begin(kFields), std::end(kFields),
                             [](const FieldRow& a, const FieldRow& b) {
                               return a.element < b.element;
                             }));

constexpr std::string_view kAnyDiagnosis = "diagnosis";

bool holds_diagnosis(std::string_view element) {
  constexpr std::string_view kElements[] = {"DE05.01.024.00", "DE05.01.025.00", "DE05.10.130.00",
                                            "DE05.10.172.00"};
  return std::find(std::begin(kElements), std::end(kElements), element) != std::end(kElements);
}

struct ByElement {
  bool operator()(const FieldRow& row, std::string_view element) const {
    return row.element < element;
  }
  bool operator()(std::string_view element, const FieldRow& row) const {
    return element < row.element;
  }
};

std::span<const FieldRow> rows_of(std::string_view element) {
  const auto [first, last] =
      std::equal_range(std::begin(kFields), std::end(kFields), element, ByElement{});
  return {first, last};
}

bool matches(const FieldRow& row, DocType document, SectionType section,
             std::string_view display_name) {
  if (row.document != DocType::kUnknown && row.document != document) return false;
  if (row.section != SectionType::kUnknown && row.section != section) return false;
  return display_name.find(row.words) != std::string_view::npos;
}

const FieldRow* first_match(std::string_view element, DocType document, SectionType section,
                            std::string_view display_name) {
  for (const FieldRow& row : rows_of(element)) {
    if (matches(row, document, section, display_name)) return &row;
  }
  return nullptr;
}

}  // namespace

SectionType ws500_element_field(DocType document, SectionType section, std::string_view element,
                                std::string_view display_name) {
  const FieldRow* row = first_match(element, document, section, display_name);
  if (row == nullptr && holds_diagnosis(element)) {
    row = first_match(kAnyDiagnosis, document, section, display_name);
  }
  if (row != nullptr) return row->field;
  // An id that no dictionary knows says nothing, so only the words beside it can.
  if (data_element_name(element).empty()) return section_type_from_title(display_name);
  return SectionType::kUnknown;
}

bool ws500_has_place(DocType document, SectionType wanted) {
  const std::span<const Ws500Section> sections = ws500_sections(document);
  return sections.empty() ||
         std::any_of(sections.begin(), sections.end(), [&](const Ws500Section& section) {
           return section.type == wanted ||
                  std::any_of(section.elements.begin(), section.elements.end(),
                              [&](const Ws500Element& element) {
                                return ws500_element_field(document, section.type, element.id,
                                                           element.name) == wanted;
                              });
         });
}

}  // namespace emrlint
