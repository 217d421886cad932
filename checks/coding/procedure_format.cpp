// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/coded.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMalformed{
    "malformed", "手术操作编码“{0}”不符合 ICD-9-CM-3 编码的格式。",
    "the procedure code “{0}” does not have the form of an ICD-9-CM-3 code."};
constexpr Message<std::string_view, std::string_view> kRepairable{
    "repairable", "手术操作编码“{0}”书写不规范，规范写法应为“{1}”。",
    "the procedure code “{0}” is not written in the standard form, which is “{1}”."};

constexpr Message<std::string_view> kMend{"mend", "改写为“{0}”", "write “{0}”"};

constexpr Citation kBasis[] = {{"SY", "6"}, {"ZB", "24"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMalformed, kRepairable, kMend};

void judge(const Chart& chart, const Text& code, std::uint32_t document, Subject subject,
           Report& report) {
  if (code.value.empty()) return;
  if (well_formed_icd9(code.value)) return report.pass(subject);
  const std::string repaired = repaired_icd9(code.value);
  if (repaired.empty()) {
    Outcome& outcome = report.fail(kMalformed, subject, code.span, code.value);
    if (told_elsewhere(chart, document, code.span)) outcome.weaker(Severity::kWarning);
  } else {
    report.fail(kRepairable, subject, code.span, code.value, repaired)
        .fix(kMend, code.span, repaired, repaired)
        .weaker(Severity::kWarning);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.procedures.size(); ++i) {
    const Procedure& p = chart.procedures[i];
    if (p.code_system.value.empty() && chart.realm == Realm::kOther) continue;
    if (procedure_system(p.code_system.value) != CodeSystem::kIcd9Cm3) continue;
    judge(chart, p.code, p.document, {SubjectKind::kProcedure, static_cast<std::uint32_t>(i), {}},
          report);
  }
  if (chart.realm != Realm::kChina) return;  // A surgery elsewhere is coded in another system.
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    judge(chart, chart.surgeries[i].code, Procedure::kNoDocument, of_surgery(i), report);
  }
}

}  // namespace

extern constinit const Check procedure_format{
    {.id = "coding-proc-format",
     .severity = Severity::kError,
     .title = {"手术操作编码应符合 ICD-9-CM-3 的格式",
               "A procedure code has the form of ICD-9-CM-3"},
     .judged = {"每个有编码的手术或操作：ICD-9-CM-3（51.23）或国家临床版、医保版（51.2300、51."
                "2300x001）。",
                "Each coded surgery or procedure: ICD-9-CM-3 (51.23) or its national editions "
                "(51.2300, 51.2300x001)."},
     .exceptions =
         {"其他分类系统（如 CPT、SNOMED "
          "CT）的编码不判；境外病历中未注明分类系统的编码不判。首页以外的文书中"
          "的编码只作“建议”，因为依据只规定首页。",
          "Codes of other systems (CPT, SNOMED CT) are not judged, nor outside China a code whose "
          "system is not told. In documents other than the front page it is a warning: the rules "
          "are for the front page."},
     .advice = {"按手术操作编码表核对后改写。",
                "Check against the table of procedures and rewrite."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
