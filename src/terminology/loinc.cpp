// SPDX-License-Identifier: Apache-2.0
#include "terminology/loinc.h"

#include <algorithm>
#include <iterator>

namespace emrlint {
namespace {

template <typename Type>
struct Row {
  std::string_view code;
  std::string_view name;
  Type type;
};

constexpr Row<DocType> kDocuments[] = {
#define EMRLINT_LOINC_DOCUMENT(code, name, type) {code, name, DocType::type},
#define EMRLINT_LOINC_SECTION(code, name, type)
#include "terminology/loinc.def"
#undef EMRLINT_LOINC_DOCUMENT
#undef EMRLINT_LOINC_SECTION
};

constexpr Row<SectionType> kSections[] = {
#define EMRLINT_LOINC_DOCUMENT(code, name, type)
#define EMRLINT_LOINC_SECTION(code, name, type) {code, name, SectionType::type},
#include "terminology/loinc.def"
#undef EMRLINT_LOINC_DOCUMENT
#undef EMRLINT_LOINC_SECTION
};

template <typename Type, std::size_t kSize>
consteval bool sorted(const Row<Type> (&rows)[kSize]) {
  for (std::size_t i = 1; i < kSize; ++i) {
    if (rows[i].code <= rows[i - 1].code) return false;
  }
  return true;
}

static_assert(sorted(kDocuments));
static_assert(sorted(kSections));

template <typename Type, std::size_t kSize>
const Row<Type>* find(const Row<Type> (&rows)[kSize], std::string_view code) {
  const auto* const found = std::lower_bound(
      std::begin(rows), std::end(rows), code,
      [](const Row<Type>& row, std::string_view wanted) { return row.code < wanted; });
  return found == std::end(rows) || found->code != code ? nullptr : found;
}

}  // namespace

DocType doc_type_from_loinc(std::string_view code) {
  const auto* const row = find(kDocuments, code);
  return row == nullptr ? DocType::kUnknown : row->type;
}

SectionType section_type_from_loinc(std::string_view code) {
  const auto* const row = find(kSections, code);
  return row == nullptr ? SectionType::kUnknown : row->type;
}

std::string_view loinc_name(std::string_view code) {
  if (const auto* const row = find(kSections, code)) return row->name;
  if (const auto* const row = find(kDocuments, code)) return row->name;
  return {};
}

}  // namespace emrlint
