// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "model/document_types.h"
#include "model/section_types.h"

namespace emrlint {
namespace {

bool is_kebab_case(std::string_view text) {
  const auto ok = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), ok);
}

TEST_CASE("every document type is found again by its id") {
  for (std::size_t i = 1; i < kDocTypeCount; ++i) {
    const auto type = static_cast<DocType>(i);
    CAPTURE(id(type));
    CHECK(is_kebab_case(id(type)));
    CHECK(doc_type_from_id(id(type)) == type);
    CHECK_FALSE(name(type, Lang::kZh).empty());
    CHECK_FALSE(name(type, Lang::kEn).empty());
  }
}

TEST_CASE("every section type is found again by its id") {
  for (std::size_t i = 1; i < kSectionTypeCount; ++i) {
    const auto type = static_cast<SectionType>(i);
    CAPTURE(id(type));
    CHECK(is_kebab_case(id(type)));
    CHECK(section_type_from_id(id(type)) == type);
    CHECK_FALSE(name(type, Lang::kZh).empty());
    CHECK_FALSE(name(type, Lang::kEn).empty());
  }
}

TEST_CASE("an id that is not in the table has no type") {
  for (const std::string_view wrong : {"", "unknown", "admission", "admission-record ", "zzz"}) {
    CAPTURE(wrong);
    CHECK_FALSE(doc_type_from_id(wrong).has_value());
    CHECK_FALSE(section_type_from_id(wrong).has_value());
  }
}

TEST_CASE("the 53 parts of WS/T 500 each have exactly one document type") {
  for (int part = 1; part <= 53; ++part) {
    int types = 0;
    for (std::size_t i = 0; i < kDocTypeCount; ++i) {
      if (wst_number(static_cast<DocType>(i)) == part) ++types;
    }
    CAPTURE(part);
    CHECK(types == 1);
  }
  CHECK(wst_number(DocType::kAdmissionRecord) == 34);
  CHECK(wst_number(DocType::kSafetyChecklist) == 0);
}

}  // namespace
}  // namespace emrlint
