// SPDX-License-Identifier: Apache-2.0
#include "terminology/icd.h"

#include <algorithm>

namespace emrlint {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool letter(char c) { return upper(c) || (c >= 'a' && c <= 'z'); }
bool an_x(char c) { return c == 'x' || c == 'X'; }

// Takes digits off the front and says how many there were.
std::size_t take_digits(std::string_view& text, std::size_t most) {
  std::size_t n = 0;
  while (n < most && n < text.size() && digit(text[n])) ++n;
  text.remove_prefix(n);
  return n;
}

// The national editions extend a code by x001 ... x999.
bool take_extension(std::string_view& text) {
  if (text.empty()) return true;
  if (!an_x(text.front())) return false;
  text.remove_prefix(1);
  return take_digits(text, 3) == 3 && text.empty();
}

void drop_sign(std::string_view& code) {
  for (const std::string_view sign : {"†", "+", "*"}) {
    if (code.ends_with(sign)) code.remove_suffix(sign.size());
  }
}

std::string folded(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size();) {
    const auto lead = static_cast<unsigned char>(code[i]);
    if (lead == 0xEF && i + 2 < code.size()) {  // U+FF01..U+FF5E, the full-width forms of ASCII
      const unsigned point = (lead & 0x0Fu) << 12 |
                             (static_cast<unsigned char>(code[i + 1]) & 0x3Fu) << 6 |
                             (static_cast<unsigned char>(code[i + 2]) & 0x3Fu);
      if (point >= 0xFF01 && point <= 0xFF5E) out += static_cast<char>(point - 0xFF01 + '!');
      i += 3;
    } else if (code.substr(i).starts_with("×")) {
      out += 'x';
      i += std::string_view("×").size();
    } else if (code.substr(i).starts_with("。") || code.substr(i).starts_with("．")) {
      out += '.';
      i += 3;
    } else {
      if (lead != ' ') out += code[i];
      ++i;
    }
  }
  return out;
}

}  // namespace

CodeSystem diagnosis_system(std::string_view system) {
  if (system.empty() || system.starts_with("2.16.156.10011.2.3.3.11") ||
      system == "http://hl7.org/fhir/sid/icd-10" || system == "2.16.840.1.113883.6.3") {
    return CodeSystem::kIcd10;
  }
  if (system == "2.16.840.1.113883.6.90" || system == "http://hl7.org/fhir/sid/icd-10-cm") {
    return CodeSystem::kIcd10Cm;
  }
  return system == "2.16.156.10011.2.3.3.14" ? CodeSystem::kTcm : CodeSystem::kOther;
}

CodeSystem procedure_system(std::string_view system) {
  if (system.empty() || system.starts_with("2.16.156.10011.2.3.3.12") ||
      system == "2.16.840.1.113883.6.104" || system == "http://hl7.org/fhir/sid/icd-9-cm") {
    return CodeSystem::kIcd9Cm3;
  }
  return CodeSystem::kOther;
}

namespace {

bool plain_icd10(std::string_view code) {
  if (code.size() < 3 || !letter(code[0])) return false;
  code.remove_prefix(1);
  if (take_digits(code, 2) != 2) return false;
  if (code.empty()) return true;
  if (code.front() != '.' || code.size() < 2) return false;
  code.remove_prefix(1);
  if (!digit(code.front()) && !an_x(code.front())) return false;
  code.remove_prefix(1);
  take_digits(code, 2);
  return take_extension(code);
}

}  // namespace

bool well_formed_icd10(std::string_view code) {
  drop_sign(code);
  // The insurance edition writes a dagger code and its asterisk code as one: A01.001+K77.0*.
  for (const std::string_view sign : {"+", "†"}) {
    const std::size_t at = code.find(sign);
    if (at == code.npos) continue;
    return plain_icd10(code.substr(0, at)) && plain_icd10(code.substr(at + sign.size()));
  }
  return plain_icd10(code);
}

bool well_formed_icd10cm(std::string_view code) {
  if (code.size() < 3 || !letter(code[0]) || !digit(code[1])) return false;
  if (!digit(code[2]) && !letter(code[2])) return false;
  code.remove_prefix(3);
  if (code.empty()) return true;
  if (code.front() == '.') code.remove_prefix(1);
  return !code.empty() && code.size() <= 4 &&
         std::all_of(code.begin(), code.end(), [](char c) { return digit(c) || letter(c); });
}

bool well_formed_morphology(std::string_view code) {
  if (code.empty() || (code.front() != 'M' && code.front() != 'm')) return false;
  code.remove_prefix(1);
  const std::size_t digits = take_digits(code, 5);
  return digits >= 4 && code.size() == 2 && code[0] == '/' &&
         std::string_view("012369").find(code[1]) != std::string_view::npos;
}

bool well_formed_icd9(std::string_view code) {
  // 17.9, the national extension for traditional medicine, counts on with letters: 17.912A0.
  constexpr std::string_view kTraditional = "17.9";
  if (code.starts_with(kTraditional) && code.size() == 8) {
    return std::all_of(code.begin() + 4, code.end(), [](char c) { return digit(c) || upper(c); });
  }
  if (take_digits(code, 2) != 2) return false;
  if (code.empty()) return true;
  if (code.front() != '.' || code.size() < 2) return false;
  code.remove_prefix(1);
  if (!digit(code.front()) && !an_x(code.front())) return false;
  code.remove_prefix(1);
  if (!code.empty() && an_x(code.front()) && code.size() != 4) code.remove_prefix(1);
  take_digits(code, 4);
  return take_extension(code);
}

std::string repaired_icd10(std::string_view code) {
  std::string text = folded(code);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  if (text.size() > 3 && text[3] != '.') text.insert(3, ".");
  return well_formed_icd10(text) ? text : std::string();
}

std::string repaired_icd9(std::string_view code) {
  std::string text = folded(code);
  if (text.size() > 2 && text[2] != '.') text.insert(2, ".");
  return well_formed_icd9(text) ? text : std::string();
}

const CodeRange* find_range(std::span<const CodeRange> ranges, std::string_view code) {
  if (code.empty()) return nullptr;
  // A well-formed code may have its letter in lower case; what follows it is the same in both.
  const char initial = code[0] >= 'a' && code[0] <= 'z' ? static_cast<char>(code[0] - 32) : code[0];
  const auto order = [&](std::string_view bound) {
    if (initial != bound[0]) return initial < bound[0] ? -1 : 1;
    return code.substr(1, bound.size() - 1).compare(bound.substr(1));
  };
  for (const CodeRange& range : ranges) {
    if (order(range.first) >= 0 && order(range.last) <= 0) return &range;
  }
  return nullptr;
}

}  // namespace emrlint
