// SPDX-License-Identifier: Apache-2.0
#include "lsp/framing.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace emrlint::lsp {
namespace {

constexpr std::string_view kEmptyLine = "\r\n\r\n";
constexpr std::string_view kLength = "content-length:";

bool same_letters(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
           return std::tolower(static_cast<unsigned char>(a)) == b;
         });
}

// The number behind "Content-Length:" in a header.
std::optional<std::size_t> length_in(std::string_view header) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find("\r\n"), header.size());
    std::string_view line = header.substr(0, end);
    header.remove_prefix(std::min(end + 2, header.size()));
    if (!same_letters(line.substr(0, kLength.size()), kLength)) continue;
    line.remove_prefix(kLength.size());
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    std::size_t length = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), length);
    if (read.ec == std::errc() && length <= FrameReader::kMostBytes) return length;
  }
  return std::nullopt;
}

}  // namespace

bool FrameReader::read_header() {
  while (!length_) {
    const std::size_t end = buffer_.find(kEmptyLine, at_);
    if (end == std::string::npos) return false;
    length_ = length_in(std::string_view(buffer_).substr(at_, end - at_));
    at_ = end + kEmptyLine.size();
  }
  return true;
}

std::optional<std::string> FrameReader::next() {
  std::optional<std::string> body;
  if (read_header() && buffer_.size() - at_ >= *length_) {
    body = buffer_.substr(at_, *length_);
    at_ += *length_;
    length_.reset();
  }
  if (at_ == buffer_.size() || !body) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  return body;
}

std::string frame(std::string_view body) {
  std::string framed = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  framed.append(body);
  return framed;
}

}  // namespace emrlint::lsp
