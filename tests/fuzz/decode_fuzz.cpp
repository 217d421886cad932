// SPDX-License-Identifier: Apache-2.0
// Bytes to text: gzip, zstd, UTF-8, UTF-16, GB18030, line and column.
#include <algorithm>

#include "fuzz/invariants.h"
#include "source/decode.h"
#include "source/load.h"
#include "source/utf8.h"

namespace emrlint::fuzz {
namespace {

constexpr std::uint64_t kMaxBytes = 1024 * 1024;

// The unpacked bytes, read in pieces of one size.
std::string unpack(const std::string& bytes, std::size_t piece, bool& damaged) {
  ByteStream stream = ByteStream::of(bytes);
  std::string out;
  std::string buffer(piece, '\0');
  while (out.size() < kMaxBytes) {
    const std::size_t count = stream.read(buffer.data(), piece);
    expect(count <= piece, "more bytes than asked for");
    out.append(buffer, 0, count);
    if (count < piece) break;
  }
  damaged = stream.error().has_value();
  return out;
}

void check_unpacking(const std::string& bytes) {
  bool damaged = false, damaged_by_pieces = false;
  const std::string whole = unpack(bytes, 64 * 1024, damaged);
  const std::string pieces = unpack(bytes, 509, damaged_by_pieces);
  const std::size_t both = std::min(whole.size(), pieces.size());
  expect(whole.compare(0, both, pieces, 0, both) == 0, "the size of the pieces changes the bytes");
  if (whole.size() < kMaxBytes && pieces.size() < kMaxBytes) {
    expect(whole.size() == pieces.size(), "the size of the pieces changes the end");
    expect(damaged == damaged_by_pieces, "the size of the pieces changes the error");
  }
}

void check_decoding(const std::string& bytes) {
  const Result<Decoded> decoded = decode(bytes);
  if (!decoded.ok()) return;
  const std::string& text = decoded->text;
  expect(first_invalid_utf8(text) == text.size(), "the text is no UTF-8");
  if (decoded->invalid_bytes > 0) {
    expect(text.compare(decoded->first_invalid, 3, "\xEF\xBF\xBD") == 0,
           "no U+FFFD where the first invalid byte was");
  }
  std::pair<std::uint32_t, std::uint64_t> last{0, 0};
  for (const auto& checkpoint : decoded->checkpoints) {
    expect(checkpoint.first >= last.first && checkpoint.second >= last.second,
           "checkpoints do not rise");
    expect(checkpoint.first <= text.size() && checkpoint.second <= bytes.size(),
           "a checkpoint lies outside");
    last = checkpoint;
  }
}

void check_positions(const std::string& bytes) {
  const Loaded loaded = load(ByteStream::of(bytes), "input", kMaxBytes);
  if (!loaded.file) {
    expect(loaded.failure != LoadFailure::kNone, "no text and no reason");
    expect(!loaded.error.zh.empty() && !loaded.error.en.empty(), "a reason without words");
    return;
  }
  const SourceFile& file = *loaded.file;
  const auto size = static_cast<std::uint32_t>(file.text().size());
  std::uint64_t original = 0;
  Position before;
  for (std::uint32_t at = 0; at <= size; at += 1 + size / 64) {
    std::uint32_t offset = at;
    while (offset < size && (static_cast<unsigned char>(file.text()[offset]) & 0xC0) == 0x80) {
      ++offset;
    }
    const Position position = file.position(offset);
    expect(position.line > before.line ||
               (position.line == before.line && position.column >= before.column),
           "positions do not rise");
    before = position;
    const Span line = file.line_at(offset);
    expect(line.begin <= line.end && line.end <= size, "a line lies outside");
    expect(file.original_offset(offset) >= original, "original offsets do not rise");
    original = file.original_offset(offset);
  }
  const bool exact = file.invalid_bytes() == 0 && loaded.failure == LoadFailure::kNone;
  if (exact) {
    ByteStream stream = ByteStream::of(bytes);
    stream.peek(4);
    if (!stream.compressed()) {
      expect(file.original_offset(size) == bytes.size(), "the end is not the end of the input");
    }
  }
}

}  // namespace
}  // namespace emrlint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = emrlint::fuzz::bytes_of(data, size);
  emrlint::fuzz::check_unpacking(bytes);
  emrlint::fuzz::check_decoding(bytes);
  emrlint::fuzz::check_positions(bytes);
  return 0;
}
