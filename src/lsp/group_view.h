// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_GROUP_VIEW_H_
#define EMRLINT_LSP_GROUP_VIEW_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/lint.h"
#include "lsp/chart_folder.h"
#include "lsp/file_place.h"

namespace emrlint::lsp {

// The charts of a group with their places as a client names them: file and range.
class GroupView {
 public:
  GroupView(const ChartFolder& folder, const ChartFolder::Group& group, PositionEncoding encoding)
      : folder_(folder), group_(group), encoding_(encoding) {}

  const ChartFolder& folder() const { return folder_; }
  const ChartUnit& unit() const { return group_.unit; }
  PositionEncoding encoding() const { return encoding_; }
  // What the checks say of each chart, then what those across charts say.
  std::vector<const ChartReport*> reports() const;
  const AcrossFindings& across() const { return group_.across; }

  // Of a span of the batch, or of the place of a finding across charts.
  FilePlace place(Span span) const;
  TextRange range(const FilePlace& place) const;
  // Where a finding is shown. One without a place is shown where the chart begins: at the admission
  // record, else at the first document.
  FilePlace place(const ChartReport& report, const Finding& finding) const;
  // The text of a file of the folder that belongs to the group.
  std::string_view text(std::uint32_t file) const;

 private:
  const LineMap& lines(std::uint32_t file) const;

  const ChartFolder& folder_;
  const ChartFolder::Group& group_;
  PositionEncoding encoding_;
};

// Whether a finding is a defect that a reader has to see: failed, not waived, not said by another.
inline bool shown(const Finding& finding) {
  return finding.outcome.kind == OutcomeKind::kFail && !finding.superseded &&
         finding.waiver == nullptr;
}

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_GROUP_VIEW_H_
