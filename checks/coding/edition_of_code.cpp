// SPDX-License-Identifier: Apache-2.0
#include "check/coding_edition.h"

#include "checks/coding/table_codes.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Bilingual, Bilingual> kOther{
    "other", "编码“{0}”不在出院时应使用的《{1}》中，而属于《{2}》。",
    "the code “{0}” is not in {1}, the edition in force at discharge, but in {2}."};

constexpr Citation kBasis[] = {{"SY", "6"}, {"ZB", "22"}, {"ZB", "24"}};
constexpr int kCore[] = {15};
constexpr CodeSystem kSystems[] = {CodeSystem::kIcd10, CodeSystem::kIcd10Cm,
                                   CodeSystem::kMorphology, CodeSystem::kIcd9Cm3};
constexpr MessageInfo kMessages[] = {kOther};
constexpr std::string_view kSupersedes[] = {"coding-dx-not-in-table", "coding-proc-not-in-table"};

void judge(const Chart& chart, const WrittenCode& written, Report& report) {
  const CodeTable* const table = coding_edition(chart, report, written.system);
  if (table == nullptr) {
    return report.undecided(written.subject, missing_codes(written.system), written.code.span);
  }
  const std::string_view code = written.code.value;
  if (table->find(code) || table->divides(code)) return report.pass(written.subject);
  const CodeTable* const other = other_edition(report, *table, code);
  if (other == nullptr) return;  // Of no edition: said by the checks of codes in no table.
  report.fail(kOther, written.subject, written.code.span, code, table->name(), other->name());
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const WrittenCode& written : diagnosis_codes(chart)) judge(chart, written, report);
  for (const WrittenCode& written : procedure_codes(chart)) judge(chart, written, report);
}

}  // namespace

extern constinit const Check edition_of_code{
    {.id = "coding-edition",
     .severity = Severity::kWarning,
     .title = {"编码应属于出院时有效的版本", "A code is of the edition in force at discharge"},
     .judged =
         {"每个诊断和手术操作编码：属于按出院日期、地区选取的版本，而不是只属于载入的另一版本（如"
          "国家临床版与医保版之间）。",
          "Each code of a diagnosis or procedure: it is in the edition that holds on the day "
          "of discharge and in the region, and not only in another one that is loaded (such as "
          "the clinical and the insurance edition)."},
     .exceptions =
         {"没有载入当时有效的版本时无法判定；任何载入的版本都没有的编码由“编码不在编码表”的检查指出"
          "。选取"
          "版本的规则见docs/codes.md。",
          "Undecided where no edition of that day is loaded. A code of no loaded edition is said "
          "by "
          "coding-dx-not-in-table and coding-proc-not-in-table. docs/codes.md tells which edition "
          "is in force."},
     .advice = {"改用当时有效版本的编码；院内同时使用多个版本的，核对编码映射表。",
                "Use the code of the edition in force; where several are in use, check the table "
                "that maps one to another."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_codes = kSystems,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
