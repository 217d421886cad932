// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODE_BYTES_H_
#define EMRLINT_CODES_CODE_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "base/result.h"
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

// What the checksum of a file must be; for writing one.
std::uint64_t code_file_checksum(std::string_view bytes);

}  // namespace emrlint

#endif  // EMRLINT_CODES_CODE_BYTES_H_
