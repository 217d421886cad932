// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kBroken{"broken", "文书在此处损坏，其后的内容未能完整读取，检查结果不完整。",
                            "the document is damaged here; what follows could not be read whole, "
                            "and the findings are not all."};

constexpr Citation kBasis[] = {{"BL", "3"}};
constexpr int kCore[] = {15, 18};
constexpr MessageInfo kMessages[] = {kBroken};

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.broken) {
      report.fail(kBroken, of(chart, document), document.damage);
    } else {
      report.pass(of(chart, document));
    }
  }
}

}  // namespace

extern constinit const Check structure_unreadable{
    {.id = "structure-unreadable",
     .severity = Severity::kError,
     .title = {"文书应能完整读取", "A document can be read whole"},
     .judged = {"每份文书的文件语法（XML 或 JSON）是否完好。",
                "Whether the syntax (XML or JSON) of each document is sound."},
     .exceptions =
         {"完全无法读取的文件不是文书，作为运行问题报告，退出码为 3。",
          "A file that cannot be read at all is no document: it is a problem of the run, with "
          "exit code 3."},
     .advice =
         {"重新导出该文书；手工改过的，补正此处。损坏之前和可恢复的内容已按各项规则检查。",
          "Export the document again, or mend this place if it was edited by hand. What stands "
          "before the damage and what could be recovered was checked."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
