// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_PLACE_H_
#define EMRLINT_OUTPUT_PLACE_H_

#include <string>
#include <string_view>

#include "reader/batch.h"
#include "source/place.h"

namespace emrlint {

// Where a span of a batch stands.
struct Whereabouts {
  const SourceFile* file = nullptr;  // Null where the text is no longer at hand.
  std::string_view uri;
  Place place;
};
Whereabouts whereabouts(const Batch& batch, Span span);

// A path as a URI reference: characters outside the unreserved ones as %XX, "file://" before an
// absolute path.
std::string uri_reference(std::string_view path);

// A path as SARIF names an artifact: relative to `base_uri` ("file:///data/") where it lies below,
// else absolute; without "." and "..". Relative paths are those of the folder `base_uri`.
struct ArtifactUri {
  std::string uri;
  bool relative = false;
};
ArtifactUri artifact_uri(std::string_view path, std::string_view base_uri);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_PLACE_H_
