// SPDX-License-Identifier: Apache-2.0
#include "syntax/recover.h"

#include <tree_sitter/api.h>

#include <algorithm>

extern "C" const TSLanguage* tree_sitter_xml();

namespace emrlint {
namespace {

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

struct DeleteTree {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};

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

// The scanner of the grammar keeps the names of all open tags in 1024 bytes and corrupts memory
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

}  // namespace

struct XmlRecovery::Tree {
  std::unique_ptr<TSTree, DeleteTree> tree;
};

XmlRecovery::XmlRecovery(std::string_view text) : text_(text), tree_(std::make_unique<Tree>()) {
  if (text.size() > kMaxBytes || nested_too_deeply(text)) return;
  const std::unique_ptr<TSParser, DeleteParser> parser(ts_parser_new());
  if (!ts_parser_set_language(parser.get(), tree_sitter_xml())) return;
  tree_->tree.reset(ts_parser_parse_string(parser.get(), nullptr, text.data(),
                                           static_cast<std::uint32_t>(text.size())));
}

XmlRecovery::~XmlRecovery() = default;

std::vector<TextRange> XmlRecovery::elements(std::uint32_t from, std::uint32_t to,
                                             std::span<const std::string_view> names) const {
  std::vector<TextRange> result;
  if (tree_->tree == nullptr) return result;
  const TSSymbol element =
      ts_language_symbol_for_name(tree_sitter_xml(), "element", 7, true);
  Cursor cursor(ts_tree_root_node(tree_->tree.get()));
  bool enter = true;
  do {
    const TSNode node = cursor.node();
    const std::uint32_t begin = ts_node_start_byte(node);
    const std::uint32_t end = ts_node_end_byte(node);
    enter = end > from && begin < to;
    if (!enter || begin < from || ts_node_symbol(node) != element || ts_node_has_error(node)) {
      continue;
    }
    const std::string_view name = element_name(text_, node);
    if (std::find(names.begin(), names.end(), name) == names.end()) continue;
    result.push_back({begin, end});
    enter = false;
  } while (cursor.next(enter));
  return result;
}

}  // namespace emrlint
