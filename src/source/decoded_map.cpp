// SPDX-License-Identifier: Apache-2.0
#include "source/decoded_map.h"

#include <algorithm>
#include <array>

#include "source/utf8.h"

namespace emrlint {
namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The four digits behind "\u" at `at`; empty when they are none.
std::optional<std::uint32_t> json_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  std::uint32_t unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_value(text[i]);
    if (digit < 0) return std::nullopt;
    unit = unit * 16 + static_cast<std::uint32_t>(digit);
  }
  return unit;
}

// Decodes what starts at `at` into `out`; returns its length in the source.
std::size_t json_escape(std::string_view text, std::size_t at, std::string& out) {
  constexpr std::string_view kNames = "bfnrt";
  constexpr std::string_view kValues = "\b\f\n\r\t";
  if (at + 1 >= text.size()) return out.push_back('\\'), 1;
  const std::size_t found = kNames.find(text[at + 1]);
  if (found != std::string_view::npos) return out.push_back(kValues[found]), 2;
  const std::optional<std::uint32_t> high = json_unit(text, at);
  if (!high) return out.push_back(text[at + 1]), 2;
  if (*high >= 0xD800 && *high < 0xDC00) {
    const std::optional<std::uint32_t> low = json_unit(text, at + 6);
    if (low && *low >= 0xDC00 && *low < 0xE000) {
      append_utf8(out, 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00));
      return 12;
    }
  }
  append_utf8(out, *high);
  return 6;
}

// Value of "#x4E2D" or "#20013".
std::optional<std::uint32_t> character_reference(std::string_view name) {
  if (name.size() < 2 || name[0] != '#') return std::nullopt;
  const bool hex = name[1] == 'x' || name[1] == 'X';
  name.remove_prefix(hex ? 2 : 1);
  if (name.empty() || name.size() > 8) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : name) {
    const int digit = hex_value(c);
    if (digit < 0 || (!hex && digit > 9)) return std::nullopt;
    value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
  }
  return value;
}

// Decodes the reference at `at`, a lone '&' as itself; returns its length in the source.
std::size_t xml_reference(std::string_view text, std::size_t at, std::string& out) {
  struct Entity {
    std::string_view name, value;
  };
  constexpr std::array<Entity, 6> kEntities = {{{"amp", "&"},
                                                {"lt", "<"},
                                                {"gt", ">"},
                                                {"quot", "\""},
                                                {"apos", "'"},
                                                {"nbsp", "\u00A0"}}};
  const std::string_view rest = text.substr(at + 1, 12);
  const std::size_t semicolon = rest.find(';');
  if (semicolon != std::string_view::npos) {
    const std::string_view name = rest.substr(0, semicolon);
    for (const Entity& entity : kEntities) {
      if (entity.name == name) return out += entity.value, semicolon + 2;
    }
    if (const auto value = character_reference(name)) {
      append_utf8(out, *value);
      return semicolon + 2;
    }
  }
  return out.push_back('&'), 1;
}

constexpr std::string_view kCdataOpen = "<![CDATA[";

// Length of the tag, comment or instruction at `at`; 0 for a '<' that opens none.
std::size_t markup_length(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const std::string_view close = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?") ? "?>"
                                                                                           : ">";
  const std::size_t found = rest.find(close);
  return found == std::string_view::npos ? 0 : found + close.size();
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

}  // namespace

void DecodedMap::put(std::string_view decoded, std::uint32_t from, std::uint32_t to) {
  text += decoded;
  begin.insert(begin.end(), decoded.size(), from);
  end.insert(end.end(), decoded.size(), to);
}

DecodedMap map_plain(std::string_view source, std::uint32_t offset) {
  DecodedMap map;
  map.text = source;
  map.begin.resize(source.size());
  map.end.resize(source.size());
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    map.begin[i] = offset + i;
    map.end[i] = offset + i + 1;
  }
  return map;
}

DecodedMap map_json(const DecodedMap& source) {
  DecodedMap map;
  std::string decoded;
  for (std::size_t i = 0; i < source.text.size();) {
    decoded.clear();
    std::size_t length = 1;
    if (source.text[i] == '\\') {
      length = std::min(json_escape(source.text, i, decoded), source.text.size() - i);
    } else {
      decoded.push_back(source.text[i]);
    }
    map.put(decoded, source.begin[i], source.end[i + length - 1]);
    i += length;
  }
  return map;
}

DecodedMap map_xml(const DecodedMap& source, bool cdata) {
  DecodedMap map;
  const std::string_view text = source.text;
  std::string decoded;
  for (std::size_t i = 0; i < text.size();) {
    decoded.clear();
    std::size_t length = 1;
    if (cdata && text.substr(i).starts_with("]]>")) {
      cdata = false;
      length = 3;
    } else if (!cdata && text.substr(i).starts_with(kCdataOpen)) {
      cdata = true;
      length = kCdataOpen.size();
    } else if (!cdata && text[i] == '<' && markup_length(text, i) > 0) {
      length = markup_length(text, i);
    } else if (!cdata && text[i] == '&') {
      length = xml_reference(text, i, decoded);
    } else if (text[i] == '\r') {
      length = text.substr(i).starts_with("\r\n") ? 2 : 1;
      decoded = "\n";
    } else {
      decoded.push_back(text[i]);
    }
    map.put(decoded, source.begin[i], source.end[i + length - 1]);
    i += length;
  }
  return map;
}

DecodedMap map_base64(const DecodedMap& source) {
  DecodedMap map;
  std::array<int, 4> group{};
  std::size_t count = 0;
  std::uint32_t first = 0, last = 0;
  const auto flush = [&] {
    const int bits = (group[0] << 18) | (group[1] << 12) | (group[2] << 6) | group[3];
    const std::array<char, 3> bytes = {static_cast<char>(bits >> 16), static_cast<char>(bits >> 8),
                                       static_cast<char>(bits)};
    if (count > 1) map.put({bytes.data(), count - 1}, first, last);
    group.fill(0);
    count = 0;
  };
  for (std::size_t i = 0; i < source.text.size(); ++i) {
    const int value = base64_value(source.text[i]);
    if (value < 0) continue;
    if (count == 0) first = source.begin[i];
    last = source.end[i];
    group[count] = value;
    if (++count == 4) flush();
  }
  flush();
  return map;
}

std::optional<std::vector<std::uint32_t>> align(std::string_view value, std::string_view text) {
  std::vector<std::uint32_t> at;
  at.reserve(value.size() + 1);
  std::size_t t = 0;
  for (const char c : value) {
    if (!blank(c)) {
      while (t < text.size() && text[t] != c && blank(text[t])) ++t;
      if (t == text.size() || text[t] != c) return std::nullopt;
    }
    at.push_back(static_cast<std::uint32_t>(t));
    if (t < text.size() && (!blank(c) || blank(text[t]))) ++t;
  }
  at.push_back(static_cast<std::uint32_t>(t));
  return at;
}

}  // namespace emrlint
