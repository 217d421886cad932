// SPDX-License-Identifier: Apache-2.0
#include "codes/pinyin.h"

#include <unicode/utrans.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <string>
#include <vector>

#include "codes/search_index.h"
#include "codes/shared_library.h"
#include "text/fold.h"

// The functions of ICU carry its version in their names: utrans_openU_72.
#define EMRLINT_ICU_TEXT(name) #name
#define EMRLINT_ICU_NAME(name) EMRLINT_ICU_TEXT(name)

namespace emrlint {
namespace {

struct Icu {
  decltype(utrans_openU)* open = nullptr;
  decltype(utrans_close)* close = nullptr;
  decltype(utrans_transUChars)* transform = nullptr;

  bool load() {
    const SharedLibrary library{"libicui18n.so." EMRLINT_ICU_NAME(U_ICU_VERSION_MAJOR_NUM)};
    return library.find(EMRLINT_ICU_NAME(utrans_openU), open) &&
           library.find(EMRLINT_ICU_NAME(utrans_close), close) &&
           library.find(EMRLINT_ICU_NAME(utrans_transUChars), transform);
  }
};

std::vector<char32_t> ideographs_of(std::span<const CodeRow> rows) {
  std::vector<char32_t> found;
  std::vector<bool> seen(0x40000);
  const auto take = [&](std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
      const DecodedPoint point = decode_point(name, at);
      at += point.length;
      if (!ideograph(point.point) || seen[point.point]) continue;
      seen[point.point] = true;
      found.push_back(point.point);
    }
  };
  for (const CodeRow& row : rows) {
    take(row.name_zh);
    for (const std::string& synonym : row.synonyms) take(synonym);
  }
  std::sort(found.begin(), found.end());
  return found;
}

// One character a line; what stands on the line after the transform begins with its initial.
std::u16string lines_of(std::span<const char32_t> characters) {
  std::u16string lines;
  for (const char32_t c : characters) {
    if (c >= 0x10000) {
      lines += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
      lines += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
      lines += static_cast<char16_t>(c);
    }
    lines += u'\n';
  }
  return lines;
}

PinyinInitials initials_of(std::span<const char32_t> characters, const std::u16string& lines) {
  PinyinInitials result;
  std::size_t at = 0;
  for (const char32_t c : characters) {
    const char16_t first = at < lines.size() ? lines[at] : u'\n';
    if (first >= u'a' && first <= u'z') result.letters.emplace_back(c, static_cast<char>(first));
    at = std::min(lines.find(u'\n', at), lines.size() - 1) + 1;
  }
  return result;
}

}  // namespace

Result<PinyinInitials> pinyin_initials(std::span<const CodeRow> rows) {
  const std::vector<char32_t> characters = ideographs_of(rows);
  if (characters.empty()) return PinyinInitials{};
  Icu icu;
  if (!icu.load()) {
    return Error{
        "未安装ICU（libicu" EMRLINT_ICU_NAME(U_ICU_VERSION_MAJOR_NUM) "），不能生成拼音首字母",
        "ICU (libicu" EMRLINT_ICU_NAME(
            U_ICU_VERSION_MAJOR_NUM) ") is not installed, so there are no pinyin initials",
        {}};
  }
  constexpr std::u16string_view kTransform = u"Han-Latin; Latin-ASCII; Lower";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator* const transform =
      icu.open(kTransform.data(), static_cast<int32_t>(kTransform.size()), UTRANS_FORWARD, nullptr,
               0, nullptr, &status);
  std::u16string lines = lines_of(characters);
  auto size = static_cast<int32_t>(lines.size());
  lines.resize(lines.size() * 8 + 64);  // No syllable is longer.
  auto limit = size;
  if (status <= U_ZERO_ERROR) {
    icu.transform(transform, lines.data(), &size, static_cast<int32_t>(lines.size()), 0, &limit,
                  &status);
  }
  icu.close(transform);
  if (status > U_ZERO_ERROR) {
    return Error{"ICU不能转换为拼音", "ICU cannot transform to pinyin", {}};
  }
  lines.resize(static_cast<std::size_t>(size));
  return initials_of(characters, lines);
}

}  // namespace emrlint
