// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_SCREEN_TEXT_H_
#define EMRLINT_LSP_SCREEN_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reader/batch.h"
#include "source/source_file.h"
#include "syntax/mend.h"
#include "syntax/text_range.h"
#include "syntax/tolerant_tree.h"

namespace emrlint::lsp {

bool syntax_problem(const Problem& problem);

// Reads one file again and again while somebody types in it. Half-typed, its text is read without
// the place that breaks it, which is a problem of its own: docs/adr/0022-half-typed-texts.md.
class ScreenText {
 public:
  // Reads the text as a run does, and half-typed on the screen as well as it can be; `file` is then
  // the text as it was read.
  ReadOutput read(std::unique_ptr<SourceFile>& file, std::uint32_t index, bool on_screen,
                  const Limits& limits);
  // Whether it was ever read without an error of syntax.
  bool was_whole() const { return !shape_.counts.empty(); }
  // Where what was read is not what stands there, and all between such places.
  const std::optional<TextRange>& passed_over() const { return passed_over_; }

 private:
  // What a text holds, counted: its documents with their sections, and its events.
  struct Shape {
    std::vector<std::size_t> counts;
    std::size_t parts = 0;
  };
  // What was the better one, tree-sitter or mending alone, when both were read, and what it showed.
  struct Better {
    bool tree = false;
    std::uint32_t gaps = 0;
    std::vector<std::size_t> counts;
  };
  class Readings;

  static Shape shape_of(const ReadOutput& read);
  void attempt_all(Readings& readings, std::string_view text, Syntax syntax);
  // By what needs nothing from before: both, or the better one alone for as long as that shows the
  // same.
  void attempt_either(Readings& readings, std::string_view text, Syntax syntax,
                      const MendedText& mended);
  ReadOutput read_half_typed(std::unique_ptr<SourceFile>& file, std::uint32_t index,
                             const ReadOutput& strict, const Limits& limits);

  Shape shape_;        // When the text was last whole,
  std::string whole_;  // likewise, if it was on the screen: the text.
  TolerantTree tree_;
  std::optional<Better> better_;
  std::optional<TextRange> passed_over_;
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_SCREEN_TEXT_H_
