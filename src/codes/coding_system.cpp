// SPDX-License-Identifier: Apache-2.0
#include "codes/coding_system.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "text/fold.h"

namespace emrlint {
namespace {

constexpr CodingSystem kSystems[] = {
    {CodeSystem::kIcd10, "icd-10", {"ICD-10疾病编码", "ICD-10 diagnoses"}, 3, true},
    {CodeSystem::kIcd9Cm3,
     "icd-9-cm-3",
     {"ICD-9-CM-3手术操作编码", "ICD-9-CM-3 procedures"},
     2,
     true},
    {CodeSystem::kMorphology, "morphology", {"肿瘤形态学编码", "morphology of tumours"}, 0, false},
    {CodeSystem::kTcm, "tcm", {"中医病证编码", "diseases and patterns of TCM"}, 0, false},
    {CodeSystem::kIcd10Cm, "icd-10-cm", {"ICD-10-CM诊断编码", "ICD-10-CM diagnoses"}, 3, false},
    {CodeSystem::kIcd10Pcs,
     "icd-10-pcs",
     {"ICD-10-PCS操作编码", "ICD-10-PCS procedures"},
     0,
     false},
};
constexpr std::string_view kIds[] = {"icd-10", "icd-9-cm-3", "morphology",
                                     "tcm",    "icd-10-cm",  "icd-10-pcs"};
static_assert(std::size(kIds) == std::size(kSystems));

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }

// The ASCII character that was meant, 0 for none, ' ' for a blank of any kind.
char meant(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFF01 + '!');
  if (c == U'×') return 'x';
  if (c == U'。') return '.';
  if (c == U'†' || c == U'✝') return '+';
  if (c == U'\t' || c == U'\u00A0' || c == U'\u3000' || c == U'\u200B' || c == U'\uFEFF') {
    return ' ';
  }
  return c < 0x80 ? static_cast<char>(c) : '\0';
}

// Seven characters; I and O are not used.
bool well_formed_pcs(std::string_view code) {
  return code.size() == 7 && std::all_of(code.begin(), code.end(), [](char c) {
           return digit(c) || (upper(c) && c != 'I' && c != 'O');
         });
}

// GB/T 15657: letters and digits, in the edition of 2021 with dots between the levels.
bool well_formed_tcm(std::string_view code) {
  return code.size() >= 3 && code.size() <= 24 && upper(code.front()) && code.back() != '.' &&
         std::all_of(code.begin(), code.end(),
                     [](char c) { return digit(c) || upper(c) || c == '.'; });
}

}  // namespace

std::span<const CodingSystem> coding_systems() { return kSystems; }
std::span<const std::string_view> coding_system_ids() { return kIds; }

const CodingSystem* find_coding_system(std::string_view id) {
  for (const CodingSystem& one : kSystems) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

const CodingSystem& coding_system(CodeSystem system) {
  const auto found = std::find_if(std::begin(kSystems), std::end(kSystems),
                                  [&](const CodingSystem& one) { return one.system == system; });
  assert(found != std::end(kSystems));
  return found == std::end(kSystems) ? kSystems[0] : *found;
}

CanonicalCode::CanonicalCode(const CodingSystem& system, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint point = decode_point(text, at);
    const char c = meant(point.point);
    at += point.length;
    if (c == '+') {
      sign_ = CodeSign::kDagger;
      companion_ = text.substr(at);
      break;
    }
    if (c == '*') {
      sign_ = CodeSign::kAsterisk;
      // Only blanks may follow.
      if (text.find_first_not_of(' ', at) != text.npos) size_ = 0;
      break;
    }
    if (c == ' ' || (c == '.' && system.dot != 0)) continue;
    if (c == '\0' || size_ + 1u >= bytes_.size()) {
      size_ = 0;
      return;
    }
    take(system, c);
  }
  if (system.dot != 0 && size_ > system.dot) set_dot(system.dot);
  if (system.system == CodeSystem::kMorphology && size_ > 0 && digit(bytes_[0])) {
    std::copy_backward(bytes_.begin(), bytes_.begin() + size_, bytes_.begin() + size_ + 1);
    bytes_[0] = 'M';
    ++size_;
  }
}

void CanonicalCode::take(const CodingSystem& system, char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'X' && system.lower_x && size_ > 0) c = 'x';
  bytes_[size_++] = c;
}

void CanonicalCode::set_dot(std::size_t place) {
  const auto at = bytes_.begin() + static_cast<std::ptrdiff_t>(place);
  std::copy_backward(at, bytes_.begin() + size_, bytes_.begin() + size_ + 1);
  *at = '.';
  ++size_;
}

bool well_formed(CodeSystem system, std::string_view code) {
  switch (system) {
    case CodeSystem::kIcd10:
      return well_formed_icd10(code);
    case CodeSystem::kIcd10Cm:
      return well_formed_icd10cm(code);
    case CodeSystem::kIcd9Cm3:
      return well_formed_icd9(code);
    case CodeSystem::kMorphology:
      return well_formed_morphology(code);
    case CodeSystem::kTcm:
      return well_formed_tcm(code);
    case CodeSystem::kIcd10Pcs:
      return well_formed_pcs(code);
    case CodeSystem::kOther:
      break;
  }
  return false;
}

}  // namespace emrlint
