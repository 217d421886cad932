// SPDX-License-Identifier: Apache-2.0
#include "check/deadline.h"
#include "checks/signature/people.h"
#include "checks/timeliness/duty.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Time, Duration, Time> kLate{
    "late", "{0}于{1}，注册医务人员审签于{4}，超过{3}（至{2}）。",
    "{0} was at {1}; it was countersigned at {4}, later than {3} (until {2})."};
constexpr Message<Bilingual, Time, Time, Duration> kDue{
    "due", "{0}于{1}，注册医务人员应在{3}内审签，最迟{2}。",
    "{0} was at {1}; it is to be countersigned within {3}, by {2}."};

constexpr Missing kWritten{"written-time", "书写时间", "when it was written"};
constexpr Missing kQualification{"qualification", "签名者是否注册",
                                 "whether a signer is registered"};

constexpr Option<Duration> kWithin{"limit", Duration{72 * 60}, "书写后多长时间内审签（地方标准）",
                                   "time after writing (a local matter)"};

constexpr Bilingual kWriting{"实习、试用期人员书写", "the writing by a trainee"};
constexpr Bilingual kCountersigning{"审签", "the countersignature"};

constexpr Citation kBasis[] = {{"BL", "8"}, {"TJ", "3.1.2"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kLate, kDue, kStep, kLimitStep};
constexpr OptionInfo kOptions[] = {kWithin};

struct Countersigned {
  std::optional<Located<Time>> written, first;
  bool by_trainee = false;
  bool untimed = false, unknown = false;
};

Countersigned countersigned(const Chart& chart, const Document& document) {
  Countersigned found;
  found.by_trainee = registered(chart, document.author) == Registered::kNo;
  found.written = document.recorded;
  for (const Signature& signature : document.signatures) {
    if (!is_staff(signature.role)) continue;
    const Registered status = registered(chart, signature.person);
    if (status == Registered::kUnknown) found.unknown = true;
    if (status == Registered::kNo && !found.written) found.written = signature.at;
    if (status != Registered::kYes) continue;
    if (!signature.at) found.untimed = true;
    if (signature.at &&
        (!found.first || signature.at->value.earliest < found.first->value.earliest)) {
      found.first = signature.at;
    }
  }
  return found;
}

// That nobody countersigned at all is said by signature-trainee-countersign; here only that there
// is still time.
bool nothing_to_say(const Countersigned& found, Duration limit, const Report& report) {
  if (found.first || found.untimed) return false;
  return !found.written || !report.still_open(deadline_of(found.written->value, limit));
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Duration limit = options[kWithin];
  for (const Document* document : current_documents(chart)) {
    const Countersigned found = countersigned(chart, *document);
    if (!found.by_trainee || nothing_to_say(found, limit, report)) continue;
    std::optional<Missing> doubt;
    if (found.unknown) doubt = kQualification;
    if (found.untimed) doubt = missing::kCompletionTime;
    judge_duty({.subject = of(chart, *document),
                .event = kWriting,
                .began = found.written,
                .unknown = kWritten,
                .limit = {.time = limit, .working_days = {}, .days = {}},
                .done_name = kCountersigning,
                .late = kLate,
                .missing = {},
                .due = kDue},
               found.first, doubt, report);
  }
}

}  // namespace

extern constinit const Check timeliness_trainee_countersign{
    {.id = "timeliness-trainee-countersign",
     .severity = Severity::kWarning,
     .title = {"实习、试用期人员书写的病历应在72小时内审签（地方标准）",
               "What a trainee wrote is countersigned within 72 hours (local)"},
     .judged = {"由实习、试用期或未取得执业资格人员书写的文书：书写（记录时间，未记的为本人签名）到"
                "首个注册"
                "医务人员签名不超过72小时。规范要求审签而没有时限；时长是一份医院评分表的，可调。",
                "Documents written by a student, somebody on probation or without a licence: from "
                "the writing (its stated time, else the writer's signature) to the first signature "
                "of somebody registered, 72 hours. The norm asks for it without a limit; the time "
                "is a hospital sheet's and an option."},
     .exceptions =
         {"无人审签的由另一项检查指出；书写者资格、签名者资格或时间不明的无法判定。",
          "That nobody countersigned is said by its own check. Undecided where a signer's "
          "status, or a time, is not known; not judged where the writer's is not."},
     .advice = {"由注册医务人员及时审阅、修改并签名，注明时间。",
                "Have somebody registered read, correct and sign it in time."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
