// SPDX-License-Identifier: Apache-2.0
#include "syntax/tolerant_tree.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <string>
#include <utility>

#include "syntax/common_ends.h"

extern "C" const TSLanguage* tree_sitter_xml();
extern "C" const TSLanguage* tree_sitter_json();

namespace emrlint {
namespace {

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

struct DeleteTree {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};

// tree-sitter's symbol of what it could not place.
constexpr TSSymbol kError = static_cast<TSSymbol>(-1);

// Walks every node of a tree without recursion: documents may be deeply nested.
class Cursor {
 public:
  explicit Cursor(TSNode root) : cursor_(ts_tree_cursor_new(root)) {}
  ~Cursor() { ts_tree_cursor_delete(&cursor_); }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  TSNode node() const { return ts_tree_cursor_current_node(&cursor_); }
  // To the next node in the order of the text; into the current one only if `enter`.
  bool next(bool enter) {
    if (enter && ts_tree_cursor_goto_first_child(&cursor_)) return true;
    while (!ts_tree_cursor_goto_next_sibling(&cursor_)) {
      if (!ts_tree_cursor_goto_parent(&cursor_)) return false;
    }
    return true;
  }
  bool next_sibling() { return ts_tree_cursor_goto_next_sibling(&cursor_); }

 private:
  TSTreeCursor cursor_;
};

std::string_view element_name(std::string_view text, TSNode element) {
  // '<', then the name up to what cannot be part of one.
  std::string_view name = text.substr(ts_node_start_byte(element) + 1);
  name = name.substr(0, name.find_first_of(" \t\r\n/>"));
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

TSSymbol symbol_of(const TSLanguage* language, std::string_view name) {
  return ts_language_symbol_for_name(language, name.data(),
                                     static_cast<std::uint32_t>(name.size()), true);
}

// The scanner of the XML grammar keeps the names of all open tags in 1024 bytes and corrupts memory
// when a text opens too many of them (measured), so that nesting is bounded before it runs. Counts
// start tags without an end as open, as the scanner does.
bool nested_too_deeply(std::string_view text) {
  constexpr std::size_t kRoom = 900;
  std::vector<std::size_t> open;
  std::size_t used = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("<!--") || rest.starts_with("<![CDATA[")) {
      at = text.find(rest[2] == '-' ? "-->" : "]]>", at);
      if (at == std::string_view::npos) return false;
      continue;
    }
    const std::size_t end = rest.find_first_of("<>", 1);
    const bool closed = end != std::string_view::npos && rest[end - 1] == '/';
    ++at;
    if (rest.starts_with("</")) {
      if (open.empty()) continue;
      used -= open.back();
      open.pop_back();
    } else if (!rest.starts_with("<!") && !rest.starts_with("<?") && !closed) {
      open.push_back(std::min(rest.find_first_of(" \t\r\n/<>", 1), rest.size()));
      used += open.back();
      if (used > kRoom) return true;
    }
  }
  return false;
}

// Measured: each error walks over what was read before it, of XML a hundred times as slowly: a tag
// without an end takes 0.3 µs for each byte of the text. Beyond 65,535 open levels of JSON memory
// is corrupted.
bool bearable(std::string_view text, Syntax syntax, const MendedText& mended) {
  if (text.size() > TolerantTree::kMaxBytes) return false;
  if (syntax == Syntax::kJson) return mended.gaps <= 200 && mended.levels <= 1000;
  constexpr std::size_t kMostSteps = 4'000'000;  // One second.
  const bool few = mended.gaps <= 1 || mended.gaps * text.size() <= kMostSteps;
  return few && !nested_too_deeply(text);
}

// The point of an offset, counted on from one that is known.
TSPoint point(std::string_view text, std::size_t offset, TSPoint from = {0, 0},
              std::size_t known = 0) {
  for (std::size_t at = known; (at = text.find('\n', at)) < offset; known = ++at) {
    from = {from.row + 1, 0};
  }
  return {from.row, from.column + static_cast<std::uint32_t>(offset - known)};
}

// What makes `now` of `before`: all between their common beginning and their common end.
TSInputEdit edit_between(std::string_view before, std::string_view now) {
  const auto [front, back] = common_ends(before, now);
  TSInputEdit edit;
  edit.start_byte = static_cast<std::uint32_t>(front);
  edit.old_end_byte = static_cast<std::uint32_t>(before.size() - back);
  edit.new_end_byte = static_cast<std::uint32_t>(now.size() - back);
  edit.start_point = point(now, front);
  edit.old_end_point = point(before, edit.old_end_byte, edit.start_point, front);
  edit.new_end_point = point(now, edit.new_end_byte, edit.start_point, front);
  return edit;
}

}  // namespace

struct TolerantTree::Parsed {
  std::unique_ptr<TSParser, DeleteParser> parser;
  std::unique_ptr<TSTree, DeleteTree> tree;
  std::string text;
  Syntax syntax = Syntax::kUnknown;
};

TolerantTree::TolerantTree() = default;
TolerantTree::~TolerantTree() = default;
TolerantTree::TolerantTree(TolerantTree&&) noexcept = default;
TolerantTree& TolerantTree::operator=(TolerantTree&&) noexcept = default;

void TolerantTree::update(std::string_view text, Syntax syntax) {
  const bool same = parsed_ != nullptr && parsed_->syntax == syntax && parsed_->text == text;
  if (!same) update(text, syntax, mend(text, syntax));
}

void TolerantTree::update(std::string_view text, Syntax syntax, const MendedText& mended) {
  if (parsed_ == nullptr || parsed_->syntax != syntax) {
    parsed_ = std::make_unique<Parsed>();
    parsed_->syntax = syntax;
    parsed_->parser.reset(ts_parser_new());
    ts_parser_set_language(parsed_->parser.get(),
                           syntax == Syntax::kXml ? tree_sitter_xml() : tree_sitter_json());
  }
  if (parsed_->tree != nullptr) {
    if (parsed_->text == text) return;
    const TSInputEdit edit = edit_between(parsed_->text, text);
    ts_tree_edit(parsed_->tree.get(), &edit);
  }
  parsed_->text = text;
  TSTree* tree = nullptr;
  if (bearable(text, syntax, mended)) {
    tree = ts_parser_parse_string(parsed_->parser.get(), parsed_->tree.get(), text.data(),
                                  static_cast<std::uint32_t>(text.size()));
  }
  parsed_->tree.reset(tree);
}

TolerantTree::Errors TolerantTree::errors() const {
  Errors errors;
  if (parsed_ == nullptr || parsed_->tree == nullptr) return errors;
  const TSNode root = ts_tree_root_node(parsed_->tree.get());
  errors.placed = ts_node_symbol(root) != kError;
  Cursor cursor(root);
  bool enter = true;
  do {
    const TSNode node = cursor.node();
    const bool error = ts_node_symbol(node) == kError;
    if (error) errors.ranges.push_back({ts_node_start_byte(node), ts_node_end_byte(node)});
    enter = !error && ts_node_has_error(node);
  } while (cursor.next(enter));
  return errors;
}

std::vector<TextRange> TolerantTree::elements(std::uint32_t from, std::uint32_t to,
                                              std::span<const std::string_view> names) const {
  std::vector<TextRange> result;
  if (parsed_ == nullptr || parsed_->tree == nullptr) return result;
  const TSSymbol element = symbol_of(tree_sitter_xml(), "element");
  Cursor cursor(ts_tree_root_node(parsed_->tree.get()));
  bool enter = true;
  do {
    const TSNode node = cursor.node();
    const std::uint32_t begin = ts_node_start_byte(node);
    const std::uint32_t end = ts_node_end_byte(node);
    enter = end > from && begin < to;
    if (!enter || begin < from || ts_node_symbol(node) != element || ts_node_has_error(node)) {
      continue;
    }
    const std::string_view name = element_name(parsed_->text, node);
    if (std::find(names.begin(), names.end(), name) == names.end()) continue;
    result.push_back({begin, end});
    enter = false;
  } while (cursor.next(enter));
  return result;
}

TolerantTree::Children TolerantTree::children(std::uint32_t container, std::uint32_t from) const {
  Children result;
  if (parsed_ == nullptr || parsed_->tree == nullptr) return result;
  const TSNode mark = ts_node_descendant_for_byte_range(ts_tree_root_node(parsed_->tree.get()),
                                                        container, container + 1);
  const TSNode parent = ts_node_parent(mark);
  if (ts_node_is_null(parent) || ts_node_symbol(parent) == kError ||
      ts_node_start_byte(parent) != container) {
    return result;
  }
  result.sound = true;
  Cursor cursor(parent);
  for (bool more = cursor.next(true); more; more = cursor.next_sibling()) {
    const TSNode node = cursor.node();
    const std::uint32_t begin = ts_node_start_byte(node);
    if (begin < from) continue;
    if (ts_node_has_error(node) || ts_node_is_missing(node)) {
      result.sound = false;
    } else if (ts_node_is_named(node)) {
      result.begins.push_back(begin);
    }
  }
  return result;
}

}  // namespace emrlint
