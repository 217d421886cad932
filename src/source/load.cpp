// SPDX-License-Identifier: Apache-2.0
#include "source/load.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "source/decode.h"

namespace emrlint {
namespace {

constexpr std::uint64_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - 1;

Loaded failed(LoadFailure failure, Error error) {
  Loaded loaded;
  loaded.failure = failure;
  loaded.error = std::move(error);
  return loaded;
}

Loaded too_large(std::uint64_t limit) {
  const std::string number = std::to_string(limit);
  return failed(LoadFailure::kTooLarge, {"超过" + number + "字节的上限",
                                         "larger than the limit of " + number + " bytes",
                                         std::nullopt});
}

// One byte more than the limit tells that it is passed.
std::string read_up_to(ByteStream& stream, std::uint64_t limit) {
  if (!stream.compressed()) {
    if (auto whole = stream.take_whole()) return std::move(*whole);
  }
  std::string bytes;
  const std::uint64_t hint = stream.compressed() ? 0 : stream.size_on_disk();
  // One byte more than the file has, so that its end shows without another step.
  std::size_t step = hint > 0 ? static_cast<std::size_t>(hint) + 1 : 64 * 1024;
  while (bytes.size() <= limit) {
    const std::size_t had = bytes.size();
    const auto most = static_cast<std::size_t>(limit + 1 - had);
    bytes.resize(had + std::min(step, most));
    const std::size_t count = stream.read(bytes.data() + had, bytes.size() - had);
    const bool ended = had + count < bytes.size();
    bytes.resize(had + count);
    if (ended) break;
    step = std::max<std::size_t>(64 * 1024, bytes.size() / 2);
  }
  return bytes;
}

bool all_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

SourceFile as_file(Decoded decoded, std::string uri, std::uint32_t first_line) {
  SourceFile file(std::move(uri), std::move(decoded.text), first_line);
  file.set_encoding(decoded.encoding);
  file.set_invalid(decoded.invalid_bytes, decoded.first_invalid);
  for (const auto& [offset, original] : decoded.checkpoints) file.add_checkpoint(offset, original);
  return file;
}

}  // namespace

Loaded load(ByteStream stream, std::string uri, std::uint64_t max_bytes,
            std::uint32_t first_line) {
  const std::uint64_t limit = std::min(max_bytes, kMostBytes);
  stream.peek(4);
  if (!stream.compressed() && stream.size_on_disk() > limit) return too_large(limit);
  std::string bytes = read_up_to(stream, limit);
  if (bytes.size() > limit) return too_large(limit);
  Loaded loaded;
  if (stream.error()) {
    loaded = failed(stream.compressed() ? LoadFailure::kCompression : LoadFailure::kUnreadable,
                    *stream.error());
    if (bytes.empty()) return loaded;
  } else if (all_blank(bytes)) {
    return failed(LoadFailure::kEmpty, {"文件为空", "the file is empty", std::nullopt});
  }
  Result<Decoded> decoded = decode(std::move(bytes));
  if (!decoded.ok()) return failed(LoadFailure::kEncoding, decoded.error());
  if (decoded->text.size() > kMostBytes) return too_large(kMostBytes);
  loaded.file = as_file(std::move(*decoded), std::move(uri), first_line);
  return loaded;
}

Loaded load_file(const std::string& path, std::string uri, std::uint64_t max_bytes) {
  Result<ByteStream> stream = ByteStream::open(path);
  if (!stream.ok()) return failed(LoadFailure::kUnreadable, stream.error());
  return load(std::move(*stream), std::move(uri), max_bytes);
}

}  // namespace emrlint
