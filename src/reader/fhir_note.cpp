// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <string_view>

#include "reader/fhir_narrative.h"
#include "source/decode.h"
#include "source/utf8.h"
#include "terminology/titles.h"

namespace emrlint::fhir {
namespace {

constexpr unsigned char kNoDigit = 0xff;

constexpr std::array<unsigned char, 256> kDigits = [] {
  std::array<unsigned char, 256> digits{};
  for (unsigned char& digit : digits) digit = kNoDigit;
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    digits[static_cast<unsigned char>(kAlphabet[i])] = static_cast<unsigned char>(i);
  }
  return digits;
}();

std::string decode_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3 + 3);
  std::uint32_t group = 0;
  unsigned count = 0;
  for (const char c : text) {
    const unsigned char digit = kDigits[static_cast<unsigned char>(c)];
    if (digit == kNoDigit) continue;
    group = group << 6 | digit;
    if (++count < 4) continue;
    bytes += static_cast<char>(group >> 16);
    bytes += static_cast<char>(group >> 8);
    bytes += static_cast<char>(group);
    group = 0;
    count = 0;
  }
  if (count >= 2) bytes += static_cast<char>(group >> (count == 2 ? 4 : 10));
  if (count == 3) bytes += static_cast<char>(group >> 2);
  return bytes;
}

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

struct Heading {
  SectionType type = SectionType::kUnknown;
  std::string_view title;
  std::string_view rest;  // Of the line, behind the heading.
};

// Whether a line is or begins with the name of a section: "# Chief Complaint", "主诉：头痛3天".
Heading heading_of(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  std::string_view title = trimmed(line);
  while (!title.empty() && (title.front() == '#' || title.front() == '*')) title.remove_prefix(1);
  while (!title.empty() && title.back() == '*') title.remove_suffix(1);
  title = trimmed(title);
  if (title.empty()) return {};
  if (title.starts_with("【")) {
    const std::size_t end = title.find("】");
    if (end == title.npos) return {};
    const std::string_view name = title.substr(3, end - 3);
    return {section_type_from_title(name), name, title.substr(end + 3)};
  }
  std::size_t colon = title.find(':');
  std::size_t width = 1;
  if (const std::size_t wide = title.find("："); wide < colon) {
    colon = wide;
    width = 3;
  }
  if (colon == title.npos) {
    if (title.size() > kLongest) return {};
    return {section_type_from_title(title), title, title.substr(title.size())};
  }
  if (colon > kLongest) return {};
  const std::string_view name = trimmed(title.substr(0, colon));
  return {section_type_from_title(name), name, title.substr(colon + width)};
}

class Note {
 public:
  Note(SourceFile& file, const Text& data, Document& document)
      : file_(file), data_(data), document_(document) {}

  void read() {
    std::string bytes = decode_base64(data_.value);
    if (first_invalid_utf8(bytes) != bytes.size()) {
      Result<Decoded> decoded = decode(std::move(bytes));
      if (!decoded) return;
      // Another encoding inside base64: the parts have no places of their own.
      whole_ = true;
      text_ = file_.keep(std::move(decoded->text));
    } else {
      text_ = file_.keep_base64(data_.span, std::move(bytes));
      direct_ = data_.span.end - data_.span.begin == data_.value.size() &&
                data_.value.find_first_of(" \t\r\n") == data_.value.npos;
    }
    split();
  }

 private:
  // Source bytes of a part of the decoded text: whole groups of four characters.
  Span place(std::string_view part) const {
    if (whole_) return data_.span;
    const auto from = static_cast<std::size_t>(part.data() - text_.data());
    if (!direct_) return file_.part({text_, data_.span}, from, from + part.size());
    const std::uint32_t begin = data_.span.begin;
    const auto first = static_cast<std::uint32_t>(from / 3 * 4);
    const auto last = static_cast<std::uint32_t>((from + part.size() + 2) / 3 * 4);
    return {data_.span.file, begin + first, std::min(begin + last, data_.span.end)};
  }

  void split() {
    Heading open;
    const char* body = text_.data();
    const char* const end = text_.data() + text_.size();
    for (const char* line = body; line != end;) {
      const std::string_view left = between(line, end);
      const std::size_t length = std::min(left.find('\n'), left.size());
      const Heading heading = heading_of(left.substr(0, length));
      if (heading.type != SectionType::kUnknown) {
        add(open, between(body, line));
        open = heading;
        body = heading.rest.data();
      }
      line += std::min(length + 1, left.size());
    }
    add(open, between(body, end));
  }

  void add(const Heading& heading, std::string_view body) {
    body = trimmed(body);
    if (body.empty() && heading.title.empty()) return;
    Section section;
    section.type = heading.type;
    section.texts.first = static_cast<std::uint32_t>(document_.texts.size());
    section.elements.first = static_cast<std::uint32_t>(document_.elements.size());
    if (!heading.title.empty()) section.title = {heading.title, place(heading.title)};
    if (!body.empty()) {
      document_.texts.push_back({body, place(body)});
      section.texts.count = 1;
    }
    section.span = heading.title.empty() ? place(body.substr(0, 1)) : section.title.span;
    document_.sections.push_back(section);
  }

  SourceFile& file_;
  Text data_;
  Document& document_;
  std::string_view text_;
  bool direct_ = false;
  bool whole_ = false;
};

}  // namespace

void add_note(SourceFile& file, JsonValue data, Document& document) {
  if (data.is_string()) Note(file, data.text(), document).read();
}

}  // namespace emrlint::fhir
