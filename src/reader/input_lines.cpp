// SPDX-License-Identifier: Apache-2.0
#include "reader/input_lines.h"

#include <utility>

#include "source/decode.h"
#include "source/load.h"

namespace emrlint {
namespace {

constexpr std::size_t kBlock = 256 * 1024;

bool utf16(std::string_view first) {
  if (first.size() < 2) return false;
  return first.starts_with("\xFF\xFE") || first.starts_with("\xFE\xFF") || first[0] == '\0' ||
         first[1] == '\0';
}

// Lines of UTF-16 can't be told by single bytes; such a stream is decoded first.
ByteStream decoded_stream(ByteStream stream, std::uint64_t limit) {
  Loaded loaded = load(std::move(stream), {}, limit);
  return ByteStream::of(loaded.file ? std::string(loaded.file->text()) : std::string());
}

}  // namespace

InputLines::InputLines(ByteStream stream, std::string path, std::string uri,
                       std::uint64_t max_line)
    : stream_(std::move(stream)),
      path_(std::move(path)),
      uri_(std::move(uri)),
      max_line_(max_line) {
  if (utf16(stream_.peek(2))) {
    stream_ = decoded_stream(std::move(stream_), max_line);
    dropped_ = InputFile::kNowhere;
  }
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (stream_.peek(kMark.size()) == kMark) {
    char mark[3];
    stream_.read(mark, sizeof mark);
    if (dropped_ == 0) dropped_ = sizeof mark;
  }
}

// Appends one block; what was handed out already is dropped first.
bool InputLines::fill() {
  if (ended_) return false;
  buffer_.erase(0, at_);
  if (dropped_ != InputFile::kNowhere) dropped_ += at_;
  at_ = 0;
  const std::size_t had = buffer_.size();
  buffer_.resize(had + kBlock);
  buffer_.resize(had + stream_.read(buffer_.data() + had, kBlock));
  ended_ = buffer_.size() < had + kBlock;
  return buffer_.size() > had;
}

WorkUnit InputLines::take(std::size_t end) {
  WorkUnit unit;
  InputFile& file = unit.files.emplace_back();
  file.path = path_;
  file.uri = uri_;
  file.text = buffer_.substr(at_, end - at_);
  file.size = file.text->size();
  file.first_line = line_;
  file.line_at = dropped_ == InputFile::kNowhere ? dropped_ : dropped_ + at_;
  return unit;
}

WorkUnit InputLines::problem(Problem::Kind kind, std::string id, Error error) const {
  WorkUnit unit;
  const std::string number = std::to_string(line_);
  Problem& problem = unit.problems.emplace_back();
  problem.kind = kind;
  problem.id = std::move(id);
  problem.zh = "第" + number + "行：" + error.zh;
  problem.en = "line " + number + ": " + error.en;
  problem.uri = uri_;
  return unit;
}

void InputLines::skip_rest_of_line() {
  std::size_t end = buffer_.find('\n', at_);
  while (end == std::string::npos) {
    at_ = buffer_.size();
    if (!fill()) return;
    end = buffer_.find('\n', at_);
  }
  at_ = end + 1;
  ++line_;
}

std::optional<WorkUnit> InputLines::next() {
  std::size_t searched = at_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end == std::string::npos) {
      searched = buffer_.size() - at_;
      if (searched > max_line_) {
        const std::string limit = std::to_string(max_line_);
        WorkUnit unit = problem(Problem::Kind::kLimit, "file-too-large",
                                {"超过" + limit + "字节的上限",
                                 "longer than the limit of " + limit + " bytes", std::nullopt});
        skip_rest_of_line();
        return unit;
      }
      if (fill()) continue;
    }
    const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
    const bool blank = buffer_.find_first_not_of(" \t\r\n", at_) >= stop;
    std::optional<WorkUnit> unit;
    if (!blank) unit = take(stop);
    at_ = searched = end == std::string::npos ? stop : end + 1;
    if (end != std::string::npos) ++line_;
    if (unit) return unit;
    if (end != std::string::npos) continue;
    if (!stream_.error()) return std::nullopt;
    const Error error = *stream_.error();
    stream_ = ByteStream::of({});
    return problem(Problem::Kind::kIncomplete, "compression-damaged", error);
  }
}

}  // namespace emrlint
