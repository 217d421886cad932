// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CATEGORIES_H_
#define EMRLINT_CHECKS_CODING_CATEGORIES_H_

#include <span>
#include <string_view>

#include "terminology/icd.h"

// The lists of categories.def, each by its name.
namespace emrlint::checks::categories {

#define EMRLINT_CODE_CATEGORIES(name, system, source, ...) \
  inline constexpr CodeRange name[] = {__VA_ARGS__};
#include "checks/coding/categories.def"
#undef EMRLINT_CODE_CATEGORIES

// All of them, to be compared with a table of codes.
struct Categories {
  std::string_view name;
  CodeSystem system;
  std::string_view source;
  std::span<const CodeRange> ranges;
};
inline constexpr Categories kAll[] = {
#define EMRLINT_CODE_CATEGORIES(name, system, source, ...) \
  {#name, CodeSystem::system, source, name},
#include "checks/coding/categories.def"
#undef EMRLINT_CODE_CATEGORIES
};

}  // namespace emrlint::checks::categories

#endif  // EMRLINT_CHECKS_CODING_CATEGORIES_H_
