// SPDX-License-Identifier: Apache-2.0
#include "source/decompressor.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace emrlint {
namespace {

class Gzip final : public Decompressor {
 public:
  Gzip() { failed_ = inflateInit2(&stream_, kWindowBits) != Z_OK; }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  std::size_t step(std::string_view& input, char* buffer, std::size_t size) override {
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    if (failed_) return 0;
    if (boundary_ && !input.empty() && inflateReset(&stream_) != Z_OK) return fail();
    // zlib's interface predates const; it never writes to its input.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(std::min(input.size(), kMost));
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    stream_.avail_out = static_cast<uInt>(std::min(size, kMost));
    const uInt in = stream_.avail_in, out = stream_.avail_out;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    input.remove_prefix(in - stream_.avail_in);
    boundary_ = status == Z_STREAM_END;
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) failed_ = true;
    return out - stream_.avail_out;
  }
  bool failed() const override { return failed_; }
  bool at_boundary() const override { return boundary_; }
  const char* name() const override { return "gzip"; }

 private:
  static constexpr int kWindowBits = 15 + 16;  // The largest window, gzip header expected.

  std::size_t fail() {
    failed_ = true;
    return 0;
  }

  z_stream stream_{};
  bool failed_ = false;
  bool boundary_ = false;
};

class Zstd final : public Decompressor {
 public:
  Zstd() : stream_(ZSTD_createDStream()) { failed_ = stream_ == nullptr; }
  ~Zstd() override { ZSTD_freeDStream(stream_); }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;

  std::size_t step(std::string_view& input, char* buffer, std::size_t size) override {
    if (failed_) return 0;
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{buffer, size, 0};
    const std::size_t status = ZSTD_decompressStream(stream_, &out, &in);
    input.remove_prefix(in.pos);
    if (ZSTD_isError(status) != 0) {
      failed_ = true;
    } else if (in.pos > 0 || out.pos > 0) {
      boundary_ = status == 0;
    }
    return out.pos;
  }
  bool failed() const override { return failed_; }
  bool at_boundary() const override { return boundary_; }
  const char* name() const override { return "zstd"; }

 private:
  ZSTD_DStream* stream_;
  bool failed_ = false;
  bool boundary_ = false;
};

}  // namespace

std::unique_ptr<Decompressor> make_decompressor(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x1F\x8B\x08")) return std::make_unique<Gzip>();
  if (first_bytes.starts_with("\x28\xB5\x2F\xFD")) return std::make_unique<Zstd>();
  return nullptr;
}

}  // namespace emrlint
