// SPDX-License-Identifier: Apache-2.0
#include "output/snippet.h"

#include <algorithm>
#include <vector>

#include "output/width.h"

namespace emrlint {
namespace {

// Not "…": Chinese terminals disagree on its width.
constexpr const char* kCut = "...";
constexpr std::size_t kMargin = 64;  // Bytes around the window in which a name may start or end.

bool continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t width_at(std::string_view text, std::size_t at) {
  return display_width(text.substr(at, character_length(text.substr(at))));
}

// Goes back from `at` over at most `columns`, not before `from`.
std::size_t step_back(std::string_view text, std::size_t at, std::size_t from,
                      std::size_t columns) {
  while (at > from) {
    std::size_t before = at - 1;
    while (before > from && continuation(text[before])) --before;
    const std::size_t width = width_at(text, before);
    if (width > columns) break;
    columns -= width;
    at = before;
  }
  return at;
}

std::size_t step_forward(std::string_view text, std::size_t at, std::size_t to,
                         std::size_t columns) {
  while (at < to) {
    const std::size_t width = width_at(text, at);
    if (width > columns) break;
    columns -= width;
    at += character_length(text.substr(at));
  }
  return std::min(at, to);
}

// What a character is shown as: itself, or something harmless of its width.
void add_character(std::string& out, std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (character == "\t" || character == "\n" || character == "\r") {
    out += ' ';
  } else if (first < 0x20 || first == 0x7F || (character.size() == 1 && first >= 0x80)) {
    out += "·";
  } else if (character.size() == 2 && first == 0xC2 &&
             static_cast<unsigned char>(character[1]) < 0xA0) {
    out += "·";  // C1 controls
  } else if ((character >= "\u202A" && character <= "\u202E") ||
             (character >= "\u2066" && character <= "\u2069") || character == "\u200E" ||
             character == "\u200F") {
    out += "·";  // direction marks: they would reorder the line
  } else {
    out += character;
  }
}

struct Window {
  std::size_t begin, end;
};

Window window_around(std::string_view text, Span line, Span span, std::size_t columns) {
  std::size_t from = line.begin;
  while (from < span.begin && (text[from] == ' ' || text[from] == '\t')) ++from;
  const std::size_t whole = step_forward(text, from, line.end, columns);
  if (whole == line.end) return {from, line.end};
  const std::size_t begin = step_back(text, span.begin, from, columns / 3);
  const std::size_t used = display_width(text.substr(begin, span.begin - begin));
  return {begin, step_forward(text, span.begin, line.end, columns - used)};
}

}  // namespace

Snippet make_snippet(const SourceFile& file, Span span, std::size_t columns,
                     const Masker* masker) {
  const std::string_view text = file.text();
  const Span line = file.line_at(span.begin);
  span.begin = std::min(span.begin, line.end);
  const Window window = window_around(text, line, span, columns);
  const std::size_t base = std::max<std::size_t>(
      line.begin, window.begin > kMargin ? window.begin - kMargin : 0);
  std::vector<Masker::Range> hidden;
  if (masker != nullptr) {
    const std::size_t end = std::min<std::size_t>(line.end, window.end + kMargin);
    hidden = masker->hidden(text.substr(base, end - base));
  }
  Snippet out;
  const bool cut = window.begin > line.begin &&
                   text.find_first_not_of(" \t", line.begin) < window.begin;
  if (cut) out.line = kCut, out.carets = "   ";
  auto range = hidden.begin();
  std::size_t carets = 0;
  for (std::size_t at = window.begin; at < window.end;) {
    const std::string_view character = text.substr(at, character_length(text.substr(at)));
    const std::size_t width = display_width(character);
    while (range != hidden.end() && range->end + base <= at) ++range;
    if (range != hidden.end() && range->begin + base <= at) {
      out.line.append(width, '*');
    } else {
      add_character(out.line, character);
    }
    if (at < span.begin) {
      out.carets.append(width, ' ');
    } else if (at < span.end) {
      carets += width;
    }
    at += character.size();
  }
  out.carets.append(std::max<std::size_t>(carets, 1), '^');
  if (window.end < line.end) out.line += kCut;
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    add_character(out, text.substr(0, length));
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace emrlint
