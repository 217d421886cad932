// SPDX-License-Identifier: Apache-2.0
#include "terminology/sex_limited.h"

namespace emrlint {
namespace {

// O9A, N52 and N53 are of ICD-10-CM alone.
constexpr CodeRange kFemale[] = {
    {"A34", "A34"},     {"B37.3", "B37.3"}, {"C51", "C58"},     {"C79.6", "C79.6"},
    {"D06", "D06"},     {"D07.0", "D07.3"}, {"D25", "D28"},     {"D39", "D39"},
    {"E28", "E28"},     {"E89.4", "E89.4"}, {"F52.5", "F52.5"}, {"F53", "F53"},
    {"I86.3", "I86.3"}, {"L29.2", "L29.2"}, {"N70", "N77"},     {"N80", "N98"},
    {"N99.2", "N99.3"}, {"O00", "O9A"},     {"P54.6", "P54.6"}, {"Q50", "Q52"},
    {"R87", "R87"},     {"S31.4", "S31.4"}, {"S37.4", "S37.6"}, {"T19.2", "T19.3"},
    {"T83.3", "T83.3"}, {"Z01.4", "Z01.4"}, {"Z12.4", "Z12.4"}, {"Z30.1", "Z30.1"},
    {"Z30.3", "Z30.3"}, {"Z30.5", "Z30.5"}, {"Z31.1", "Z31.2"}, {"Z32", "Z37"},
    {"Z39", "Z39"},     {"Z43.7", "Z43.7"}, {"Z87.5", "Z87.5"}, {"Z97.5", "Z97.5"},
};

// Postmenopausal osteoporosis and puerperal osteomalacia in ICD-10; other things in ICD-10-CM.
constexpr CodeRange kFemaleIcd10Only[] = {
    {"M80.0", "M80.1"}, {"M81.0", "M81.1"}, {"M83.0", "M83.0"}};

// Codes of the list above under which ICD-10-CM has something for both sexes: instruction of
// parents (Z32), artificial vagina (Z43.7), contraception and procreation (Z30, Z31).
constexpr CodeRange kNotInCm[] = {
    {"Z30.3", "Z30.3"}, {"Z30.5", "Z30.5"}, {"Z31.1", "Z31.2"}, {"Z32", "Z32"}, {"Z43.7", "Z43.7"}};

// A recorded sex is no measure for these: adrenogenital disorders, androgen resistance, 5-alpha-
// reductase deficiency, gender identity, indeterminate sex, sex chromosome anomalies.
constexpr CodeRange kSexInDoubt[] = {{"E25", "E25"}, {"E29.1", "E29.1"}, {"E34.5", "E34.5"},
                                     {"F64", "F64"}, {"Q56", "Q56"},     {"Q96", "Q99"}};

constexpr CodeRange kMale[] = {
    {"B26.0", "B26.0"}, {"C60", "C63"},     {"D07.4", "D07.6"}, {"D17.6", "D17.6"},
    {"D29", "D29"},     {"D40", "D40"},     {"E29", "E29"},     {"E89.5", "E89.5"},
    {"F52.4", "F52.4"}, {"I86.1", "I86.1"}, {"L29.1", "L29.1"}, {"N40", "N53"},
    {"Q53", "Q55"},     {"R86", "R86"},     {"S31.2", "S31.3"}, {"Z12.5", "Z12.5"},
};

// R86 in ICD-10: abnormal findings in specimens from male genital organs.
constexpr CodeRange kMaleProcedures[] = {{"60", "64"}};
constexpr CodeRange kFemaleProcedures[] = {{"65", "75"}};
constexpr CodeRange kSexTransformation[] = {{"64.5", "64.5"}};

}  // namespace

Sex sex_of_diagnosis(CodeSystem system, std::string_view code) {
  const bool cm = system == CodeSystem::kIcd10Cm;
  if (in_ranges(kMale, code)) return Sex::kMale;
  if (!cm && in_ranges(kFemaleIcd10Only, code)) return Sex::kFemale;
  if (!in_ranges(kFemale, code)) return Sex::kUnknown;
  return cm && in_ranges(kNotInCm, code) ? Sex::kUnknown : Sex::kFemale;
}

std::span<const CodeRange> codes_for(Sex sex) {
  if (sex == Sex::kMale) return kMale;
  if (sex == Sex::kFemale) return kFemale;
  return {};
}

bool leaves_sex_in_doubt(std::string_view code) { return in_ranges(kSexInDoubt, code); }

Sex sex_of_procedure(std::string_view code) {
  if (in_ranges(kSexTransformation, code)) return Sex::kUnknown;
  if (in_ranges(kMaleProcedures, code)) return Sex::kMale;
  return in_ranges(kFemaleProcedures, code) ? Sex::kFemale : Sex::kUnknown;
}

}  // namespace emrlint
