// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "reader/input.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

struct FailureKind {
  Problem::Kind kind;
  const char* id;
};

FailureKind kind_of(LoadFailure failure, bool something) {
  switch (failure) {
    case LoadFailure::kTooLarge: return {Problem::Kind::kLimit, "file-too-large"};
    case LoadFailure::kEncoding: return {Problem::Kind::kUnreadable, "encoding-unknown"};
    case LoadFailure::kEmpty: return {Problem::Kind::kUnreadable, "file-empty"};
    case LoadFailure::kCompression:
      return {something ? Problem::Kind::kIncomplete : Problem::Kind::kUnreadable,
              "compression-damaged"};
    case LoadFailure::kUnreadable:
    case LoadFailure::kNone: break;
  }
  return {something ? Problem::Kind::kIncomplete : Problem::Kind::kUnreadable, "file-unreadable"};
}

Loaded load_input(InputFile& file, const Limits& limits) {
  if (!file.text) return load_file(file.path, file.uri, limits.bytes);
  return load(ByteStream::of(std::move(*file.text)), file.uri, limits.bytes, file.first_line);
}

Batch read_bulk(std::vector<std::unique_ptr<SourceFile>> files, const Limits& limits) {
  Batch batch;
  batch.files = std::move(files);
  for (const auto& file : batch.files) file->set_syntax(Syntax::kJson);
  ReadOutput out;
  read_fhir_bulk(batch.files, limits, out);
  batch.problems = std::move(out.problems);
  batch.charts = build_charts(std::move(out.fragments), true);
  return batch;
}

std::string_view file_name(std::string_view uri) {
  return uri.substr(uri.find_last_of('/') + 1);
}

}  // namespace

std::optional<Problem> load_problem(const Loaded& loaded, const std::string& uri) {
  if (loaded.failure == LoadFailure::kNone) return std::nullopt;
  const FailureKind kind = kind_of(loaded.failure, loaded.file.has_value());
  return Problem{kind.kind, kind.id, loaded.error.zh, loaded.error.en, uri, {}, false};
}

void name_charts(std::span<const std::unique_ptr<SourceFile>> files, std::vector<Chart>& charts) {
  for (Chart& chart : charts) {
    if (!chart.key.empty() || chart.span.file >= files.size()) continue;
    const SourceFile& file = *files[chart.span.file];
    chart.key = file_name(file.uri());
    if (file.first_line() > 1) chart.key += ':' + std::to_string(file.first_line());
  }
}

Batch read_unit(WorkUnit unit, const Limits& limits) {
  std::vector<Problem> problems = std::move(unit.problems);
  std::vector<std::unique_ptr<SourceFile>> files;
  for (InputFile& file : unit.files) {
    Loaded loaded = load_input(file, limits);
    if (auto problem = load_problem(loaded, file.uri)) problems.push_back(*std::move(problem));
    unit.gaps = unit.gaps || !loaded.file;
    if (loaded.file) files.push_back(std::make_unique<SourceFile>(std::move(*loaded.file)));
  }
  Batch batch = unit.bulk ? read_bulk(std::move(files), limits)
                          : read_texts(std::move(files), limits, unit.folder, unit.gaps);
  batch.problems.insert(batch.problems.begin(), std::make_move_iterator(problems.begin()),
                        std::make_move_iterator(problems.end()));
  name_charts(batch.files, batch.charts);
  return batch;
}

}  // namespace emrlint
