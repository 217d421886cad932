// SPDX-License-Identifier: Apache-2.0
#include "rule/citation.h"

#include <iterator>

namespace emrlint {
namespace {

constexpr std::string_view kKeys[] = {
#define EMRLINT_SOURCE(key, zh, en, number, status) key,
#include "check/sources.def"
#undef EMRLINT_SOURCE
};

}  // namespace

std::optional<Citation> parse_citation(std::string_view text) {
  std::string_view best;
  for (const std::string_view key : kKeys) {
    if (text.starts_with(key) && key.size() > best.size()) best = key;
  }
  if (best.empty()) return std::nullopt;
  std::string_view article = text.substr(best.size());
  if (article.starts_with(' ') || article.starts_with('-')) article.remove_prefix(1);
  if (article.empty()) return std::nullopt;
  return Citation{best, article};
}

std::vector<std::string_view> source_keys() { return {std::begin(kKeys), std::end(kKeys)}; }

}  // namespace emrlint
