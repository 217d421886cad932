// SPDX-License-Identifier: Apache-2.0
#include "draft/json_append.h"

#include <algorithm>
#include <string>
#include <utility>

namespace emrlint::draft {
namespace {

// How JSON is laid out at a place.
struct Layout {
  bool blanks = true;    // Behind commas and colons.
  std::string line_end;  // Empty: all on one line.
  std::string indent;    // Of the line on which a value begins.
  std::string unit;      // What each level adds to it.
};

// With their quotes, which are no part of the span of a string.
std::uint32_t begin_of(JsonValue value) { return value.span().begin - (value.is_string() ? 1 : 0); }
std::uint32_t end_of(JsonValue value) { return value.span().end + (value.is_string() ? 1 : 0); }

JsonValue last_child(JsonValue parent) {
  JsonValue last;
  for (const JsonValue child : children(parent)) last = child;
  return last;
}

// The blanks before what begins at `at`, to the beginning of the line or to other text.
std::string_view blanks_before(std::string_view text, std::size_t at) {
  const std::size_t other = text.substr(0, at).find_last_not_of(" \t");
  const std::size_t begin = other == text.npos ? 0 : other + 1;
  return text.substr(begin, at - begin);
}

bool begins_line(std::string_view text, std::size_t at) {
  const std::size_t blanks = blanks_before(text, at).size();
  return blanks < at && text[at - blanks - 1] == '\n';
}

std::string indent_of_line(std::string_view text, std::size_t at) {
  const std::size_t line_end = at == 0 ? text.npos : text.rfind('\n', at - 1);
  const std::size_t begin = line_end == text.npos ? 0 : line_end + 1;
  const std::size_t first = text.find_first_not_of(" \t", begin);
  return std::string(text.substr(begin, std::min(first, at) - begin));
}

// "\n" or "\r\n", as the text has it; empty for a text of one line.
std::string line_end_of(std::string_view text) {
  const std::size_t at = text.find('\n');
  if (at == text.npos) return {};
  return at > 0 && text[at - 1] == '\r' ? "\r\n" : "\n";
}

// Where a member begins: at the quote of its key.
std::uint32_t member_begin(JsonValue member) { return member.key_span().begin - 1; }

bool has_blanks(JsonValue object) {
  const JsonValue member = object.first();
  if (!member) return true;
  return begin_of(member) > member.key_span().end + 2;  // Its quote and the colon.
}

// What the lines of a container's children add to the line that it begins on.
std::string unit_of(std::string_view text, std::size_t container, std::size_t child) {
  const std::string outer = indent_of_line(text, container);
  const std::string inner(blanks_before(text, child));
  return inner.size() > outer.size() && inner.starts_with(outer) ? inner.substr(outer.size())
                                                                 : "  ";
}

// JSON without blanks and without an empty container, laid out.
std::string laid_out(std::string_view json, const Layout& layout) {
  std::string out;
  std::size_t depth = 0;
  bool quoted = false;
  const auto line = [&] {
    if (layout.line_end.empty()) return;
    out += layout.line_end + layout.indent;
    for (std::size_t i = 0; i < depth; ++i) out += layout.unit;
  };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted || c == '"') {
      if (c == '"') quoted = !quoted;
      out += c;
      if (c == '\\') out += json[++i];
      continue;
    }
    const bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
    if (closes) {
      --depth;
      line();
    }
    out += c;
    if (opens) ++depth;
    if (opens || (c == ',' && !layout.line_end.empty())) {
      line();
    } else if (layout.blanks && (c == ',' || c == ':')) {
      out += ' ';
    }
  }
  return out;
}

// As a sibling that is there: over several lines if its first child begins one.
Layout layout_beside(std::string_view text, JsonValue object, JsonValue sibling) {
  Layout layout{has_blanks(object), {}, indent_of_line(text, begin_of(sibling)), {}};
  const JsonValue child = sibling.is_object() ? sibling.first() : JsonValue();
  if (child && begins_line(text, member_begin(child))) {
    layout.line_end = line_end_of(text);
    layout.unit = unit_of(text, begin_of(sibling), member_begin(child));
  }
  return layout;
}

// As the object that gets a first item: over several lines if its first member begins one.
Layout layout_inside(std::string_view text, JsonValue object, std::string indent) {
  Layout layout{has_blanks(object), {}, std::move(indent), {}};
  const JsonValue first = object.first();
  if (first && begins_line(text, member_begin(first))) {
    layout.line_end = line_end_of(text);
    layout.unit = unit_of(text, begin_of(object), member_begin(first));
  }
  return layout;
}

// Between the sibling and what comes behind it, with the comma.
std::string separator(std::string_view text, const Layout& layout, JsonValue sibling,
                      JsonValue first) {
  const std::uint32_t at = begin_of(sibling);
  if (begins_line(text, at)) {
    return "," + line_end_of(text) + std::string(blanks_before(text, at));
  }
  if (!layout.blanks) return ",";
  const bool alone = begin_of(first) == at;
  if (!alone || !layout.line_end.empty()) return ", ";
  // The only one, on the line of the bracket: the next gets a line of its own, below the first.
  const std::string end = line_end_of(text);
  return end.empty() ? ", " : "," + end + layout.indent + " ";
}

std::optional<Insertion> behind_last(std::string_view text, JsonValue object, JsonValue array,
                                     std::string_view item) {
  const JsonValue last = last_child(array);
  const Layout layout = layout_beside(text, object, last);
  return Insertion{end_of(last),
                   separator(text, layout, last, array.first()) + laid_out(item, layout)};
}

std::optional<Insertion> first_item(std::string_view text, JsonValue object, JsonValue member,
                                    std::string_view item) {
  const Layout layout = layout_inside(text, object, indent_of_line(text, member_begin(member)));
  const std::uint32_t begin = member.span().begin;
  return Insertion{begin, laid_out("[" + std::string(item) + "]", layout),
                   member.span().end - begin};
}

std::optional<Insertion> new_member(std::string_view text, JsonValue object, std::string_view key,
                                    std::string_view item) {
  const std::string member = "\"" + std::string(key) + "\":[" + std::string(item) + "]";
  const JsonValue last = last_child(object);
  if (!last) return Insertion{object.span().begin + 1, laid_out(member, {})};
  const std::uint32_t at = member_begin(last);
  const Layout layout = layout_inside(text, object, indent_of_line(text, at));
  std::string before = layout.blanks ? ", " : ",";
  if (begins_line(text, at)) {
    before = "," + line_end_of(text) + std::string(blanks_before(text, at));
  }
  return Insertion{end_of(last), before + laid_out(member, layout)};
}

}  // namespace

std::optional<Insertion> append_item(std::string_view text, JsonValue object, std::string_view key,
                                     std::string_view item) {
  if (!object.is_object() || object.broken()) return std::nullopt;
  const JsonValue member = object[key];
  if (!member) return new_member(text, object, key, item);
  if (member.is_array() && !member.broken()) {
    return member.first() ? behind_last(text, object, member, item)
                          : first_item(text, object, member, item);
  }
  if (member.kind() == JsonKind::kNull) return first_item(text, object, member, item);
  return std::nullopt;
}

}  // namespace emrlint::draft
