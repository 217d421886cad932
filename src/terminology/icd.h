// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TERMINOLOGY_ICD_H_
#define EMRLINT_TERMINOLOGY_ICD_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace emrlint {

// Which classification a code is meant to be of, by the OID or URI beside it. An empty system in a
// Chinese chart means ICD-10 for diagnoses and ICD-9-CM-3 for procedures.
enum class CodeSystem : std::uint8_t {
  kIcd10,
  kIcd10Cm,
  kIcd9Cm3,
  kTcm,
  kOther,
  kMorphology,
  kIcd10Pcs,
};
CodeSystem diagnosis_system(std::string_view oid_or_uri);
CodeSystem procedure_system(std::string_view oid_or_uri);

// Whether a code has a form that its classification uses. ICD-10: WHO (A00.0), GB/T 14396
// (I10.x00) and the clinical and insurance editions (I10.x00x002), with an optional dagger or
// asterisk sign. ICD-10-CM: S72.001A. Says nothing about being in a table.
bool well_formed_icd10(std::string_view code);
bool well_formed_icd10cm(std::string_view code);
bool well_formed_morphology(std::string_view code);  // M8140/3
// ICD-9-CM-3 (51.23) and its national editions (51.2300, 51.2300x001).
bool well_formed_icd9(std::string_view code);

// The code as it was meant: full-width characters, lower case, a multiplication sign for x and a
// missing dot mended ("ｉ639" gives "I63.9"). Empty when that does not make it well-formed.
std::string repaired_icd10(std::string_view code);
std::string repaired_icd9(std::string_view code);

// Codes from `first` to `last`, both with everything below them: {"C51", "C58"}, {"D07.0",
// "D07.3"}.
struct CodeRange {
  std::string_view first;
  std::string_view last;
};

// The first range that holds the code, or null. `code` is well-formed.
const CodeRange* find_range(std::span<const CodeRange> ranges, std::string_view code);
inline bool in_ranges(std::span<const CodeRange> ranges, std::string_view code) {
  return find_range(ranges, code) != nullptr;
}

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_ICD_H_
