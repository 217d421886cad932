// SPDX-License-Identifier: Apache-2.0
#include "output/place.h"

#include <filesystem>

namespace emrlint {

Whereabouts whereabouts(const Batch& batch, Span span) {
  if (const Site* site = batch.site(span)) return {nullptr, site->uri, site->place};
  const SourceFile& file = *batch.files[span.file];
  return {&file, file.uri(), place_of(file, span)};
}

std::string uri_reference(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  while (path.starts_with("./")) path.remove_prefix(2);
  std::string out(path.starts_with('/') ? "file://" : "");
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != kPlain.npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

ArtifactUri artifact_uri(std::string_view path, std::string_view base_uri) {
  constexpr std::string_view kScheme = "file://";
  std::string uri = uri_reference(path);
  if (base_uri.empty() && !path.starts_with('/')) return {uri, true};
  if (path.starts_with('/')) {
    uri.erase(0, kScheme.size());
  } else {
    uri.insert(0, base_uri.substr(kScheme.size()));
  }
  uri = std::string(kScheme) + std::filesystem::path(uri).lexically_normal().generic_string();
  if (!base_uri.empty() && uri.starts_with(base_uri) && uri.size() > base_uri.size()) {
    return {uri.substr(base_uri.size()), true};
  }
  return {uri, false};
}

}  // namespace emrlint
