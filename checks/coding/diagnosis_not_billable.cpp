// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "checks/coding/table_codes.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Bilingual> kDivided{
    "divided", "诊断编码“{0}”在《{1}》中还有细分，应填写其下的编码。",
    "the diagnosis code “{0}” is divided further in the table {1}; one of the codes below it is "
    "meant."};
constexpr Message<std::string_view, Bilingual> kUnusable{
    "unusable", "诊断编码“{0}”在《{1}》中标明不用于填报。",
    "the table {1} says that the diagnosis code “{0}” is not for use in records."};

constexpr Message<std::string_view, std::string_view> kFiner{"finer", "改为“{0}”（{1}）",
                                                             "write “{0}” ({1})"};

constexpr Citation kBasis[] = {{"SY", "6"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kDivided, kUnusable, kFiner};

void judge(const CodeTable& table, const WrittenCode& written, Report& report) {
  const std::string_view code = written.code.value;
  const std::optional<CodeEntry> entry = table.find(code);
  if (!entry && !table.divides(code)) return;  // Said by coding-dx-not-in-table.
  if (entry && entry->billable()) return report.pass(written.subject);
  const bool divided = !entry || entry->child_count() > 0;
  Outcome& outcome = report.fail(divided ? kDivided : kUnusable, written.subject, written.code.span,
                                 code, table.name());
  const auto finer = finer_code(table, code, written.name.value);
  if (!finer) return;
  outcome.fix(kFiner, written.code.span, std::string(finer->code()), finer->code(),
              finer->name(Lang::kZh));
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const WrittenCode& written : diagnosis_codes(chart)) {
    if (written.elsewhere) continue;
    if (const CodeTable* const table = coding_edition(chart, report, written.system)) {
      judge(*table, written, report);
    } else {
      report.undecided(written.subject, missing_codes(written.system), written.code.span);
    }
  }
}

}  // namespace

extern constinit const Check diagnosis_not_billable{
    {.id = "coding-dx-not-billable",
     .severity = Severity::kWarning,
     .title = {"诊断应编码到细目", "A diagnosis is coded as finely as the table does"},
     .judged = {"首页（或病历数据）中在所用编码表内的每个诊断编码：不是还有下位编码的类目、亚目，"
                "也不是表中标明不用于填报的编码。",
                "Each diagnosis code of the front page (or the chart data) that is in the table in "
                "use: it is no heading with codes below it, and none that the table keeps out of "
                "records."},
     .exceptions =
         {"没有载入当时有效的编码表时无法判定。首页以外的文书不判：共享文档可用世界卫生组织的四位码"
          "。国家临床"
          "版、医保版的六位码可用，即使表中另有扩展码。",
          "Undecided where no edition of that day is loaded. Documents other than the front page "
          "are not judged: shared documents may use the four characters of WHO. Codes of six "
          "characters of the national editions may be used although there are extensions."},
     .advice = {"按病历记载的病因、部位、类型选择下位编码；依据不足时与医师核对。",
                "Choose the code below it by cause, site and type as the chart tells; ask the "
                "physician where it does not."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_codes = kDiagnosisSystems,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
