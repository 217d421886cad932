// SPDX-License-Identifier: Apache-2.0
#include "tables/csv.h"

#include <algorithm>
#include <array>

namespace emrlint {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n", kWide = "　";
  for (bool cut = true; cut;) {
    const std::size_t before = text.size();
    const std::size_t begin = std::min(text.find_first_not_of(kBlank), text.size());
    text.remove_prefix(begin);
    text = text.substr(0, text.find_last_not_of(kBlank) + 1);
    if (text.starts_with(kWide)) text.remove_prefix(kWide.size());
    if (text.ends_with(kWide)) text.remove_suffix(kWide.size());
    cut = text.size() != before;
  }
  return text;
}

class Splitter {
 public:
  Splitter(std::string& text, Csv& csv) : text_(text), csv_(csv) {}

  std::optional<CsvFault> split() {
    csv_.begins.push_back(0);
    while (at_ < text_.size()) {
      if (std::optional<CsvFault> fault = text_[at_] == '"' ? quoted() : plain()) return fault;
      if (at_ == text_.size() || text_[at_] == '\n') end_row();
      if (at_ < text_.size()) step();  // The comma or the line end.
    }
    if (csv_.cells.size() > csv_.begins.back()) end_row();  // A comma was the last of the text.
    return std::nullopt;
  }

 private:
  void step() {
    if (text_[at_] == '\n') {
      place_ = {place_.line + 1, 1};
    } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0u) != 0x80u) {
      ++place_.column;
    }
    ++at_;
  }

  bool at_end() const { return at_ == text_.size() || text_[at_] == ',' || text_[at_] == '\n'; }

  void add(std::size_t from, std::size_t to, TextPlace place) {
    csv_.cells.push_back({trimmed(std::string_view(text_).substr(from, to - from)), place});
  }

  std::optional<CsvFault> plain() {
    const TextPlace place = place_;
    const std::size_t from = at_;
    while (!at_end()) step();
    add(from, at_, place);
    return std::nullopt;
  }

  std::optional<CsvFault> quoted() {
    const TextPlace place = place_;
    step();
    const std::size_t from = at_;
    std::size_t to = from;  // Where the next character is kept.
    for (;; step()) {
      if (at_ == text_.size()) {
        return CsvFault{{"引号没有结束", "the quote is not closed"}, place};
      }
      if (text_[at_] == '"') {
        const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == '"';
        step();
        if (!doubled) break;
        text_[to++] = '"';
        continue;
      }
      text_[to++] = text_[at_];
    }
    while (!at_end() && (text_[at_] == ' ' || text_[at_] == '\r' || text_[at_] == '\t')) step();
    if (!at_end()) {
      return CsvFault{{"引号之后应为逗号或行末",
                       "a comma or the line end is expected behind the "
                       "quote"},
                      place_};
    }
    add(from, to, place);
    return std::nullopt;
  }

  void end_row() {
    const auto begin = csv_.cells.begin() + static_cast<std::ptrdiff_t>(csv_.begins.back());
    const bool blank =
        std::all_of(begin, csv_.cells.end(), [](const CsvCell& cell) { return cell.text.empty(); });
    if (blank) {
      csv_.cells.erase(begin, csv_.cells.end());
    } else {
      csv_.begins.push_back(csv_.cells.size());
    }
  }

  std::string& text_;
  Csv& csv_;
  std::size_t at_ = 0;
  TextPlace place_;
};

}  // namespace

std::optional<CsvFault> split_csv(std::string& text, Csv& csv) {
  return Splitter(text, csv).split();
}

namespace {

// Whether a spreadsheet would take the cell for a formula; some take the wide signs for it too.
bool looks_like_formula(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kSigns{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text) {
  const bool quoted = std::any_of(text.begin(), text.end(), [](char c) {
    return c == '"' || c == ',' || c == '\r' || c == '\n';
  });
  if (quoted) out += '"';
  if (looks_like_formula(text)) out += '\'';
  for (std::size_t at; (at = text.find('"')) != text.npos; text.remove_prefix(at + 1)) {
    out.append(text.substr(0, at + 1)).append(1, '"');
  }
  out += text;
  if (quoted) out += '"';
}

std::string_view without_guard(std::string_view cell) {
  const bool guarded = cell.starts_with('\'') && looks_like_formula(cell.substr(1));
  return guarded ? cell.substr(1) : cell;
}

}  // namespace emrlint
