// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "check/report.h"
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, int> kNormal{
    "normal", "病历中有需要特别保密的诊断（{0}），{1}份文书的保密级别为普通（N）。",
    "the chart has a diagnosis that calls for confidentiality ({0}); the confidentiality of {1} "
    "documents is normal (N)."};
constexpr Message<> kDiagnosis{"diagnosis", "诊断", "the diagnosis"};

constexpr Option<WordList> kCodes{
    "codes",
    {"B20|B21|B22|B23|B24|Z21|A50|A51|A52|A53|A54|A55|A56|A57|A58|A59|A60|A63|A64|F1|F2|F3"},
    "需要特别保密的诊断编码的开头（条文没有列举）",
    "beginnings of the codes that call for confidentiality (no law lists them)"};

constexpr Citation kBasis[] = {{"ZL", "24"}, {"HX", "18-5"}, {"ZZ", "8"}};
constexpr int kCore[] = {18};
constexpr MessageInfo kMessages[] = {kNormal, kDiagnosis};
constexpr OptionInfo kOptions[] = {kCodes};

constexpr Missing kLevel{"confidentiality", "文书的保密级别（confidentialityCode）",
                         "the confidentiality of the documents "
                         "(confidentialityCode)"};

const Diagnosis* sensitive(const Chart& chart, WordList codes) {
  for (const Diagnosis& d : chart.diagnoses) {
    if (!icd_coded(chart, d)) continue;
    const bool listed =
        any_word(codes, [&](std::string_view code) { return d.code.value.starts_with(code); });
    if (listed) return &d;
  }
  return nullptr;
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Diagnosis* diagnosis = sensitive(chart, options[kCodes]);
  if (diagnosis == nullptr) return;
  int stated = 0, normal = 0;
  Span where;
  for (const Document& document : chart.documents) {
    const Text& level = document.confidentiality;
    if (level.value.empty()) continue;
    ++stated;
    if (level.value != "N") continue;
    if (++normal == 1) where = level.span;
  }
  if (stated == 0) return report.undecided(of_chart(), kLevel, diagnosis->code.span);
  if (normal == 0) return report.pass(of_chart());
  report.fail(kNormal, of_chart(), where, diagnosis->code.value, normal)
      .note(kDiagnosis, diagnosis->code.span);
}

}  // namespace

extern constinit const Check privacy_confidentiality_code{
    {.id = "privacy-confidentiality-code",
     .severity = Severity::kNote,
     .title = {"敏感疾病的病历宜标明高于普通的保密级别",
               "Records of sensitive diseases carry more than normal confidentiality"},
     .judged = {"诊断编码为艾滋病、性传播疾病、精神活性物质和精神障碍等（选项 "
                "codes）的病历：文书的保密级别（confidentialityCode）不为 N。",
                "Charts with a code for HIV, sexually transmitted diseases, use of psychoactive "
                "substances "
                "or mental disorders (option codes): the confidentiality code of the documents is "
                "not N."},
     .exceptions =
         {"没有这类诊断编码的不评价；文书都没有保密级别的无法判定。哪些疾病需要特别保密、用什么级别"
          "，条文没有规定，由医疗机构确定。",
          "Not without such a code; undecided where no document states a code. Which diseases and "
          "which code no law says: the institution decides."},
     .advice = {"按本机构规定将文书的保密级别改为限制（R）或严格限制（V）。",
                "Set the confidentiality to restricted (R) or very restricted (V) as the "
                "institution rules."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
