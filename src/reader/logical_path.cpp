// SPDX-License-Identifier: Apache-2.0
#include "reader/logical_path.h"

#include <algorithm>

#include "reader/readers.h"
#include "source/scan.h"

namespace emrlint {
namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view name_in(std::string_view tag) {
  std::size_t end = 0;
  while (end < tag.size() && !blank(tag[end]) && tag[end] != '/' && tag[end] != '>') ++end;
  return tag.substr(0, end);
}

std::uint32_t next_index(std::vector<std::pair<std::string_view, std::uint32_t>>& counts,
                         std::string_view name, bool count_it) {
  auto it = std::find_if(counts.begin(), counts.end(),
                         [&](const auto& entry) { return entry.first == name; });
  if (it == counts.end()) {
    if (!count_it) return 1;
    counts.emplace_back(name, 1u);
    return 1;
  }
  return count_it ? ++it->second : it->second + 1;
}

}  // namespace

PathStyle path_style(const SourceFile& file) {
  if (file.syntax() != Syntax::kJson) return PathStyle::kXPath;
  return recognise(file.text()) == Format::kFhir ? PathStyle::kFhirPath : PathStyle::kJsonPointer;
}

PathFinder::PathFinder(const SourceFile& file, PathStyle style)
    : text_(file.text()), style_(style) {
  restart();
}

void PathFinder::restart() {
  position_ = 0;
  levels_.clear();
  root_type_ = {};
  key_expected_ = false;
  if (style_ == PathStyle::kXPath) levels_.emplace_back();  // The document above the root.
}

LogicalPath PathFinder::at(std::uint32_t offset) {
  if (offset < position_) restart();
  return style_ == PathStyle::kXPath ? xml_at(offset) : json_at(offset);
}

std::size_t PathFinder::markup_end() const {
  const std::string_view rest = text_.substr(position_);
  const auto behind = [&](std::string_view mark) {
    const std::size_t at = rest.find(mark);
    return at == rest.npos ? text_.size() : position_ + at + mark.size();
  };
  if (rest.starts_with("<!--")) return behind("-->");
  if (rest.starts_with("<![CDATA[")) return behind("]]>");
  if (rest.starts_with("<?")) return behind("?>");
  std::size_t at = 1;
  for (char quote = 0; at < rest.size(); ++at) {
    const char c = rest[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      break;
    }
  }
  return std::min(position_ + at + 1, text_.size());
}

std::string_view PathFinder::attribute_at(std::string_view tag, std::size_t offset) const {
  std::size_t at = name_in(tag.substr(1)).size() + 1;
  while (at < tag.size()) {
    while (at < tag.size() && blank(tag[at])) ++at;
    const std::size_t begin = at;
    const std::size_t equals = tag.find('=', at);
    if (equals == tag.npos) break;
    const std::size_t open = tag.find_first_of("\"'", equals);
    if (open == tag.npos) break;
    const std::size_t close = std::min(tag.find(tag[open], open + 1), tag.size());
    if (offset >= begin && offset <= close) {
      std::string_view name = tag.substr(begin, equals - begin);
      while (!name.empty() && blank(name.back())) name.remove_suffix(1);
      return name;
    }
    at = close + 1;
  }
  return {};
}

LogicalPath PathFinder::xml_path(std::string_view last, std::string_view attribute) {
  LogicalPath out;
  const auto add = [&](std::string_view name, std::uint32_t index, bool root) {
    out.path.append("/").append(name);
    if (!root) out.path.append("[").append(std::to_string(index)).append("]");
    out.name = name;
  };
  for (std::size_t i = 1; i < levels_.size(); ++i) add(levels_[i].name, levels_[i].index, i == 1);
  if (!last.empty()) {
    add(last, next_index(levels_.back().children, last, false), levels_.size() == 1);
  }
  out.kind = "element";
  if (!attribute.empty()) {
    out.path.append("/@").append(attribute);
    out.name = attribute;
    out.kind = "attribute";
  }
  return out;
}

LogicalPath PathFinder::xml_at(std::uint32_t offset) {
  while (position_ < text_.size()) {
    const std::size_t open = text_.find('<', position_);
    if (open == text_.npos || offset < open) return xml_path({}, {});
    position_ = open;
    const std::size_t end = markup_end();
    const std::string_view tag = text_.substr(open, end - open);
    const bool special = tag.starts_with("<!") || tag.starts_with("<?");
    const bool closing = tag.starts_with("</");
    if (offset < end) {
      if (special || closing) return xml_path({}, {});
      return xml_path(name_in(tag.substr(1)), attribute_at(tag, offset - open));
    }
    position_ = end;
    if (closing) {
      if (levels_.size() > 1) levels_.pop_back();
    } else if (!special) {
      const std::string_view name = name_in(tag.substr(1));
      const std::uint32_t index = next_index(levels_.back().children, name, true);
      if (!tag.ends_with("/>")) levels_.push_back({name, index, false});
    }
  }
  return xml_path({}, {});
}

LogicalPath PathFinder::json_path() const {
  LogicalPath out;
  const bool fhir = style_ == PathStyle::kFhirPath;
  if (fhir) out.path = root_type_.empty() ? "Resource" : root_type_;
  out.name = fhir ? out.path : "";
  for (const Level& level : levels_) {
    if (level.array) {
      const std::string index = std::to_string(level.index);
      out.path += fhir ? "[" + index + "]" : "/" + index;
      if (!fhir) out.name = index;
    } else if (!level.name.empty()) {
      out.path += fhir ? "." : "/";
      for (const char c : level.name) {
        if (!fhir && c == '~') {
          out.path += "~0";
        } else if (!fhir && c == '/') {
          out.path += "~1";
        } else {
          out.path += c;
        }
      }
      out.name = level.name;
    }
  }
  out.kind = levels_.empty() ? "object" : levels_.back().array ? "value" : "property";
  return out;
}

// Steps over the string at position_ and notes it when it is a key or the type of the root.
void PathFinder::json_string() {
  const std::size_t begin = position_ + 1;
  const char* const stop = text_.data() + text_.size();
  const char* quote = skip_plain_json(text_.data() + begin, stop);
  while (quote != stop && *quote != '"') {
    const std::ptrdiff_t escaped = *quote == '\\' && stop - quote > 1 ? 2 : 1;
    quote = skip_plain_json(quote + escaped, stop);
  }
  const auto end = static_cast<std::size_t>(quote - text_.data());
  if (quote == stop) {
    position_ = text_.size();
    return;
  }
  const std::string_view value = text_.substr(begin, end - begin);
  position_ = end + 1;
  if (key_expected_ && !levels_.empty()) {
    levels_.back().name = value;
    key_expected_ = false;
  } else if (levels_.size() == 1 && levels_[0].name == "resourceType") {
    root_type_ = value;
  }
}

LogicalPath PathFinder::json_at(std::uint32_t offset) {
  while (position_ < text_.size()) {
    // Blanks, colons, numbers and literals say nothing of where a value stands.
    const char* const here = text_.data() + position_;
    const char* const stop = text_.data() + std::min<std::size_t>(text_.size(), offset);
    if (here < stop) position_ += static_cast<std::size_t>(skip_to_json_mark(here, stop) - here);
    if (position_ == text_.size()) break;
    const char c = text_[position_];
    if (c == '"') {
      const std::size_t begin = position_;
      const bool key = key_expected_;
      json_string();
      if (offset >= position_) continue;
      const LogicalPath path = json_path();
      // Looked at again by the next call: a later place may lie in the same string.
      position_ = begin;
      key_expected_ = key;
      return path;
    }
    if (offset <= position_) return json_path();
    ++position_;
    if (c == '{' || c == '[') {
      levels_.push_back({{}, 0, c == '['});
      key_expected_ = c == '{';
    } else if ((c == '}' || c == ']') && !levels_.empty()) {
      levels_.pop_back();
      key_expected_ = false;
    } else if (c == ',' && !levels_.empty()) {
      if (levels_.back().array) ++levels_.back().index;
      key_expected_ = !levels_.back().array;
      if (key_expected_) levels_.back().name = {};
    }
  }
  return json_path();
}

}  // namespace emrlint
