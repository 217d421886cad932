// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/grades.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType> kMissing{"missing", "{0}等麻醉文书未记录ASA分级（Ⅰ至Ⅵ级）。",
                                    "no ASA class (I to VI) stands in the {0} or another record of "
                                    "the anaesthesia."};

constexpr Citation kBasis[] = {{"TJ", "ASA分级"}, {"MJ", "ASA分级"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kMissing};

void judge(const Chart& chart, std::size_t index, Answer given, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Subject subject = of_surgery(index);
  const Records records =
      records_about(chart, index, {DocType::kAnesthesiaPreopVisit, DocType::kAnesthesiaRecord});
  if (records.all.empty()) return;  // Their absence is said by other checks.
  const bool stated = surgery.anesthesia.asa ||
                      std::any_of(records.all.begin(), records.all.end(),
                                  [](const Document* one) { return asa_of(*one).stated; });
  if (stated) return report.pass(subject);
  const bool broken = std::any_of(records.all.begin(), records.all.end(),
                                  [](const Document* one) { return one->broken; });
  const auto doubt = first_of({doubt_if(broken, missing::kRestOfDocument),
                               doubt_if(!chart.complete, missing::kRestOfChart),
                               doubt_if(records.unlinked, missing::kDocumentLink),
                               doubt_if(given == Answer::kUnknown, missing::kAnesthesia)});
  const Document& last = *records.all.back();
  if (doubt) return report.undecided(subject, *doubt, last.span);
  report.fail(kMissing, subject, last.span, last.type);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Answer given = by_anesthetist(chart.surgeries[i]);
    if (chart.surgeries[i].cancelled || given == Answer::kNo) continue;
    judge(chart, i, given, report);
  }
}

}  // namespace

extern constinit const Check periop_asa_recorded{
    {.id = "periop-asa-recorded",
     .severity = Severity::kWarning,
     .title = {"麻醉文书应记录ASA分级", "The ASA class is recorded"},
     .judged =
         {"由麻醉医师实施麻醉的手术：麻醉术前访视记录或麻醉记录写有ASA分级（Ⅰ至Ⅵ级，可带E）。",
          "Surgery with anaesthesia by an anaesthetist: the preoperative visit or the "
          "anaesthesia record names the ASA class (I to VI, with or without E)."},
     .exceptions =
         {"取消的手术、由术者实施局部麻醉的手术、没有上述两种文书的不判。文书不全、麻醉情况不明、多"
          "台"
          "手术而文书未注明哪一台的无法判定。全国性规范没有这一要求，依据是一份医院评分表；麻醉专业"
          "指"
          "标的原文未能读到。",
          "Not for cancelled surgery, local anaesthesia by the surgeon, or without either record. "
          "Undecided where the records or the kind of anaesthesia are not all known, and where one "
          "names none of several surgeries. No national norm asks for it: it rests on the sheet of "
          "one hospital; the indicators for anaesthesia could not be read."},
     .advice = {"由麻醉医师评定并记录ASA分级。", "Have the anaesthetist assess and record it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
