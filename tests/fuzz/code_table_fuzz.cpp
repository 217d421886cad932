// SPDX-License-Identifier: Apache-2.0
// Files of code tables: whatever is in them, they are refused or answer from inside themselves. The
// input is a file, or, where its first byte is odd, what to change in a good one: four bytes each,
// a place and a value. The size and the checksum are set right, or nothing would get past them.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "codes/code_bytes.h"
#include "codes/code_file.h"
#include "codes/code_import.h"
#include "codes/code_search.h"
#include "codes/code_table.h"

namespace {

std::size_t walk(const emrlint::CodeTable& table) {
  using namespace emrlint;
  std::size_t sum = 0;
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    const CodeEntry entry = table[i];
    for (const std::string_view text : {entry.code(), entry.name_zh(), entry.name_en()}) {
      for (const char c : text) sum += static_cast<unsigned char>(c);
    }
    for (const std::string_view text : entry.synonyms()) sum += text.size();
    for (const std::string_view text : entry.links()) sum += text.size();
    for (std::size_t k = 0; k < entry.child_count(); ++k) sum += entry.child(k).code().size();
    if (const auto parent = entry.parent()) sum += entry.below(*parent);
    sum += table.find(entry.code()).has_value();
  }
  for (const char* query : {"A01", "伤寒", "gxy", "fever", "高"}) {
    sum += search_codes(table, query, 5).size();
  }
  return sum;
}

// A small table with all that a table can have.
std::string good_table() {
  using namespace emrlint;
  CodeImport import({});
  const char* const list =
      "code,name,name-en,synonym,link,sex,age from,age to,valid from\n"
      "A01,伤寒和副伤寒,Typhoid fevers,,,,,,\nA01.0,伤寒,Typhoid,肠热病|肠伤寒,,,,,\n"
      "A01.000,伤寒,Typhoid fever,,,,,,2020-01-01\nA01.001+K77.0*,伤寒性肝炎,,,,,,,\n"
      "A33.x00,新生儿破伤风,,,,,0,0,\nN40.x00,前列腺增生,,,,男,15,124,\n";
  if (import.add("list", list)) return {};
  Result<std::string> table = import.finish(false);
  return table ? *std::move(table) : std::string();
}

std::string changed(const std::uint8_t* data, std::size_t size) {
  static const std::string good = good_table();
  std::string bytes = good;
  for (std::size_t i = 1; i + 4 <= size; i += 4) {
    const std::size_t at = data[i] | std::size_t{data[i + 1]} << 8;
    bytes[at % bytes.size()] = static_cast<char>(data[i + 2] ^ data[i + 3]);
  }
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emrlint;
  const bool patches = size > 0 && data[0] % 2 == 1;
  std::string bytes =
      patches ? changed(data, size) : std::string(reinterpret_cast<const char*>(data), size);
  if (bytes.size() >= sizeof(code_file::Header)) {
    code_file::Header header;
    std::memcpy(&header, bytes.data(), sizeof(header));
    header.magic = code_file::kMagic;
    header.version = code_file::kVersion;
    header.byte_order = code_file::kByteOrder;
    header.size = bytes.size();
    std::memcpy(bytes.data(), &header, sizeof(header));
    header.checksum = code_file_checksum(bytes);
    std::memcpy(bytes.data(), &header, sizeof(header));
  }
  const Result<CodeTable> table = CodeTable::of(bytes, "table");
  // Never so much; the answers would be left out otherwise.
  return table && walk(*table) == SIZE_MAX ? -1 : 0;
}
