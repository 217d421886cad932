// SPDX-License-Identifier: Apache-2.0
#include "draft/read_beside.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "reader/input.h"

namespace emrlint::draft {
namespace {

namespace fs = std::filesystem;

// A chart in one of the batches.
struct Found {
  const Batch* batch = nullptr;
  std::size_t number = 0;
  const Chart* chart = nullptr;
  bool bulk = false;
};

// Whether a file of the batch is the one of that name; any without a name.
bool is_file(const Batch& batch, std::uint32_t file, const std::string& name) {
  return name.empty() ||
         (file < batch.files.size() && fs::path(batch.files[file]->uri()).filename() == name);
}

bool stands_in(const Found& found, const std::string& name) {
  const Chart& chart = *found.chart;
  return is_file(*found.batch, chart.span.file, name) ||
         std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
           return is_file(*found.batch, document.span.file, name);
         });
}

// The charts of the files that lie in the folder itself, which come before those of its subfolders.
std::vector<Found> read_charts(const std::string& folder,
                               std::vector<std::unique_ptr<Batch>>& batches) {
  InputOptions options;
  options.paths = {folder};
  Inputs inputs(std::move(options));
  std::vector<Found> found;
  while (auto unit = inputs.next()) {
    if (unit->files.empty()) continue;
    if (fs::path(unit->files.front().path).parent_path() != fs::path(folder)) break;
    const bool bulk = unit->bulk;
    batches.push_back(std::make_unique<Batch>(read_unit(*std::move(unit), Limits{})));
    const Batch& batch = *batches.back();
    for (const Chart& chart : batch.charts)
      found.push_back({&batch, batches.size() - 1, &chart, bulk});
  }
  return found;
}

}  // namespace

ReadBeside read_beside(const std::string& path, std::optional<Format> wanted) {
  ReadBeside read;
  std::error_code unknown;
  const bool is_folder = fs::is_directory(path, unknown);
  const std::string name = is_folder ? std::string() : fs::path(path).filename().string();
  fs::path folder = is_folder ? fs::path(path) : fs::path(path).parent_path();
  if (folder.empty()) folder = ".";
  if (!folder.has_filename()) folder = folder.parent_path();  // Without the slash at its end.
  read.folder = folder.string();
  std::vector<Found> found = read_charts(read.folder, read.batches);
  std::vector<const Chart*> all;
  for (const Found& one : found) all.push_back(one.chart);
  read.beside.format = wanted.value_or(usual_format(all));
  std::erase_if(found, [&](const Found& one) { return !stands_in(one, name); });
  read.charts = found.size();
  if (found.size() != 1) return read;
  const Found& one = found.front();
  const auto asked = [&](std::uint32_t file) {
    return !name.empty() && is_file(*one.batch, file, name);
  };
  read.beside = beside(*one.chart, *one.batch, asked, wanted);
  read.beside.bulk = one.bulk;
  read.batch = one.number;
  if (!read.beside.text.empty()) read.file = one.batch->files[read.beside.file]->uri();
  return read;
}

}  // namespace emrlint::draft
