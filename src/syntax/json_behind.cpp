// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <vector>

#include "syntax/json_parser.h"
#include "syntax/tolerant_tree.h"

namespace emrlint {
namespace {

// How many objects and arrays are open at a place of the text, as their marks tell. Strings end on
// their line.
class Levels {
 public:
  explicit Levels(std::string_view text) : text_(text) {}

  // The offsets that are asked for rise. Nothing is open, and so no answer right, once marks do not
  // match, nor inside of what began as a string.
  std::size_t at(std::size_t offset) {
    while (at_ < offset) step();
    return at_ == offset ? open_.size() : 0;
  }

 private:
  void step() {
    const char c = text_[at_++];
    if (c == '"') return skip_string();
    if (c == '{' || c == '[') open_.push_back(c == '{' ? '}' : ']');
    if (c != '}' && c != ']') return;
    if (open_.empty() || open_.back() != c) {
      open_.clear();
      at_ = text_.size();
    } else {
      open_.pop_back();
    }
  }

  void skip_string() {
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\n') {
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<char> open_;  // What ends each.
};

}  // namespace

std::size_t JsonTree::read_behind(SourceFile& file, const TolerantTree& tolerant,
                                  std::uint32_t depth, std::uint32_t nodes) {
  if (!error_ || error_->limit) return 0;
  // What the error cut off lies each within the one before.
  std::vector<std::uint32_t> open;
  for (std::uint32_t at = 0; at < nodes_.size() && nodes_[at].broken; at = nodes_[at].size) {
    open.push_back(at);
    if (nodes_[at].size == 0) break;
  }
  // tree-sitter may take members out of what it cannot place: the marks have to agree.
  Levels levels(file.text());
  std::vector<std::vector<std::uint32_t>> behind(open.size());
  std::uint32_t from = std::max(error_->offset, stopped_);
  for (std::size_t level = open.size(); level > 0; --level) {
    auto [begins, sound] = tolerant.children(nodes_[open[level - 1]].begin, from);
    if (!sound && level < open.size()) return 0;
    for (const std::uint32_t begin : begins) {
      if (levels.at(begin) == level) {
        behind[level - 1].push_back(begin);
      } else if (level < open.size()) {
        return 0;
      }
    }
    if (!begins.empty()) from = begins.back() + 1;
  }
  JsonParser parser(*this, file, depth, nodes);
  std::size_t count = 0;
  for (std::size_t level = open.size(); level > 0; --level) {
    for (const std::uint32_t begin : behind[level - 1]) {
      if (parser.child(open[level - 1], static_cast<std::uint32_t>(level), begin)) ++count;
    }
  }
  return count;
}

}  // namespace emrlint
