// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_ACROSS_FINDINGS_H_
#define EMRLINT_LSP_ACROSS_FINDINGS_H_

#include <string>
#include <vector>

#include "engine/lint.h"
#include "lsp/file_place.h"
#include "reader/batch.h"

namespace emrlint::lsp {

// A place of a finding across charts, which may lie in a chart of another folder.
struct AcrossPlace {
  std::string path, uri;
  FilePlace place;  // `file` is that of the path's own folder.
  TextRange range;
};

// What checks across charts say of the charts of a group: a report for each chart of which
// something is shown, with findings that failed and are not waived. Their spans count, from
// Batch::kSites on, in `places`.
struct AcrossFindings {
  std::vector<ChartReport> reports;
  std::vector<AcrossPlace> places;
  bool moved = false;  // A place, since it was taken back.

  // Null for a span of a batch.
  const AcrossPlace* place(Span span) const {
    return span.file < Batch::kSites ? nullptr : &places[span.file - Batch::kSites];
  }
  Span keep(AcrossPlace place);

  // The text of a document was edited: places move along, and findings go in whose own place
  // something was changed.
  void edited(const std::string& path, const TextEdit& edit, const TextBuffer& buffer,
              PositionEncoding encoding);
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_ACROSS_FINDINGS_H_
