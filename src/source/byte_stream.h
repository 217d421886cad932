// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_BYTE_STREAM_H_
#define EMRLINT_SOURCE_BYTE_STREAM_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace emrlint {

class Decompressor;

// The bytes of a file, of standard input or of a string, from front to back; gzip and zstd are
// recognised by their first bytes and unpacked on the way. Memory does not grow with the input.
class ByteStream {
 public:
  // A file of fewer than `whole_below` bytes is read in one step and then in memory.
  static Result<ByteStream> open(const std::string& path,
                                 std::uint64_t whole_below = 128 * 1024);
  static ByteStream standard_input();
  static ByteStream of(std::string bytes);

  ByteStream(ByteStream&& other) noexcept;
  ByteStream& operator=(ByteStream&& other) noexcept;
  ~ByteStream();

  // Fills `buffer` with the next bytes; fewer than `size` only at the end or after an error.
  std::size_t read(char* buffer, std::size_t size);
  // Up to `size` of the next bytes, which stay to be read; valid until the next call.
  std::string_view peek(std::size_t size);
  // All bytes as they came, compressed or not, if they are in memory: of a small file or of a
  // string. Nothing is left in the stream then.
  std::optional<std::string> take_whole();

  // Why the bytes ended early: damaged or truncated compression, a failing device.
  const std::optional<Error>& error() const { return error_; }
  bool compressed() const { return decompressor_ != nullptr; }
  // Size of the file on disk, 0 where unknown.
  std::uint64_t size_on_disk() const { return size_on_disk_; }

 private:
  ByteStream();
  void detect();
  std::size_t read_raw(char* buffer, std::size_t size);
  std::size_t unpack(char* buffer, std::size_t size);
  Error unpacking_error(std::string_view zh, std::string_view en) const;

  int descriptor_ = -1;
  bool owned_ = false;      // The descriptor is closed at the end; stdin is not.
  bool detected_ = false;
  bool whole_ = false;      // raw_ holds all there is.
  std::uint64_t size_on_disk_ = 0;
  std::uint64_t whole_below_ = 0;
  std::uint64_t unpacked_from_ = 0;  // Raw bytes that were unpacked.
  std::string raw_;         // Bytes as they came, from raw_at_ on not used yet.
  std::size_t raw_at_ = 0;
  std::string ahead_;       // Unpacked bytes that peek() took.
  std::unique_ptr<Decompressor> decompressor_;
  std::optional<Error> error_;
};

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_BYTE_STREAM_H_
