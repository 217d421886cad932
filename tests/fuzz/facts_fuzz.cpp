// SPDX-License-Identifier: Apache-2.0
// Files of facts: whatever is in them, they are refused or judged.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "engine/facts_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emrlint;
  static const Catalog catalog = std::move(*Catalog::built_in());
  AcrossCharts across(catalog, {});
  FactsReader reader(catalog, across);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (reader.read(ByteStream::of(std::move(bytes)), "facts")) return 0;
  across.judge([](const Verdict&) {});
  return 0;
}
