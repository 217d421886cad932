// SPDX-License-Identifier: Apache-2.0
#include "reader/fhir_narrative.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <string_view>

#include "source/utf8.h"

namespace emrlint::fhir {
namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Follows a decoded JSON string and its source side by side, forwards only.
class SourceCursor {
 public:
  SourceCursor(std::string_view source, std::uint32_t begin, std::size_t decoded)
      : source_(source), begin_(begin), direct_(source.size() == decoded) {}

  // Where the decoded byte at `offset` begins in the file. Offsets may not go back.
  std::uint32_t at(std::size_t offset) {
    if (direct_) return begin_ + static_cast<std::uint32_t>(offset);
    while (decoded_ < offset && place_ < source_.size()) step();
    return begin_ + static_cast<std::uint32_t>(place_);
  }

 private:
  void step() {
    if (source_[place_] != '\\' || place_ + 1 >= source_.size()) {
      ++place_;
      ++decoded_;
    } else if (source_[place_ + 1] != 'u') {
      place_ += 2;
      ++decoded_;
    } else {
      const unsigned unit = unit_at(place_ + 2);
      if (unit >= 0xD800 && unit < 0xDC00) {
        place_ += 12;
        decoded_ += 4;
      } else {
        place_ += 6;
        decoded_ += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
      }
    }
    place_ = std::min(place_, source_.size());
  }

  unsigned unit_at(std::size_t place) const {
    unsigned unit = 0;
    const std::string_view digits = source_.substr(std::min(place, source_.size()), 4);
    std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    return unit;
  }

  std::string_view source_;
  std::uint32_t begin_ = 0;
  std::size_t place_ = 0;
  std::size_t decoded_ = 0;
  bool direct_ = false;
};

// Elements that stand inside a line; every other one ends it.
constexpr std::string_view kInline[] = {"a",  "abbr", "acronym", "b",   "big", "cite",   "code",
                                        "em", "font", "i",       "q",   "small", "span", "strong",
                                        "sub", "sup", "tt",      "u"};

bool is_inline(std::string_view name) {
  return std::find(std::begin(kInline), std::end(kInline), name) != std::end(kInline);
}

// Decodes the reference at the front of `text`, a lone '&' as itself; returns its length.
std::size_t take_reference(std::string_view text, std::string& out) {
  struct Entity {
    std::string_view name, value;
  };
  static constexpr Entity kEntities[] = {{"&amp;", "&"},  {"&lt;", "<"},   {"&gt;", ">"},
                                         {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", "\u00A0"}};
  for (const Entity& entity : kEntities) {
    if (!text.starts_with(entity.name)) continue;
    out += entity.value;
    return entity.name.size();
  }
  const std::size_t end = text.substr(0, 12).find(';');
  if (text.starts_with("&#") && end != text.npos) {
    const bool hex = text[2] == 'x' || text[2] == 'X';
    const char* const first = text.data() + (hex ? 3 : 2);
    std::uint32_t value = 0;
    const auto [stop, error] = std::from_chars(first, text.data() + end, value, hex ? 16 : 10);
    if (error == std::errc() && stop == text.data() + end) {
      append_utf8(out, value);
      return end + 1;
    }
  }
  out += '&';
  return 1;
}

// The length of the tag, comment or declaration at the front of `text`.
std::size_t tag_size(std::string_view text) {
  if (text.starts_with("<!--")) {
    const std::size_t end = text.find("-->");
    return end == text.npos ? text.size() : end + 3;
  }
  char quote = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return text.size();
}

std::string_view tag_name(std::string_view tag) {
  std::size_t begin = 1;
  if (begin < tag.size() && tag[begin] == '/') ++begin;
  const std::size_t end = tag.find_first_of(" \t\r\n/>", begin);
  return tag.substr(begin, end == tag.npos ? end : end - begin);
}

class Narrative {
 public:
  Narrative(SourceFile& file, const Text& div, std::vector<Text>& out)
      : file_(file), div_(div), out_(out),
        cursor_(file.text(div.span), div.span.begin, div.value.size()) {}

  void read() {
    const std::string_view all = div_.value;
    std::size_t at = 0;
    while (at < all.size()) {
      if (all[at] != '<') {
        const std::size_t next = std::min(all.find('<', at), all.size());
        add(at, next);
        at = next;
        continue;
      }
      const std::string_view rest = all.substr(at);
      const std::size_t size = tag_size(rest);
      const std::string_view tag = rest.substr(0, size);
      if (!tag.starts_with("<!") && !is_inline(tag_name(tag))) flush();
      at += size;
    }
    flush();
  }

 private:
  void add(std::size_t from, std::size_t to) {
    const std::string_view all = div_.value;
    while (begin_ == end_ && from < to && blank(all[from])) ++from;
    if (from == to) return;
    if (begin_ == end_) {
      begin_ = from;
    } else if (from != end_) {
      pieces_ = true;
    }
    end_ = to;
  }

  void flush() {
    const std::string_view all = div_.value;
    while (end_ > begin_ && blank(all[end_ - 1])) --end_;
    if (end_ > begin_) {
      const std::string_view source = all.substr(begin_, end_ - begin_);
      Span span{div_.span.file, cursor_.at(begin_), 0};
      span.end = cursor_.at(end_);
      const bool plain = !pieces_ && source.find('&') == source.npos;
      out_.push_back({plain ? source : file_.keep(text_of(source)), span});
    }
    begin_ = end_ = 0;
    pieces_ = false;
  }

  static std::string text_of(std::string_view source) {
    std::string text;
    text.reserve(source.size());
    while (!source.empty()) {
      std::size_t size = 1;
      if (source.front() == '<') {
        size = tag_size(source);
      } else if (source.front() == '&') {
        size = take_reference(source, text);
      } else {
        text += source.front();
      }
      source.remove_prefix(size);
    }
    return text;
  }

  SourceFile& file_;
  Text div_;
  std::vector<Text>& out_;
  SourceCursor cursor_;
  std::size_t begin_ = 0, end_ = 0;
  bool pieces_ = false;
};

}  // namespace

void add_narrative(SourceFile& file, JsonValue div, std::vector<Text>& out) {
  if (div.is_string()) Narrative(file, div.text(), out).read();
}

}  // namespace emrlint::fhir
