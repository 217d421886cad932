// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SARIF_PLACE_H_
#define EMRLINT_OUTPUT_SARIF_PLACE_H_

#include <string>
#include <string_view>

#include "output/json_writer.h"
#include "output/place.h"
#include "output/sink.h"

namespace emrlint {

// Writes where things are as SARIF says it.
class SarifPlaces {
 public:
  SarifPlaces(JsonWriter& json, const OutputOptions& options) : json_(json), options_(options) {}

  // The member "artifactLocation" of a file.
  void artifact(std::string_view path);
  // The member "region", or one of another name, left open.
  void begin_region(const Place& place, std::string_view name = "region");

 private:
  JsonWriter& json_;
  const OutputOptions& options_;
  std::string path_;  // Of artifact_, the last one that was written.
  ArtifactUri artifact_;
};

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SARIF_PLACE_H_
