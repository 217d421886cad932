// SPDX-License-Identifier: Apache-2.0
#include "text/name_automaton.h"

#include <algorithm>

namespace emrlint {

bool NameParts::sound() const {
  if (nodes.empty()) return true;
  if (points.size() < 256 || nodes[0].depth() != 0) return false;
  if (std::any_of(points.begin(), points.begin() + 256, [&](std::size_t block) {
        return (block + 1) * 256 > points.size();
      })) {
    return false;
  }
  const auto unused = [](const NameWord& word) { return word.word == 0; };
  if (std::none_of(words.begin(), words.end(), unused)) return false;
  return std::all_of(nodes.begin() + 1, nodes.end(), [&](const NameNode& node) {
    if (node.check == kNoNode) return true;
    return node.check < nodes.size() && node.fail < nodes.size() && node.depth() > 0 &&
           nodes[node.check].depth() + 1 == node.depth() &&
           nodes[node.fail].depth() < node.depth() &&
           (node.name() == kNoName ||
            (node.name() < lengths.size() && lengths[node.name()] <= node.depth()));
  });
}

std::uint32_t NameAutomaton::number_of_word(NameSymbol word) const {
  std::size_t at = slot(word, parts_.words.size());
  while (parts_.words[at].word != 0 && parts_.words[at].word != word) {
    if (++at == parts_.words.size()) at = 0;
  }
  return parts_.words[at].number;
}

bool NameAutomaton::next(std::string_view text, std::size_t at, NameMatch& match) const {
  if (parts_.nodes.empty()) return false;
  std::array<std::uint32_t, 256> begins;  // Of the last symbols, by their count.
  std::uint8_t count = 0;
  std::uint8_t length = 0;  // Symbols since the match began; 0: there is none yet.
  const NameNode* const nodes = parts_.nodes.data();
  std::uint32_t here = 0;
  for (NameSymbols read(text, at); read.next();) {
    begins[count++] = static_cast<std::uint32_t>(read.from());
    if (length != 0) ++length;
    const std::uint32_t symbol = number(read.symbol());
    if (symbol == 0) {
      if (length != 0) return true;
      here = 0;
      continue;
    }
    while (true) {
      const std::uint64_t child = std::uint64_t{nodes[here].base} + symbol;
      if (child < parts_.nodes.size() && nodes[child].check == here) {
        here = static_cast<std::uint32_t>(child);
        break;
      }
      if (here == 0) break;
      here = nodes[here].fail;
    }
    const NameNode& node = nodes[here];
    if (length > node.depth()) return true;  // What follows begins behind it.
    if (node.name() == kNoName) continue;
    const std::uint8_t found = parts_.lengths[node.name()];
    if (found < length) continue;
    length = found;
    match = {node.name(), begins[static_cast<std::uint8_t>(count - found)], read.to()};
  }
  return length != 0;
}

}  // namespace emrlint
