// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUnknown{
    "unknown", "无法识别文书类型（类型编码“{0}”），其内容未按文书规则检查。",
    "the type of the document is not known (code “{0}”); the rules for its content were not "
    "applied."};
constexpr Message<> kNoCode{
    "no-code", "文书没有类型编码，模板标识和标题也看不出文书类型，其内容未按文书规则检查。",
    "the document has no type code, and neither template nor title tells its type; the rules for "
    "its content were not applied."};

constexpr Citation kBasis[] = {{"WS500", "文档头 code"}, {"CDA", "ClinicalDocument.code"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kUnknown, kNoCode};

void fail(const Chart& chart, const Document& document, Report& report) {
  const Text& code = document.type_code;
  const Subject subject = of(chart, document);
  if (code.value.empty()) {
    report.fail(kNoCode, subject, document.span);
    return;
  }
  Outcome& outcome = report.fail(kUnknown, subject, code.span, code.value);
  // LOINC has thousands of document codes: one that is not known here is no defect.
  if (chart.realm == Realm::kOther) outcome.weaker(Severity::kNote);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.type == DocType::kUnknown && document.broken) {
      report.undecided(of(chart, document), missing::kRestOfDocument, document.span);
    } else if (document.type == DocType::kUnknown) {
      fail(chart, document, report);
    } else {
      report.pass(of(chart, document));
    }
  }
}

}  // namespace

extern constinit const Check structure_document_type{
    {.id = "structure-document-type",
     .severity = Severity::kWarning,
     .title = {"文书类型应可识别", "The type of a document can be told"},
     .judged = {"每份文书：按类型编码、模板标识、标题依次识别。",
                "Each document: by its code, else its template, else its title."},
     .exceptions = {"境外文书写有本程序不认识的类型编码（如少见的 LOINC 编码）时只作提示。",
                    "Outside China a code that is not known here (a rare one of LOINC) is a note."},
     .advice =
         {"填写标准的文档类型编码；自定义文书请使用 chart JSON 的 other-document 类型。",
          "Use a standard document code; for documents of your own use the type other-document."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
