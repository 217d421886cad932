// SPDX-License-Identifier: Apache-2.0
// Sentences are read by doctors: they say what to write, not how a file is built.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "rule/catalog.h"

namespace emrlint {
namespace {

// Words of exchange formats. Latin ones are looked for as whole words, in any case.
constexpr std::string_view kTechnical[] = {
    "XPath", "XML",        "JSON",       "OID",        "CDA",       "FHIR",       "LOINC",
    "tag",   "tags",       "element",    "elements",   "attribute", "attributes", "node",
    "nodes", "codeSystem", "templateId", "nullFlavor", "value set", "元素",       "属性",
    "节点",  "字段",       "值域",       "数据元",     "代码系统",
};

// Who reads a sentence that cannot do without them: whoever maintains the interface.
constexpr Bilingual kForMaintainers{"接口：", "interface: "};

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

bool same_letter(char a, char b) {
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

bool says(std::string_view text, std::string_view word) {
  const bool latin = letter(word.front());
  for (auto from = text.begin();;) {
    const auto at = std::search(from, text.end(), word.begin(), word.end(), same_letter);
    if (at == text.end()) return false;
    const auto end = at + static_cast<std::ptrdiff_t>(word.size());
    const bool inside =
        latin && ((at != text.begin() && letter(*(at - 1))) || (end != text.end() && letter(*end)));
    if (!inside) return true;
    from = at + 1;
  }
}

std::string technical_words(std::string_view text) {
  std::string found;
  for (const std::string_view word : kTechnical) {
    if (says(text, word)) found += std::string(word) + " ";
  }
  return found;
}

const Catalog& catalog() {
  static const Catalog kCatalog = std::move(*Catalog::built_in());
  return kCatalog;
}

TEST_CASE("checks of what doctors write do not speak of file formats") {
  int checks = 0;
  for (const CatalogEntry& entry : catalog().entries()) {
    const CheckInfo& info = entry.info;
    if (info.id.starts_with("structure-")) continue;
    CAPTURE(info.id);
    ++checks;
    for (const MessageInfo& message : info.messages) {
      CAPTURE(message.id);
      CHECK(technical_words(message.zh) == "");
      CHECK(technical_words(message.en) == "");
    }
    for (const Bilingual& text : {info.title, info.advice}) {
      CHECK(technical_words(text.zh) == "");
      CHECK(technical_words(text.en) == "");
    }
  }
  CHECK(checks > 300);
}

TEST_CASE("a sentence about the file format says whom it is for") {
  int marked = 0;
  for (const CatalogEntry& entry : catalog().entries()) {
    if (!entry.info.id.starts_with("structure-")) continue;
    CAPTURE(entry.info.id);
    for (const MessageInfo& message : entry.info.messages) {
      CAPTURE(message.id);
      const bool zh = message.zh.starts_with(kForMaintainers.zh);
      CHECK(zh == message.en.starts_with(kForMaintainers.en));
      CHECK((zh || technical_words(message.zh) == ""));
      CHECK((zh || technical_words(message.en) == ""));
      marked += zh ? 1 : 0;
    }
  }
  CHECK(marked > 0);
}

TEST_CASE("technical words are whole words, in any case") {
  CHECK(technical_words("the XPATH of it") == "XPath ");
  CHECK(technical_words("a stage, elementary") == "");
  CHECK(technical_words("“{0}”的属性为空") == "属性 ");
}

}  // namespace
}  // namespace emrlint
