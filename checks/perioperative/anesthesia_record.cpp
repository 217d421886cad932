// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "{0}由麻醉医师实施麻醉，未见麻醉记录。",
                                    "no anaesthesia record is on file for {0}."};

constexpr Citation kBasis[] = {{"BL", "22(14)"}, {"BL", "8"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kMissing};

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    const Answer given = by_anesthetist(surgery);
    if (surgery.cancelled || given == Answer::kNo) continue;
    const Records records = records_about(chart, i, {DocType::kAnesthesiaRecord});
    if (!records.all.empty()) {
      report.pass(of_surgery(i));
      continue;
    }
    const auto doubt = first_of({doubt_if(records.unlinked, missing::kDocumentLink),
                                 doubt_if(given == Answer::kUnknown, missing::kAnesthesia)});
    say_absent(chart, i, kMissing, {end_of(surgery), doubt, {}}, report);
  }
}

}  // namespace

extern constinit const Check periop_anesthesia_record{
    {.id = "periop-anesthesia-record",
     .severity = Severity::kError,
     .title = {"实施麻醉应有麻醉记录", "Anaesthesia is recorded"},
     .judged = {"由麻醉医师实施麻醉的每台手术都有麻醉记录。",
                "Every surgery with anaesthesia by an anaesthetist has an anaesthesia record."},
     .exceptions =
         {"没有麻醉信息、由术者实施局部麻醉和取消的手术不判。麻醉方式和麻醉医师都不明而未见记录的、"
          "多台手术而记录未注明哪一台的、单份文书无法判定。",
          "Not for surgery without data on anaesthesia, with local anaesthesia by the surgeon, or "
          "cancelled. Undecided where neither kind nor anaesthetist is known, where a record names "
          "none of several surgeries, and for a lone document."},
     .advice = {"请归入麻醉记录；麻醉记录应当另页书写。",
                "File the anaesthesia record; it is a page of its own."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
