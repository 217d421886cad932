// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_LANG_H_
#define EMRLINT_BASE_LANG_H_

#include <cstdint>
#include <string_view>

namespace emrlint {

// The two languages in which everything a user reads is written.
enum class Lang : std::uint8_t { kZh, kEn };

// One text in both languages.
struct Bilingual {
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Lang lang) const { return lang == Lang::kZh ? zh : en; }
};

}  // namespace emrlint

#endif  // EMRLINT_BASE_LANG_H_
