// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "terminology/value_sets.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, std::string_view> kOutside{
    "outside", "“{0}”填写的代码“{1}”不在“{2}”中，请改选。",
    "“{0}” has the code “{1}”, which is not in the table “{2}”: choose one that is."};

constexpr Citation kBasis[] = {{"WS500", "值域代码表"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kOutside};

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.format != Format::kWs500) continue;
    for (const Element& element : document.elements) {
      if (element.kind != ValueKind::kCoded || element.value.value.empty()) continue;
      const ValueSet* set = value_set(element.code_system.value);
      if (set == nullptr) continue;
      const Subject subject = of(chart, document, element.id.value);
      if (set->contains(element.value.value)) {
        report.pass(subject);
      } else {
        report.fail(kOutside, subject, element.value.span, element.name.value, element.value.value,
                    set->title());
      }
    }
  }
}

}  // namespace

extern constinit const Check structure_value_set{
    {.id = "structure-value-set",
     .severity = Severity::kWarning,
     .title = {"代码值应在其值域之内", "A coded value is in its value set"},
     .judged =
         {"WS/T 500 文档中，代码系统为已收录的小型代码表（性别、血型、手术级别、切口等）的每个代码"
          "值。",
          "Each coded value of a WS/T 500 document whose code system is one of the small value "
          "sets (sex, blood group, surgery level, incision and others)."},
     .exceptions =
         {"疾病、手术等大型编码表由编码检查负责；空值不判。",
          "Large tables (diseases, procedures) belong to the coding checks; empty values are "
          "not judged."},
     .advice =
         {"从代码表中选择正确的代码；引错代码表的，请接口维护人员改正其 OID。",
          "Choose a code of the table; where another table was meant, ask the maintainers of the "
          "interface to correct its OID."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
