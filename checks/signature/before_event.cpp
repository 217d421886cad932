// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/signature/people.h"
#include "checks/signature/recorded_event.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Time, Bilingual, Time> kBeforeEvent{
    "before-event", "{0}签名于{1}，早于所记录的{2}（{3}）。",
    "the {0} was signed at {1}, before {2} that it records ({3})."};
constexpr Message<DocType, Time, Time> kBeforeWritten{
    "before-written", "{0}签名于{1}，早于其记录时间{2}。",
    "the {0} was signed at {1}, before the time at which it says it was written, {2}."};
constexpr Message<Bilingual, Time> kOther{"other", "{0}：{1}", "{0}: {1}"};

constexpr Option<Duration> kTolerance{"tolerance", Duration{5},
                                      "签名最多可早多久（系统时钟之差，条文没有数值）",
                                      "how much earlier a signature may be (differing clocks; not "
                                      "in the law)"};

constexpr Citation kBasis[] = {{"BL", "3"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kBeforeEvent, kBeforeWritten, kOther};
constexpr OptionInfo kOptions[] = {kTolerance};

constexpr Bilingual kWritten{"记录时间", "time of writing"};

// The earliest signature of staff that has a time.
const Located<Time>* first_signed(const Document& document) {
  const Located<Time>* first = nullptr;
  for (const Signature& signature : document.signatures) {
    if (!is_staff(signature.role) || !signature.at) continue;
    if (first == nullptr || signature.at->value.latest() < first->value.latest()) {
      first = &*signature.at;
    }
  }
  return first;
}

// What one physician writes at one time. Records of several hands (consultation, hand-over, count,
// anaesthesia), consents and preoperative documents are signed as their parts are done.
bool of_one_piece(DocType type) {
  switch (type) {
    case DocType::kAdmissionRecord:
    case DocType::kAdmissionDischarge24h:
    case DocType::kAdmissionDeath24h:
    case DocType::kFirstProgressNote:
    case DocType::kProgressNote:
    case DocType::kSeniorRoundNote:
    case DocType::kStageSummary:
    case DocType::kRescueRecord:
    case DocType::kInvasiveProcedureNote:
    case DocType::kOperationRecord:
    case DocType::kCesareanRecord:
    case DocType::kPostopFirstNote:
    case DocType::kDischargeRecord:
    case DocType::kDeathRecord:
    case DocType::kDeathCaseDiscussion:
      return true;
    default:
      return false;
  }
}

// Whether the signature is not certainly too early.
bool judge_event(const Chart& chart, const Document& document, const Located<Time>& first,
                 const RecordedEvent& event, Duration tolerance, Report& report) {
  const Subject subject = of(chart, document, "event");
  switch (within(first.value, event.time, tolerance)) {
    case Within::kYes:
      report.pass(subject);
      return true;
    case Within::kUnknown:
      report.undecided(subject, missing::kClockTime, first.span);
      return true;
    case Within::kNo:
      break;
  }
  report.fail(kBeforeEvent, subject, first.span, document.type, first.value, event.name, event.time)
      .note(kOther, event.span, event.name, event.time);
  return false;
}

// Only chart data says of a time that it is the writer's; that of a shared document may be a
// machine's. A signature of which only the day is known contradicts nothing on the same day.
void judge_written(const Chart& chart, const Document& document, const Located<Time>& first,
                   Duration tolerance, Report& report) {
  if (document.format != Format::kChartJson || !document.recorded) return;
  const Located<Time>& written = *document.recorded;
  const Subject subject = of(chart, document);
  if (within(first.value, written.value, tolerance) != Within::kNo) return report.pass(subject);
  report.fail(kBeforeWritten, subject, first.span, document.type, first.value, written.value)
      .note(kOther, written.span, kWritten, written.value);
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Duration tolerance = options[kTolerance];
  for (const Document* document : current_documents(chart)) {
    const Located<Time>* first = first_signed(*document);
    if (first == nullptr) continue;
    const Recorded recorded = recorded_by(chart, *document);
    if (recorded.unclear) {
      report.undecided(of(chart, *document, "event"), *recorded.unclear, document->span);
    }
    const bool fits = !recorded.event ||
                      judge_event(chart, *document, *first, *recorded.event, tolerance, report);
    if (fits && of_one_piece(document->type)) {
      judge_written(chart, *document, *first, tolerance, report);
    }
  }
}

}  // namespace

extern constinit const Check signature_before_event{
    {.id = "signature-before-event",
     .severity = Severity::kError,
     .title = {"签名不应早于所记录的事件", "A record is not signed before what it records"},
     .judged = {"手术记录、术后首次病程记录、麻醉术后访视记录不早于手术结束签名，抢救记录不早于抢救"
                "结束，死亡记录、24小时内入院死亡记录和死亡病例讨论不早于死亡；入院、病程、手术、出"
                "院等记录的签名不早于其记录时间。容许5分钟之差（参数）。",
                "Operation record, first postoperative note and postoperative visit are not signed "
                "before the end of surgery, a rescue record not before the end of the rescue, "
                "records of a death not before it; notes not before the time at which they say "
                "they were written. 5 minutes are tolerated (an option)."},
     .exceptions =
         {"同意书、术前文书和由几人分段书写的文书（会诊、交接、清点、麻醉记录）不判；记录时间只取自"
          "病"
          "历数据，共享文档的 author 时间可能由系统生成，不用。仅有日期而无法比较的、不知是哪一次抢"
          "救的无法判定。",
          "Not for consents, preoperative documents and records of several hands (consultation, "
          "hand-over, count, anaesthesia). The time of writing is taken from chart data only: the "
          "author time of a shared document may be a machine's. Undecided where only dates are "
          "known, or not which rescue is meant."},
     .advice = {"核对签名时间和事件时间，改正写错的一个。",
                "Check both times and correct the wrong one."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
