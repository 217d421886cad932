// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/name_report.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, std::string_view, std::string_view> kOpposed{
    "opposed", "手术操作名称写“{0}”，而编码“{1}”的名称“{2}”为“{3}”。",
    "the procedure says “{0}”, and the code “{1}” stands for “{2}”, which says “{3}”."};
constexpr Message<std::string_view, std::string_view, std::string_view> kOtherCode{
    "other-code", "编码“{0}”的名称为“{1}”；所写的手术操作名称是编码“{2}”的名称。",
    "the code “{0}” stands for “{1}”; the procedure has the name of the code “{2}”."};
constexpr Message<std::string_view, std::string_view, std::string_view, std::string_view> kMethod{
    "other-method", "手术操作名称写“{0}”，编码“{1}”的名称“{2}”没有；编码“{3}”的名称与之相同。",
    "the procedure says “{0}”, which the code “{1}”, “{2}”, does not; it has the name of the code "
    "“{3}”."};
constexpr Message<> kName{"name", "所写的手术操作名称", "the procedure as it was named"};

constexpr Citation kBasis[] = {{"SY", "5"}, {"SY", "22"}, {"SY", "25"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kOpposed, kOtherCode, kMethod, kName, kBetter};

void run(const Chart& chart, const Options&, Report& report) {
  judge_names(chart, procedure_codes(chart), NameOf::kProcedure,
              {kOpposed, kOtherCode, &kMethod, kName}, report);
}

}  // namespace

extern constinit const Check procedure_name_mismatch{
    {.id = "coding-proc-name-mismatch",
     .severity = Severity::kWarning,
     .title = {"手术操作名称应与其编码相符", "The name of a procedure agrees with its code"},
     .judged =
         {"每个有编码和名称、编码在所用编码表内的手术操作：名称中的关键词（侧别、部位、器官、开放与"
          "腔镜、"
          "置入与取出、全切与部分切除等）不与该编码的名称和别名相反；名称写明腔镜等入路而编码没有时"
          "，不是"
          "另一编码的名称；也不是与其毫无共同之处的另一编码的名称。",
          "Each procedure with a name and a code of the table in use: no key word of the name "
          "(side, "
          "part, organ, open or through a scope, putting in or taking out, total or partial and "
          "others) excludes those of the names of the code; where it names an approach that the "
          "code "
          "does not, it is not the name of another code; nor is it that of another code that has "
          "nothing in common with them."},
     .exceptions = {"没有载入当时有效的编码表时无法判定；编码不在表中的不判。名称仅与表中写法不同不"
                    "算不符；名称属于该"
                    "编码的下位编码的也不算。腔镜手术编入开放手术的编码，只有另有名称相同的编码时才"
                    "指出，因为ICD-9-CM-3"
                    "把没有专门编码的腔镜手术归入开放手术。",
                    "Undecided where no edition of that day is loaded; codes that are not in the "
                    "table are not "
                    "judged. A name that only differs from the title is no disagreement, nor is "
                    "that of a code "
                    "below this one. An operation through a scope under the code of the open one "
                    "is named only "
                    "where another code has just its name: ICD-9-CM-3 has no scope code for many."},
     .advice =
         {"按手术记录核对术式、部位、入路，改正编码或名称；给出的编码只按名称查得，须由编码员确认"
          "。",
          "Check method, site and approach in the operation record and correct the code or the "
          "name. The code that is offered was found by the name alone; a coder has to confirm "
          "it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_codes = kProcedureSystems,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
