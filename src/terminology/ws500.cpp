// SPDX-License-Identifier: Apache-2.0
#include "terminology/ws500.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "terminology/loinc.h"
#include "terminology/titles.h"

namespace emrlint {
namespace {

struct DocumentRow {
  DocType type;
  std::string_view code;
  std::string_view template_id;
};

constexpr DocumentRow kDocuments[] = {
#define EMRLINT_WS500_DOCUMENT(type, code, template_id) {DocType::type, code, template_id},
#define EMRLINT_WS500_SECTION(document, name, code, display_name, least, most, type)
#define EMRLINT_WS500_ELEMENT(id, name)
#include "terminology/ws500.def"
#undef EMRLINT_WS500_DOCUMENT
#undef EMRLINT_WS500_SECTION
#undef EMRLINT_WS500_ELEMENT
};

constexpr Ws500Element kElements[] = {
#define EMRLINT_WS500_DOCUMENT(type, code, template_id)
#define EMRLINT_WS500_SECTION(document, name, code, display_name, least, most, type)
#define EMRLINT_WS500_ELEMENT(id, name) {id, name},
#include "terminology/ws500.def"
#undef EMRLINT_WS500_DOCUMENT
#undef EMRLINT_WS500_SECTION
#undef EMRLINT_WS500_ELEMENT
};

struct SectionRow {
  DocType document = DocType::kUnknown;
  Ws500Section section;
};

// The rows without their elements, which stand in the lines after each in the table.
constexpr SectionRow kSectionRows[] = {
#define EMRLINT_WS500_DOCUMENT(type, code, template_id)
#define EMRLINT_WS500_SECTION(document, name, code, display_name, least, most, type) \
  {DocType::document, {name, code, display_name, least, most, SectionType::type, {}}},
#define EMRLINT_WS500_ELEMENT(id, name)
#include "terminology/ws500.def"
#undef EMRLINT_WS500_DOCUMENT
#undef EMRLINT_WS500_SECTION
#undef EMRLINT_WS500_ELEMENT
};

// One entry for each line of the table that counts here: true for a section, false for an element.
constexpr bool kOpensSection[] = {
#define EMRLINT_WS500_DOCUMENT(type, code, template_id)
#define EMRLINT_WS500_SECTION(document, name, code, display_name, least, most, type) true,
#define EMRLINT_WS500_ELEMENT(id, name) false,
#include "terminology/ws500.def"
#undef EMRLINT_WS500_DOCUMENT
#undef EMRLINT_WS500_SECTION
#undef EMRLINT_WS500_ELEMENT
};

constexpr std::size_t kSectionCount = std::size(kSectionRows);

consteval std::array<Ws500Section, kSectionCount> sections_with_elements() {
  std::array<Ws500Section, kSectionCount> result{};
  std::array<std::size_t, kSectionCount> count{};
  std::size_t opened = 0;
  for (const bool opens : kOpensSection) {
    if (opens) {
      ++opened;
    } else {
      ++count[opened - 1];
    }
  }
  std::size_t first = 0;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    result[i] = kSectionRows[i].section;
    result[i].elements = std::span<const Ws500Element>(kElements + first, count[i]);
    first += count[i];
  }
  return result;
}

constexpr std::array<Ws500Section, kSectionCount> kSections = sections_with_elements();

struct Slice {
  std::uint16_t first = 0;
  std::uint16_t count = 0;
  std::uint8_t row = 0;  // Of kDocuments, plus one; 0 for a type that the standard does not have.
};

consteval std::array<Slice, kDocTypeCount> slices() {
  std::array<Slice, kDocTypeCount> result{};
  for (std::size_t i = 0; i < std::size(kDocuments); ++i) {
    result[static_cast<std::size_t>(kDocuments[i].type)].row = static_cast<std::uint8_t>(i + 1);
  }
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    Slice& slice = result[static_cast<std::size_t>(kSectionRows[i].document)];
    if (slice.count == 0) slice.first = static_cast<std::uint16_t>(i);
    ++slice.count;
  }
  return result;
}

constexpr std::array<Slice, kDocTypeCount> kSlices = slices();

const DocumentRow* row_of(DocType type) {
  const std::uint8_t row = kSlices[static_cast<std::size_t>(type)].row;
  return row == 0 ? nullptr : &kDocuments[row - 1];
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_text(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool same_name(const Ws500Section& section, std::string_view display_name) {
  constexpr std::string_view kSuffix = "章节";
  if (display_name.ends_with(kSuffix)) display_name.remove_suffix(kSuffix.size());
  return same_text(display_name, section.display_name) || display_name == section.name;
}

// The only meaning that a code has in all documents of the standard, kUnknown if it has several.
SectionType usual_meaning(std::string_view code) {
  SectionType meaning = SectionType::kUnknown;
  for (const Ws500Section& section : kSections) {
    if (section.code != code) continue;
    if (meaning != SectionType::kUnknown && meaning != section.type) return SectionType::kUnknown;
    meaning = section.type;
  }
  return meaning;
}

// How many of the elements the section has, and how many of them by the same name.
int fit(const Ws500Section& section, std::span<const Ws500Element> held) {
  int result = 0;
  for (const Ws500Element& element : held) {
    int best = 0;
    for (const Ws500Element& own : section.elements) {
      if (own.id == element.id) best = std::max(best, own.name == element.name ? 2 : 1);
    }
    result += best;
  }
  return result;
}

// Codes and templates differ in their last figures, so these are looked at first.
bool same_number(std::string_view a, std::string_view b) {
  return !b.empty() && a.size() == b.size() && a.back() == b.back() && a == b;
}

}  // namespace

std::span<const Ws500Section> ws500_sections(DocType type) {
  const Slice slice = kSlices[static_cast<std::size_t>(type)];
  return std::span<const Ws500Section>(kSections).subspan(slice.first, slice.count);
}

std::string_view ws500_code(DocType type) {
  const DocumentRow* row = row_of(type);
  return row == nullptr ? std::string_view() : row->code;
}

std::string_view ws500_template(DocType type) {
  const DocumentRow* row = row_of(type);
  return row == nullptr ? std::string_view() : row->template_id;
}

DocType doc_type_from_code(std::string_view code) {
  const auto* const found =
      std::find_if(std::begin(kDocuments), std::end(kDocuments),
                   [&](const DocumentRow& row) { return same_number(row.code, code); });
  return found == std::end(kDocuments) ? DocType::kUnknown : found->type;
}

DocType doc_type_from_template(std::string_view template_id) {
  const auto* const found = std::find_if(
      std::begin(kDocuments), std::end(kDocuments),
      [&](const DocumentRow& row) { return same_number(row.template_id, template_id); });
  return found == std::end(kDocuments) ? DocType::kUnknown : found->type;
}

DocType doc_type_of(std::string_view code, std::string_view template_id, std::string_view title) {
  const DocType by_code = doc_type_from_code(code);
  const DocType by_template = doc_type_from_template(template_id);
  const DocType by_title = doc_type_from_title(title);
  // A copied template leaves one of the three behind; the other two are then right.
  if (by_template != DocType::kUnknown && by_template == by_title) return by_template;
  if (by_code != DocType::kUnknown) return by_code;
  if (by_template != DocType::kUnknown) return by_template;
  return by_title;
}

SectionType ws500_section(DocType document, std::string_view code, std::string_view display_name) {
  const Ws500Section* by_code = nullptr;
  const Ws500Section* by_name = nullptr;
  for (const Ws500Section& section : ws500_sections(document)) {
    const bool named = !display_name.empty() && same_name(section, display_name);
    if (!code.empty() && section.code == code) {
      if (named) return section.type;
      // Of two sections with one code the first stands for both, unless a heading tells more.
      if (by_code == nullptr) by_code = &section;
    } else if (named && by_name == nullptr) {
      by_name = &section;
    }
  }
  if (by_code != nullptr) {
    const SectionType titled = section_type_from_title(display_name);
    return titled == SectionType::kUnknown ? by_code->type : titled;
  }
  if (by_name != nullptr) return by_name->type;
  const SectionType titled = section_type_from_title(display_name);
  if (titled != SectionType::kUnknown) return titled;
  if (code.empty()) return SectionType::kUnknown;
  const SectionType usual = usual_meaning(code);
  return usual != SectionType::kUnknown ? usual : section_type_from_loinc(code);
}

bool ws500_code_is_shared(DocType document, std::string_view code) {
  const auto sections = ws500_sections(document);
  return !code.empty() && std::count_if(sections.begin(), sections.end(), [&](const auto& section) {
                            return section.code == code;
                          }) > 1;
}

SectionType ws500_section_of_elements(DocType document, std::string_view code, SectionType read,
                                      bool taken, std::span<const Ws500Element> held) {
  const Ws500Section* best = nullptr;
  int most = -1;
  bool candidate = false;
  for (const Ws500Section& section : ws500_sections(document)) {
    if (section.code != code) continue;
    candidate = candidate || section.type == read;
    // Twice the fit, so that what was read so far decides between equals.
    const int points = 2 * fit(section, held) + ((section.type == read) != taken ? 1 : 0);
    if (points <= most) continue;
    most = points;
    best = &section;
  }
  return candidate ? best->type : read;
}

}  // namespace emrlint
