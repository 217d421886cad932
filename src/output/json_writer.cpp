// SPDX-License-Identifier: Apache-2.0
#include "output/json_writer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/number.h"
#include "source/scan.h"
#include "source/utf8.h"

namespace emrlint {
namespace {

// What stands for a quote, a backslash or a control character, as RapidJSON writes them.
std::string escape_of(char c) {
  constexpr std::string_view kPlain = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const std::size_t which = kPlain.find(c);
  if (which != kPlain.npos) return {'\\', kLetters[which]};
  const auto code = static_cast<unsigned char>(c);
  return {'\\', 'u', '0', '0', kHex[code >> 4], kHex[code & 15]};
}

}  // namespace

void JsonStream::write(std::string_view text) {
  while (!text.empty()) {
    if (size_ == buffer_.size()) write_out();
    const std::size_t count = std::min(text.size(), buffer_.size() - size_);
    std::memcpy(buffer_.data() + size_, text.data(), count);
    size_ += count;
    text.remove_prefix(count);
  }
}

void JsonStream::write_quoted(std::string_view text) {
  Put('"');
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const char* const stop = skip_plain_json(at, end);
    write({at, static_cast<std::size_t>(stop - at)});
    at = stop;
    if (at != end) write(escape_of(*at++));
  }
  Put('"');
}

void JsonWriter::text(std::string_view value) {
  std::size_t good = first_invalid_utf8(value);
  if (good == value.size()) {
    writer_.text(value);
    return;
  }
  std::string sound;
  while (!value.empty()) {
    sound.append(value.substr(0, good));
    value.remove_prefix(good);
    if (value.empty()) break;
    append_utf8(sound, 0xFFFD);
    value.remove_prefix(1);
    good = first_invalid_utf8(value);
  }
  writer_.text(sound);
}

void JsonWriter::decimal(std::string_view name, double value) {
  key(name);
  if (!std::isfinite(value)) {
    writer_.Null();
    return;
  }
  const std::string text = shortest(value);
  writer_.RawValue(text.data(), text.size(), rapidjson::kNumberType);
}

}  // namespace emrlint
