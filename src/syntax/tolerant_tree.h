// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_TOLERANT_TREE_H_
#define EMRLINT_SYNTAX_TOLERANT_TREE_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "source/source_file.h"
#include "syntax/mend.h"
#include "syntax/text_range.h"

namespace emrlint {

// What tree-sitter makes of a text that the strict parsers reject: which parts of it are whole.
// Kept while somebody types, it parses again only what a change concerns. Slow at first (5 MB/s of
// XML, 20 of JSON) and hungry for memory (some 50 bytes for each of the text): for broken texts
// only.
class TolerantTree {
 public:
  // Nothing is found in longer texts, nor in those that would take the parser minutes or bring it
  // down: with too many errors for their size, or nested deeper than any record.
  static constexpr std::size_t kMaxBytes = 4u * 1024 * 1024;

  TolerantTree();
  ~TolerantTree();
  TolerantTree(TolerantTree&&) noexcept;
  TolerantTree& operator=(TolerantTree&&) noexcept;

  // Parses the text, XML or JSON; of the text before it takes over what is the same. `mended` is
  // what syntax/mend.h makes of it.
  void update(std::string_view text, Syntax syntax, const MendedText& mended);
  void update(std::string_view text, Syntax syntax);

  // What tree-sitter could not place, in the order of the text. `placed` tells whether the rest has
  // its place in one tree.
  struct Errors {
    std::vector<TextRange> ranges;
    bool placed = false;
  };
  Errors errors() const;

  // XML: the outermost elements with one of these names (a namespace prefix aside) that begin in
  // [from, to) and are well-formed, in the order of the text.
  std::vector<TextRange> elements(std::uint32_t from, std::uint32_t to,
                                  std::span<const std::string_view> names) const;

  // JSON: the members or items of the object or array that begins at `container`, of those that
  // begin at `from` or behind: where each begins that is without an error. `sound`: there is such a
  // container, and nothing but these in it.
  struct Children {
    std::vector<std::uint32_t> begins;
    bool sound = false;
  };
  Children children(std::uint32_t container, std::uint32_t from) const;

 private:
  struct Parsed;

  std::unique_ptr<Parsed> parsed_;
};

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_TOLERANT_TREE_H_
