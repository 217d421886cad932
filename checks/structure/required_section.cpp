// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "terminology/ws500.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, std::string_view> kMissing{
    "missing", "{0}中没有章节“{1}”，WS/T 500 规定必须有，请补写。",
    "the {0} has no section “{1}”, which WS/T 500 requires: write it."};

constexpr Citation kBasis[] = {{"WS500", "文档体章节约束（1..1）"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMissing};

// A section is there by its meaning, or by its code where that is the code of no other.
bool present(const Document& document, const Ws500Section& wanted) {
  const bool own_code = !wanted.code.empty() && !ws500_code_is_shared(document.type, wanted.code);
  return std::any_of(document.sections.begin(), document.sections.end(), [&](const Section& s) {
    if (s.field) return false;
    return s.type == wanted.type || (own_code && s.code.value == wanted.code);
  });
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.format != Format::kWs500 || document.broken) continue;
    for (const Ws500Section& wanted : ws500_sections(document.type)) {
      if (wanted.least == 0) continue;
      const Subject subject = of(chart, document, wanted.name);
      if (present(document, wanted)) {
        report.pass(subject);
      } else {
        report.fail(kMissing, subject, document.span, document.type, wanted.name);
      }
    }
  }
}

}  // namespace

extern constinit const Check structure_required_section{
    {.id = "structure-required-section",
     .severity = Severity::kWarning,
     .title = {"文档应含交换标准规定的必需章节",
               "A document has the sections that its standard requires"},
     .judged =
         {"WS/T 500 各部分文档体表中基数为 1..1（或 1..*）的每个章节；只看章节是否存在。",
          "Each section with cardinality 1..1 or 1..* in the tables of WS/T 500; only whether "
          "the section is there."},
     .exceptions = {"未能完整读取的文档不判。书写规范要求而 WS/T 500 可选的内容由完整性检查负责。",
                    "Not judged where the document could not be read whole. What the writing rules "
                    "require and WS/T 500 leaves optional belongs to the completeness checks."},
     .advice = {"补写该章节；确无内容的，在其中写明。系统没有该章节的，请其维护人员补上。",
                "Write the section; where there is nothing to report, say so in it. If the system "
                "offers no such section, ask its maintainers to add it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
