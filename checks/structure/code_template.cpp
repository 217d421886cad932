// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "terminology/ws500.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, DocType, std::string_view, DocType> kDisagree{
    "disagree", "接口：文书按类型编码“{0}”为{1}，按模板标识“{2}”为{3}，两者不一致。",
    "interface: the document code “{0}” ({1}) and the template “{2}” ({3}) disagree."};
constexpr Message<std::string_view, std::string_view> kMissing{
    "missing", "接口：文书没有模板标识（templateId）；类型编码为“{0}”的，应为“{1}”。",
    "interface: the document has no template (templateId); with the code “{0}” it is “{1}”."};
constexpr Message<std::string_view> kUnknown{
    "unknown", "接口：模板标识“{0}”不是 WS/T 500 的文档模板。",
    "interface: the template “{0}” is none of the document templates of WS/T 500."};
constexpr Message<> kTemplate{"template", "模板标识", "the template"};

constexpr Citation kBasis[] = {{"WS500", "文档头 templateId、code"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kDisagree, kMissing, kUnknown, kTemplate};

void judge(const Document& document, Subject subject, Report& report) {
  const std::string_view code = document.type_code.value;
  const DocType by_code = doc_type_from_code(code);
  if (by_code == DocType::kUnknown) return;  // Said by structure-document-type.
  if (document.template_id.value.empty()) {
    report.fail(kMissing, subject, document.type_code.span, code, ws500_template(by_code));
    return;
  }
  const DocType by_template = doc_type_from_template(document.template_id.value);
  if (by_template == by_code) {
    report.pass(subject);
  } else if (by_template == DocType::kUnknown) {
    report.fail(kUnknown, subject, document.template_id.span, document.template_id.value);
  } else {
    report
        .fail(kDisagree, subject, document.type_code.span, code, by_code,
              document.template_id.value, by_template)
        .note(kTemplate, document.template_id.span);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.format == Format::kWs500) judge(document, of(chart, document), report);
  }
}

}  // namespace

extern constinit const Check structure_code_template{
    {.id = "structure-code-template",
     .severity = Severity::kWarning,
     .title = {"文档类型编码与模板标识应一致", "The code and the template of a document agree"},
     .judged = {"WS/T 500 文档的 code（C00nn）与 "
                "templateId（2.16.156.10011.2.1.1.(20+nn)）指同一种文书。",
                "The code (C00nn) and the templateId (2.16.156.10011.2.1.1.(20+nn)) of a WS/T 500 "
                "document name the same type."},
     .exceptions = {"没有可识别的类型编码时由 structure-document-type 说明。",
                    "A document without a known code is said by structure-document-type."},
     .advice =
         {"请文档生成系统的维护人员改正模板。接收方按不同字段识别时，会把文书归入不同类型。",
          "Ask the maintainers of the system that writes the documents: receivers that go by one "
          "field or the other file it under different types."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
