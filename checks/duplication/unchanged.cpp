// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/unchanged.h"

#include <algorithm>
#include <string_view>

namespace emrlint::checks {

void add_unchanged(const ChartCopies& copies, const Passage& passage, std::vector<Unchanged>& all) {
  const Document* const source = &copies.document_of(passage.source);
  const auto exact = copies.tokens().exact();
  for (const Run& run : copies.runs_of(passage)) {
    for (std::uint32_t i = 0, begin = 0; i <= run.length; ++i) {
      if (i < run.length && exact[run.from + i] == exact[run.to + i]) continue;
      if (i > begin) {
        all.push_back({source, {run.to + begin, run.to + i}, {run.from + begin, run.from + i}});
      }
      begin = i + 1;
    }
  }
}

int characters(const ChartCopies& copies, TokenRange range) {
  int count = 0;
  for (const Part& part : copies.tokens().parts(range)) {
    const std::string_view text = part.value.value.substr(part.from, part.to - part.from);
    count += static_cast<int>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  }
  return count;
}

std::optional<std::chrono::sys_days> day_of(const Document& document) {
  const auto time = writing_time(document);
  if (!time || time->precision < Precision::kDay) return std::nullopt;
  return time->local_day();
}

}  // namespace emrlint::checks
