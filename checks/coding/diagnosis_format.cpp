// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMalformed{
    "malformed", "诊断编码“{0}”不符合 ICD-10 编码的格式。",
    "the diagnosis code “{0}” does not have the form of an ICD-10 code."};
constexpr Message<std::string_view, std::string_view> kRepairable{
    "repairable", "诊断编码“{0}”书写不规范，规范写法应为“{1}”。",
    "the diagnosis code “{0}” is not written in the standard form, which is “{1}”."};

constexpr Message<std::string_view> kMend{"mend", "改写为“{0}”", "write “{0}”"};

constexpr Citation kBasis[] = {{"SY", "6"}, {"ZB", "22"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMalformed, kRepairable, kMend};

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!icd_coded(chart, d)) continue;
    if (well_formed(d) || well_formed_morphology(d.code.value)) {
      report.pass(of_diagnosis(i));
      continue;
    }
    const std::string repaired = repaired_icd10(d.code.value);
    if (repaired.empty()) {
      Outcome& outcome = report.fail(kMalformed, of_diagnosis(i), d.code.span, d.code.value);
      if (told_elsewhere(chart, d.document, d.code.span)) outcome.weaker(Severity::kWarning);
    } else {
      report.fail(kRepairable, of_diagnosis(i), d.code.span, d.code.value, repaired)
          .fix(kMend, d.code.span, repaired, repaired)
          .weaker(Severity::kWarning);
    }
  }
}

}  // namespace

extern constinit const Check diagnosis_format{
    {.id = "coding-dx-format",
     .severity = Severity::kError,
     .title = {"诊断编码应符合 ICD-10 的格式", "A diagnosis code has the form of ICD-10"},
     .judged = {"每个有编码的诊断：WHO 版（A00.0）、国标 6 位（I10.x00）、国家临床版与医保版"
                "（I10.x00x002）的格式之一，可带剑号或星号；ICD-10-CM 按其自身格式。",
                "Each coded diagnosis: one of the forms of the WHO edition (A00.0), GB/T 14396 "
                "(I10.x00), the clinical and insurance editions (I10.x00x002), with an optional "
                "dagger or asterisk; ICD-10-CM by its own form."},
     .exceptions =
         {"首页以外的文书中的编码只作“建议”，因为依据只规定首页。不判中医病证编码（GB/T "
          "15657）和其他分类系统的编码；编码是否存在于编码表另行检查。",
          "Codes of traditional medicine (GB/T 15657) and of other systems are not judged; "
          "whether a code is in the table is another check. In documents other than the front page "
          "it "
          "is a warning: the rules are for the front page."},
     .advice = {"按编码表核对后改写；全角字符、小写字母、缺小数点可直接按建议更正。",
                "Check against the code table; full-width characters, lower case and a missing dot "
                "can be corrected as suggested."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
