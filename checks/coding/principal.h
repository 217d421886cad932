// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_PRINCIPAL_H_
#define EMRLINT_CHECKS_CODING_PRINCIPAL_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "check/missing.h"
#include "checks/coding/coded.h"

// What the checks of the choice of the principal diagnosis share.
namespace emrlint::checks {

// Coded by ICD-10 (not by ICD-10-CM, which has other rules), with a well-formed code.
bool by_icd10(const Chart& chart, const Diagnosis& diagnosis);

// Whether part of the list may not have been read.
bool list_cut_off(const Chart& chart, const DischargeList& list);

// 入院病情 of the front page.
enum class Onset : std::uint8_t {
  kUntold,
  kThere,      // 1 有
  kUncertain,  // 2 临床未确定
  kUnknown,    // 3 情况不明
  kArose,      // 4 无: in the stay
  kOther,      // Something else is written.
};
Onset onset_of(const Diagnosis& diagnosis);

// A diagnosis in a message: “I46.900 心脏停搏”.
struct CodedName {
  std::string_view code, name;
};
inline CodedName coded_name(const Diagnosis& d) { return {d.code.value, d.name.value}; }
Argument to_argument(const CodedName& diagnosis);

inline constexpr Missing kOnsetMissing{"on-admission", "该诊断的入院病情",
                                       "whether the diagnosis was there on admission"};

inline constexpr Missing kOtherCodes{"other-codes", "其他诊断的ICD-10编码",
                                     "the ICD-10 codes of the other diagnoses"};

// A discharge list with one principal diagnosis that ICD-10 codes and whose code is well-formed.
// ICD-10-CM codes otherwise and is not judged by the rules for ICD-10.
struct PrincipalCase {
  const Chart& chart;
  DischargeList list;
  std::uint32_t index = 0;

  const Diagnosis& principal() const { return chart.diagnoses[index]; }
  std::string_view code() const { return principal().code.value; }
  Subject subject() const { return of_diagnosis(index); }

  // The first other diagnosis of the list that is coded and for which `accept` holds, or null.
  template <typename Accept>
  const Diagnosis* other(Accept accept) const {
    for (const std::uint32_t i : list.all) {
      const Diagnosis& d = chart.diagnoses[i];
      if (i != index && by_icd10(chart, d) && accept(d)) return &d;
    }
    return nullptr;
  }
  const Diagnosis* other_in(std::string_view codes) const;
  // Whether some other diagnosis of the list cannot be told by its code, or may not have been read.
  bool uncoded_other() const;
};

// Absent where nothing is judged: an outpatient, no principal diagnosis or several of them (said by
// coding-principal-missing), no code, one of another system or a malformed one (said by
// coding-dx-format).
std::optional<PrincipalCase> principal_case(const Chart& chart);

// Whether the name leaves the diagnosis open: 待查, 可疑, a question mark.
bool doubted(const Diagnosis& diagnosis);

// A disease, an injury or a poisoning that was confirmed: of A00-Q99 and S00-T98, nothing that is
// only a symptom, a circumstance, an external cause, an agent (B95-B98) or a terminal state.
bool confirmed_disease(const Diagnosis& diagnosis);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_PRINCIPAL_H_
