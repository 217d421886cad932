// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/visit.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kMissing{"missing", "本次就诊有抢救，病历中未见抢救记录。",
                             "there was a rescue at this visit; the chart holds no record of it."};
constexpr Message<std::string_view> kOrdered{
    "ordered", "医嘱有“{0}”，病历中未见抢救记录。",
    "“{0}” was ordered; the chart holds no rescue record."};

constexpr Option<WordList> kWords{"words",
                                  {"大抢救|中抢救|小抢救|危重病人抢救|危重患者抢救|抢救费"},
                                  "医嘱（收费）中表示实施了抢救的词语",
                                  "words of orders or charges that tell of a rescue"};

constexpr Citation kBasis[] = {{"BL", "15"}, {"BL", "22(8)"}};
constexpr int kCore[] = {7};
constexpr Source kNeeds[] = {Source::kDocuments};
// The deadline would say of the same rescue that there is no record.
constexpr std::string_view kSupersedes[] = {"timeliness-rescue-record-6h"};
constexpr MessageInfo kMessages[] = {kMissing, kOrdered};
constexpr OptionInfo kOptions[] = {kWords};

// A record of its own, or a part of the visit's record under a heading of its own.
bool is_record(const Document& document) {
  if (document.type == DocType::kRescueRecord) return true;
  const bool of_visit = document.type == DocType::kOutpatientRecord ||
                        document.type == DocType::kEmergencyObservationRecord;
  return of_visit && document.has_text(SectionType::kRescueMeasures);
}

bool ordered(const Order& order, WordList words) {
  return !order.cancelled && holds_any(order.content.value, words);
}

// Judges one rescue; `fail` says that its record is missing. How many records there are for how
// many rescues is not counted: one may tell of several.
template <typename Fail>
void judge(const Chart& chart, Subject subject, Report& report, Fail fail) {
  const auto& documents = chart.documents;
  if (std::any_of(documents.begin(), documents.end(), is_record)) return report.pass(subject);
  const auto broken = std::find_if(documents.begin(), documents.end(),
                                   [](const Document& document) { return document.broken; });
  if (broken != documents.end()) {
    report.undecided(subject, missing::kRestOfDocument, broken->span);
  } else if (!chart.complete) {
    report.undecided(subject, missing::kRestOfChart, subject_span(chart, subject));
  } else if (report.clock().stage >= Stage::kDischarged) {
    fail();
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!is_visit(chart)) return;
  for (std::size_t i = 0; i < chart.rescues.size(); ++i) {
    const Subject subject{SubjectKind::kRescue, static_cast<std::uint32_t>(i)};
    judge(chart, subject, report,
          [&] { report.fail(kMissing, subject, subject_span(chart, subject)); });
  }
  if (!chart.rescues.empty()) return;  // Its orders say the same.
  const auto first = std::find_if(chart.orders.begin(), chart.orders.end(),
                                  [&](const Order& o) { return ordered(o, options[kWords]); });
  if (first == chart.orders.end()) return;
  const auto index = static_cast<std::uint32_t>(first - chart.orders.begin());
  const Subject subject{SubjectKind::kOrder, index};
  judge(chart, subject, report,
        [&] { report.fail(kOrdered, subject, first->content.span, first->content.value); });
}

}  // namespace

extern constinit const Check outpatient_rescue_record{
    {.id = "outpatient-rescue-record",
     .severity = Severity::kError,
     .title = {"门（急）诊抢救患者应有抢救记录",
               "A rescue at an outpatient or emergency visit has a record"},
     .judged =
         {"门诊、急诊、留观病历：有抢救事件，或医嘱（收费）有抢救项目的，应有抢救记录；留观病历"
          "、门（急）诊病历中的抢救记录章节也算。",
          "Outpatient, emergency and observation charts with a rescue as an event, an order "
          "or a charge hold a rescue record; a section of it in the record of the visit "
          "does as well."},
     .exceptions =
         {"只在叙述文字中提到抢救的不判；一份记录可写几次抢救，不逐次计数；时限由抢救记录6"
          "小时的检查评价；单份文书、文书未能完整读取时无法判定。",
          "Not where only narrative speaks of a rescue; one record may tell of several; "
          "the six hours are judged elsewhere. Undecided where the rest of the chart or "
          "of a document was not read."},
     .advice = {"据实补记抢救记录并注明，时间具体到分钟，写明参加抢救人员。",
                "Write the record, say that it was written afterwards, with times to the minute "
                "and those who took part."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
