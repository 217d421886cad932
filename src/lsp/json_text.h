// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_JSON_TEXT_H_
#define EMRLINT_LSP_JSON_TEXT_H_

#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "lsp/text_buffer.h"
#include "output/json_writer.h"

namespace emrlint::lsp {

struct JsonTarget {
  std::ostringstream target;
};

// JSON that becomes part of a message.
class JsonText : private JsonTarget, public JsonWriter {  // In this order: the last one writes.
 public:
  JsonText() : JsonWriter(target) {}
  std::string take() {
    flush();
    return std::move(target).str();
  }
};

inline void write_position(JsonWriter& json, std::string_view name, TextPosition position) {
  json.begin_object(name);
  json.number("line", position.line);
  json.number("character", position.character);
  json.end_object();
}

inline void write_range(JsonWriter& json, std::string_view name, const TextRange& range) {
  json.begin_object(name);
  write_position(json, "start", range.start);
  write_position(json, "end", range.end);
  json.end_object();
}

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_JSON_TEXT_H_
