// SPDX-License-Identifier: Apache-2.0
#include "cli/key_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

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

std::optional<Error> write_new_key(const std::string& path) {
  const Error failed{"无法新建密钥 " + path, "cannot make the key " + path, {}};
  unsigned char secret[32];
  if (getrandom(secret, sizeof secret, 0) != static_cast<ssize_t>(sizeof secret)) return failed;
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  std::string text;
  for (const unsigned char byte : secret) text += fmt::format("{:02x}", byte);
  text += '\n';
  // O_EXCL: of two that begin at once one keeps its key.
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return failed;
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  return close(file) == 0 && written ? std::nullopt : std::optional(failed);
}

}  // namespace emrlint
