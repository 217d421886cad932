// SPDX-License-Identifier: Apache-2.0
#include "lsp/line_map.h"

#include <algorithm>

#include "source/scan.h"

namespace emrlint::lsp {
namespace {

constexpr std::size_t kBlock = 4096;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Units of a character by its first byte.
std::uint32_t units_of(char first, PositionEncoding encoding) {
  const auto byte = static_cast<unsigned char>(first);
  switch (encoding) {
    case PositionEncoding::kUtf8:
      return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    case PositionEncoding::kUtf16:
      return byte < 0xF0 ? 1 : 2;
    case PositionEncoding::kUtf32:
      break;
  }
  return 1;
}

// A block may begin inside a character, so bytes are counted and not characters.
std::size_t count(std::string_view text, PositionEncoding encoding) {
  if (encoding == PositionEncoding::kUtf8) return text.size();
  std::size_t units = count_bytes(text, [](char c) { return !continues(c); });
  if (encoding == PositionEncoding::kUtf16) {
    units += count_bytes(text, [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
  }
  return units;
}

}  // namespace

std::string_view id(PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::kUtf8:
      return "utf-8";
    case PositionEncoding::kUtf16:
      break;
    case PositionEncoding::kUtf32:
      return "utf-32";
  }
  return "utf-16";
}

LineMap::LineMap(std::string_view text) { build(text); }

void LineMap::build(std::string_view text) {
  starts_.assign(1, 0);
  before_block_.clear();
  returns_ = text.find('\r') != text.npos;
  std::size_t line = 0;
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', line)) {
    if (returns_) add_returns(text, line, at);
    line = at + 1;
    starts_.push_back(static_cast<std::uint32_t>(line));
  }
  if (returns_) add_returns(text, line, text.size());
}

// Lines that end with CR alone. One before an LF at `end` is part of that line end.
void LineMap::add_returns(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] != '\r' || (at + 1 == end && end < text.size())) continue;
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

void LineMap::replace(std::string_view text, std::size_t begin, std::size_t end,
                      std::string_view inserted) {
  if (returns_ || inserted.find('\r') != inserted.npos) return build(text);
  const auto first = std::upper_bound(starts_.begin(), starts_.end(), begin);
  const auto last = std::upper_bound(first, starts_.end(), end);
  const auto kept = static_cast<std::size_t>(first - starts_.begin());
  std::vector<std::uint32_t> fresh;
  for (std::size_t at = inserted.find('\n'); at != inserted.npos; at = inserted.find('\n', at)) {
    fresh.push_back(static_cast<std::uint32_t>(begin + ++at));
  }
  starts_.erase(first, last);
  starts_.insert(starts_.begin() + static_cast<std::ptrdiff_t>(kept), fresh.begin(), fresh.end());
  const auto shift = static_cast<std::uint32_t>(inserted.size() - (end - begin));  // May wrap.
  for (std::size_t i = kept + fresh.size(); i < starts_.size(); ++i) starts_[i] += shift;
  before_block_.resize(std::min(before_block_.size(), begin / kBlock + 1));
}

std::size_t LineMap::line_end(std::string_view text, std::size_t line) const {
  std::size_t end = line + 1 < starts_.size() ? starts_[line + 1] : text.size();
  if (line + 1 == starts_.size()) return end;
  if (end > starts_[line] && text[end - 1] == '\n') --end;
  if (end > starts_[line] && text[end - 1] == '\r') --end;
  return end;
}

std::uint32_t LineMap::units_before(std::string_view text, std::size_t offset,
                                    PositionEncoding encoding) const {
  if (counted_ != encoding || before_block_.empty()) before_block_.assign(1, 0);
  counted_ = encoding;
  while (before_block_.size() <= offset / kBlock) {
    const std::size_t at = (before_block_.size() - 1) * kBlock;
    before_block_.push_back(before_block_.back() +
                            static_cast<std::uint32_t>(count(text.substr(at, kBlock), encoding)));
  }
  const std::size_t from = offset / kBlock * kBlock;
  return before_block_[offset / kBlock] +
         static_cast<std::uint32_t>(count(text.substr(from, offset - from), encoding));
}

std::size_t LineMap::units(std::string_view text, std::size_t begin, std::size_t end,
                           PositionEncoding encoding) const {
  if (encoding == PositionEncoding::kUtf8) return end - begin;
  if (end - begin < kBlock) return count(text.substr(begin, end - begin), encoding);
  return units_before(text, end, encoding) - units_before(text, begin, encoding);
}

TextPosition LineMap::position(std::string_view text, std::size_t offset,
                               PositionEncoding encoding) const {
  offset = std::min(offset, text.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(next - starts_.begin() - 1);
  const std::size_t end = std::max<std::size_t>(line_end(text, line), starts_[line]);
  offset = std::min(offset, end);  // Between CR and LF is the end of the line.
  return {static_cast<std::uint32_t>(line),
          static_cast<std::uint32_t>(units(text, starts_[line], offset, encoding))};
}

std::size_t LineMap::offset(std::string_view text, TextPosition position,
                            PositionEncoding encoding) const {
  if (position.line >= starts_.size()) return text.size();
  const std::size_t begin = starts_[position.line], end = line_end(text, position.line);
  std::size_t at = begin;
  std::size_t left = position.character;
  // By blocks through a long line, then by characters.
  while (end - at > kBlock) {
    std::size_t next = at + kBlock;
    while (next < end && continues(text[next])) ++next;
    const std::size_t whole = units(text, at, next, encoding);
    if (whole > left) break;
    left -= whole;
    at = next;
  }
  while (at < end) {
    const std::size_t units = units_of(text[at], encoding);
    if (units > left) break;
    left -= units;
    ++at;
    while (at < end && continues(text[at])) ++at;
  }
  return at;
}

}  // namespace emrlint::lsp
