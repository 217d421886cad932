// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/coding/principal.h"
#include "checks/coding/surgical_complications.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName> kArose{
    "arose", "主要诊断“{0}”是本次住院手术导致的并发症（入院病情为“无”），应以原发病为主要诊断。",
    "the principal diagnosis “{0}” is a complication of surgery that arose in the stay (not there "
    "on admission); the disease that was operated on is principal."};
constexpr Message<> kOnset{"onset", "入院病情", "the condition on admission"};

constexpr Missing kSurgery{"surgery", "本次住院的手术、操作（未见）",
                           "a surgery or procedure of the stay (none is seen)"};

constexpr Citation kBasis[] = {{"SY", "12(1)"}, {"SY", "11(6)"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kArose, kOnset};
constexpr std::string_view kSupersedes[] = {"coding-admit-condition"};

bool treated(const Chart& chart) {
  return !chart.procedures.empty() ||
         std::any_of(chart.surgeries.begin(), chart.surgeries.end(),
                     [](const Surgery& surgery) { return !surgery.cancelled; });
}

void run(const Chart& chart, const Options&, Report& report) {
  const auto stay = principal_case(chart);
  if (!stay || !surgical_complication(stay->code())) return;
  const Diagnosis& principal = stay->principal();
  switch (onset_of(principal)) {
    case Onset::kThere:  // The complication is what the patient came for, SY 11(6).
      return report.pass(stay->subject());
    case Onset::kArose:
      if (!treated(chart)) return report.undecided(stay->subject(), kSurgery, principal.code.span);
      report.fail(kArose, stay->subject(), principal.code.span, coded_name(principal))
          .note(kOnset, principal.on_admission.span);
      return;
    default:
      return report.undecided(stay->subject(), kOnsetMissing, principal.code.span);
  }
}

}  // namespace

extern constinit const Check principal_postop_complication{
    {.id = "coding-principal-postop-complication",
     .severity = Severity::kWarning,
     .title = {"住院期间手术导致的并发症不作主要诊断",
               "A complication of surgery that arose in the stay is not principal"},
     .judged =
         {"主要诊断为手术、操作并发症（T81–T87、T88.2–T88."
          "5、E89、G97、H59、H95、I97、J95、K91、M96、"
          "N99）的住院病历：入院病情不为“无”。",
          "Each stay whose principal diagnosis is a complication of surgery or a procedure "
          "(T81-T87, "
          "T88.2-T88.5, E89, G97, H59, H95, I97, J95, K91, M96, N99): it was there on admission."},
     .exceptions =
         {"规范没有列出并发症的编码，由本检查按ICD-10名称选取；输液、输血、药物的并发症（T80、T88."
          "6–"
          "T88."
          "9）不判。入院病情为“有”的，是专为治疗并发症而入院，可作主要诊断；入院病情未填、“临床未确"
          "定”“情况不明”，或未见手术操作的，无法判定。只判ICD-10。",
          "The rules list no codes; they are chosen here by their titles in ICD-10. Complications "
          "of "
          "infusion, transfusion and drugs (T80, T88.6-T88.9) are not judged. Where it was there "
          "on "
          "admission the patient came for it, and it may be principal; undecided where that is not "
          "told or no surgery or procedure is seen. ICD-10 only."},
     .advice =
         {"以手术治疗的原发病为主要诊断，并发症列为其他诊断；入院病情填错的，改正入院病情。",
          "Choose the disease that was operated on and list the complication among the others; "
          "or correct the condition on admission."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
