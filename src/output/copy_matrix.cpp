// SPDX-License-Identifier: Apache-2.0
#include "output/copy_matrix.h"

#include <algorithm>
#include <string>
#include <vector>

#include "output/paint.h"
#include "output/snippet.h"
#include "output/width.h"

namespace emrlint {
namespace {

constexpr std::size_t kCell = 4;  // " 100"
constexpr std::size_t kMostTitle = 24, kMostTitleNarrow = 16, kMostAuthor = 10;
constexpr std::size_t kNarrow = 100;  // Below, titles are shorter and times without their year.

// The text in exactly so many columns, cut or filled up.
std::string fitted(std::string_view text, std::size_t columns) {
  std::string out;
  std::size_t used = 0;
  const bool cut = display_width(text) > columns;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, character_length(text));
    const std::size_t width = display_width(character);
    if (used + width + (cut ? 2 : 0) > columns) break;
    out += character;
    used += width;
    text.remove_prefix(character.size());
  }
  if (cut) out += "..", used += 2;
  return out.append(columns - std::min(used, columns), ' ');
}

std::string right_aligned(std::string text, std::size_t columns) {
  return text.insert(0, columns - std::min(columns, text.size()), ' ');
}

const char* colour_of(unsigned share) {
  if (share >= 75) return "1;97;41";
  if (share >= 50) return "30;43";
  return share >= 25 ? "33" : "0";
}

struct Row {
  std::uint32_t document;
  std::string title, time, author;
};

class Matrix {
 public:
  Matrix(std::ostream& out, const CopyMap& map, const OutputOptions& options, Wording& wording)
      : out_(out), map_(map), options_(options), wording_(wording) {
    const auto documents = map.documents();
    shares_.resize(documents.size());
    std::vector<bool> shown(documents.size()), source(documents.size());
    for (const CopyCell& cell : map.cells()) {
      shown[cell.copy] = shown[cell.source] = source[cell.source] = true;
      shares_[cell.copy].push_back(&cell);
    }
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
      if (shown[i]) rows_.push_back(row(i));
      if (source[i]) sources_.push_back(i);
    }
    for (const Row& row : rows_) {
      title_ = std::max(title_, display_width(row.title));
      time_ = std::max(time_, display_width(row.time));
      author_ = std::max(author_, display_width(row.author));
    }
    title_ = std::min(title_, narrow() ? kMostTitleNarrow : kMostTitle);
    author_ = std::min(author_, kMostAuthor);
  }

  void write() {
    std::size_t next = 0;
    next = block(0, true);
    while (next < sources_.size()) {
      out_ << '\n';
      next = block(next, false);
    }
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }
  bool narrow() const { return options_.columns < kNarrow; }

  Row row(std::uint32_t i) {
    const MappedDocument& mapped = map_.documents()[i];
    const std::optional<Time> time = writing_time(*mapped.document);
    std::string at = time ? to_string(*time) : "-";
    constexpr std::size_t kYear = 5;  // "2024-"
    if (narrow() && at.size() > kYear) at.erase(0, kYear);
    return {i, document_title(*mapped.document, options_, wording_), std::move(at),
            printable(author_label(mapped, options_))};
  }

  // The matrix from the source `first` on, as many as there is room for; gives the next one.
  std::size_t block(std::size_t first, bool whole) {
    std::size_t used = 3;
    if (whole) used += 2 + title_ + 2 + time_ + 2 + author_ + 2 + kCell;
    used += 1;
    const std::size_t room = options_.columns > used ? (options_.columns - used) / kCell : 0;
    const std::size_t end = std::min(sources_.size(), first + std::max<std::size_t>(room, 4));
    heading(first, end, whole);
    for (const Row& row : rows_) {
      if (whole || any(row.document, first, end)) line(row, first, end, whole);
    }
    return end;
  }

  void heading(std::size_t first, std::size_t end, bool whole) {
    std::string text = "  #";
    if (whole) {
      text += "  " + fitted(say("文书", "document"), title_);
      text += "  " + fitted(say("时间", "time"), time_);
      text += "  " + fitted(say("作者", "author"), author_);
      text += "  " + fitted(say("复制", "copy"), kCell);
    }
    text += ' ';
    for (std::size_t i = first; i < end; ++i) {
      text += right_aligned(std::to_string(sources_[i] + 1), kCell);
    }
    out_ << paint(options_.colour, "1", text) << '\n';
  }

  const CopyCell* cell(std::uint32_t copy, std::uint32_t source) const {
    const auto& cells = shares_[copy];
    const auto found = std::find_if(cells.begin(), cells.end(),
                                    [&](const CopyCell* one) { return one->source == source; });
    return found == cells.end() ? nullptr : *found;
  }

  bool any(std::uint32_t copy, std::size_t first, std::size_t end) const {
    return std::any_of(sources_.begin() + static_cast<std::ptrdiff_t>(first),
                       sources_.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](std::uint32_t source) { return cell(copy, source) != nullptr; });
  }

  void line(const Row& row, std::size_t first, std::size_t end, bool whole) {
    const MappedDocument& mapped = map_.documents()[row.document];
    std::string text = right_aligned(std::to_string(row.document + 1), 3);
    if (whole) {
      const unsigned share = percent(mapped.copied, mapped.tokens);
      text += "  " + fitted(row.title, title_) + "  " + fitted(row.time, time_) + "  " +
              fitted(row.author, author_) + "  ";
      text += paint(options_.colour && share >= 25, share >= 75 ? "1;31" : "33",
                    right_aligned(std::to_string(share) + "%", kCell));
    }
    text += ' ';
    std::string cells;
    std::size_t last = 0;  // Where the last filled cell ends.
    for (std::size_t i = first; i < end; ++i) {
      const CopyCell* const found = cell(row.document, sources_[i]);
      cells += found == nullptr ? dot(row.document, sources_[i]) : filled(*found, mapped.tokens);
      if (!cells.ends_with(' ')) last = cells.size();
    }
    out_ << text << cells.substr(0, last) << '\n';
  }

  // An empty cell: "." where the row is itself the column.
  std::string dot(std::uint32_t copy, std::uint32_t source) const {
    return copy == source ? "   ." : "    ";
  }

  std::string filled(const CopyCell& cell, std::uint32_t tokens) const {
    const unsigned share = percent(cell.tokens, tokens);
    const std::string text = share == 0 ? " <1" : right_aligned(std::to_string(share), kCell - 1);
    return " " + paint(options_.colour && share >= 25, colour_of(share), text);
  }

  std::ostream& out_;
  const CopyMap& map_;
  const OutputOptions& options_;
  Wording& wording_;
  std::vector<std::vector<const CopyCell*>> shares_;  // By copy.
  std::vector<Row> rows_;
  std::vector<std::uint32_t> sources_;
  std::size_t title_ = 8, time_ = 4, author_ = 6;
};

}  // namespace

void write_copy_matrix(std::ostream& out, const CopyMap& map, const OutputOptions& options,
                       Wording& wording) {
  Matrix(out, map, options, wording).write();
}

std::string document_title(const Document& document, const OutputOptions& options,
                           Wording& wording) {
  if (document.type != DocType::kUnknown) return std::string(name(document.type, options.lang));
  if (!document.title.value.empty()) return printable(wording.text(document.title.value));
  return std::string(name(document.type, options.lang));
}

}  // namespace emrlint
