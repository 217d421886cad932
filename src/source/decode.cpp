// SPDX-License-Identifier: Apache-2.0
#include "source/decode.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>

#include "source/utf8.h"

namespace emrlint {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::size_t kNowhere = std::string_view::npos;

const char* iconv_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf16Le: return "UTF-16LE";
    case Encoding::kUtf16Be: return "UTF-16BE";
    case Encoding::kGb18030: return "GB18030";
    case Encoding::kUtf8: break;
  }
  return "UTF-8";
}

class Converter {
 public:
  Converter(Encoding to, Encoding from) : handle_(iconv_open(iconv_name(to), iconv_name(from))) {}
  ~Converter() {
    if (usable()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool usable() const { return handle_ != kNone; }

  // Converts from the front of `input` into `buffer`; takes what it used off the input. False
  // when the next bytes are none of the encoding, or stop in the middle of a character.
  bool step(std::string_view& input, std::string_view& output, char* buffer, std::size_t size) {
    // iconv's interface predates const; it never writes to its input.
    char* in = const_cast<char*>(input.data());
    std::size_t in_left = input.size();
    char* out = buffer;
    std::size_t out_left = size;
    const std::size_t done = iconv(handle_, &in, &in_left, &out, &out_left);
    const bool good = done != static_cast<std::size_t>(-1) || errno == E2BIG;
    input.remove_prefix(input.size() - in_left);
    output = {buffer, size - out_left};
    return good;
  }

 private:
  inline static const iconv_t kNone = reinterpret_cast<iconv_t>(-1);  // As iconv_open fails.
  iconv_t handle_;
};

bool starts_with_bytes(std::string_view bytes, std::initializer_list<unsigned char> mark) {
  return bytes.size() >= mark.size() &&
         std::equal(mark.begin(), mark.end(), bytes.begin(),
                    [](unsigned char a, char b) { return a == static_cast<unsigned char>(b); });
}

// UTF-16 without a mark: a record starts with ASCII ('<', '{', a blank), so every other of its
// first bytes is zero.
std::optional<Encoding> utf16_without_mark(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  const bool odd = bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 && bytes[2] != 0;
  const bool even = bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0;
  if (odd) return Encoding::kUtf16Le;
  if (even) return Encoding::kUtf16Be;
  return std::nullopt;
}

Error error_at(std::string_view zh, std::string_view en, std::size_t offset) {
  const std::string number = std::to_string(offset);
  return {std::string(zh) + "（第" + number + "字节）", std::string(en) + " (byte " + number + ")",
          std::nullopt};
}

// More damage than a transmission does: these bytes were never text.
bool hopeless(std::size_t invalid, std::size_t size) { return invalid > 16 && invalid > size / 50; }

// With `strict` the first invalid place ends it; else each invalid unit becomes U+FFFD.
Result<Decoded> convert(std::string_view bytes, std::size_t skipped, Encoding from, bool strict) {
  constexpr std::size_t kChunk = 64 * 1024;
  Decoded decoded;
  decoded.encoding = from;
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  Converter converter(Encoding::kUtf8, from);
  if (!converter.usable()) {
    return error_at("本机缺少该字符编码的转换表", "this machine has no table of the encoding", 0);
  }
  const std::size_t unit = from == Encoding::kGb18030 ? 1 : 2;
  std::vector<char> buffer(kChunk);
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t at = skipped + bytes.size() - rest.size();
    decoded.checkpoints.emplace_back(static_cast<std::uint32_t>(decoded.text.size()), at);
    std::string_view output;
    const bool good = converter.step(rest, output, buffer.data(), buffer.size());
    decoded.text += output;
    if (good) continue;
    if (strict) {
      return error_at("此处不是该编码的合法字节", "no valid character of the encoding here",
                      skipped + bytes.size() - rest.size());
    }
    if (decoded.invalid_bytes++ == 0) {
      decoded.first_invalid = static_cast<std::uint32_t>(decoded.text.size());
    }
    decoded.text += kReplacement;
    rest.remove_prefix(std::min(unit, rest.size()));
  }
  if (hopeless(decoded.invalid_bytes, bytes.size()) || decoded.text.find('\0') != kNowhere) {
    return error_at("不是文本：内容不符合其字符编码", "not text: the bytes do not fit the encoding",
                    skipped);
  }
  return decoded;
}

struct Utf8Survey {
  std::size_t sequences = 0;  // Well-formed, of several bytes.
  std::size_t invalid = 0;    // Bytes.
  std::size_t first = 0;
};

Utf8Survey survey(std::string_view bytes) {
  Utf8Survey found;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = utf8_length(bytes.substr(i));
    if (length == 0 && found.invalid++ == 0) found.first = i;
    if (length > 1) ++found.sequences;
    i += std::max<std::size_t>(length, 1);
  }
  return found;
}

Decoded repaired(std::string_view bytes, std::size_t skipped, const Utf8Survey& damage) {
  Decoded decoded;
  decoded.invalid_bytes = static_cast<std::uint32_t>(damage.invalid);
  decoded.first_invalid = static_cast<std::uint32_t>(damage.first);
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = utf8_length(bytes.substr(i));
    decoded.text += length == 0 ? kReplacement : bytes.substr(i, length);
    i += std::max<std::size_t>(length, 1);
    if (length == 0) {
      decoded.checkpoints.emplace_back(static_cast<std::uint32_t>(decoded.text.size()),
                                       skipped + i);
    }
  }
  return decoded;
}

bool declares_gb(std::string_view bytes) {
  std::string head(bytes.substr(0, 200));
  head.resize(std::min(head.size(), head.find("?>")));
  for (char& c : head) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const std::size_t at = head.find("encoding");
  if (!head.starts_with("<?xml") || at == std::string::npos) return false;
  const std::string_view name = std::string_view(head).substr(at);
  return name.find("gb") != std::string_view::npos || name.find("936") != std::string_view::npos;
}

// Neither valid UTF-8 nor UTF-16: GB18030, damaged UTF-8, or no text.
Result<Decoded> decode_other(std::string_view bytes, std::size_t skipped) {
  const Utf8Survey damage = survey(bytes);
  if (bytes.find('\0') != kNowhere) {
    return error_at("不是文本：含有空字节", "not text: it holds zero bytes",
                    skipped + bytes.find('\0'));
  }
  // Chinese in GB18030 hardly ever forms valid UTF-8 sequences; damaged UTF-8 mostly does.
  const bool mostly_utf8 = damage.sequences >= 2 * damage.invalid;
  if (declares_gb(bytes) && !mostly_utf8) {
    return convert(bytes, skipped, Encoding::kGb18030, false);
  }
  if (!mostly_utf8) {
    Result<Decoded> chinese = convert(bytes, skipped, Encoding::kGb18030, true);
    if (chinese.ok()) return chinese;
  }
  if (mostly_utf8 || !hopeless(damage.invalid, bytes.size())) {
    return repaired(bytes, skipped, damage);
  }
  return error_at("无法识别字符编码：既不是UTF-8，也不是GB18030或UTF-16",
                  "unknown character encoding: neither UTF-8 nor GB18030 nor UTF-16",
                  skipped + damage.first);
}

}  // namespace

Result<Decoded> decode(std::string bytes) {
  const std::string_view all = bytes;
  if (starts_with_bytes(all, {0xFF, 0xFE, 0, 0}) || starts_with_bytes(all, {0, 0, 0xFE, 0xFF})) {
    return error_at("不支持UTF-32编码", "UTF-32 is not read", 0);
  }
  if (starts_with_bytes(all, {0xFF, 0xFE})) {
    return convert(all.substr(2), 2, Encoding::kUtf16Le, false);
  }
  if (starts_with_bytes(all, {0xFE, 0xFF})) {
    return convert(all.substr(2), 2, Encoding::kUtf16Be, false);
  }
  if (const auto utf16 = utf16_without_mark(all)) return convert(all, 0, *utf16, false);
  const std::size_t mark = starts_with_bytes(all, {0xEF, 0xBB, 0xBF}) ? 3 : 0;
  const std::size_t invalid = first_invalid_utf8(all.substr(mark));
  if (mark + invalid < all.size() || all.find('\0') != std::string_view::npos) {
    return decode_other(all.substr(mark), mark);
  }
  Decoded decoded;
  bytes.erase(0, mark);
  if (mark > 0) decoded.checkpoints.emplace_back(0, mark);
  decoded.text = std::move(bytes);
  return decoded;
}

std::uint64_t encoded_size(std::string_view text, Encoding encoding) {
  if (encoding == Encoding::kUtf8) return text.size();
  Converter converter(encoding, Encoding::kUtf8);
  if (!converter.usable()) return text.size();
  std::array<char, 4096> buffer{};
  std::uint64_t size = 0;
  while (!text.empty()) {
    std::string_view output;
    const bool good = converter.step(text, output, buffer.data(), buffer.size());
    size += output.size();
    if (!good) text.remove_prefix(1);
  }
  return size;
}

}  // namespace emrlint
