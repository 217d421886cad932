// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_NAME_AUTOMATON_H_
#define EMRLINT_TEXT_NAME_AUTOMATON_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/name_symbols.h"

// Tens of thousands of names found in a text in one pass, however many there are: the automaton of
// Aho and Corasick over symbols, as a double array. Records without pointers, so that a file can
// hold them as they are (ADR 17 has the measurements).
namespace emrlint {

// A node; the child by a symbol of number c is at base + c, if that says so by `check`.
struct NameNode {
  std::uint32_t base = 0;
  std::uint32_t check = 0;  // The parent; kNoNode where there is none.
  std::uint32_t fail = 0;   // The longest beginning of a name that ends this one.
  std::uint32_t ends = 0;   // The number of the longest name that ends here, and the depth.

  static constexpr std::uint32_t kNoName = 0xFFFFFF;
  static constexpr std::uint32_t ends_of(std::uint32_t name, std::size_t depth) {
    return name << 8 | static_cast<std::uint32_t>(depth);
  }
  std::uint32_t name() const { return ends >> 8; }     // kNoName: none.
  std::uint32_t depth() const { return ends & 0xFF; }  // Symbols from the root.
};
inline constexpr std::uint32_t kNoNode = 0xFFFFFFFF;
inline constexpr std::uint32_t kNoName = NameNode::kNoName;

// The number of a symbol beyond the basic plane: words.
struct NameWord {
  NameSymbol word = 0;  // 0: unused.
  std::uint32_t number = 0;
};

// Views of what somebody keeps; all empty where there are no names.
struct NameParts {
  std::span<const NameNode> nodes;  // The first is the root.
  // Numbers of the first 0x10000 symbols, 0 for one of no name, in blocks of 256: the first block
  // says in which block those are whose high byte is its index.
  std::span<const std::uint16_t> points;
  std::span<const NameWord> words;        // A hash table; some are unused.
  std::span<const std::uint8_t> lengths;  // Of the names, in symbols.

  // Whether a search ends and stays inside, whoever wrote them.
  bool sound() const;
};

// Bytes [from, to) of the text hold the name.
struct NameMatch {
  std::uint32_t name = kNoName;
  std::size_t from = 0, to = 0;
};

// Finds nothing where there are no names.
class NameAutomaton {
 public:
  static constexpr std::size_t kMostSymbols = 200;  // Of a name.

  NameAutomaton() = default;
  explicit NameAutomaton(const NameParts& parts) : parts_(parts) {}

  // Calls `sink(match)` for the names of the text in order: of those that overlap the one that
  // begins first, of those that begin together the longest.
  template <typename Sink>
  void scan(std::string_view text, Sink sink) const {
    NameMatch match;
    for (std::size_t at = 0; next(text, at, match); at = match.to) sink(match);
  }
  // The first one at or behind byte `at`; false when there is none.
  bool next(std::string_view text, std::size_t at, NameMatch& match) const;

  static std::size_t slot(NameSymbol word, std::size_t slots) {
    return static_cast<std::size_t>((std::uint64_t{word * 0x9E3779B1u} * slots) >> 32);
  }

 private:
  std::uint32_t number(NameSymbol symbol) const {
    if (symbol >= 0x10000) return number_of_word(symbol);
    return parts_.points[std::size_t{parts_.points[symbol >> 8]} << 8 | (symbol & 0xFF)];
  }
  std::uint32_t number_of_word(NameSymbol word) const;

  NameParts parts_;
};

// Makes one.
class NameAutomatonBuilder {
 public:
  // Adds a name of two symbols or more, or of one word. Returns its number, counted from 0 in order
  // of first coming: a name that is there already has its own. kNoName for what is too short or too
  // long, or too much.
  std::uint32_t add(std::string_view name);

  // To be called once, when all names are there. The parts live as long as the builder.
  NameParts build();

 private:
  using Named = std::pair<std::u32string_view, std::uint32_t>;
  struct Branch {
    std::uint32_t node;
    std::size_t first, end;  // Of the names that begin like this.
  };
  void number_symbols();
  std::uint32_t number(NameSymbol symbol) const;
  void set_number(NameSymbol symbol, std::uint32_t number);
  std::vector<Branch> children(const std::vector<Named>& names, const Branch& branch);
  std::uint32_t free_base(const std::vector<std::uint32_t>& numbers);
  void link(std::uint32_t node, std::uint32_t symbol);

  std::unordered_map<std::u32string, std::uint32_t> numbers_;
  std::vector<NameNode> nodes_;
  std::vector<std::uint16_t> points_;
  std::vector<NameWord> words_;
  std::vector<std::uint8_t> lengths_;
  std::uint32_t first_free_ = 1;
};

}  // namespace emrlint

#endif  // EMRLINT_TEXT_NAME_AUTOMATON_H_
