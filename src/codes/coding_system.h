// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODING_SYSTEM_H_
#define EMRLINT_CODES_CODING_SYSTEM_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/lang.h"
#include "terminology/icd.h"

namespace emrlint {

// A code system of which there are tables. Editions of one system (WHO, national, insurance) are
// tables apart.
struct CodingSystem {
  CodeSystem system = CodeSystem::kOther;
  std::string_view id;  // "icd-10"
  Bilingual name;
  std::uint8_t dot = 0;  // Characters before the dot; 0: the dot, if any, is part of the code.
  bool lower_x = false;  // The filler of the national editions is a small x.
};

std::span<const CodingSystem> coding_systems();
const CodingSystem* find_coding_system(std::string_view id);
const CodingSystem& coding_system(CodeSystem system);  // Not for kOther.
// "icd-10|icd-10-cm|..." of all systems.
std::span<const std::string_view> coding_system_ids();

enum class CodeSign : std::uint8_t { kNone, kDagger, kAsterisk };

// A code as it is kept and compared: full-width characters, a multiplication sign for x, letter
// case, blanks and a missing dot mended, signs taken off. "ａ０１００１＋K77.0*" gives code
// "A01.001", sign dagger, companion "K77.0*" (a part of the text). Nothing is allocated.
class CanonicalCode {
 public:
  CanonicalCode(const CodingSystem& system, std::string_view text);

  // Empty for a text that is too long or holds what no code holds.
  std::string_view code() const { return {bytes_.data(), size_}; }
  CodeSign sign() const { return sign_; }
  // What follows the dagger sign, as written.
  std::string_view companion() const { return companion_; }

 private:
  void take(const CodingSystem& system, char c);
  void set_dot(std::size_t place);

  std::array<char, 40> bytes_{};
  std::uint8_t size_ = 0;
  CodeSign sign_ = CodeSign::kNone;
  std::string_view companion_;
};

// Whether a canonical code has a form that its system uses; says nothing about being in a table.
bool well_formed(CodeSystem system, std::string_view code);

}  // namespace emrlint

#endif  // EMRLINT_CODES_CODING_SYSTEM_H_
