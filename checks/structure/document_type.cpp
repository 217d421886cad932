// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUnknown{
    "unknown", "无法识别这是哪一种文书（类型编码“{0}”），其内容未按该类文书的要求检查。",
    "what kind of document this is cannot be told (code “{0}”); the rules for its content were "
    "not applied."};
constexpr Message<> kNoCode{
    "no-code", "无法识别这是哪一种文书：标题看不出，也没有类型编码；其内容未按该类文书的要求检查。",
    "what kind of document this is cannot be told: the title does not say, and there is no type "
    "code; the rules for its content were not applied."};

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
     .advice = {"写明规范的文书标题；类型编码请接口维护人员按标准填写，自定义文书用 chart JSON 的 "
                "other-document 类型。",
                "Give the document its standard title. Its type code is for those who maintain the "
                "interface; documents of your own are of type other-document in chart JSON."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
