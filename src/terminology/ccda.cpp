// SPDX-License-Identifier: Apache-2.0
#include "terminology/ccda.h"

#include <algorithm>
#include <iterator>

#include "terminology/loinc.h"

namespace emrlint {
namespace {

constexpr CcdaSection kSections[] = {
#define EMRLINT_CCDA_SECTION(code, id, date, title) {code, id, date, title},
#define EMRLINT_CCDA_DOCUMENT(...)
#include "terminology/ccda.def"
#undef EMRLINT_CCDA_SECTION
#undef EMRLINT_CCDA_DOCUMENT
};

#define EMRLINT_CCDA_SECTION(...)
#define EMRLINT_CCDA_DOCUMENT(type, code, id, date, title, ...) \
  constexpr std::string_view type##Sections[] = {__VA_ARGS__};
#include "terminology/ccda.def"
#undef EMRLINT_CCDA_DOCUMENT

constexpr CcdaDocument kDocuments[] = {
#define EMRLINT_CCDA_DOCUMENT(type, code, id, date, title, ...) \
  {DocType::type, code, id, date, title, type##Sections},
#include "terminology/ccda.def"
#undef EMRLINT_CCDA_SECTION
#undef EMRLINT_CCDA_DOCUMENT
};

template <typename Rows, typename Fits>
auto* first(const Rows& rows, Fits fits) {
  const auto* const found = std::find_if(std::begin(rows), std::end(rows), fits);
  return found == std::end(rows) ? nullptr : found;
}

}  // namespace

std::span<const CcdaDocument> ccda_documents() { return kDocuments; }

const CcdaDocument* ccda_document(DocType type) {
  return first(kDocuments, [&](const CcdaDocument& document) { return document.type == type; });
}

const CcdaSection* ccda_section(SectionType type) {
  if (type == SectionType::kUnknown) return nullptr;
  return first(kSections, [&](const CcdaSection& section) {
    return section_type_from_loinc(section.code) == type;
  });
}

const CcdaSection* ccda_section_of_code(std::string_view code) {
  return first(kSections, [&](const CcdaSection& section) { return section.code == code; });
}

}  // namespace emrlint
