// SPDX-License-Identifier: Apache-2.0
#include "lsp/group_view.h"

#include <algorithm>

namespace emrlint::lsp {

std::vector<const ChartReport*> GroupView::reports() const {
  std::vector<const ChartReport*> all;
  for (const ChartReport& report : group_.unit.reports()) all.push_back(&report);
  for (const ChartReport& report : group_.across.reports) all.push_back(&report);
  return all;
}

FilePlace GroupView::place(Span span) const {
  if (const AcrossPlace* const across = group_.across.place(span)) return across->place;
  const ChartUnit& unit = group_.unit;
  if (span.file >= unit.batch().files.size()) return {unit.plan().files.front(), 0, 0};
  const ChartUnit::Origin origin = unit.origin(span.file);
  return {unit.plan().files[origin.index], origin.begin + span.begin, origin.begin + span.end};
}

FilePlace GroupView::place(const ChartReport& report, const Finding& finding) const {
  const Span span = finding.outcome.span;
  if (span != Span{} || report.chart == nullptr) return place(span);
  const Document* const admission = report.chart->first(DocType::kAdmissionRecord);
  return place(admission != nullptr ? admission->span : report.chart->span);
}

std::string_view GroupView::text(std::uint32_t file) const {
  const FolderFile& source = folder_.files()[file];
  if (source.open != nullptr) return source.open->text();
  const std::vector<std::uint32_t>& files = group_.unit.plan().files;
  const auto index = std::find(files.begin(), files.end(), file);
  return index == files.end() ? std::string_view()
                              : group_.unit.text(static_cast<std::size_t>(index - files.begin()));
}

const LineMap& GroupView::lines(std::uint32_t file) const {
  const FolderFile& source = folder_.files()[file];
  return source.open != nullptr ? source.open->lines() : source.lines;
}

TextRange GroupView::range(const FilePlace& place) const {
  const std::string_view text = this->text(place.file);
  const LineMap& lines = this->lines(place.file);
  return {lines.position(text, place.begin, encoding_), lines.position(text, place.end, encoding_)};
}

}  // namespace emrlint::lsp
