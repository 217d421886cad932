// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "text/name_automaton.h"

namespace emrlint {
namespace {

constexpr std::uint16_t kEmptyBlock = 1;
constexpr NameNode kUnused = {0, kNoNode, 0, NameNode::ends_of(kNoName, 0)};

}  // namespace

std::uint32_t NameAutomatonBuilder::add(std::string_view name) {
  std::u32string symbols = symbols_of_name(name);
  const bool too_short = symbols.empty() || (symbols.size() == 1 && !is_word(symbols[0]));
  if (too_short || symbols.size() > NameAutomaton::kMostSymbols) return kNoName;
  const auto number = static_cast<std::uint32_t>(numbers_.size());
  if (number == kNoName) return kNoName;
  return numbers_.try_emplace(std::move(symbols), number).first->second;
}

std::uint32_t NameAutomatonBuilder::number(NameSymbol symbol) const {
  if (symbol < 0x10000) {
    return points_[std::size_t{points_[symbol >> 8]} << 8 | (symbol & 0xFF)];
  }
  std::size_t at = NameAutomaton::slot(symbol, words_.size());
  while (words_[at].word != symbol) at = at + 1 == words_.size() ? 0 : at + 1;
  return words_[at].number;
}

void NameAutomatonBuilder::set_number(NameSymbol symbol, std::uint32_t number) {
  if (symbol >= 0x10000) {
    std::size_t at = NameAutomaton::slot(symbol, words_.size());
    while (words_[at].word != 0) at = at + 1 == words_.size() ? 0 : at + 1;
    words_[at] = {symbol, number};
    return;
  }
  if (points_[symbol >> 8] == kEmptyBlock) {
    points_[symbol >> 8] = static_cast<std::uint16_t>(points_.size() / 256);
    points_.resize(points_.size() + 256, 0);
  }
  points_[std::size_t{points_[symbol >> 8]} << 8 | (symbol & 0xFF)] =
      static_cast<std::uint16_t>(number);
}

// The commonest get the smallest numbers, so that children stand close together. Beyond 65,535
// symbols there are none.
void NameAutomatonBuilder::number_symbols() {
  std::unordered_map<NameSymbol, std::uint32_t> counts;
  for (const auto& [symbols, name] : numbers_) {
    for (const NameSymbol symbol : symbols) ++counts[symbol];
  }
  std::vector<std::pair<NameSymbol, std::uint32_t>> sorted(counts.begin(), counts.end());
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  points_.assign(256, kEmptyBlock);
  points_.resize(512, 0);
  const auto words = static_cast<std::size_t>(std::count_if(
      sorted.begin(), sorted.end(), [](const auto& one) { return one.first >= 0x10000; }));
  words_.assign(words * 2 + 1, {});
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    set_number(sorted[i].first, i < 0xFFFF ? static_cast<std::uint32_t>(i + 1) : 0);
  }
}

// Where all of these children find a free place.
std::uint32_t NameAutomatonBuilder::free_base(const std::vector<std::uint32_t>& numbers) {
  const auto used = [&](std::size_t at) {
    return at < nodes_.size() && nodes_[at].check != kNoNode;
  };
  while (used(first_free_)) ++first_free_;
  std::uint32_t base = std::max(first_free_, numbers.front() + 1) - numbers.front();
  std::uint32_t tries = 0;
  while (std::any_of(numbers.begin(), numbers.end(),
                     [&](std::uint32_t number) { return used(base + number); })) {
    ++base;
    // A stretch that is nearly full is left for good.
    if (++tries > 1000 && numbers.size() == 1) first_free_ = base + numbers.front();
  }
  return base;
}

// Makes the children of a node, whose names are sorted, and gives them back.
std::vector<NameAutomatonBuilder::Branch> NameAutomatonBuilder::children(
    const std::vector<Named>& names, const Branch& branch) {
  const std::size_t depth = nodes_[branch.node].depth();
  std::vector<Branch> made;
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = branch.first; i < branch.end; ++i) {
    const std::u32string_view name = names[i].first;
    if (name.size() == depth) continue;
    if (made.empty() || names[made.back().first].first[depth] != name[depth]) {
      made.push_back({0, i, i});
      numbers.push_back(number(name[depth]));
    }
    made.back().end = i + 1;
  }
  if (made.empty()) return made;
  std::vector<std::uint32_t> sorted = numbers;
  std::sort(sorted.begin(), sorted.end());
  const std::uint32_t base = free_base(sorted);
  nodes_[branch.node].base = base;
  if (base + sorted.back() >= nodes_.size()) {
    nodes_.resize(base + sorted.back() + 1, kUnused);
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    const std::uint32_t at = base + numbers[i];
    made[i].node = at;
    const Named& first = names[made[i].first];
    const bool ends = first.first.size() == depth + 1;
    nodes_[at] = {0, branch.node, 0, NameNode::ends_of(ends ? first.second : kNoName, depth + 1)};
  }
  return made;
}

// Finds where a node fails to, when all nodes of less depth are there.
void NameAutomatonBuilder::link(std::uint32_t node, std::uint32_t symbol) {
  std::uint32_t from = nodes_[node].check;
  while (from != 0) {
    from = nodes_[from].fail;
    const std::uint32_t child = nodes_[from].base + symbol;
    if (child >= nodes_.size() || nodes_[child].check != from) continue;
    NameNode& one = nodes_[node];
    one.fail = child;
    if (one.name() == kNoName) one.ends = NameNode::ends_of(nodes_[child].name(), one.depth());
    return;
  }
}

NameParts NameAutomatonBuilder::build() {
  if (numbers_.empty()) return {};
  number_symbols();
  std::vector<Named> names(numbers_.begin(), numbers_.end());
  std::sort(names.begin(), names.end());
  lengths_.assign(names.size(), 0);
  for (const Named& name : names)
    lengths_[name.second] = static_cast<std::uint8_t>(name.first.size());
  nodes_.assign(1, kUnused);
  std::vector<Branch> level = {{0, 0, names.size()}};
  while (!level.empty()) {
    std::vector<Branch> next;
    for (const Branch& branch : level) {
      const std::vector<Branch> made = children(names, branch);
      next.insert(next.end(), made.begin(), made.end());
    }
    for (const Branch& branch : next) {
      const std::uint32_t parent = nodes_[branch.node].check;
      link(branch.node, branch.node - nodes_[parent].base);
    }
    level = std::move(next);
  }
  return {nodes_, points_, words_, lengths_};
}

}  // namespace emrlint
