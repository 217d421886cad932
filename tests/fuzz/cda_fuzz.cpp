// SPDX-License-Identifier: Apache-2.0
// CDA documents, whole and broken, up to charts.
#include "fuzz/invariants.h"
#include "reader/readers.h"

namespace emrlint::fuzz {
namespace {

std::uint64_t read_once(const std::string& bytes) {
  Batch batch;
  std::unique_ptr<SourceFile> file = load_text(bytes);
  if (!file) return 0;
  file->set_syntax(Syntax::kXml);
  batch.files.push_back(std::move(file));
  ReadOutput out;
  read_cda(*batch.files[0], 0, small_limits(), out);
  const std::uint64_t fragments = check_charts(batch.files, out.fragments);
  batch.problems = std::move(out.problems);
  batch.charts = build_charts(std::move(out.fragments), true);
  return fragments ^ check_batch(batch);
}

}  // namespace
}  // namespace emrlint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = emrlint::fuzz::bytes_of(data, size);
  const std::uint64_t first = emrlint::fuzz::read_once(bytes);
  emrlint::fuzz::expect(first == emrlint::fuzz::read_once(bytes), "reading twice differs");
  return 0;
}
