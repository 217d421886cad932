// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/table_codes.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Bilingual> kUnknown{
    "unknown", "诊断编码“{0}”不在《{1}》中。", "the diagnosis code “{0}” is not in the table {1}."};
constexpr Message<std::string_view, std::string_view, Bilingual> kCompanion{
    "companion", "诊断编码“{0}”所附的编码“{1}”不在《{2}》中，也不是它的附加编码。",
    "the code “{1}” beside the diagnosis code “{0}” is not in the table {2}, nor given with it."};
constexpr Message<std::string_view, Bilingual> kNotValid{
    "not-valid", "诊断编码“{0}”列于《{1}》，但在出院时尚未启用或已停用。",
    "the diagnosis code “{0}” is in the table {1}, but was not valid at discharge."};

constexpr Citation kBasis[] = {{"SY", "6"}, {"ZB", "22"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kUnknown, kCompanion, kNotValid};

// The code behind a dagger that the table does not know; empty where there is none.
std::string_view unknown_companion(const CodeTable& table, const CodeEntry& entry,
                                   std::string_view code) {
  const CodingSystem& system = coding_system(table.system());
  const std::string_view companion = CanonicalCode(system, code).companion();
  const CanonicalCode canonical(system, companion);
  if (canonical.code().empty() || table.find_exact(canonical.code())) return {};
  for (const std::string_view link : entry.links()) {
    if (link == canonical.code()) return {};
  }
  return companion;
}

Outcome* judge(const Chart& chart, const CodeTable& table, const WrittenCode& written,
               Report& report) {
  const std::string_view code = written.code.value;
  const std::optional<CodeEntry> entry = table.find(code);
  if (!entry) {
    if (table.divides(code)) return nullptr;  // Said by coding-dx-not-billable.
    return &report.fail(kUnknown, written.subject, written.code.span, code, table.name());
  }
  const CodeValidity validity = entry->validity();
  const auto day = coding_day(chart, report);
  if ((validity.from || validity.to) && !day) {
    report.undecided(written.subject, missing::kDischargeTime, written.code.span);
    return nullptr;
  }
  if (day && !validity.covers(*day)) {
    return &report.fail(kNotValid, written.subject, written.code.span, code, table.name());
  }
  const std::string_view companion = unknown_companion(table, *entry, code);
  if (!companion.empty()) {
    return &report.fail(kCompanion, written.subject, written.code.span, entry->code(), companion,
                        table.name());
  }
  report.pass(written.subject);
  return nullptr;
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const WrittenCode& written : diagnosis_codes(chart)) {
    const CodeTable* const table = coding_edition(chart, report, written.system);
    if (table == nullptr) {
      report.undecided(written.subject, missing_codes(written.system), written.code.span);
      continue;
    }
    Outcome* const outcome = judge(chart, *table, written, report);
    if (outcome != nullptr && written.elsewhere) outcome->weaker(Severity::kWarning);
  }
}

}  // namespace

extern constinit const Check diagnosis_not_in_table{
    {.id = "coding-dx-not-in-table",
     .severity = Severity::kError,
     .title = {"诊断编码应在所用的编码表内", "A diagnosis code is in the table in use"},
     .judged =
         {"每个格式正确的诊断编码：在出院当日有效的编码表（ICD-10、ICD-10-CM或肿瘤形态学）中，"
          "且当日未停用；剑号编码所附的星号编码也在表中。",
          "Each diagnosis code of the right form: it is in the edition in force on the day of "
          "discharge (ICD-10, ICD-10-CM or morphology) and valid on that day; so is the "
          "asterisk code beside a dagger code."},
     .exceptions =
         {"没有载入当时有效的编码表时无法判定。表中只有下位编码的（如表中有I10."
          "x00而写I10）由“用类目代替"
          "细目”的检查指出；属于另一载入版本的由“编码版本”的检查指出。首页以外的文书中的编码只作“建"
          "议”，"
          "因为依据只规定首页。",
          "Undecided where no edition of that day is loaded. A code of which the table has only "
          "finer ones (I10 where it has I10.x00) is said by coding-dx-not-billable, one of another "
          "loaded edition by coding-edition. In documents other than the front page it is a "
          "warning: the rules are for the front page."},
     .advice = {"按所用的编码表查找该诊断的编码后改写（命令行：emrlint codes search）。",
                "Look up the diagnosis in the table in use and rewrite the code (command line: "
                "emrlint codes search)."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_codes = kDiagnosisSystems,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
