// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Time, Time> kBefore{
    "before", "{0}的记录时间{1}早于入院时间{2}。",
    "{0} was written at {1}, before the admission at {2}."};
constexpr Message<DocType, Time, Bilingual, Time> kAfter{
    "after", "{0}的记录时间{1}晚于{2}{3}。", "{0} was written at {1}, after {2} at {3}."};
constexpr Message<Bilingual, Time> kOther{"other", "{0}：{1}", "{0}: {1}"};

constexpr Option<Duration> kEarly{"early", Duration{120},
                                  "入病房前多久书写的仍属本次住院（条文没有数值）",
                                  "how long before the ward received the patient a note may be "
                                  "written (not in the law)"};
constexpr Option<Duration> kLate{"late", Duration{24 * 60},
                                 "出院或死亡后多久书写的不计（条文没有数值）",
                                 "how long after discharge or death a note may be written (not in "
                                 "the law)"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"BL", "22"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr std::string_view kSupersedes[] = {"signature-before-event"};
constexpr MessageInfo kMessages[] = {kBefore, kAfter, kOther};
constexpr OptionInfo kOptions[] = {kEarly, kLate};

constexpr Bilingual kAdmission{"入院时间", "the admission"};
constexpr Bilingual kDischarge{"出院时间", "the discharge"};
constexpr Bilingual kDeath{"死亡时间", "the death"};

// What a physician writes of a patient on the ward. Records of the end, of rescues (written up to 6
// hours later), discussions, surgery and consents have their own times.
bool judged(DocType type) {
  switch (type) {
    case DocType::kAdmissionRecord:
    case DocType::kFirstProgressNote:
    case DocType::kProgressNote:
    case DocType::kSeniorRoundNote:
    case DocType::kHandoverRecord:
    case DocType::kTransferRecord:
    case DocType::kStageSummary:
      return true;
    default:
      return false;
  }
}

struct Stay {
  const TimeClaim* from;
  const TimeClaim* to;
  Bilingual end;
};

// The author time of a shared document may be a machine's: the signature has to agree with it.
bool signed_inside(const Document& document, const Time& from, const Time* to, Duration early) {
  if (document.format != Format::kWs500 || !document.completed) return false;
  const Time& at = document.completed->value;
  return within(at, from, early) != Within::kNo && (to == nullptr || !certainly_after(at, *to));
}

void judge(const Chart& chart, const Document& document, const Stay& stay, const Options& options,
           Report& report) {
  const Located<Time>& written = *document.recorded;
  const Subject subject = of(chart, document);
  const bool before = stay.from != nullptr && certainly_before(written.value, stay.from->value) &&
                      within(written.value, stay.from->value, options[kEarly]) == Within::kNo &&
                      !signed_inside(document, stay.from->value,
                                     stay.to ? &stay.to->value : nullptr, options[kEarly]);
  if (before) {
    report.fail(kBefore, subject, written.span, document.type, written.value, stay.from->value)
        .note(kOther, stay.from->span, kAdmission, stay.from->value);
    return;
  }
  const bool after = stay.to != nullptr && certainly_after(written.value, stay.to->value) &&
                     within(stay.to->value, written.value, options[kLate]) == Within::kNo;
  if (after) {
    report
        .fail(kAfter, subject, written.span, document.type, written.value, stay.end, stay.to->value)
        .note(kOther, stay.to->span, stay.end, stay.to->value);
    return;
  }
  if (stay.from != nullptr || stay.to != nullptr) report.pass(subject);
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Encounter& e = chart.encounter;
  if (!chart.inpatient()) return;
  const bool died = e.died.known();
  const Stay stay{e.admitted.best(), died ? e.died.best() : e.discharged.best(),
                  died ? kDeath : kDischarge};
  // A stay that ends before it begins is said by consistency-event-order.
  if (stay.from && stay.to && certainly_before(stay.to->value, stay.from->value)) return;
  for (const Document& document : chart.documents) {
    if (!judged(document.type) || !document.recorded) continue;
    judge(chart, document, stay, options, report);
  }
}

}  // namespace

extern constinit const Check note_outside_stay{
    {.id = "consistency-note-outside-stay",
     .severity = Severity::kError,
     .title = {"病程记录的记录时间应在住院期间内", "A note is written during the stay"},
     .judged =
         {"入院记录、首次病程、日常病程、查房、交接班、转科、阶段小结的记录时间不早于入院时间（容许"
          "2"
          "小时），不晚于出院或死亡后24小时。",
          "Admission record, first note, progress notes, rounds, handovers, transfers and stage "
          "summaries are written no more than 2 hours before the admission and no more than 24 "
          "hours after discharge or death."},
     .exceptions =
         {"门急诊文书、出院（死亡）记录、死亡讨论、首页、抢救补记、各种讨论、围手术期文书和同意书不"
          "判；没有记录时间的不判；只有日期的按整日比较；共享文档的记录时间早于入院而签名在住院期间"
          "的不判。容许的时间不是条文规定，可以调整。",
          "Not for outpatient documents, records of the end, death discussions, the front page, "
          "rescues, discussions, surgery and consents, nor without a time of writing; a date "
          "counts as its whole day. A shared document is not judged whose author time is early and "
          "whose signature falls into the stay. The tolerances are not law."},
     .advice = {"核对日期（常为年份、月份录入错误）并改正；属其他住院的文书归入相应病历。",
                "Check the date, often a wrong year or month; a document of another stay belongs "
                "to that chart."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
