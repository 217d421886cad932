// SPDX-License-Identifier: Apache-2.0
#include "output/json_writer.h"

#include "source/utf8.h"

namespace emrlint {

void JsonWriter::text(std::string_view value) {
  std::size_t good = first_invalid_utf8(value);
  if (good == value.size()) {
    writer_.String(value.data(), length(value));
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
  writer_.String(sound.data(), length(sound));
}

}  // namespace emrlint
