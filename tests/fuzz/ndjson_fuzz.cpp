// SPDX-License-Identifier: Apache-2.0
// NDJSON: charts line by line, and a FHIR bulk export in two files.
#include "fuzz/invariants.h"
#include "reader/input_lines.h"
#include "reader/readers.h"

namespace emrlint::fuzz {
namespace {

std::uint64_t read_lines(const std::string& bytes) {
  InputLines lines(ByteStream::of(bytes), "input", "input", small_limits().bytes);
  std::uint64_t digest = 0;
  std::uint32_t line = 0;
  while (std::optional<WorkUnit> unit = lines.next()) {
    for (const InputFile& file : unit->files) {
      expect(file.first_line > line, "lines do not rise");
      line = file.first_line;
      expect(file.text && file.text->find('\n') == std::string::npos, "a unit is no line");
    }
    digest = digest * 31 + check_batch(read_unit(std::move(*unit), small_limits()));
  }
  return digest;
}

std::uint64_t read_bulk(const std::string& bytes) {
  Batch batch;
  const std::size_t middle = bytes.find('\n', bytes.size() / 2);
  for (const std::string& part :
       {bytes.substr(0, middle), middle == bytes.npos ? std::string() : bytes.substr(middle)}) {
    std::unique_ptr<SourceFile> file = load_text(part);
    if (file) batch.files.push_back(std::move(file));
  }
  for (const auto& file : batch.files) file->set_syntax(Syntax::kJson);
  ReadOutput out;
  read_fhir_bulk(batch.files, small_limits(), out);
  batch.problems = std::move(out.problems);
  batch.charts = build_charts(std::move(out.fragments), true);
  return check_batch(batch);
}

}  // namespace
}  // namespace emrlint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emrlint::fuzz;
  const std::string bytes = bytes_of(data, size);
  const std::uint64_t lines = read_lines(bytes);
  expect(lines == read_lines(bytes), "reading lines twice differs");
  const std::uint64_t bulk = read_bulk(bytes);
  expect(bulk == read_bulk(bytes), "reading a bulk export twice differs");
  return 0;
}
