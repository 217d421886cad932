// SPDX-License-Identifier: Apache-2.0
#include "source/source_file.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "source/decode.h"
#include "source/decoded_map.h"
#include "source/utf8.h"

namespace emrlint {
namespace {

// Whether the bytes before a span open a CDATA section, blanks that a reader trimmed aside.
bool in_cdata(std::string_view before) {
  while (!before.empty() && (before.back() == ' ' || before.back() == '\t' ||
                             before.back() == '\n' || before.back() == '\r')) {
    before.remove_suffix(1);
  }
  return before.ends_with("<![CDATA[");
}

// The source bytes of [from, to) of `value`, if the map holds the value.
std::optional<Span> locate(const DecodedMap& map, std::string_view value, std::size_t from,
                           std::size_t to) {
  const auto at = align(value, map.text);
  if (!at || map.text.empty()) return std::nullopt;
  const std::size_t first = std::min<std::size_t>((*at)[from], map.text.size() - 1);
  Span span{0, map.begin[first], 0};
  span.end = span.begin;
  if (from == to) return span;
  // A blank of the value may have none in the source: its place is the one before.
  const std::size_t last = std::min((*at)[to - 1] + 1, (*at)[to]);
  span.end = map.end[std::max(last, first + 1) - 1];
  return span;
}

}  // namespace

SourceFile::SourceFile(std::string uri, std::string text, std::uint32_t first_line)
    : uri_(std::move(uri)), text_(std::move(text)), first_line_(first_line) {}

char* SourceFile::parse_buffer() {
  if (parse_buffer_ == nullptr) {
    parse_buffer_.reset(new char[text_.size() + 1]);  // Not filled with zeros first.
    std::memcpy(parse_buffer_.get(), text_.c_str(), text_.size() + 1);
  }
  return parse_buffer_.get();
}

std::string_view SourceFile::keep(std::string text) {
  kept_.push_back(std::move(text));
  return kept_.back();
}

std::string_view SourceFile::keep_base64(Span source, std::string decoded) {
  const std::string_view view = keep(std::move(decoded));
  base64_.push_back({view, source});
  return view;
}

const SourceFile::Base64Text* SourceFile::base64_of(std::string_view view) const {
  for (const Base64Text& text : base64_) {
    if (view.data() >= text.decoded.data() &&
        view.data() + view.size() <= text.decoded.data() + text.decoded.size()) {
      return &text;
    }
  }
  return nullptr;
}

Span SourceFile::part(const Text& value, std::size_t from, std::size_t to) const {
  to = std::min(to, value.value.size());
  from = std::min(from, to);
  Span span = value.span;
  span.end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(text_.size()));
  span.begin = std::min(span.begin, span.end);
  std::optional<Span> found;
  if (const Base64Text* encoded = base64_of(value.value)) {
    const auto skipped = static_cast<std::size_t>(value.value.data() - encoded->decoded.data());
    const DecodedMap plain = map_plain(text(encoded->source), encoded->source.begin);
    const DecodedMap map = map_base64(syntax_ == Syntax::kJson ? map_json(plain) : plain);
    found = locate(map, encoded->decoded, from + skipped, to + skipped);
  } else if (text(span) == value.value) {
    return {span.file, span.begin + static_cast<std::uint32_t>(from),
            span.begin + static_cast<std::uint32_t>(to)};
  } else {
    DecodedMap map = map_plain(text(span), span.begin);
    if (syntax_ == Syntax::kJson) {
      map = map_json(map);
      found = locate(map, value.value, from, to);
    }
    if (!found) {
      const bool cdata = in_cdata(std::string_view(text_).substr(0, span.begin));
      found = locate(map_xml(map, cdata), value.value, from, to);
    }
  }
  if (!found) return span;
  found->file = span.file;
  return *found;
}

Position SourceFile::position(std::uint32_t offset) const {
  const std::size_t at = std::min<std::size_t>(offset, text_.size());
  Position position = lines_.position(text_, at);
  position.line += first_line_ - 1;
  return position;
}

Span SourceFile::line_at(std::uint32_t offset) const {
  const std::size_t at = std::min<std::size_t>(offset, text_.size());
  std::size_t end = lines_.line_end(text_, at);
  const std::size_t begin = lines_.line_begin(text_, at);
  if (end > begin && text_[end - 1] == '\r') --end;
  return {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::uint64_t SourceFile::original_offset(std::uint32_t offset) const {
  Checkpoint from;
  for (const Checkpoint& checkpoint : checkpoints_) {
    if (checkpoint.offset > offset) break;
    from = checkpoint;
  }
  const std::string_view between =
      std::string_view(text_).substr(from.offset, offset - from.offset);
  return from.original + encoded_size(between, encoding_);
}

}  // namespace emrlint
