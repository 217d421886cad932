// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/prophylaxis.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time, Time> kAfter{
    "after", "预防用抗菌药“{0}”于{1}给药，晚于切皮（{2}）。",
    "the prophylactic “{0}” was given at {1}, after the incision at {2}."};
constexpr Message<std::string_view, Time, Time, Duration> kEarly{
    "early", "预防用抗菌药“{0}”于{1}给药，距切皮（{2}）超过{3}。",
    "the prophylactic “{0}” was given at {1}, more than {3} before the incision at {2}."};
constexpr Message<Duration> kRepeat{"repeat", "手术超过{0}，未见术中追加预防用抗菌药的医嘱。",
                                    "surgery took more than {0}; no second dose is ordered."};
constexpr Message<> kStart{"start", "手术开始（切皮）时间", "the incision"};

constexpr Option<Duration> kBefore{"before", Duration{60}, "切皮前多长时间内给药",
                                   "how long before the incision a dose may be given"};
constexpr Option<Duration> kSlowBefore{"slow_before", Duration{120},
                                       "万古霉素、喹诺酮类切皮前多长时间内给药",
                                       "the same for vancomycin and quinolones"};
constexpr Option<Duration> kLong{"long", Duration{180}, "手术超过多长时间应追加",
                                 "after which time a dose is repeated"};

constexpr Citation kBasis[] = {{"SA", "8"}};
constexpr int kCore[] = {16};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kAfter, kEarly, kRepeat, kStart};
constexpr OptionInfo kOptions[] = {kBefore, kSlowBefore, kLong};

bool slow(const Order& order) { return holds_any(order.content.value, {"万古霉素|沙星"}); }

// The dose that is nearest before the incision, else the first behind it.
const Order& first_dose(const std::vector<const Order*>& doses, const Time& start) {
  const Order* best = doses.front();
  for (const Order* dose : doses) {
    const Time& at = given_at(*dose)->value;
    const Time& other = given_at(*best)->value;
    const bool before = !certainly_after(at, start), other_before = !certainly_after(other, start);
    if (before != other_before
            ? before
            : (before ? certainly_after(at, other) : certainly_before(at, other))) {
      best = dose;
    }
  }
  return *best;
}

void judge_dose(const Surgery& surgery, Subject subject, const Order& dose, const Options& options,
                Report& report) {
  const Located<Time>& at = *given_at(dose);
  const Time& start = surgery.start.value();
  if (!dose.executed) return report.undecided(subject, missing::kEventTime, dose.content.span);
  const Duration limit = options[slow(dose) ? kSlowBefore : kBefore];
  if (certainly_after(at.value, start)) {
    report.fail(kAfter, subject, at.span, dose.content.value, at.value, start)
        .note(kStart, surgery.start.span());
    return;
  }
  switch (within(at.value, start, limit)) {
    case Within::kYes:
      return report.pass(subject);
    case Within::kUnknown:
      return report.undecided(subject, missing::kClockTime, at.span);
    case Within::kNo:
      report.fail(kEarly, subject, at.span, dose.content.value, at.value, start, limit)
          .note(kStart, surgery.start.span());
  }
}

// Of a long surgery: whether a dose was given while it went on.
void judge_repeat(const Surgery& surgery, std::size_t index, const std::vector<const Order*>& doses,
                  Duration limit, Report& report) {
  if (!surgery.end || within(surgery.start.value(), surgery.end.value(), limit) != Within::kNo) {
    return;
  }
  const bool repeated = std::any_of(doses.begin(), doses.end(), [&](const Order* dose) {
    const Time& at = given_at(*dose)->value;
    return certainly_after(at, surgery.start.value()) && !certainly_after(at, surgery.end.value());
  });
  const Subject subject = of_surgery(index, "repeat");
  if (repeated) {
    report.pass(subject);
  } else {
    report.fail(kRepeat, subject, surgery.end.span(), limit).note(kStart, surgery.start.span());
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || surgery.cesarean) continue;
    const std::vector<const Order*> doses = prophylactic_orders(chart, surgery);
    if (doses.empty()) continue;
    const Subject subject = of_surgery(i, "first-dose");
    if (const auto doubt = unread_doubt(chart)) {
      report.undecided(subject, *doubt, called_for_at(surgery));
      continue;
    }
    const Order& first = first_dose(doses, surgery.start.value());
    // Given afterwards only, on another reason than the incision: no prophylaxis of it.
    const bool later = surgery.end && certainly_after(given_at(first)->value, surgery.end.value());
    if (later) continue;
    judge_dose(surgery, subject, first, options, report);
    judge_repeat(surgery, i, doses, options[kLong], report);
  }
}

}  // namespace

extern constinit const Check periop_incision_prophylaxis_timing{
    {.id = "periop-incision-prophylaxis-timing",
     .severity = Severity::kWarning,
     .title = {"预防用抗菌药应在切皮前适时给予",
               "Antibacterial prophylaxis is given shortly before the incision"},
     .judged =
         {"围手术期预防用抗菌药：最近切皮的一剂在切皮前60分钟内（万古霉素、喹诺酮类120分钟内）执行"
          "；手术超过"
          "3小时有术中追加（均可用参数改变）。行动方案只要求规范使用抗菌药物；时限取自未读原文的临"
          "床应用指导"
          "原则，不是本检查所依据条文的规定。",
          "Antibacterial prophylaxis: the dose nearest to the incision was given within 60 minutes "
          "before it (120 for vancomycin and quinolones), and one during surgery of more than 3 "
          "hours (options). The plan asks for proper use only; the limits are those of the "
          "clinical "
          "guideline, which was not read, and no law of this check."},
     .exceptions =
         {"剖宫产、III类切口、感染性疾病、此前已在治疗用药、只在术后用药和取消的手术不判。医嘱未载"
          "入、没有执"
          "行时间、仅有日期、单份文书无法判定；失血量不在此判定。",
          "Not for caesarean sections, contaminated incisions, infections, treatment that began "
          "earlier, drugs of after surgery only, and cancelled surgery. Undecided where orders are "
          "not loaded, bring no time of execution or only a day, and for a lone document; blood "
          "loss is not judged."},
     .advice =
         {"在麻醉开始至切皮前给药，长时间手术术中追加，并记录执行时间。",
          "Give the dose between the start of anaesthesia and the incision, repeat it in long "
          "surgery, and record when."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
