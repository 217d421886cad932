// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <utility>

#include "reader/input.h"
#include "reader/readers.h"
#include "source/load.h"

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

std::string_view file_name(std::string_view uri) {
  return uri.substr(uri.find_last_of('/') + 1);
}

// A chart that names no stay and no patient is known by its file.
void name_charts(Batch& batch) {
  for (Chart& chart : batch.charts) {
    if (!chart.key.empty() || chart.span.file >= batch.files.size()) continue;
    const SourceFile& file = *batch.files[chart.span.file];
    chart.key = file_name(file.uri());
    if (file.first_line() > 1) chart.key += ':' + std::to_string(file.first_line());
  }
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

}  // namespace

Batch read_unit(WorkUnit unit, const Limits& limits) {
  std::vector<Problem> problems = std::move(unit.problems);
  std::vector<std::unique_ptr<SourceFile>> files;
  for (InputFile& file : unit.files) {
    Loaded loaded = load_input(file, limits);
    if (loaded.failure != LoadFailure::kNone) {
      const FailureKind kind = kind_of(loaded.failure, loaded.file.has_value());
      Problem& problem = problems.emplace_back();
      problem.kind = kind.kind;
      problem.id = kind.id;
      problem.zh = std::move(loaded.error.zh);
      problem.en = std::move(loaded.error.en);
      problem.uri = file.uri;
    }
    unit.gaps = unit.gaps || !loaded.file;
    if (loaded.file) files.push_back(std::make_unique<SourceFile>(std::move(*loaded.file)));
  }
  Batch batch = unit.bulk ? read_bulk(std::move(files), limits)
                          : read_texts(std::move(files), limits, unit.folder, unit.gaps);
  batch.problems.insert(batch.problems.begin(), std::make_move_iterator(problems.begin()),
                        std::make_move_iterator(problems.end()));
  name_charts(batch);
  return batch;
}

}  // namespace emrlint
