// SPDX-License-Identifier: Apache-2.0
#include "output/side_by_side.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "output/paint.h"
#include "output/snippet.h"
#include "output/width.h"

namespace emrlint {
namespace {

constexpr std::string_view kMargin = "  ", kBetween = " | ";
constexpr std::size_t kLeastColumn = 12;
constexpr std::uint32_t kKept = 60;  // Tokens on either side of a cut,
constexpr std::uint32_t kCut = 100;  // which takes out so many at least.

enum class Mark : std::uint8_t { kEqual, kRemoved, kAdded, kNumber, kNote };

struct Style {
  const char* colour;
  std::string_view open, close;  // Without colours.
};

Style style_of(Mark mark) {
  switch (mark) {
    case Mark::kEqual:
      break;
    case Mark::kRemoved:
      return {"31", "[-", "-]"};
    case Mark::kAdded:
      return {"32", "{+", "+}"};
    case Mark::kNumber:
      return {"1;33", "<", ">"};
    case Mark::kNote:
      return {"2", "", ""};
  }
  return {nullptr, "", ""};
}

// The column of one side.
class SideColumn {
 public:
  explicit SideColumn(std::size_t width) : width_(width) {}

  std::size_t lines() const { return lines_.size(); }
  bool fits(std::string_view text) const { return used_ + display_width(text) <= width_; }
  void new_line() {
    lines_.emplace_back();
    used_ = 0;
  }
  bool fresh() const { return used_ == 0; }

  // Puts text behind what is there; on a new line if it does not fit, in pieces if on none.
  void put(Mark mark, std::string_view text) {
    if (!fits(text) && used_ > 0) new_line();
    if (used_ == 0 && text == " ") return;
    while (!text.empty()) {
      const std::string_view character = text.substr(0, character_length(text));
      if (!fits(character) && used_ > 0) new_line();
      append(mark, character);
      text.remove_prefix(character.size());
    }
  }

  std::string line(std::size_t i, bool colour) const {
    std::string out;
    if (i >= lines_.size()) return out;
    for (const auto& [mark, text] : lines_[i]) {
      const char* const code = style_of(mark).colour;
      out += code == nullptr ? text : paint(colour, code, text);
    }
    return out;
  }
  std::size_t width(std::size_t i) const {
    std::size_t sum = 0;
    if (i >= lines_.size()) return sum;
    for (const auto& [mark, text] : lines_[i]) sum += display_width(text);
    return sum;
  }

 private:
  void append(Mark mark, std::string_view text) {
    if (lines_.back().empty() || lines_.back().back().first != mark) {
      lines_.back().emplace_back(mark, "");
    }
    lines_.back().back().second += text;
    used_ += display_width(text);
  }

  std::size_t width_;
  std::vector<std::vector<std::pair<Mark, std::string>>> lines_{{}};
  std::size_t used_ = 0;  // Of the last line.
};

std::size_t column_width(std::size_t columns) {
  const std::size_t around = kMargin.size() + kBetween.size();
  return std::max(kLeastColumn, (std::max(columns, around) - around) / 2);
}

void write_sides(std::ostream& out, const SideColumn& left, const SideColumn& right,
                 std::size_t width, bool colour) {
  for (std::size_t i = 0; i < std::max(left.lines(), right.lines()); ++i) {
    out << kMargin << left.line(i, colour) << std::string(width - left.width(i), ' ') << " |";
    if (right.width(i) > 0) out << ' ' << right.line(i, colour);
    out << '\n';
  }
}

// Lays one passage out.
class Layout {
 public:
  Layout(const ChartCopies& copies, const Passage& passage, HiddenParts& hidden,
         const SideOptions& options)
      : tokens_(copies.tokens()),
        passage_(passage),
        hidden_(hidden),
        options_(options),
        left_(column_width(options.columns)),
        right_(column_width(options.columns)) {
    std::uint32_t from = passage.from.from, to = passage.to.from;
    for (const Run& run : copies.runs_of(passage)) {
      changed(left_, {from, run.from}, passage.from.to, Mark::kRemoved);
      changed(right_, {to, run.to}, passage.to.to, Mark::kAdded);
      equal(run);
      from = run.from + run.length;
      to = run.to + run.length;
    }
  }

  void write(std::ostream& out) const {
    write_sides(out, left_, right_, column_width(options_.columns), options_.colour);
  }

 private:
  // What the token is shown as, in the words of its text.
  std::string shown(std::uint32_t token) {
    const Part part = tokens_.part(token);
    const std::string text = printable(part.value.value.substr(part.from, part.to - part.from));
    if (!hidden_.hides(part.value.value, part.from, part.to)) return text;
    return std::string(std::max<std::size_t>(display_width(text), 1), '*');
  }

  // Punctuation and blanks between this token and the next one, up to `end`.
  std::string behind(std::uint32_t token, std::uint32_t end) {
    if (token + 1 >= end) return {};
    const Part part = tokens_.part(token), next = tokens_.part(token + 1);
    const bool one = next.value.value.data() == part.value.value.data();
    const std::string_view text = part.value.value.substr(
        part.to, one ? next.from - part.to : part.value.value.size() - part.to);
    std::string out;
    for (const char c : printable(text)) {
      if (c != ' ' || !out.ends_with(' ')) out += c;
    }
    if (!one && !out.ends_with(' ')) out += ' ';
    return out;
  }

  static std::string marked(std::string text, Mark mark, bool colour, bool first, bool last) {
    if (colour) return text;
    if (first) text.insert(0, style_of(mark).open);
    if (last) text += style_of(mark).close;
    return text;
  }

  void changed(SideColumn& side, TokenRange range, std::uint32_t end, Mark mark) {
    for (std::uint32_t i = range.from; i < range.to; ++i) {
      const bool last = i + 1 == range.to;
      const std::string rest = behind(i, end);
      std::string text = shown(i);
      if (!last) text += rest;
      side.put(mark, marked(std::move(text), mark, options_.colour, i == range.from, last));
      if (last) side.put(Mark::kEqual, rest);
    }
  }

  bool same_number(const Run& run, std::uint32_t i) const {
    return tokens_.exact()[run.from + i] == tokens_.exact()[run.to + i];
  }

  void equal(const Run& run) {
    for (std::uint32_t i = 0; i < run.length;) {
      if (!same_number(run, i)) {
        pair(run, i++, Mark::kNumber);
        continue;
      }
      std::uint32_t end = i;
      while (end < run.length && same_number(run, end)) ++end;
      stretch(run, i, end);
      i = end;
    }
  }

  void stretch(const Run& run, std::uint32_t from, std::uint32_t to) {
    const bool cut = to - from >= 2 * kKept + kCut;
    for (std::uint32_t i = from; i < to; ++i) {
      if (cut && i == from + kKept) {
        const std::uint32_t left_out = to - from - 2 * kKept;
        note(left_out);
        i += left_out;
      }
      pair(run, i, Mark::kEqual);
    }
  }

  // Says on both sides how much is left out.
  void note(std::uint32_t tokens) {
    const std::string count = std::to_string(tokens);
    const std::string text = options_.lang == Lang::kZh ? "... 相同的" + count + "字 ..."
                                                        : "... " + count + " equal words ...";
    new_lines();
    left_.put(Mark::kNote, text);
    right_.put(Mark::kNote, text);
    new_lines();
  }

  void pair(const Run& run, std::uint32_t i, Mark mark) {
    const Unit left = unit(run.from + i, passage_.from.to, mark);
    const Unit right = unit(run.to + i, passage_.to.to, mark);
    level();
    if (!left_.fits(left.text + left.rest) || !right_.fits(right.text + right.rest)) new_lines();
    left_.put(mark, left.text);
    left_.put(Mark::kEqual, left.rest);
    right_.put(mark, right.text);
    right_.put(Mark::kEqual, right.rest);
  }

  struct Unit {
    std::string text, rest;
  };
  Unit unit(std::uint32_t token, std::uint32_t end, Mark mark) {
    return {marked(shown(token), mark, options_.colour, true, true), behind(token, end)};
  }

  // Brings both sides to the same line.
  void level() {
    while (left_.lines() < right_.lines()) left_.new_line();
    while (right_.lines() < left_.lines()) right_.new_line();
  }

  void new_lines() {
    level();
    if (left_.fresh() && right_.fresh()) return;
    left_.new_line();
    right_.new_line();
  }

  const Tokens& tokens_;
  const Passage& passage_;
  HiddenParts& hidden_;
  const SideOptions& options_;
  SideColumn left_, right_;
};

}  // namespace

const std::vector<Masker::Range>& HiddenParts::of(std::string_view piece) {
  const auto found = ranges_.find(piece.data());
  if (found != ranges_.end()) return found->second;
  auto ranges = masker_ == nullptr ? std::vector<Masker::Range>() : masker_->hidden(piece);
  return ranges_.emplace(piece.data(), std::move(ranges)).first->second;
}

bool HiddenParts::hides(std::string_view piece, std::size_t from, std::size_t to) {
  const auto& ranges = of(piece);
  return std::any_of(ranges.begin(), ranges.end(), [&](const Masker::Range& range) {
    return range.begin < to && from < range.end;
  });
}

void write_side_by_side(std::ostream& out, const ChartCopies& copies, const Passage& passage,
                        HiddenParts& hidden, const SideOptions& options) {
  Layout(copies, passage, hidden, options).write(out);
}

}  // namespace emrlint
