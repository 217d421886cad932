// SPDX-License-Identifier: Apache-2.0
#include "output/xml_text.h"

#include <algorithm>

#include "source/utf8.h"

namespace emrlint {
namespace {

// U+FFFE and U+FFFF, and control characters but tab and line ends.
bool no_character(std::string_view one) {
  const auto byte = static_cast<unsigned char>(one.front());
  if (byte < 0x20) return byte != '\t' && byte != '\n' && byte != '\r';
  return one == "\xEF\xBF\xBE" || one == "\xEF\xBF\xBF";
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::string_view one = text.substr(0, std::max<std::size_t>(length, 1));
    text.remove_prefix(one.size());
    if (length == 0 || no_character(one)) {
      out += "\uFFFD";
    } else if (one == "&") {
      out += "&amp;";
    } else if (one == "<") {
      out += "&lt;";
    } else if (one == ">") {
      out += "&gt;";
    } else if (one == "\"") {
      out += "&quot;";
    } else if (one == "\n") {
      out += "&#10;";
    } else {
      out += one;
    }
  }
}

}  // namespace emrlint
