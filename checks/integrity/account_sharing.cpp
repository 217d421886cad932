// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <vector>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal, std::string_view, std::string_view, Duration> kTwoPlaces{
    "two-places", "账号{0}在{3}内先后于两个终端（{1}、{2}）操作。",
    "account {0} was used at two terminals ({1}, {2}) within {3}."};
constexpr Message<std::string_view, Time> kBefore{"before", "终端{0}：{1}", "terminal {0}: {1}"};

constexpr Option<Duration> kWithin{"within", Duration{5}, "两个终端的操作相隔多久以内即提示",
                                   "how close the two uses are"};

constexpr Citation kBasis[] = {{"ZZ", "9"}, {"HX", "18-6"}};
constexpr int kCore[] = {18};
constexpr Source kNeeds[] = {Source::kAudit};
constexpr MessageInfo kMessages[] = {kTwoPlaces, kBefore};
constexpr OptionInfo kOptions[] = {kWithin};

using Events = std::vector<const AuditEvent*>;

// What names account, terminal and a time, by account and time.
Events located_events(const Chart& chart) {
  Events events;
  for (const AuditEvent& event : chart.audit) {
    if (event.at && event.at->value.exact() && !event.account.value.empty() &&
        !event.terminal.value.empty()) {
      events.push_back(&event);
    }
  }
  std::stable_sort(events.begin(), events.end(), [](const AuditEvent* a, const AuditEvent* b) {
    if (a->account.value != b->account.value) return a->account.value < b->account.value;
    return a->at->value.earliest < b->at->value.earliest;
  });
  return events;
}

bool two_places(const AuditEvent& before, const AuditEvent& event, Duration limit) {
  return before.account.value == event.account.value &&
         before.terminal.value != event.terminal.value &&
         event.at->value.earliest - before.at->value.earliest <= limit;
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Events events = located_events(chart);
  std::string_view reported, passed;  // One outcome for each account.
  for (std::size_t i = 0; i < events.size(); ++i) {
    const AuditEvent& event = *events[i];
    const std::string_view account = event.account.value;
    if (account == reported) continue;
    if (i > 0 && two_places(*events[i - 1], event, options[kWithin])) {
      const AuditEvent& before = *events[i - 1];
      report
          .fail(kTwoPlaces, of_chart(account), event.terminal.span, Personal{account},
                before.terminal.value, event.terminal.value, options[kWithin])
          .note(kBefore, before.terminal.span, before.terminal.value, before.at->value)
          .note(kBefore, event.terminal.span, event.terminal.value, event.at->value);
      reported = account;
    } else if (account != passed &&
               (i + 1 == events.size() || events[i + 1]->account.value != account)) {
      report.pass(of_chart(account));
      passed = account;
    }
  }
}

}  // namespace

extern constinit const Check integrity_account_sharing{
    {.id = "integrity-account-sharing",
     .severity = Severity::kNote,
     .title = {"账号不应多人共用", "An account is not shared"},
     .judged = {"操作日志中同一账号在5分钟内先后于两个终端操作的，提示一次；时间可调。",
                "In the log one account at two terminals within five minutes, said once for each "
                "account; the time is an option."},
     .exceptions =
         {"没有账号、终端或具体到分钟的时间的条目不评价；未载入日志时无法判定。移动终端与固定"
          "终端交替使用的，由评价者核对。",
          "Entries without account, terminal or a time to the minute are not judged; "
          "undecided where the log was not loaded. Who changes between a mobile and a "
          "fixed terminal is for the reviewer to know."},
     .advice = {"一人一账号，不转借账号和密码。", "One account each; do not lend it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
