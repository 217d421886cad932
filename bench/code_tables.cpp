// SPDX-License-Identifier: Apache-2.0
// emrlint-codes-bench SYSTEM FILE...: what importing these lists into one table costs, opening it,
// and looking codes and names up. SYSTEM is a code system or "auto". Each figure is the best of
// some runs, beside its median and the least CPU time: other work on the machine only ever adds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "codes/code_import.h"
#include "codes/code_search.h"

namespace emrlint {
namespace {

using Clock = std::chrono::steady_clock;

template <typename Work>
void measure(const std::string& name, int runs, Work work) {
  std::vector<double> times, cpu;
  for (int i = 0; i < runs; ++i) {
    const auto begin = Clock::now();
    const std::clock_t cpu_begin = std::clock();
    work();
    cpu.push_back(1000.0 * static_cast<double>(std::clock() - cpu_begin) / CLOCKS_PER_SEC);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  std::printf("%-24s best %10.4f ms  median %10.4f ms  CPU %10.3f ms\n", name.c_str(),
              times.front(), times[times.size() / 2], *std::min_element(cpu.begin(), cpu.end()));
}

std::string read(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string import_lists(const CodingSystem* system, const std::vector<std::string>& names,
                         const std::vector<std::string>& lists, bool report) {
  ImportOptions options;
  options.edition.system = system;
  CodeImport import(std::move(options));
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (const auto error = import.add(names[i], lists[i])) {
      std::fprintf(stderr, "%s\n", error->en.c_str());
      return {};
    }
  }
  Result<std::string> table = import.finish();
  if (!table) return {};
  if (report) {
    std::printf("%u rows, %zu codes, %zu rows not taken, %u of other lists, %zu bytes\n",
                import.edition().rows, import.codes(), import.faults().size(), import.other_rows(),
                table->size());
  }
  return *std::move(table);
}

void look_up(const CodeTable& table) {
  const auto count = static_cast<std::uint32_t>(table.size());
  measure("find 1000 codes", 50, [&] {
    for (std::uint32_t i = 0; i < 1000; ++i) {
      const std::string_view code = table[static_cast<std::uint32_t>(i * 7919ull % count)].code();
      if (!table.find(code)) std::fputs("lost a code\n", stderr);
    }
  });
  for (const char* query : {"高血压", "癌", "糖尿病", "术", "gxy", "ss", "tnb", "I10", "51.2",
                            "fracture", "fract fem init", "di"}) {
    std::size_t hits = 0;
    measure(std::string("search ") + query, 50,
            [&] { hits = search_codes(table, query, 20).size(); });
    if (hits == 0) std::puts("  (nothing found)");
  }
}

int run(int count, char** arguments) {
  if (count < 3) {
    std::fputs("emrlint-codes-bench SYSTEM|auto FILE...\n", stderr);
    return 2;
  }
  std::vector<std::string> names(arguments + 2, arguments + count), lists;
  for (const std::string& name : names) lists.push_back(read(name.c_str()));
  const CodingSystem* const system = find_coding_system(arguments[1]);
  const std::string bytes = import_lists(system, names, lists, true);
  if (bytes.empty()) return 1;
  measure("import", 5, [&] { import_lists(system, names, lists, false); });
  const std::string path = "build/codes-bench.codes";
  if (const auto error = write_code_file(path, bytes)) {
    std::fprintf(stderr, "%s\n", error->en.c_str());
    return 1;
  }
  measure("write", 5, [&] { (void)write_code_file(path, bytes); });
  measure("open", 20, [&] { (void)CodeTable::open(path).ok(); });
  const Result<CodeTable> table = CodeTable::open(path);
  if (!table) return 1;
  look_up(*table);
  std::remove(path.c_str());
  return 0;
}

}  // namespace
}  // namespace emrlint

int main(int count, char** arguments) { return emrlint::run(count, arguments); }
