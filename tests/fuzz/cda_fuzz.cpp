// SPDX-License-Identifier: Apache-2.0
// CDA documents, whole and broken, up to charts.
#include "fuzz/invariants.h"
#include "reader/readers.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  emrlint::fuzz::check_reader(&emrlint::read_cda, emrlint::fuzz::bytes_of(data, size));
  return 0;
}
