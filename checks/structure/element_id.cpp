// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "terminology/data_elements.h"
#include "terminology/oids.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMalformed{
    "malformed", "数据元标识符“{0}”不符合 DEnn.nn.nnn.nn 的格式。",
    "the data element id “{0}” does not have the form DEnn.nn.nnn.nn."};
constexpr Message<std::string_view, std::string_view> kMalformedNamed{
    "malformed-named", "数据元标识符“{0}”（{1}）不符合 DEnn.nn.nnn.nn 的格式。",
    "the data element id “{0}” ({1}) does not have the form DEnn.nn.nnn.nn."};

constexpr Citation kBasis[] = {{"WS500", "数据元标识符"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMalformed, kMalformedNamed};

void judge(const Element& element, Subject subject, Report& report) {
  if (is_data_element_id(element.id.value)) return report.pass(subject);
  if (element.name.value.empty()) {
    report.fail(kMalformed, subject, element.id.span, element.id.value);
  } else {
    report.fail(kMalformedNamed, subject, element.id.span, element.id.value, element.name.value);
  }
}

// "DE" and a digit: a code of somebody's own, such as DEPT01, is meant for something else.
bool meant_as_element_id(std::string_view code) {
  return code.size() > 2 && code.starts_with("DE") && code[2] >= '0' && code[2] <= '9';
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.format != Format::kWs500) continue;
    for (const Element& element : document.elements) {
      if (meant_as_element_id(element.id.value)) {
        judge(element, of(chart, document, element.id.value), report);
      }
    }
  }
}

}  // namespace

extern constinit const Check structure_element_id{
    {.id = "structure-element-id",
     .severity = Severity::kWarning,
     .title = {"数据元标识符格式应正确", "Data element ids are well-formed"},
     .judged = {"WS/T 500 文档中以 DE 和数字开头的每个数据元标识符，格式应为 DEnn.nn.nnn.nn。",
                "Each code of a WS/T 500 document that begins with DE and a digit has the form "
                "DEnn.nn.nnn.nn."},
     .exceptions = {"非数据元编码（LOINC、院内码）不判。",
                    "Other codes (LOINC, local ones) are not judged."},
     .advice =
         {"请文档生成系统的维护人员按数据元目录改正；写错的数据元不会被接收方读取。",
          "Ask the maintainers of the system to correct it by the dictionary; a receiver does not "
          "read an element with a wrong id."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
