// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "terminology/value_sets.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, std::string_view> kOutside{
    "outside", "“{0}”的代码“{1}”不在值域“{2}”之内。",
    "the code “{1}” of “{0}” is not in the value set “{2}”."};

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
     .advice = {"按代码表改正代码，或改正所引用的代码表 OID。",
                "Correct the code by the table, or the OID of the table that was meant."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
