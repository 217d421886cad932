// SPDX-License-Identifier: Apache-2.0
#include "lsp/new_place.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace emrlint::lsp {
namespace {

struct Found {
  const ChartFolder::Group* group = nullptr;
  const Chart* chart = nullptr;
};

bool has_document(const GroupView& view, const Chart& chart, std::uint32_t file) {
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
    return view.place(document.span).file == file;
  });
}

// Those that the file is of; all without a file.
std::vector<Found> charts_of(const ChartFolder& folder, std::optional<std::uint32_t> file) {
  std::vector<Found> found;
  for (const auto& group : folder.groups()) {
    const GroupView view(folder, *group, PositionEncoding::kUtf8);
    for (const ChartReport& report : group->unit.reports()) {
      if (report.chart == nullptr) continue;
      const bool told = file && view.place(report.chart->span).file == *file;
      if (file && !told && !has_document(view, *report.chart, *file)) continue;
      found.push_back({group.get(), report.chart});
    }
  }
  return found;
}

// The text on the screen. A line of NDJSON is as it was read.
std::string_view text_of(const GroupView& view, const draft::Beside& beside, std::uint32_t file) {
  return view.unit().plan().lines ? beside.text : view.text(file);
}

}  // namespace

NewPlace place_in(const ChartFolder& folder, const std::string& path) {
  NewPlace place;
  const std::optional<std::uint32_t> file = folder.find(path);
  const std::vector<Found> found = charts_of(folder, file);
  if (found.size() != 1) {
    std::vector<const Chart*> charts;
    for (const Found& one : charts_of(folder, std::nullopt)) charts.push_back(one.chart);
    place.beside.format = draft::usual_format(charts);
    return place;
  }
  const GroupView view(folder, *found.front().group, PositionEncoding::kUtf8);
  const auto asked = [&](std::uint32_t batch_file) {
    return file && view.place({batch_file, 0, 0}).file == *file;
  };
  place.beside = draft::beside(*found.front().chart, view.unit().batch(), asked);
  place.beside.bulk = view.unit().plan().bulk;
  if (place.beside.text.empty()) return place;
  place.folder = &folder;
  place.group = found.front().group;
  place.text = view.place({place.beside.file, 0, 0});
  place.beside.text = text_of(view, place.beside, place.text.file);
  return place;
}

}  // namespace emrlint::lsp
