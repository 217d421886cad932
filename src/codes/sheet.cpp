// SPDX-License-Identifier: Apache-2.0
#include "codes/sheet.h"

#include <algorithm>

namespace emrlint {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

class TextSplitter {
 public:
  TextSplitter(std::string_view text, char delimiter, std::uint32_t first_line)
      : text_(text), delimiter_(delimiter), line_(first_line) {}

  Sheet split() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const std::uint32_t line = line_;
      column_ = 1;
      const bool whole = delimiter_ == ' ' ? code_and_name() : row();
      if (!whole) {  // Goes on behind the line in which the row began.
        at_ = begin;
        line_ = line;
        skip_line();
        continue;
      }
      sheet_.end_row(line);
      skip_line();
    }
    return std::move(sheet_);
  }

 private:
  bool at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n'; }
  void step() {
    if (text_[at_] == '\n') {
      ++line_;
      column_ = 1;
    } else if (!continues(text_[at_])) {
      ++column_;
    }
    ++at_;
  }
  void skip_line() {
    at_ = std::min(text_.find('\n', at_), text_.size());
    if (at_ < text_.size()) ++at_, ++line_;
  }

  void add(std::string_view text, std::uint32_t column) {
    sheet_.cells.push_back({trim_blanks(text), column});
  }

  bool code_and_name() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    std::string_view line = text_.substr(at_, end - at_);
    std::uint32_t column = 1;
    const std::string_view code = trim_blanks(line);
    const std::size_t lead = code.empty() ? 0 : static_cast<std::size_t>(code.data() - line.data());
    for (std::size_t i = 0; i < lead; ++i) column += !continues(line[i]);
    std::size_t to = 0;
    while (to < code.size() && !blank_at(code, to)) ++to;
    add(code.substr(0, to), column);
    for (std::size_t i = 0; i < to; ++i) column += !continues(code[i]);
    if (to < code.size()) add(code.substr(to), column + 1);
    at_ = end;
    return true;
  }
  static bool blank_at(std::string_view text, std::size_t at) {
    return text[at] == ' ' || text[at] == '\t' || text.substr(at).starts_with("　");
  }

  bool row() {
    for (;;) {
      const bool whole = !at_line_end() && text_[at_] == '"' ? quoted() : plain();
      if (!whole) return false;
      if (at_line_end()) return true;
      step();  // The delimiter.
    }
  }

  bool plain() {
    const std::size_t from = at_;
    const std::uint32_t column = column_;
    while (!at_line_end() && text_[at_] != delimiter_) step();
    add(text_.substr(from, at_ - from), column);
    return true;
  }

  bool fault(std::uint32_t line, std::uint32_t column, Bilingual text) {
    sheet_.drop_row({line, column, text});
    return false;
  }

  bool quoted() {
    const std::uint32_t line = line_, column = column_;
    step();
    const std::size_t from = at_;
    bool doubled = false;
    for (;; step()) {
      if (at_ >= text_.size())
        return fault(line, column, {"引号没有结束", "the quote is not closed"});
      if (text_[at_] != '"') continue;
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
      doubled = true;
      step();
    }
    std::string_view cell = text_.substr(from, at_ - from);
    if (doubled) cell = single_quotes(cell);
    step();
    while (!at_line_end() && (text_[at_] == ' ' || text_[at_] == '\r')) step();
    if (!at_line_end() && text_[at_] != delimiter_) {
      return fault(
          line_, column_,
          {"引号之后应为分隔符或行末", "a delimiter or the line end is expected behind the quote"});
    }
    add(cell, column);
    return true;
  }

  std::string_view single_quotes(std::string_view cell) {
    std::string text;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      text += cell[i];
      if (cell[i] == '"') ++i;
    }
    return sheet_.kept.emplace_back(std::move(text));
  }

  std::string_view text_;
  char delimiter_;
  Sheet sheet_;
  std::size_t at_ = 0;
  std::uint32_t line_, column_ = 1;
};

}  // namespace

void Sheet::end_row(std::uint32_t line) {
  const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(begins.back());
  if (std::all_of(begin, cells.end(), [](const SheetCell& cell) { return cell.text.empty(); })) {
    cells.erase(begin, cells.end());
    return;
  }
  lines.push_back(line);
  begins.push_back(cells.size());
}

void Sheet::drop_row(SheetFault fault) {
  cells.resize(begins.back());
  faults.push_back(fault);
}

std::string Sheet::place(std::uint32_t line, std::uint32_t column) const {
  if (name.empty()) return std::to_string(line) + ':' + std::to_string(column);
  return name + '!' + column_letters(column) + std::to_string(line);
}

Sheet split_text(std::string_view text, char delimiter, std::uint32_t first_line) {
  return TextSplitter(text, delimiter, first_line).split();
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

std::uint32_t column_number(std::string_view letters) {
  std::uint32_t number = 0;
  if (letters.empty() || letters.size() > 3) return 0;
  for (const char c : letters) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (upper < 'A' || upper > 'Z') return 0;
    number = number * 26 + static_cast<std::uint32_t>(upper - 'A' + 1);
  }
  return number;
}

std::string_view trim_blanks(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n", kWide = "　", kHard = "\xC2\xA0";
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    text = text.substr(0, text.find_last_not_of(kBlank) + 1);
    for (const std::string_view blank : {kWide, kHard}) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size());
      if (text.ends_with(blank)) text.remove_suffix(blank.size());
    }
  }
  return text;
}

}  // namespace emrlint
