// SPDX-License-Identifier: Apache-2.0
#include "source/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "source/decompressor.h"

namespace emrlint {
namespace {

constexpr std::size_t kRawChunk = 128 * 1024;

Error system_error(std::string_view zh, std::string_view en, int code) {
  const std::string why = std::generic_category().message(code);
  return {std::string(zh) + "：" + why, std::string(en) + ": " + why, std::nullopt};
}

}  // namespace

ByteStream::ByteStream() = default;

ByteStream::~ByteStream() {
  if (owned_) ::close(descriptor_);
}

ByteStream::ByteStream(ByteStream&& other) noexcept : ByteStream() { *this = std::move(other); }

ByteStream& ByteStream::operator=(ByteStream&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  std::swap(detected_, other.detected_);
  std::swap(whole_, other.whole_);
  std::swap(size_on_disk_, other.size_on_disk_);
  std::swap(whole_below_, other.whole_below_);
  std::swap(unpacked_from_, other.unpacked_from_);
  std::swap(raw_, other.raw_);
  std::swap(raw_at_, other.raw_at_);
  std::swap(ahead_, other.ahead_);
  std::swap(decompressor_, other.decompressor_);
  std::swap(error_, other.error_);
  return *this;
}

Result<ByteStream> ByteStream::open(const std::string& path, std::uint64_t whole_below) {
  ByteStream stream;
  stream.whole_below_ = whole_below;
  stream.descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (stream.descriptor_ < 0) return system_error("无法打开", "cannot be opened", errno);
  stream.owned_ = true;
  struct stat status {};
  if (::fstat(stream.descriptor_, &status) == 0) {
    if (S_ISDIR(status.st_mode)) return system_error("无法读取", "cannot be read", EISDIR);
    if (S_ISREG(status.st_mode)) {
      stream.size_on_disk_ = static_cast<std::uint64_t>(status.st_size);
    }
  }
  return stream;
}

ByteStream ByteStream::standard_input() {
  ByteStream stream;
  stream.descriptor_ = STDIN_FILENO;
  return stream;
}

ByteStream ByteStream::of(std::string bytes) {
  ByteStream stream;
  stream.size_on_disk_ = bytes.size();
  stream.raw_ = std::move(bytes);
  stream.whole_ = true;
  return stream;
}

std::size_t ByteStream::read_raw(char* buffer, std::size_t size) {
  if (raw_at_ < raw_.size()) {
    const std::size_t count = std::min(size, raw_.size() - raw_at_);
    std::memcpy(buffer, raw_.data() + raw_at_, count);
    raw_at_ += count;
    return count;
  }
  if (descriptor_ < 0 || whole_) return 0;
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno == EINTR) continue;
    error_ = system_error("读取中断", "reading failed", errno);
    return 0;
  }
}

// The format shows in the first four bytes, which stay in raw_ to be read. A small file is read in
// one step, with a byte more than it has, so that its end shows.
void ByteStream::detect() {
  constexpr std::size_t kMark = 4;
  detected_ = true;
  if (descriptor_ >= 0) {
    const bool small = size_on_disk_ > 0 && size_on_disk_ < whole_below_;
    const std::size_t wanted = small ? static_cast<std::size_t>(size_on_disk_) + 1 : kMark;
    std::string first(wanted, '\0');
    std::size_t count = 0;
    while (count < wanted && (count < kMark || count < size_on_disk_)) {
      const std::size_t more = read_raw(first.data() + count, wanted - count);
      if (more == 0) break;
      count += more;
    }
    first.resize(count);
    raw_ = std::move(first);
    whole_ = small && count == size_on_disk_ && !error_;
  }
  decompressor_ = make_decompressor(std::string_view(raw_).substr(0, kMark));
}

std::optional<std::string> ByteStream::take_whole() {
  if (!detected_) detect();
  if (!whole_) return std::nullopt;
  whole_ = false;
  raw_at_ = 0;
  ahead_.clear();
  return std::exchange(raw_, {});
}

Error ByteStream::unpacking_error(std::string_view zh, std::string_view en) const {
  const std::string name = decompressor_->name();
  const std::string at = std::to_string(unpacked_from_);
  return {name + std::string(zh) + "（第" + at + "字节）",
          std::string(en) + " " + name + " data (byte " + at + ")", std::nullopt};
}

std::size_t ByteStream::unpack(char* buffer, std::size_t size) {
  std::size_t done = 0;
  while (done < size && !error_) {
    if (raw_at_ == raw_.size() && descriptor_ >= 0 && !whole_) {
      raw_.clear();
      raw_at_ = 0;
      std::string chunk(kRawChunk, '\0');
      chunk.resize(read_raw(chunk.data(), chunk.size()));
      raw_ = std::move(chunk);
    }
    std::string_view input = std::string_view(raw_).substr(raw_at_);
    const bool ended = input.empty();
    const std::size_t count = decompressor_->step(input, buffer + done, size - done);
    unpacked_from_ += raw_.size() - input.size() - raw_at_;
    raw_at_ = raw_.size() - input.size();
    done += count;
    if (decompressor_->failed()) {
      error_ = unpacking_error("压缩数据损坏", "damaged");
    } else if (ended && count == 0) {
      if (!decompressor_->at_boundary()) error_ = unpacking_error("压缩数据不完整", "truncated");
      break;
    }
  }
  return done;
}

std::size_t ByteStream::read(char* buffer, std::size_t size) {
  if (!detected_) detect();
  std::size_t done = std::min(size, ahead_.size());
  std::memcpy(buffer, ahead_.data(), done);
  ahead_.erase(0, done);
  if (decompressor_ != nullptr) return done + unpack(buffer + done, size - done);
  while (done < size) {
    const std::size_t count = read_raw(buffer + done, size - done);
    if (count == 0) break;
    done += count;
  }
  return done;
}

std::string_view ByteStream::peek(std::size_t size) {
  if (!detected_) detect();
  if (decompressor_ == nullptr && ahead_.empty() && (whole_ || raw_.size() - raw_at_ >= size)) {
    return std::string_view(raw_).substr(raw_at_, size);
  }
  if (ahead_.size() < size) {
    std::string more(size - ahead_.size(), '\0');
    std::string before = std::exchange(ahead_, {});
    more.resize(read(more.data(), more.size()));
    ahead_ = std::move(before) + more;
  }
  return std::string_view(ahead_).substr(0, size);
}

}  // namespace emrlint
