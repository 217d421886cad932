// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/name_report.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, std::string_view, std::string_view> kOpposed{
    "opposed", "诊断名称写“{0}”，而编码“{1}”的名称“{2}”为“{3}”。",
    "the diagnosis says “{0}”, and the code “{1}” stands for “{2}”, which says “{3}”."};
constexpr Message<std::string_view, std::string_view, std::string_view> kOtherCode{
    "other-code", "编码“{0}”的名称为“{1}”；所写的诊断名称是编码“{2}”的名称。",
    "the code “{0}” stands for “{1}”; the diagnosis has the name of the code “{2}”."};
constexpr Message<> kName{"name", "所写的诊断名称", "the diagnosis as it was named"};

constexpr Citation kBasis[] = {{"SY", "5"}, {"SY", "25"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kOpposed, kOtherCode, kName, kBetter};

void run(const Chart& chart, const Options&, Report& report) {
  judge_names(chart, diagnosis_codes(chart), NameOf::kDiagnosis,
              {kOpposed, kOtherCode, nullptr, kName}, report);
}

}  // namespace

extern constinit const Check diagnosis_name_mismatch{
    {.id = "coding-dx-name-mismatch",
     .severity = Severity::kWarning,
     .title = {"诊断名称应与其编码相符", "The name of a diagnosis agrees with its code"},
     .judged =
         {"每个有编码和名称、编码在所用编码表内的诊断：名称中的关键词（侧别、急性与慢性、良性与恶性"
          "、原发与"
          "继发、先天与后天、开放与闭合、糖尿病和肝炎的型别、部位、器官等）不与该编码的名称和别名相"
          "反；"
          "也不是与其毫无共同之处的另一编码的名称。",
          "Each diagnosis with a name and a code of the table in use: no key word of the name "
          "(side, acute or chronic, benign or malignant, primary or secondary, congenital or "
          "acquired, open or closed, type of diabetes or hepatitis, part, organ and others) "
          "excludes those of the names of the code, and it is not the name of another code that "
          "has "
          "nothing in common with them."},
     .exceptions =
         {"没有载入当时有效的编码表时无法判定；编码不在表中、形态学编码不判。名称仅与表中写法不同不"
          "算不符；"
          "名称属于该编码的下位编码的也不算。",
          "Undecided where no edition of that day is loaded; codes that are not in the table and "
          "morphology codes are not judged. A name that only differs from the title is no "
          "disagreement, nor is that of a code below this one."},
     .advice = {"核对诊断依据，改正编码或名称；给出的编码只按名称查得，须由编码员确认。",
                "Check the diagnosis in the chart and correct the code or the name. The code that "
                "is offered was found by the name alone; a coder has to confirm it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_codes = kDiagnosisSystems,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
