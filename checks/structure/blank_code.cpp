// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, std::string_view> kAround{
    "around", "接口：{0} 写为“{1}”，代码前后有空白，逐字比较的接收方不会认出“{2}”。",
    "interface: {0} is “{1}”, with blanks around the code; a receiver that compares letter by "
    "letter does not recognise “{2}”."};
constexpr Message<std::string_view> kOnly{"only", "接口：{0} 中只有空白，没有代码。",
                                          "interface: {0} holds blanks and no code."};

constexpr Citation kBasis[] = {{"WS500", "代码与标识的属性值"}, {"CDA", "CS、CD.code、UID"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kAround, kOnly};

constexpr std::string_view kBlanks = " \t\r\n";

void judge(const PaddedCode& code, Subject subject, Report& report) {
  const std::string_view written = code.written.value;
  const std::size_t first = written.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) {
    report.fail(kOnly, subject, code.written.span, code.attribute);
    return;
  }
  const std::size_t last = written.find_last_not_of(kBlanks);
  report.fail(kAround, subject, code.written.span, code.attribute, written,
              written.substr(first, last - first + 1));
}

bool is_cda(Format format) {
  return format == Format::kWs500 || format == Format::kCcda || format == Format::kCda;
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (!is_cda(document.format)) continue;
    for (const PaddedCode& code : document.padded_codes) {
      judge(code, of(chart, document, code.attribute), report);
    }
    if (document.padded_codes.empty()) report.pass(of(chart, document));
  }
}

}  // namespace

extern constinit const Check structure_blank_code{
    {.id = "structure-blank-code",
     .severity = Severity::kWarning,
     .title = {"代码和标识前后不应有空白", "Codes and identifiers have no blanks around them"},
     .judged = {"WS/T 500 和其他 CDA 文档的 classCode、moodCode、typeCode、determinerCode、"
                "nullFlavor、code、codeSystem、root 属性：代码前后没有空格、制表符或换行。",
                "The attributes classCode, moodCode, typeCode, determinerCode, nullFlavor, code, "
                "codeSystem and root of a document of WS/T 500 or another CDA: no blank, tab or "
                "line end before or behind the code."},
     .exceptions =
         {"代码中间的空白不判；本程序读取时忽略前后的空白，其他检查按去掉空白后的代码判断。",
          "Blanks inside a code are not judged. Blanks around it are passed over when the document "
          "is read: other checks judge the code without them."},
     .advice =
         {"请文档生成系统的维护人员去掉模板中多余的空白，例如“EVN ”应写作“EVN”。",
          "Ask the maintainers of the system that writes the documents to take the blanks out of "
          "its templates: “EVN ” is to be “EVN”."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
