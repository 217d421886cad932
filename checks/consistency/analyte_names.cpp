// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/analyte_names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "check/option.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

struct Row {
  std::string_view id;
  Bilingual name;
  std::string_view words;
};
constexpr Row kRows[] = {
#define EMRLINT_ANALYTE(id, zh, en, words) {id, {zh, en}, words},
#include "checks/consistency/analytes.def"
#undef EMRLINT_ANALYTE
};

// All names by their last byte, the longer ones first.
class NamesByEnd {
 public:
  NamesByEnd() {
    for (std::size_t i = 0; i < std::size(kRows); ++i) {
      any_word({kRows[i].words}, [&](std::string_view word) {
        by_end_[last_byte(word, word.size())].push_back({word, static_cast<Analyte>(i)});
        return false;
      });
    }
    for (auto& names : by_end_) {
      std::stable_sort(names.begin(), names.end(), [](const Entry& a, const Entry& b) {
        return a.word.size() > b.word.size();
      });
    }
  }

  AnalyteName before(std::string_view text, std::size_t at) const {
    if (at == 0) return {};
    for (const Entry& entry : by_end_[last_byte(text, at)]) {
      if (ends_at(text, at, entry.word)) return {entry.analyte, entry.word.size()};
    }
    return {};
  }

 private:
  struct Entry {
    std::string_view word;
    Analyte analyte;
  };
  static std::size_t last_byte(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at - 1]);
  }
  std::array<std::vector<Entry>, 256> by_end_;
};

}  // namespace

AnalyteName name_before(std::string_view text, std::size_t at) {
  static const NamesByEnd names;
  const AnalyteName longest = names.before(text, at);
  if (longest.length != 0 && id(longest.analyte).empty()) return {};
  return longest;
}

std::string_view id(Analyte analyte) { return kRows[static_cast<std::size_t>(analyte)].id; }
Bilingual name(Analyte analyte) { return kRows[static_cast<std::size_t>(analyte)].name; }

Analyte analyte_of(std::string_view name) {
  const AnalyteName found = name_before(name, name.size());
  return found.length == name.size() && !name.empty() ? found.analyte : kNoAnalyte;
}

}  // namespace emrlint::checks
