// SPDX-License-Identifier: Apache-2.0
#include "testing/line_diff.h"

#include <algorithm>
#include <vector>

namespace emrlint {
namespace {

constexpr std::size_t kContext = 2;

struct Edit {
  char sign;  // ' ' in both, '-' expected only, '+' actual only
  std::string_view line;
  std::uint32_t number;  // In `expected`; of the line before for '+'.
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Longest common subsequence by the full table: fixtures are small.
std::vector<Edit> edits(const std::vector<std::string_view>& a,
                        const std::vector<std::string_view>& b, std::uint32_t first_line) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> common((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i * width + j] =
          a[i] == b[j] ? common[(i + 1) * width + j + 1] + 1
                       : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  std::vector<Edit> out;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    const auto number = static_cast<std::uint32_t>(first_line + i);
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      out.push_back({' ', a[i], number});
      ++i, ++j;
    } else if (j == b.size() || (i < a.size() && common[(i + 1) * width + j] >=
                                                     common[i * width + j + 1])) {
      out.push_back({'-', a[i++], number});
    } else {
      out.push_back({'+', b[j++], number});
    }
  }
  return out;
}

bool near_change(const std::vector<Edit>& all, std::size_t at) {
  const std::size_t from = at > kContext ? at - kContext : 0;
  const std::size_t to = std::min(all.size(), at + kContext + 1);
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(from),
                     all.begin() + static_cast<std::ptrdiff_t>(to),
                     [](const Edit& edit) { return edit.sign != ' '; });
}

}  // namespace

std::string line_diff(std::string_view expected, std::string_view actual,
                      std::uint32_t first_line) {
  if (expected == actual) return {};
  const std::vector<Edit> all = edits(lines_of(expected), lines_of(actual), first_line);
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!near_change(all, i)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += "   ...\n";
    gap = false;
    std::string number = all[i].sign == '+' ? "" : std::to_string(all[i].number);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, ' ');
    out.append(number).append(" ").append(1, all[i].sign).append(" ").append(all[i].line);
    out += '\n';
  }
  if (out.empty()) out = "  (the texts differ in their last line end)\n";
  return out;
}

}  // namespace emrlint
