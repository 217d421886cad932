// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <unordered_map>

#include "check/report.h"
#include "text/normal.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kSameCode{"same-code", "同一诊断列表中诊断编码“{0}”重复出现。",
                                              "the diagnosis code “{0}” stands twice in one list."};
constexpr Message<std::string_view> kSameName{"same-name", "同一诊断列表中诊断“{0}”重复出现。",
                                              "the diagnosis “{0}” stands twice in one list."};
constexpr Message<> kFirst{"first", "首次出现处", "where it stands first"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZJ", "病案首页2"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kSameCode, kSameName, kFirst};

// Principal, other and unranked discharge diagnoses are one list; every other role is its own.
DiagnosisRole list_of(DiagnosisRole role) {
  const bool discharge =
      role == DiagnosisRole::kDischargePrincipal || role == DiagnosisRole::kDischargeOther;
  return discharge ? DiagnosisRole::kDischarge : role;
}

// Whether entries of this role surely make one list. Cause and diagnosis of a death, revised and
// confirmed, current and supplementary diagnoses have a role in common; those of an operation that
// no document holds may be of several operations; of an unknown role nothing can be said.
bool one_list(const Diagnosis& d, const Chart& chart) {
  switch (d.role) {
    case DiagnosisRole::kUnknown:
    case DiagnosisRole::kDeath:
    case DiagnosisRole::kRevised:
    case DiagnosisRole::kOther:
      return false;
    case DiagnosisRole::kPreop:
    case DiagnosisRole::kIntraop:
    case DiagnosisRole::kPostop:
    case DiagnosisRole::kPathology:
      return d.document < chart.documents.size();
    default:
      return true;
  }
}

// What makes two entries of a list the same: the name; without one, the code. Different names under
// one code are two findings of one category, a matter of coding and not of repetition.
std::string key_of(const Diagnosis& d) {
  std::string key = std::to_string(d.document) + "/" + std::string(id(list_of(d.role))) + "/";
  const std::u32string name = normalise({&d.name, 1});
  if (name.empty()) return d.code.value.empty() ? "" : key + "#" + std::string(d.code.value);
  for (const char32_t c : name) key += std::to_string(static_cast<std::uint32_t>(c)) + ",";
  return key;
}

void run(const Chart& chart, const Options&, Report& report) {
  std::unordered_map<std::string, std::uint32_t> seen;
  for (std::uint32_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& d = chart.diagnoses[i];
    if (d.tcm || !one_list(d, chart)) continue;
    const std::string key = key_of(d);
    if (key.empty()) continue;
    const Subject subject{SubjectKind::kDiagnosis, i, {}};
    const auto [first, fresh] = seen.try_emplace(key, i);
    if (fresh) {
      report.pass(subject);
    } else if (d.name.value.empty()) {
      report.fail(kSameCode, subject, d.code.span, d.code.value)
          .note(kFirst, chart.diagnoses[first->second].span);
    } else {
      report.fail(kSameName, subject, d.name.span, d.name.value)
          .note(kFirst, chart.diagnoses[first->second].span);
    }
  }
}

}  // namespace

extern constinit const Check diagnosis_list{
    {.id = "duplication-diagnosis-list",
     .severity = Severity::kWarning,
     .title = {"同一诊断列表不应重复同一诊断", "A diagnosis stands once in a list"},
     .judged =
         {"同一份文书（或病历数据）的同一诊断列表中，名称（去除标点、空格和全半角差异后）相同，"
          "或没有名称而编码相同的诊断。",
          "Diagnoses of one list of one document (or of the chart data) with the same name after "
          "normalisation, or without a name and with the same code."},
     .exceptions =
         {"不同列表之间（入院、出院、术前、术后）的相同诊断不算重复；中医病证不判。死亡原因与死亡诊"
          "断、修正与确定诊断、补充诊断以及不属于任何文书的手术诊断分不清列表，不判。",
          "The same diagnosis in different lists (admission, discharge, preoperative) is no "
          "repetition; traditional-medicine diagnoses are not judged. Neither are those whose list "
          "cannot be told: cause and diagnosis of a death, revised and confirmed, supplementary, "
          "and diagnoses of operations that no document holds."},
     .advice = {"删去重复的一条，或改为确实不同的诊断。",
                "Remove the repeated entry, or write the diagnosis that was meant."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
