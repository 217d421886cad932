// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/survival.h"
#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "{0}术后未见与患方的谈话记录。",
                                    "no talk with the patient's side after {0} is on record."};

constexpr EntryWords kTalk{
    {"术后谈话|术后告知|术后沟通|术后病情告知"},
    {"术后谈话|向患者家属交代|向家属交代|向家属交待|告知家属|告知患者及家属|向患者及家属"
     "|与家属谈话|与家属沟通|家属表示理解|患者及家属表示理解|将手术情况告知"}};

constexpr Citation kBasis[] = {{"ZJ", "围手术期相关记录5"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

// A talk that is on record in a form of its own, from the day of surgery on.
bool talked(const Chart& chart, const Surgery& surgery) {
  const auto& documents = chart.documents;
  return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
    if (document.type != DocType::kCommunicationRecord) return false;
    return !surgery.start || from_day(document, surgery.start.value().local_day());
  });
}

void judge(const Chart& chart, std::size_t index, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  if (chart.dead() && left_theatre_alive(chart, surgery) == false) return;
  const auto& documents = chart.documents;
  const bool broken = std::any_of(documents.begin(), documents.end(),
                                  [](const Document& document) { return document.broken; });
  if (talked(chart, surgery) ||
      !entries_about(chart, index, Phase::kAfter, kTalk, report).empty()) {
    report.pass(of_surgery(index));
  } else {
    say_absent(chart, index, kMissing,
               {end_of(surgery), doubt_if(broken, missing::kRestOfDocument), {}}, report);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (!chart.surgeries[i].cancelled) judge(chart, i, report);
  }
}

}  // namespace

extern constinit const Check periop_postop_talk{
    {.id = "periop-postop-talk",
     .severity = Severity::kWarning,
     .title = {"术后应有与患方的谈话记录（地方）",
               "A talk with the patient's side follows a surgery (local sheet)"},
     .judged = {"已出院或归档的住院病历：每台手术自手术当日起有医患沟通记录，或术后首次病程等记录写"
                "明已向患方交代手术情况。依据地方评"
                "分表。",
                "Stays that ended: from the day of each surgery on there is a record of a talk, or "
                "the first "
                "postoperative note or another says that the patient's side was told. It rests on "
                "a local "
                "sheet."},
     .exceptions =
         {"取消的手术不评价；签名由人核对。单份文书、文书未能完整读取的无法判定。",
          "Not for cancelled surgeries; signatures are for the reader to see. Undecided for a "
          "lone document or one that could not be read whole."},
     .advice = {"术后及时与患方谈话并记录、签名。",
                "Talk with the patient's side after surgery, record it and have it signed."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
