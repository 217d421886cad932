// SPDX-License-Identifier: Apache-2.0
#include "output/citation.h"

#include <algorithm>

namespace emrlint {
namespace {

constexpr std::string_view kArticles[] = {"BL", "SY", "GL", "ZL", "JS", "SF", "KJ", "YX", "DZ"};
constexpr std::string_view kItems[] = {"SA", "XD", "ZZ", "YB"};
constexpr std::string_view kIndicators[] = {"ZB", "KC25", "MJ"};

constexpr CitedSource kSources[] = {
#define EMRLINT_SOURCE(key, zh, en, number, status) {key, {zh, en}, number},
#include "check/sources.def"
#undef EMRLINT_SOURCE
};

template <std::size_t N>
bool one_of(const std::string_view (&list)[N], std::string_view key) {
  return std::find(std::begin(list), std::end(list), key) != std::end(list);
}

bool starts_with_digit(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

std::string join(std::string_view a, std::string_view b, std::string_view c = {},
                 std::string_view d = {}) {
  std::string out(a);
  out.append(b).append(c).append(d);
  return out;
}

// "22(15)": article and clause.
std::string in_articles(std::string_view article, Lang lang) {
  if (lang == Lang::kEn) return join("art. ", article);
  const std::size_t open = std::min(article.find('('), article.size());
  std::string out = join("第", article.substr(0, open), "条");
  return open < article.size() ? join(out, "第", article.substr(open), "项") : out;
}

// "8-1": core system and basic requirement; "8" is the definition of the system.
std::string in_systems(std::string_view article, Lang lang) {
  const std::size_t dash = article.find('-');
  const std::string_view system = article.substr(0, dash);
  if (dash == article.npos) {
    return lang == Lang::kZh ? join("第", system, "项制度") : join("system ", system);
  }
  const std::string_view item = article.substr(dash + 1);
  return lang == Lang::kZh ? join("第", system, "项制度基本要求") + std::string(item)
                           : join("system ", system, ", requirement ", item);
}

}  // namespace

std::span<const CitedSource> cited_sources() { return kSources; }

const CitedSource* cited_source(std::string_view key) {
  const auto* const it =
      std::find_if(std::begin(kSources), std::end(kSources),
                   [&](const CitedSource& source) { return source.key == key; });
  return it == std::end(kSources) ? nullptr : it;
}

std::string article_text(const Citation& citation, Lang lang) {
  const std::string_view article = citation.article;
  const bool zh = lang == Lang::kZh;
  // "指标12" and the rows of scoring sheets name their kind themselves.
  if (!starts_with_digit(article)) return std::string(article);
  if (one_of(kArticles, citation.source)) return in_articles(article, lang);
  if (citation.source == "HX") return in_systems(article, lang);
  if (one_of(kItems, citation.source)) {
    return zh ? join("第", article, "项") : join("item ", article);
  }
  if (one_of(kIndicators, citation.source)) {
    return zh ? join("指标", article) : join("indicator ", article);
  }
  return std::string(article);
}

std::string citation_text(const Citation& citation, Lang lang) {
  const CitedSource* const source = cited_source(citation.source);
  const std::string title(source == nullptr ? citation.source : source->title.in(lang));
  const std::string article = article_text(citation, lang);
  if (lang == Lang::kZh) return "《" + title + "》" + article;
  return article.empty() ? title : title + ", " + article;
}

std::string citations_text(std::span<const Citation> citations, Lang lang) {
  std::string out;
  std::string_view source;
  for (const Citation& citation : citations) {
    if (out.empty()) {
      out = citation_text(citation, lang);
    } else if (citation.source == source) {
      out.append(lang == Lang::kZh ? "、" : ", ").append(article_text(citation, lang));
    } else {
      out.append(lang == Lang::kZh ? "；" : "; ").append(citation_text(citation, lang));
    }
    source = citation.source;
  }
  return out;
}

}  // namespace emrlint
