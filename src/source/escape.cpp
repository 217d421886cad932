// SPDX-License-Identifier: Apache-2.0
#include "source/escape.h"

namespace emrlint {
namespace {

// Empty for a character that stands for itself.
std::string_view xml_entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    default:
      return {};
  }
}

std::string json_escape(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') return {'\\', c};
  if (byte >= 0x20) return {};
  return {'\\', 'u', '0', '0', kDigits[byte >> 4], kDigits[byte & 0xF]};
}

}  // namespace

std::string escaped(Syntax syntax, std::string_view text) {
  std::string out;
  for (const char c : text) {
    const std::string form = syntax == Syntax::kXml    ? std::string(xml_entity(c))
                             : syntax == Syntax::kJson ? json_escape(c)
                                                       : std::string();
    form.empty() ? out.push_back(c) : void(out += form);
  }
  return out;
}

}  // namespace emrlint
