// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/visit.h"
#include "checks/outpatient/vitals.h"
#include "checks/perioperative/items.h"

namespace emrlint::checks {
namespace {

constexpr Message<ItemNames> kLacking{"lacking", "急诊病历中未见：{0}。",
                                      "the emergency record does not state: {0}."};

constexpr Citation kBasis[] = {{"ZJM", "其他2"}};
constexpr int kCore[] = {7};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};

// The record of the visit; of an observation its own.
const Document* record_of(const Chart& chart) {
  const Document* record = chart.first(DocType::kOutpatientRecord);
  return record != nullptr ? record : chart.first(DocType::kEmergencyObservationRecord);
}

void run(const Chart& chart, const Options&, Report& report) {
  const Document* record = is_emergency(chart) ? record_of(chart) : nullptr;
  if (record == nullptr) return;
  ItemNames lacking;
  for (const VitalSign& sign : kVitalSignsOfBasis) {
    if (!states(chart, sign)) lacking.names.push_back(sign.name);
  }
  const Subject subject = of(chart, *record);
  if (lacking.empty()) return report.pass(subject);
  if (!chart.complete) return report.undecided(subject, missing::kRestOfChart, record->span);
  const auto broken = std::find_if(chart.documents.begin(), chart.documents.end(),
                                   [](const Document& d) { return d.broken; });
  if (broken != chart.documents.end()) {
    return report.undecided(subject, missing::kRestOfDocument, broken->span);
  }
  report.fail(kLacking, subject, record->span, lacking);
}

}  // namespace

extern constinit const Check outpatient_emergency_vitals{
    {.id = "outpatient-emergency-vitals",
     .severity = Severity::kWarning,
     .title = {"急诊病历应记录体温、脉搏、呼吸、血压",
               "An emergency record states temperature, pulse, respiration and blood pressure"},
     .judged = {"急诊、急诊留观病历：文书、数据元或观察数据中有四项生命体征的数值；心率可代脉搏。这"
                "是浙江省中医门、急诊病历评分标准的要求，不是全国性规范。",
                "Emergency visits and observations: documents, data elements or observations give "
                "a number for each of the four; the heart rate does for the pulse. A sheet of "
                "Zhejiang asks for it, no national norm."},
     .exceptions = {"没有门（急）诊病历或留观病历的不由本检查指出；单份文书、文书未能完整读取而有"
                    "缺项时无法判定。",
                    "That there is no record is not said here. Undecided for a lone document, or "
                    "one that was not read whole, that lacks one."},
     .advice = {"补记测得的生命体征。", "Record the vital signs that were measured."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
