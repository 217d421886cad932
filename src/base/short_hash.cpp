// SPDX-License-Identifier: Apache-2.0
#include "base/short_hash.h"

#include <charconv>
#include <string>

namespace emrlint {
namespace {

std::uint64_t number(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

}  // namespace

ShortHash::ShortHash(const KeyedHash& hash, std::string_view purpose) : low_(0), high_(0) {
  const std::string digits = hash.hex(purpose);
  low_ = number(std::string_view(digits).substr(0, 16));
  high_ = number(std::string_view(digits).substr(16, 16));
}

}  // namespace emrlint
