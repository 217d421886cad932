// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_JSON_PLACE_H_
#define EMRLINT_OUTPUT_JSON_PLACE_H_

#include "output/json_writer.h"
#include "output/place.h"

namespace emrlint {

// The members of a place: path, line, column, endLine, endColumn and, where they mean the file as
// it lies on disk, byteOffset and byteLength.
inline void write_json_place(JsonWriter& json, const Whereabouts& where) {
  const Place& place = where.place;
  json.text("path", where.uri);
  json.number("line", place.begin.line);
  json.number("column", place.begin.column);
  json.number("endLine", place.end.line);
  json.number("endColumn", place.end.column);
  if (place.bytes) {
    json.number("byteOffset", place.byte_offset);
    json.number("byteLength", place.byte_length);
  }
}

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_JSON_PLACE_H_
