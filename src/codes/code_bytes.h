// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODE_BYTES_H_
#define EMRLINT_CODES_CODE_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "base/result.h"
#include "codes/code_file.h"
#include "codes/code_table.h"

namespace emrlint {

// The bytes of a code table: a file that is mapped, or memory. Only src/codes needs this.
class CodeTable::Bytes {
 public:
  Bytes() = default;
  ~Bytes();
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;

  std::optional<Error> map(const std::string& path);
  void take(std::string_view bytes);
  std::string_view view() const { return view_; }

 private:
  std::vector<std::uint64_t> owned_;  // Aligned as the records ask.
  void* mapped_ = nullptr;
  std::string_view view_;
};

// Why the bytes are no code table; nothing where all that they point to is inside them, so that a
// table over them never reads elsewhere. `bytes` begin at a multiple of 8.
std::optional<Bilingual> code_file_fault(std::string_view bytes);

// The records of a section, and the parts of the automaton, of a file without fault.
template <typename Record>
std::span<const Record> records(std::string_view bytes, const code_file::Section& section) {
  return {reinterpret_cast<const Record*>(bytes.data() + section.at),
          static_cast<std::size_t>(section.count)};
}
NameParts name_parts(std::string_view bytes, const code_file::Header& header);

// What the checksum of a file must be; for writing one.
std::uint64_t code_file_checksum(std::string_view bytes);

}  // namespace emrlint

#endif  // EMRLINT_CODES_CODE_BYTES_H_
