// SPDX-License-Identifier: Apache-2.0
#include "output/sarif_place.h"

namespace emrlint {

void SarifPlaces::artifact(std::string_view path) {
  if (path != path_) {
    artifact_ = artifact_uri(path, options_.base_uri);
    path_ = path;
  }
  json_.begin_object("artifactLocation");
  json_.text("uri", artifact_.uri);
  if (artifact_.relative && !options_.base_uri.empty()) json_.text("uriBaseId", "SRCROOT");
  json_.end_object();
}

void SarifPlaces::begin_region(const Place& place, std::string_view name) {
  json_.begin_object(name);
  json_.number("startLine", place.begin.line);
  json_.number("startColumn", place.begin.column);
  json_.number("endLine", place.end.line);
  json_.number("endColumn", place.end.column);
  if (place.bytes) {
    json_.number("byteOffset", place.byte_offset);
    json_.number("byteLength", place.byte_length);
  }
}

}  // namespace emrlint
