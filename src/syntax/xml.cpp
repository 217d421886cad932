// SPDX-License-Identifier: Apache-2.0
#include "syntax/xml.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace emrlint {
namespace {

constexpr unsigned kParse = pugi::parse_default | pugi::parse_embed_pcdata;

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

SyntaxError describe(const pugi::xml_parse_result& result, std::uint32_t offset) {
  const auto say = [&](const char* zh, const char* en) { return SyntaxError{offset, zh, en}; };
  switch (result.status) {
    case pugi::status_end_element_mismatch:
      return say("开始标签与结束标签不匹配，或有标签未闭合",
                 "start and end tags do not match, or a tag is not closed");
    case pugi::status_bad_start_element:
      return say("开始标签不完整", "a start tag is malformed");
    case pugi::status_bad_end_element:
      return say("结束标签不完整", "an end tag is malformed");
    case pugi::status_bad_attribute:
      return say("属性书写错误", "an attribute is malformed");
    case pugi::status_bad_comment:
      return say("注释未结束", "a comment is not closed");
    case pugi::status_bad_cdata:
      return say("CDATA段未结束", "a CDATA section is not closed");
    case pugi::status_bad_doctype:
      return say("DOCTYPE声明书写错误", "the DOCTYPE is malformed");
    case pugi::status_bad_pi:
      return say("处理指令或XML声明书写错误",
                 "a processing instruction or the XML declaration is malformed");
    case pugi::status_unrecognized_tag:
      return say("无法识别的标签", "a tag cannot be recognised");
    case pugi::status_no_document_element:
      return say("没有根元素", "there is no document element");
    case pugi::status_out_of_memory:
      return say("内存不足", "out of memory");
    default:
      return say("不是合法的XML", "not well-formed XML");
  }
}

}  // namespace

XmlTree XmlTree::parse(SourceFile& file, std::uint32_t file_index) {
  XmlTree tree;
  tree.source_ = file.text();
  tree.file_ = file_index;
  tree.load(file.parse_buffer(), file.parse_buffer_size());
  const std::string_view name = tree.root_.name();
  const std::size_t colon = name.find(':');
  if (colon != std::string_view::npos) tree.prefix_ = name.substr(0, colon + 1);
  return tree;
}

XmlTree XmlTree::parse_part(SourceFile& file, std::uint32_t file_index, std::uint32_t begin,
                            std::uint32_t end, std::string_view prefix) {
  XmlTree tree;
  tree.source_ = file.text();
  tree.file_ = file_index;
  tree.base_ = begin;
  tree.prefix_ = prefix;
  const std::string_view copy = file.keep(std::string(tree.source_.substr(begin, end - begin)));
  // The kept string is no constant, and nobody else looks at it.
  tree.load(const_cast<char*>(copy.data()), copy.size());
  return tree;
}

void XmlTree::load(char* buffer, std::size_t size) {
  document_ = std::make_unique<pugi::xml_document>();
  buffer_ = buffer;
  size_ = size;
  const pugi::xml_parse_result result =
      document_->load_buffer_inplace(buffer, size, kParse, pugi::encoding_utf8);
  root_ = document_->document_element();
  if (result.status != pugi::status_ok) {
    const auto at = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
                             size);
    error_ = describe(result, static_cast<std::uint32_t>(at) + base_);
    if (result.status == pugi::status_bad_attribute) drop_cut_attribute();
    drop_cut_text();
  }
}

pugi::xml_node XmlTree::last_node() const {
  pugi::xml_node node = root_;
  while (const pugi::xml_node child = node.last_child()) node = child;
  return node;
}

// A text run that no tag ends may say something else than it was to say.
void XmlTree::drop_cut_text() {
  const pugi::xml_node node = last_node();
  if (!owns(node.value())) return;
  const bool cdata = node.type() == pugi::node_cdata;
  const std::uint32_t end = run(node.value()).span.end;
  if (source_.find(cdata ? "]]>" : "<", end) == std::string_view::npos) node.text().set("");
}

// The parser leaves the attribute that it stopped in: without a value, or with all that follows.
void XmlTree::drop_cut_attribute() {
  pugi::xml_node node = last_node();
  const pugi::xml_attribute last = node.last_attribute();
  const bool whole = owns(last.value()) && attribute(last.value()).span.end < source_.size();
  if (!whole) node.remove_attribute(last);
}

const char* XmlTree::strip_prefix(const char* name) const {
  return std::strncmp(name, prefix_.data(), prefix_.size()) == 0 ? name + prefix_.size() : name;
}

bool XmlTree::broken(pugi::xml_node node) const {
  if (!error_) return false;
  const std::uint32_t end = span(node).end;
  return end > error_->offset || source_[end - 1] != '>';  // The text may end with the element.
}

Text XmlTree::attribute(const char* value) const {
  if (!owns(value)) return {};
  const std::string_view text(value);
  const std::uint32_t begin = offset(value);
  std::uint32_t end = begin + static_cast<std::uint32_t>(text.size());
  const char before = begin > 0 ? source_[begin - 1] : '"';
  const bool whole = !blank(before) && end < source_.size() && source_[end] == before;
  if (!whole) end = end_of_attribute(text, begin, end);
  return {text, {file_, begin, end}};
}

// Decoded text is never longer than its source, and the quote does not occur in the source.
std::uint32_t XmlTree::end_of_attribute(std::string_view text, std::uint32_t begin,
                                        std::uint32_t end) const {
  std::uint32_t open = begin;
  while (open > 0 && blank(source_[open - 1])) --open;  // Blanks that were cut.
  const char quote = open > 0 ? source_[open - 1] : '"';
  end = static_cast<std::uint32_t>(std::min(source_.find(quote, end), source_.size()));
  const bool cut = text.empty() || !blank(text.back());
  while (cut && end > begin && blank(source_[end - 1])) --end;
  return end;
}

const char* XmlTree::cut_blanks(const char* value) const {
  if (!owns(value)) return value;
  while (blank(*value)) ++value;
  std::size_t size = std::strlen(value);
  while (size > 0 && blank(value[size - 1])) --size;
  buffer_[value - buffer_ + static_cast<std::ptrdiff_t>(size)] = '\0';
  return value;
}

Text XmlTree::run(const char* value) const {
  if (!owns(value)) return {};
  std::string_view text(value);
  std::uint32_t begin = offset(value);
  std::uint32_t end = begin + static_cast<std::uint32_t>(text.size());
  const bool cdata = begin > 0 && source_[begin - 1] == '[';
  const std::string_view stop = cdata ? "]]>" : "<";
  if (source_.compare(std::min<std::size_t>(end, source_.size()), stop.size(), stop) != 0) {
    end = static_cast<std::uint32_t>(std::min(source_.find(stop, end), source_.size()));
  }
  // A line end of two bytes is one in the decoded text, so both are walked by themselves.
  while (!text.empty() && begin < end && blank(source_[begin])) {
    begin += source_[begin] == '\r' && begin + 1 < end && source_[begin + 1] == '\n' ? 2 : 1;
    text.remove_prefix(1);
  }
  while (!text.empty() && begin < end && blank(source_[end - 1])) {
    end -= source_[end - 1] == '\n' && end > begin + 1 && source_[end - 2] == '\r' ? 2 : 1;
    text.remove_suffix(1);
  }
  return {text, {file_, begin, end}};
}

Text XmlTree::text(pugi::xml_node node, SourceFile& file) const {
  Text first = run(node.value());
  std::string joined;
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    const Text next = run(child.value());
    if (next.value.empty()) continue;
    if (first.value.empty()) {
      first = next;
      continue;
    }
    if (joined.empty()) joined = first.value;
    joined += next.value;
    first.span.end = next.span.end;
  }
  if (!joined.empty()) first.value = file.keep(std::move(joined));
  return first;
}

Span XmlTree::name_span(pugi::xml_node node) const {
  const std::uint32_t begin = offset(node.name());
  return {file_, begin, begin + static_cast<std::uint32_t>(std::strlen(node.name()))};
}

Span XmlTree::start_tag(pugi::xml_node node) const {
  return {file_, offset(node.name()) - 1, end_of_start_tag(node)};
}

Span XmlTree::span(pugi::xml_node node) const {
  pugi::xml_node leaf = node;
  while (const pugi::xml_node last = leaf.last_child()) leaf = last;
  std::uint32_t end = end_of_leaf(leaf);
  for (; leaf != node; leaf = leaf.parent()) end = behind_end_tag(end);
  return {file_, offset(node.name()) - 1, end};
}

std::uint32_t XmlTree::end_of_start_tag(pugi::xml_node node) const {
  const pugi::xml_attribute last = node.last_attribute();
  std::size_t at = name_span(node).end;
  // An error may have left the last attribute without a value, which then has no place.
  if (last) at = std::max<std::size_t>(at, attribute(last.value()).span.end + 1);
  // Next to nothing stands before the end of the tag: not worth a call to find it.
  while (at < source_.size() && source_[at] != '>') ++at;
  return static_cast<std::uint32_t>(std::min(at + 1, source_.size()));
}

std::uint32_t XmlTree::end_of_leaf(pugi::xml_node node) const {
  if (node.type() == pugi::node_element) {
    const std::uint32_t end = end_of_start_tag(node);
    const bool closed = end >= 2 && source_[end - 2] == '/';
    return closed ? end : behind_end_tag(end);
  }
  const Span span = run(node.value()).span;
  const std::size_t stop = source_.find(node.type() == pugi::node_cdata ? "]]>" : "<", span.end);
  return static_cast<std::uint32_t>(std::min(stop, source_.size()));
}

// Comments and processing instructions have no nodes, so they are passed over here.
std::uint32_t XmlTree::behind_end_tag(std::uint32_t at) const {
  const auto behind = [&](std::string_view stop, std::size_t from) {
    const std::size_t found = source_.find(stop, from);
    return found == std::string_view::npos ? source_.size() : found + stop.size();
  };
  std::size_t next = source_.find('<', std::min<std::size_t>(at, source_.size()));
  while (next != std::string_view::npos) {
    const std::string_view rest = source_.substr(next);
    if (rest.starts_with("</")) return static_cast<std::uint32_t>(behind(">", next));
    if (rest.starts_with("<!--")) {
      next = source_.find('<', behind("-->", next));
    } else if (rest.starts_with("<?")) {
      next = source_.find('<', behind("?>", next));
    } else {
      break;  // The end tag is missing: the tree is of a broken text.
    }
  }
  return static_cast<std::uint32_t>(std::min(next, source_.size()));
}

pugi::xml_node XmlTree::deeper_than(pugi::xml_node node, std::uint32_t limit) {
  std::uint32_t depth = 0;
  pugi::xml_node at = node;
  while (at) {
    if (depth > limit) return at;
    if (const pugi::xml_node child = at.first_child()) {
      at = child;
      ++depth;
      continue;
    }
    while (at != node && !at.next_sibling()) {
      at = at.parent();
      --depth;
    }
    if (at == node) break;
    at = at.next_sibling();
  }
  return {};
}

}  // namespace emrlint
