// SPDX-License-Identifier: Apache-2.0
#include "cli/key_file.h"

#include "cli/files.h"

namespace emrlint {

Result<std::string> read_key_file(const std::string& path) {
  constexpr std::size_t kLeast = 16;
  Result<std::string> key = read_small_file(path);
  if (!key) return key;
  while (key->ends_with('\n') || key->ends_with('\r')) key->pop_back();
  if (key->size() >= kLeast) return key;
  return Error{"密钥 " + path + " 太短，应不少于16个字节",
               "the key " + path + " is too short: 16 bytes at least",
               {}};
}

}  // namespace emrlint
