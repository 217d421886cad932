// SPDX-License-Identifier: Apache-2.0
#include "lsp/completion.h"

#include <algorithm>
#include <optional>

#include "codes/code_search.h"
#include "lsp/json_text.h"
#include "source/escape.h"

namespace emrlint::lsp {
namespace {

constexpr std::size_t kMost = 50;      // Of each table.
constexpr std::size_t kLongest = 120;  // Bytes of a word.
constexpr std::uint64_t kValue = 12;   // CompletionItemKind

// Ends a word to the left.
bool ends_word(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (std::string_view("\"'<>=&{}[],:;()/\\ \t\r\n").find(c) != std::string_view::npos) return true;
  for (const std::string_view mark : {"，", "。", "；", "、", "：", "（", "）", "“", "”"}) {
    if (at + 1 >= mark.size() && text.substr(at + 1 - mark.size(), mark.size()) == mark)
      return true;
  }
  return false;
}

// The name before ="..., or before ": "..., that ends before the quote at `quote`.
std::string_view name_before(std::string_view text, std::size_t quote) {
  constexpr std::string_view kBetween = " \t\r\n=:\"'";
  const std::size_t end = quote == 0 ? quote : text.find_last_not_of(kBetween, quote - 1);
  if (end == text.npos || quote == 0 || end + 1 == quote) return {};
  const std::size_t begin = text.find_last_of(" \t\r\n\"'<{,", end);
  return text.substr(begin == text.npos ? 0 : begin + 1,
                     end - (begin == text.npos ? 0 : begin + 1) + 1);
}

struct Bytes {
  std::size_t begin = 0, end = 0;
};

// The value of an attribute of the tag around an offset.
std::optional<Bytes> attribute_of_tag(std::string_view text, std::size_t offset,
                                      std::string_view name) {
  const std::size_t open = text.find_last_of("<>", offset == 0 ? 0 : offset - 1);
  if (open == text.npos || text[open] != '<') return std::nullopt;
  const std::size_t close = std::min(text.find('>', offset), text.size());
  const std::string pattern = std::string(name) + "=\"";
  const std::size_t at = text.substr(0, close).find(pattern, open);
  if (at == text.npos) return std::nullopt;
  const std::size_t begin = at + pattern.size(), end = text.find('"', begin);
  if (end == text.npos || end > close) return std::nullopt;
  return Bytes{begin, end};
}

class Items {
 public:
  Items(const TextBuffer& buffer, std::size_t offset, Lang lang, PositionEncoding encoding)
      : buffer_(buffer),
        offset_(offset),
        typed_(typed_word(buffer.text(), offset)),
        lang_(lang),
        encoding_(encoding) {
    const std::size_t first = buffer.text().find_first_not_of(" \t\r\n");
    const bool json = first != std::string::npos && buffer.text()[first] == '{';
    syntax_ = json ? Syntax::kJson : Syntax::kXml;
    if (!json && typed_.code) display_ = attribute_of_tag(buffer.text(), offset, "displayName");
  }

  std::string_view word() const { return typed_.word; }

  void add(JsonWriter& json, const CodeEntry& entry, std::size_t rank) {
    const std::string code(entry.code()), name(entry.name(lang_));
    json.begin_object();
    json.text("label", code + " " + name);
    json.number("kind", kValue);
    json.text("detail", entry.table().name().in(lang_));
    // What was typed finds the item, so a client must not sort it out again.
    json.text("filterText", typed_.word);
    std::string order = std::to_string(rank);
    json.text("sortText", std::string(6 - std::min<std::size_t>(order.size(), 6), '0') + order);
    json.key("textEdit");
    write_edit(json, {typed_.begin, offset_}, typed_.code ? code : name);
    if (display_) {
      json.begin_array("additionalTextEdits");
      write_edit(json, *display_, name);
      json.end_array();
    }
    json.end_object();
  }

 private:
  TextPosition position(std::size_t at) const {
    return buffer_.lines().position(buffer_.text(), at, encoding_);
  }

  void write_edit(JsonWriter& json, Bytes bytes, std::string_view text) const {
    json.begin_object();
    write_range(json, "range", {position(bytes.begin), position(bytes.end)});
    json.text("newText", escaped(syntax_, text));
    json.end_object();
  }

  const TextBuffer& buffer_;
  std::size_t offset_;
  TypedWord typed_;
  Lang lang_;
  PositionEncoding encoding_;
  Syntax syntax_ = Syntax::kXml;
  std::optional<Bytes> display_;
};

}  // namespace

TypedWord typed_word(std::string_view text, std::size_t offset) {
  TypedWord typed{offset, {}, false};
  while (typed.begin > 0 && offset - typed.begin < kLongest && !ends_word(text, typed.begin - 1)) {
    --typed.begin;
  }
  while (typed.begin < offset && (static_cast<unsigned char>(text[typed.begin]) & 0xC0) == 0x80) {
    ++typed.begin;
  }
  typed.word = text.substr(typed.begin, offset - typed.begin);
  const bool quoted =
      typed.begin > 0 && (text[typed.begin - 1] == '"' || text[typed.begin - 1] == '\'');
  typed.code = quoted && name_before(text, typed.begin - 1) == "code";
  return typed;
}

std::string code_completion(const TextBuffer& buffer, std::size_t offset, const CodeTables& tables,
                            Lang lang, PositionEncoding encoding) {
  Items items(buffer, offset, lang, encoding);
  JsonText json;
  json.begin_object();
  json.flag("isIncomplete", true);
  json.begin_array("items");
  std::size_t rank = 0;
  for (const CodeTable& table : tables.all()) {
    if (items.word().empty()) break;
    for (const CodeEntry& entry : search_codes(table, items.word(), kMost)) {
      items.add(json, entry, rank++);
    }
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace emrlint::lsp
