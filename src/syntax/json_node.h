// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_JSON_NODE_H_
#define EMRLINT_SYNTAX_JSON_NODE_H_

#include <cstdint>

namespace emrlint {

enum class JsonKind : std::uint8_t { kNull, kFalse, kTrue, kNumber, kString, kArray, kObject };

// A value of a JSON text: 32 bytes, since the nodes of a file are many. Nodes lie in one vector in
// document order; index 0 is the root. All offsets count bytes of the source.
struct JsonNode {
  std::uint32_t key_begin = 0;  // Between the quotes; 0 in arrays.
  std::uint32_t key_end = 0;
  std::uint32_t key_size = 0;   // Of the decoded key.
  std::uint32_t begin = 0;      // Of a string between its quotes, else of the whole value.
  std::uint32_t end = 0;
  std::uint32_t size = 0;       // Of the decoded text; of containers the last child, 0 for none.
  std::uint32_t next = 0;       // Next sibling, 0 for none.
  JsonKind kind = JsonKind::kNull;
  bool broken = false;          // A container that an error cut off.
};

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_JSON_NODE_H_
