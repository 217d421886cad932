// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "checks/coding/table_codes.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Bilingual> kUnknown{
    "unknown", "手术操作编码“{0}”不在《{1}》中。",
    "the procedure code “{0}” is not in the table {1}."};
constexpr Message<std::string_view, Bilingual> kDivided{
    "divided", "手术操作编码“{0}”在《{1}》中还有细分，应填写其下的编码。",
    "the procedure code “{0}” is divided further in the table {1}; one of the codes below it is "
    "meant."};
constexpr Message<std::string_view, Bilingual> kNotValid{
    "not-valid", "手术操作编码“{0}”列于《{1}》，但在出院时尚未启用或已停用。",
    "the procedure code “{0}” is in the table {1}, but was not valid at discharge."};

constexpr Message<std::string_view, std::string_view> kFiner{"finer", "改为“{0}”（{1}）",
                                                             "write “{0}” ({1})"};

constexpr Citation kBasis[] = {{"SY", "6"}, {"ZB", "24"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kUnknown, kDivided, kNotValid, kFiner};

// The table has the code only as the beginning of others, or as a heading.
void judge_heading(const CodeTable& table, const WrittenCode& written, Report& report) {
  // SY 6 names ICD-9-CM-3; that a national edition divides it further binds where that is in use.
  const std::string_view code = written.code.value;
  Outcome& outcome = report.fail(kDivided, written.subject, written.code.span, code, table.name());
  outcome.weaker(Severity::kWarning);
  const auto finer = finer_code(table, code, written.name.value);
  if (!finer) return;
  outcome.fix(kFiner, written.code.span, std::string(finer->code()), finer->code(),
              finer->name(Lang::kZh));
}

void judge(const Chart& chart, const CodeTable& table, const WrittenCode& written, Report& report) {
  const std::string_view code = written.code.value;
  const std::optional<CodeEntry> entry = table.find(code);
  if (!entry ? table.divides(code) : !entry->billable()) {
    if (!written.elsewhere) judge_heading(table, written, report);
    return;
  }
  if (!entry) {
    Outcome& outcome =
        report.fail(kUnknown, written.subject, written.code.span, code, table.name());
    if (written.elsewhere) outcome.weaker(Severity::kWarning);
    return;
  }
  const CodeValidity validity = entry->validity();
  const auto day = coding_day(chart, report);
  if ((validity.from || validity.to) && !day) {
    report.undecided(written.subject, missing::kDischargeTime, written.code.span);
  } else if (day && !validity.covers(*day)) {
    report.fail(kNotValid, written.subject, written.code.span, code, table.name());
  } else {
    report.pass(written.subject);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const WrittenCode& written : procedure_codes(chart)) {
    if (const CodeTable* const table = coding_edition(chart, report, written.system)) {
      judge(chart, *table, written, report);
    } else {
      report.undecided(written.subject, missing_codes(written.system), written.code.span);
    }
  }
}

}  // namespace

extern constinit const Check procedure_not_in_table{
    {.id = "coding-proc-not-in-table",
     .severity = Severity::kError,
     .title = {"手术操作编码应在所用的编码表内", "A procedure code is in the table in use"},
     .judged =
         {"每个格式正确的ICD-9-CM-3手术操作编码：在出院当日有效的编码表中，当日未停用，且不是还有"
          "下位编码的类目、亚目。",
          "Each ICD-9-CM-3 code of the right form: it is in the edition in force on the day "
          "of discharge, valid on that day, and no heading with codes below it."},
     .exceptions =
         {"没有载入当时有效的编码表时无法判定；其他分类系统的编码不判。属于另一载入版本的由“编码版"
          "本”的检查"
          "指出。还有下位编码的只作“建议”，且只判首页；首页以外的文书中的其他情形也只作“建议”。",
          "Undecided where no edition of that day is loaded; codes of other systems are not "
          "judged. One of another loaded edition is said by coding-edition. A code that is divided "
          "further is a warning, and on the front page only; elsewhere the rest is a warning too."},
     .advice = {"按所用的手术操作编码表查找后改写（命令行：emrlint codes search）。",
                "Look up the procedure in the table in use and rewrite the code (command line: "
                "emrlint codes search)."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_codes = kProcedureSystems,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
