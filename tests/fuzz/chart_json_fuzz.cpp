// SPDX-License-Identifier: Apache-2.0
// Chart JSON up to charts. What is UTF-8 is also read by RapidJSON, with the same result.
#include "fuzz/invariants.h"
#include "reader/readers.h"
#include "source/utf8.h"
#include "syntax/json_reference.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = emrlint::fuzz::bytes_of(data, size);
  emrlint::fuzz::check_reader(&emrlint::read_chart_json, bytes);
  if (emrlint::first_invalid_utf8(bytes) != bytes.size() || bytes.find('\0') != bytes.npos)
    return 0;
  const std::string difference = emrlint::json_difference(bytes);
  emrlint::fuzz::expect(difference.empty(), difference);
  return 0;
}
