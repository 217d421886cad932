// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_DECODED_MAP_H_
#define EMRLINT_SOURCE_DECODED_MAP_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emrlint {

// A text and, for each of its bytes, the source bytes [begin, end) that it was decoded from. Made
// anew for the few values that a finding points into; layers can be stacked (XHTML inside JSON).
struct DecodedMap {
  std::string text;
  std::vector<std::uint32_t> begin, end;

  void put(std::string_view decoded, std::uint32_t from, std::uint32_t to);
};

// Every byte stands for itself.
DecodedMap map_plain(std::string_view source, std::uint32_t offset);
// JSON escapes, surrogate pairs included.
DecodedMap map_json(const DecodedMap& source);
// XML: entities and character references decoded, CR LF made LF, tags and comments dropped, text
// of CDATA sections taken as it is. With `cdata` all of the source is inside such a section.
DecodedMap map_xml(const DecodedMap& source, bool cdata);
// Base64, blanks skipped; each byte stands for the whole group of four characters.
DecodedMap map_base64(const DecodedMap& source);

// Where `value` lies in a decoded text that may have more, fewer or other blanks between its words
// than the value: index of the text byte for each byte of the value, its end included. Empty when
// the two differ in more than blanks.
std::optional<std::vector<std::uint32_t>> align(std::string_view value, std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_DECODED_MAP_H_
