// SPDX-License-Identifier: Apache-2.0
#include "terminology/titles.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace emrlint {
namespace {

template <typename Type>
struct Title {
  std::string_view text;
  Type type;
};

constexpr Title<DocType> kDocTitles[] = {
#define EMRLINT_DOC_TYPE(enumerator, id, wst, zh, en) {zh, DocType::enumerator},
#include "model/document_types.def"
#undef EMRLINT_DOC_TYPE
#define EMRLINT_DOC_TITLE(title, type) {title, DocType::type},
#include "terminology/document_titles.def"
#undef EMRLINT_DOC_TITLE
};

constexpr Title<SectionType> kSectionTitles[] = {
#define EMRLINT_SECTION(enumerator, id, zh, en) {zh, SectionType::enumerator},
#include "model/section_types.def"
#undef EMRLINT_SECTION
#define EMRLINT_SECTION_TITLE(title, type) {title, SectionType::type},
#include "terminology/section_titles.def"
#undef EMRLINT_SECTION_TITLE
};

template <typename Type, std::size_t kSize>
consteval std::array<Title<Type>, kSize> sorted(const Title<Type> (&titles)[kSize]) {
  std::array<Title<Type>, kSize> result{};
  std::copy(std::begin(titles), std::end(titles), result.begin());
  std::sort(result.begin(), result.end(),
            [](const Title<Type>& a, const Title<Type>& b) { return a.text < b.text; });
  return result;
}

template <typename Type, std::size_t kSize>
consteval bool unique(const std::array<Title<Type>, kSize>& titles) {
  for (std::size_t i = 1; i < kSize; ++i) {
    if (titles[i - 1].text == titles[i].text) return false;
  }
  return true;
}

constexpr auto kDocsByTitle = sorted(kDocTitles);
constexpr auto kSectionsByTitle = sorted(kSectionTitles);
static_assert(unique(kDocsByTitle));
static_assert(unique(kSectionsByTitle));

template <typename Type, std::size_t kSize>
Type find(const std::array<Title<Type>, kSize>& titles, std::string_view text) {
  const auto found = std::lower_bound(
      titles.begin(), titles.end(), text,
      [](const Title<Type>& title, std::string_view wanted) { return title.text < wanted; });
  if (found == titles.end() || found->text != text) return Type::kUnknown;
  return found->type;
}

struct Replacement {
  std::string_view from;
  std::string_view to;
};

// What people type differently without meaning anything by it.
constexpr Replacement kReplacements[] = {
    {"（", "("}, {"）", ")"}, {"\xe3\x80\x80", ""}, {"\xc2\xa0", ""},
    {" ", ""},   {"\t", ""},  {"\n", ""},           {"\r", ""},
};

std::string normalised(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto* const rule =
        std::find_if(std::begin(kReplacements), std::end(kReplacements),
                     [&](const Replacement& r) { return text.starts_with(r.from); });
    if (rule == std::end(kReplacements)) {
      result += text.front();
      text.remove_prefix(1);
    } else {
      result += rule->to;
      text.remove_prefix(rule->from.size());
    }
  }
  return result;
}

bool drop_suffix(std::string& text, std::string_view suffix) {
  if (!text.ends_with(suffix) || text.size() == suffix.size()) return false;
  text.resize(text.size() - suffix.size());
  return true;
}

// A title of fewer than three Chinese characters at the end of a longer one says too little.
constexpr std::size_t kShortestEnding = 3 * 3;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

DocType doc_type_from_title(std::string_view title) {
  const std::string text = normalised(title);
  std::string_view rest = text;
  // From the left, so that the longest known ending wins: 入院死亡记录 before 死亡记录.
  while (!rest.empty()) {
    const bool whole = rest.size() == text.size();
    if (!whole && rest.size() < kShortestEnding) break;
    const DocType type = find(kDocsByTitle, rest);
    if (type != DocType::kUnknown) return type;
    do {
      rest.remove_prefix(1);
    } while (!rest.empty() && !starts_character(rest.front()));
  }
  return DocType::kUnknown;
}

SectionType section_type_from_title(std::string_view title) {
  std::string text = normalised(title);
  while (drop_suffix(text, ":") || drop_suffix(text, "：") || drop_suffix(text, "章节")) {
  }
  const SectionType type = find(kSectionsByTitle, text);
  if (type != SectionType::kUnknown) return type;
  std::transform(text.begin(), text.end(), text.begin(), lower);
  return find(kSectionsByTitle, text);
}

}  // namespace emrlint
