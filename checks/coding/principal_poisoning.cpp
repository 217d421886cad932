// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_list.h"
#include "checks/coding/principal.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName, CodedName> kManifestation{
    "manifestation",
    "主要诊断“{0}”可能是中毒的临床表现，其他诊断中有入院时已有的“{1}"
    "”；以治疗中毒为主要目的的，应以中"
    "毒为主要诊断。",
    "the principal diagnosis “{0}” may be a sign of the poisoning “{1}”, which was there on "
    "admission; where the stay was to treat it, the poisoning is principal."};
constexpr Message<> kPoisoning{"poisoning", "中毒诊断", "the poisoning"};

constexpr Citation kBasis[] = {{"SY", "17"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kManifestation, kPoisoning};

constexpr std::string_view kPoisonings = "T36-T65";
// Signs and damage of organs that poisons cause: symptoms, coma, toxic encephalopathy, liver and
// kidney damage, respiratory and circulatory failure, rhabdomyolysis, metabolic acidosis,
// methaemoglobinaemia.
constexpr std::string_view kSigns =
    "D74|E87.2|G92|G93.1|G93.6|I46.0|J68-J69|J80-J81|J96|K71-K72|M62.8|N14|N17|R00-R64|R66-R94";

void run(const Chart& chart, const Options&, Report& report) {
  const auto stay = principal_case(chart);
  if (!stay) return;
  const auto was_there = [](const Diagnosis& d) {
    return in_code_list(kPoisonings, d.code.value) && onset_of(d) != Onset::kArose;
  };
  if (was_there(stay->principal())) return report.pass(stay->subject());
  const Diagnosis* const poisoning = stay->other(was_there);
  if (poisoning == nullptr) return;
  if (!in_code_list(kSigns, stay->code()) || onset_of(stay->principal()) == Onset::kArose) {
    return report.pass(stay->subject());
  }
  report
      .fail(kManifestation, stay->subject(), stay->principal().code.span,
            coded_name(stay->principal()), coded_name(*poisoning))
      .note(kPoisoning, poisoning->code.span);
}

}  // namespace

extern constinit const Check principal_poisoning{
    {.id = "coding-principal-poisoning",
     .severity = Severity::kNote,
     .title = {"治疗中毒的以中毒为主要诊断", "Where a poisoning was treated, it is principal"},
     .judged =
         {"出院诊断有中毒（T36–T65）且不是住院期间新发生的：主要诊断是中毒本身，或不是中毒常见的临"
          "床表"
          "现（如R40昏迷、J96呼吸衰竭、G92中毒性脑病、K71中毒性肝病、N17急性肾衰竭）。",
          "Each stay with a poisoning (T36-T65) that did not arise in it: it is principal, or the "
          "principal diagnosis is none of the usual signs of one (such as R40 coma, J96 "
          "respiratory "
          "failure, G92 toxic encephalopathy, K71 toxic liver disease, N17 acute renal failure)."},
     .exceptions = {"是否以治疗中毒为主要目的，须由编码员判断，所以只作提示；临床表现的编码由本检查"
                    "选取。没有中毒"
                    "诊断的不判。只判ICD-10。",
                    "Whether the stay was to treat the poisoning is for a coder to say: a note "
                    "only. The codes "
                    "of the signs are chosen here. Not judged without a poisoning. ICD-10 only."},
     .advice =
         {"以中毒为主要诊断，临床表现列为其他诊断，并填写外因编码。",
          "Choose the poisoning, list its signs among the others, and give the external cause."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
