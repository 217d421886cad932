// SPDX-License-Identifier: Apache-2.0
#include "lsp/across_findings.h"

#include <utility>

namespace emrlint::lsp {

Span AcrossFindings::keep(AcrossPlace place) {
  places.push_back(std::move(place));
  return {Batch::kSites + static_cast<std::uint32_t>(places.size() - 1), 0, 0};
}

void AcrossFindings::edited(const std::string& path, const TextEdit& edit, const TextBuffer& buffer,
                            PositionEncoding encoding) {
  std::vector<bool> touched(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    AcrossPlace& one = places[i];
    if (one.path != path) continue;
    const MovedPlace now = lsp::moved(one.place, edit);
    moved = true;
    one.place = now.place;
    one.range = {buffer.lines().position(buffer.text(), now.place.begin, encoding),
                 buffer.lines().position(buffer.text(), now.place.end, encoding)};
    touched[i] = now.touched;
  }
  for (ChartReport& report : reports) {
    std::erase_if(report.findings, [&](const Finding& finding) {
      return touched[finding.outcome.span.file - Batch::kSites];
    });
  }
}

}  // namespace emrlint::lsp
