// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "terminology/data_elements.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kMalformed{
    "malformed", "接口：数据元标识符“{0}”不符合 {1} 的格式。",
    "interface: the data element id “{0}” does not have the form {1}."};
constexpr Message<std::string_view, std::string_view, std::string_view> kMalformedNamed{
    "malformed-named", "接口：“{1}”的数据元标识符“{0}”不符合 {2} 的格式。",
    "interface: the data element id “{0}” of “{1}” does not have the form {2}."};

constexpr Citation kBasis[] = {{"WS500", "数据元标识符"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMalformed, kMalformedNamed};

void judge(const Text& code, std::string_view name, IdSystem system, Subject subject,
           Report& report) {
  if (has_id_form(system, code.value)) return report.pass(subject);
  if (name.empty()) {
    report.fail(kMalformed, subject, code.span, code.value, id_form(system));
  } else {
    report.fail(kMalformedNamed, subject, code.span, code.value, name, id_form(system));
  }
}

// "DE" and a digit: a code of somebody's own, such as DEPT01, is meant for something else.
bool looks_like_element_id(std::string_view code) {
  return code.size() > 2 && code.starts_with("DE") && code[2] >= '0' && code[2] <= '9';
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.format != Format::kWs500) continue;
    const auto look = [&](const Text& code, std::string_view name, IdSystem system) {
      if (code.value.empty()) return;
      if (system == IdSystem::kOther && !looks_like_element_id(code.value)) return;
      judge(code, name, system, of(chart, document, code.value), report);
    };
    for (const Element& element : document.elements) {
      look(element.id, element.name.value, element.id_system);
      if (element.kind != ValueKind::kCoded) continue;
      const IdSystem system = id_system(element.code_system.value);
      if (system != IdSystem::kOther) look(element.value, element.display.value, system);
    }
    for (const Section& section : document.sections) {
      if (section.field) continue;  // Its code is an element's.
      look(section.code, section.title.value, id_system(section.code_system.value));
    }
  }
}

}  // namespace

extern constinit const Check structure_element_id{
    {.id = "structure-element-id",
     .severity = Severity::kWarning,
     .title = {"数据元标识符格式应正确", "Data element ids are well-formed"},
     .judged = {"WS/T 500 文档的章节和条目中，代码系统为卫生信息数据元目录"
                "（2.16.156.10011.2.2.1）的编码以及以 DE 和数字开头的章节、数据元编码，格式应为 "
                "DEnn.nn.nnn.nn；代码系统为住院病案首页基本数据集（2.16.156.10011.2.2.4）"
                "的编码，格式应为 HDSDnn.nn.nnn。",
                "Each code of the sections and entries of a WS/T 500 document whose code system is "
                "the data element dictionary (2.16.156.10011.2.2.1), or that begins with DE and a "
                "digit, has the form DEnn.nn.nnn.nn; one of the front page data set "
                "(2.16.156.10011.2.2.4) has the form HDSDnn.nn.nnn."},
     .exceptions = {"其他编码（LOINC、院内码）不判；编码是否列于目录不判。",
                    "Other codes (LOINC, local ones) are not judged, nor whether an id is in the "
                    "dictionary."},
     .advice =
         {"请文档生成系统的维护人员按数据元目录改正；写错的数据元不会被接收方读取。",
          "Ask the maintainers of the system to correct it by the dictionary; a receiver does not "
          "read an element with a wrong id."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
