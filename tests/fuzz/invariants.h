// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_FUZZ_INVARIANTS_H_
#define EMRLINT_TESTS_FUZZ_INVARIANTS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lint.h"
#include "reader/batch.h"
#include "source/source_file.h"

// What must hold whatever the input is. A broken invariant ends the fuzzer, which then keeps the
// input.
namespace emrlint::fuzz {

// Ends the program with a sentence unless `holds`.
void expect(bool holds, std::string_view sentence);

inline std::string bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Small enough that a fuzzer reaches them, large enough for every fixture.
Limits small_limits();

// The bytes as the program would read them; null when they are no text.
std::unique_ptr<SourceFile> load_text(const std::string& bytes);

using Files = std::vector<std::unique_ptr<SourceFile>>;

// Every span of what was read lies in its file, begins before it ends and cuts no character. The
// answer is a digest of all values and spans: reading twice must give the same.
std::uint64_t check_charts(const Files& files, const std::vector<Chart>& charts);
std::uint64_t check_problems(const Files& files, const std::vector<Problem>& problems);
std::uint64_t check_batch(const Batch& batch);
// Reads one file by `reader` up to charts, twice: all of the above holds, and both give the same.
using Reader = void (*)(SourceFile&, std::uint32_t, const Limits&, ReadOutput&);
void check_reader(Reader reader, const std::string& bytes);
// What holds of spans holds of findings and their notes; no check may have broken.
void check_report(const Files& files, const ChartReport& report);

}  // namespace emrlint::fuzz

#endif  // EMRLINT_TESTS_FUZZ_INVARIANTS_H_
