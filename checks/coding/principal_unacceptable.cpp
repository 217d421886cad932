// SPDX-License-Identifier: Apache-2.0
#include "check/coding_edition.h"
#include "checks/coding/code_list.h"
#include "checks/coding/principal.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName, Bilingual> kAdditional{
    "additional", "主要诊断为“{0}”，ICD-10（{1}）规定该编码只作附加编码，不作主要编码。",
    "the principal diagnosis is “{0}”; by ICD-10 ({1}) the code is an additional one, never the "
    "main one."};
constexpr Message<CodedName, Bilingual, CodedName> kBeside{
    "beside", "主要诊断为“{0}”，其他诊断中有“{2}”时，按ICD-10（{1}）该编码只作附加编码。",
    "the principal diagnosis is “{0}”; beside “{2}”, by ICD-10 ({1}), the code is an additional "
    "one."};
constexpr Message<CodedName> kNotCarriedOut{
    "not-carried-out",
    "主要诊断为“{0}”，说明原诊疗计划未执行；应以拟诊疗的疾病为主要诊断，未执行的原因列为其他诊断。",
    "the principal diagnosis is “{0}”, a plan that was not carried out; the disease that was to be "
    "treated is principal, and the reason stands among the others."};
constexpr Message<CodedName> kHistoryCode{
    "history",
    "主要诊断为“{0}”，只说明病史或状态；因随访、后续治疗入院的，编码在Z08、Z09、Z42–Z51、Z54之内。",
    "the principal diagnosis is “{0}”, which tells of history or status only; follow-up and "
    "further "
    "care are coded in Z08, Z09, Z42-Z51, Z54."};
constexpr Message<CodedName> kCircumstance{
    "circumstance", "主要诊断为“{0}”，只说明影响健康的情形，不是本次诊治的疾病。",
    "the principal diagnosis is “{0}”, a circumstance that influences health and not a disease "
    "that "
    "was treated."};
constexpr Message<CodedName> kListed{
    "listed", "主要诊断为“{0}”，编码表标明该编码不可作主要诊断。",
    "the principal diagnosis is “{0}”, which the code table marks as unacceptable as principal."};
constexpr Message<> kOther{"other", "同时列出的诊断", "the diagnosis that is listed with it"};

constexpr Option<bool> kHistory{
    "history", true, "病史和状态（Z80–Z99）不作主要诊断（通行编码习惯，非法规要求）",
    "history and status (Z80-Z99) are not principal (coders' custom, no "
    "law)"};
constexpr Option<bool> kSocial{
    "social", true, "携带者、社会环境因素（Z22、Z55–Z65）不作主要诊断（通行编码习惯，非法规要求）",
    "carriers and social circumstances (Z22, Z55-Z65) are not principal (coders' custom, no law)"};
constexpr Option<bool> kContacts{
    "contacts", false, "其他情况下的接触（Z70–Z76）不作主要诊断（通行编码习惯，非法规要求）",
    "other contacts (Z70-Z76) are not principal (coders' custom, no law)"};

constexpr Citation kBasis[] = {{"ICD10", "卷1 B95–B98、R65、T31、T32、Z37注"},
                               {"ICD10", "卷2 4.4.4"},
                               {"SY", "21"},
                               {"MCE", "9"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kAdditional,   kBeside, kNotCarriedOut, kHistoryCode,
                                     kCircumstance, kListed, kOther};
constexpr OptionInfo kOptions[] = {kHistory, kSocial, kContacts};

struct Unacceptable {
  std::string_view codes, with;
  Bilingual source;
};
constexpr Unacceptable kUnacceptable[] = {
#define EMRLINT_UNACCEPTABLE(codes, with, zh, en) {codes, with, {zh, en}},
#include "checks/coding/unacceptable.def"
#undef EMRLINT_UNACCEPTABLE
};

struct Circumstance {
  const Option<bool>& wanted;
  std::string_view codes;
};
constexpr Circumstance kCircumstances[] = {
#define EMRLINT_CIRCUMSTANCE(list, codes) {list, codes},
#include "checks/coding/circumstances.def"
#undef EMRLINT_CIRCUMSTANCE
};

constexpr std::string_view kPlanNotCarriedOut = "Z53";

// Whether a note of ICD-10 decides it.
bool by_note(const PrincipalCase& stay, Report& report) {
  const Span where = stay.principal().code.span;
  const CodedName name = coded_name(stay.principal());
  for (const Unacceptable& one : kUnacceptable) {
    if (!in_code_list(one.codes, stay.code())) continue;
    if (one.with.empty()) {
      report.fail(kAdditional, stay.subject(), where, name, one.source);
    } else if (const Diagnosis* const other = stay.other_in(one.with)) {
      report.fail(kBeside, stay.subject(), where, name, one.source, coded_name(*other))
          .note(kOther, other->code.span);
    } else if (stay.uncoded_other()) {
      report.undecided(stay.subject(), kOtherCodes, where);
    } else {
      report.pass(stay.subject());
    }
    return true;
  }
  return false;
}

bool by_custom(const PrincipalCase& stay, const Options& options, Report& report) {
  for (const Circumstance& one : kCircumstances) {
    if (!options[one.wanted] || !in_code_list(one.codes, stay.code())) continue;
    report.fail(&one.wanted == &kHistory ? kHistoryCode : kCircumstance, stay.subject(),
                stay.principal().code.span, coded_name(stay.principal()));
    return true;
  }
  return false;
}

// What the table of the chart marks: of ICD-10-CM, which has other notes, it alone is judged.
void by_table(const Chart& chart, Report& report, const DischargeList& list) {
  for (const std::uint32_t i : list.principal) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!icd_coded(chart, d) || !well_formed(d)) continue;
    const CodeSystem system = diagnosis_system(d.code_system.value);
    if (system != CodeSystem::kIcd10Cm) continue;
    const CodeTable* const table = coding_edition(chart, report, system);
    const auto entry = table == nullptr ? std::nullopt : table->find(d.code.value);
    if (!entry || !entry->has(CodeEdit::kUnacceptablePrincipal)) continue;
    report.fail(kListed, of_diagnosis(i), d.code.span, coded_name(d));
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  const auto stay = principal_case(chart);
  if (!stay) return by_table(chart, report, discharge_list(chart));
  if (by_note(*stay, report)) return;
  if (in_code_list(kPlanNotCarriedOut, stay->code())) {
    report.fail(kNotCarriedOut, stay->subject(), stay->principal().code.span,
                coded_name(stay->principal()));
  } else if (!by_custom(*stay, options, report)) {
    report.pass(stay->subject());
  }
}

}  // namespace

extern constinit const Check principal_unacceptable{
    {.id = "coding-principal-unacceptable",
     .severity = Severity::kWarning,
     .title = {"主要诊断应是可作主要诊断的编码",
               "The principal diagnosis has a code that may be principal"},
     .judged =
         {"住院病历的主要诊断（ICD-10）：不是ICD-"
          "10注明只作附加编码的B95–B98、R65、Z37，不是已有部位"
          "编码时的T31、T32或已有O00–O07时的O08；不是Z53（原计划未执行，应以拟诊疗的疾病为主要诊断"
          "）"
          "；按选项，不是病史和状态（Z80–Z99）、携带者和社会因素（Z22、Z55–Z65）。",
          "The principal diagnosis of an inpatient (ICD-10): none of those that ICD-10 calls "
          "additional (B95-B98, R65, Z37; T31 and T32 beside a code of the site, O08 beside "
          "O00-O07); "
          "not Z53 (a plan not carried out: the disease to be treated is principal); by option, no "
          "history or status (Z80-Z99), no carrier or social circumstance (Z22, Z55-Z65)."},
     .exceptions = {"病史、状态、社会因素的范围是通行编码习惯，规范没有列出，可用选项关闭。新生儿的"
                    "Z38可作主要"
                    "诊断。外因、形态学、耐药和星号编码另行检查。ICD-10-CM只按编码表标明的判断。",
                    "The ranges of history, status and circumstances are coders' custom, which the "
                    "rules do not "
                    "list: options. Z38 may be principal for a newborn. External causes, "
                    "morphology, resistance "
                    "and asterisk codes are other checks. ICD-10-CM is judged by what its table "
                    "marks alone."},
     .advice = {"以本次住院诊治的疾病为主要诊断，该编码列为其他诊断。",
                "Choose the disease that was treated; list this code among the others."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
