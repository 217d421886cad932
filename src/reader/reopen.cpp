// SPDX-License-Identifier: Apache-2.0
#include "reader/reopen.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace emrlint {
namespace {

constexpr std::size_t kBlock = 64 * 1024;

}  // namespace

UnitPlace place_of(const WorkUnit& unit) {
  UnitPlace place;
  for (const InputFile& file : unit.files) {
    place.paths.push_back(file.path);
    place.line_at = file.line_at;
    place.first_line = file.first_line;
  }
  place.folder = unit.folder;
  place.gaps = unit.gaps;
  place.bulk = unit.bulk;
  return place;
}

std::optional<WorkUnit> Reopener::open(const UnitPlace& place) {
  WorkUnit unit;
  for (const std::string& path : place.paths) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;  // A pipe would wait.
    InputFile& file = unit.files.emplace_back();
    file.path = path;
    file.uri = path;
    file.line_at = place.line_at;
    if (!place.line_at) continue;
    file.text = line(path, *place.line_at);
    if (!file.text) return std::nullopt;
    file.first_line = place.first_line;
    file.size = file.text->size();
  }
  unit.folder = place.folder;
  unit.gaps = place.gaps;
  unit.bulk = place.bulk;
  return unit;
}

std::optional<std::string> Reopener::line(const std::string& path, std::uint64_t at) {
  if (at == InputFile::kNowhere) return std::nullopt;
  if (!stream_ || path != path_ || at < position_) {
    stream_.reset();
    Result<ByteStream> stream = ByteStream::open(path, 0);
    if (!stream) return std::nullopt;
    stream->peek(1);  // Only then it knows whether it is compressed.
    if (!stream->compressed()) return line_of_disk(path, at);
    stream_ = std::move(*stream);
    path_ = path;
    position_ = 0;
  }
  if (!skip_to(at)) return std::nullopt;
  std::string line;
  for (;;) {
    const std::string_view ahead = stream_->peek(kBlock);
    const std::size_t end = std::min(ahead.find('\n'), ahead.size());
    const bool last = end < ahead.size() || ahead.empty();
    const std::size_t had = line.size();
    line.resize(had + end);
    position_ += stream_->read(line.data() + had, end);
    if (last) return line;
    if (line.size() > max_bytes_) return std::nullopt;
  }
}

bool Reopener::skip_to(std::uint64_t at) {
  std::string block(kBlock, '\0');
  while (position_ < at) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, at - position_));
    const std::size_t got = stream_->read(block.data(), wanted);
    position_ += got;
    if (got < wanted) return false;
  }
  return true;
}

std::optional<std::string> Reopener::line_of_disk(const std::string& path, std::uint64_t at) const {
  std::ifstream file(path, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  std::string line, block(kBlock, '\0');
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    const std::string_view got(block.data(), static_cast<std::size_t>(file.gcount()));
    const std::size_t end = got.find('\n');
    line += got.substr(0, end);
    if (end != got.npos) return line;
    if (line.size() > max_bytes_) return std::nullopt;
  }
  if (line.empty()) return std::nullopt;
  return line;
}

}  // namespace emrlint
