// SPDX-License-Identifier: Apache-2.0
#include "engine/line_fields.h"

#include <charconv>

#include "source/utf8.h"

namespace emrlint {
namespace {

constexpr std::string_view kSpecial("\t\n\r\0|\\", 6);
constexpr std::string_view kLetters = "tnr0p\\";
constexpr std::string_view kPrecisions = "ymdhis";  // In the order of Precision.

constexpr std::int64_t kMostSeconds = 400'000'000'000;  // From 1970, more than years have digits.

void escape_valid(std::string_view text, std::string& out) {
  for (std::size_t at; (at = text.find_first_of(kSpecial)) != text.npos;) {
    out.append(text.substr(0, at)).push_back('\\');
    out += kLetters[kSpecial.find(text[at])];
    text.remove_prefix(at + 1);
  }
  out += text;
}

// Names of files may be in another encoding; lines are UTF-8.
void escape(std::string_view text, std::string& out) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::size_t valid = first_invalid_utf8(text);
  for (; valid < text.size(); valid = first_invalid_utf8(text)) {
    escape_valid(text.substr(0, valid), out);
    const auto byte = static_cast<unsigned char>(text[valid]);
    out.append("\\x").append({kDigits[byte / 16], kDigits[byte % 16]});
    text.remove_prefix(valid + 1);
  }
  escape_valid(text, out);
}

// Of "\xHH"; none for what is written otherwise.
std::optional<char> escaped_byte(std::string_view text) {
  unsigned byte = 0;
  if (text.size() < 4 || text[1] != 'x') return std::nullopt;
  const char* const digits = text.data() + 2;
  if (std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2) return std::nullopt;
  return static_cast<char>(byte);
}

std::int64_t take_number(std::string_view& text) {
  std::int64_t value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value).ptr;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

}  // namespace

void LineWriter::plain(std::string_view field) {
  if (any_) line_ += '\t';
  any_ = true;
  line_ += field;
}

void LineWriter::text(std::string_view value) {
  plain({});
  escape(value, line_);
}

void LineWriter::list(const std::vector<std::string>& items) {
  plain({});
  for (const std::string& item : items) {
    escape(item, line_);
    line_ += '|';
  }
}

void LineWriter::time(const std::optional<Time>& value) {
  plain({});
  if (!value) return;
  line_ += std::to_string(value->earliest.time_since_epoch().count());
  line_ += kPrecisions[static_cast<std::size_t>(value->precision)];
  if (value->offset >= 0) line_ += '+';
  line_ += std::to_string(value->offset);
}

void LineWriter::site(const Site& site) {
  const Place& place = site.place;
  text(site.uri);
  number(place.begin.line);
  number(place.begin.column);
  number(place.end.line);
  number(place.end.column);
  plain(place.bytes ? std::to_string(place.byte_offset) : std::string());
  plain(place.bytes ? std::to_string(place.byte_length) : std::string());
  text(site.path);
  text(site.name);
  text(site.kind);
}

std::vector<std::string_view> split_fields(std::string_view line) {
  std::vector<std::string_view> fields;
  fields.reserve(24);
  for (std::size_t at; (at = line.find('\t')) != line.npos; line.remove_prefix(at + 1)) {
    fields.push_back(line.substr(0, at));
  }
  fields.push_back(line);
  return fields;
}

std::string text_of(std::string_view field) {
  std::string out;
  for (std::size_t at; (at = field.find('\\')) != field.npos && at + 1 < field.size();) {
    out.append(field.substr(0, at));
    field.remove_prefix(at);
    if (const std::optional<char> byte = escaped_byte(field)) {
      out += *byte;
      field.remove_prefix(4);
      continue;
    }
    const std::size_t letter = kLetters.find(field[1]);
    out += letter == kLetters.npos ? field[1] : kSpecial[letter];
    field.remove_prefix(2);
  }
  return out.append(field);
}

std::vector<std::string> list_of(std::string_view field) {
  std::vector<std::string> items;
  for (std::size_t at; (at = field.find('|')) != field.npos; field.remove_prefix(at + 1)) {
    items.push_back(text_of(field.substr(0, at)));
  }
  return items;
}

std::optional<Time> time_of(std::string_view field) {
  if (field.empty()) return std::nullopt;
  const std::int64_t seconds = take_number(field);
  if (seconds < -kMostSeconds || seconds > kMostSeconds) return std::nullopt;
  Time time;
  time.earliest = Instant(std::chrono::seconds(seconds));
  const std::size_t precision = field.empty() ? kPrecisions.npos : kPrecisions.find(field.front());
  if (precision == kPrecisions.npos) return std::nullopt;
  time.precision = static_cast<Precision>(precision);
  field.remove_prefix(1);
  time.offset = static_cast<std::int16_t>(take_number(field));
  time.zoned = true;
  return time;
}

std::int64_t number_of(std::string_view field) { return take_number(field); }

Site site_of(const std::string_view* fields) {
  const auto position = [](std::string_view line, std::string_view column) {
    return Position{static_cast<std::uint32_t>(number_of(line)),
                    static_cast<std::uint32_t>(number_of(column))};
  };
  Site site;
  site.uri = text_of(fields[0]);
  site.place.begin = position(fields[1], fields[2]);
  site.place.end = position(fields[3], fields[4]);
  site.place.bytes = !fields[5].empty();
  site.place.byte_offset = static_cast<std::uint64_t>(number_of(fields[5]));
  site.place.byte_length = static_cast<std::uint64_t>(number_of(fields[6]));
  site.path = text_of(fields[7]);
  site.name = text_of(fields[8]);
  site.kind = text_of(fields[9]);
  return site;
}

}  // namespace emrlint
