// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string_view>
#include <unordered_set>

#include "check/report.h"
#include "check/words.h"
#include "checks/integrity/care_team.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal, std::string_view, std::string_view> kUnrelated{
    "unrelated", "账号{0}（{1}）有“{2}”的记录，病历中未见其参与该患者的诊疗。",
    "the log holds “{2}” by account {0} ({1}); nothing in the chart shows a part in the care."};

constexpr Option<WordList> kAccess{
    "access_words",
    {"查阅|浏览|查看|调阅|借阅|打开|打印|复制|导出|下载|view|read|access|print|export"},
    "日志中表明查阅病历的用语",
    "words in the log for reading a chart"};
constexpr Option<WordList> kExempt{
    "exempt_departments",
    {"病案|质控|质管|医务|医疗管理|医保|护理部|院感|感染管理|信息|药学|药剂|检验|放射|影像|超声|"
     "病理|"
     "急诊|内镜|心电|核医学|血液净化|介入|输血|麻醉|手术室|营养|康复|随访|纠纷|投诉"},
    "负责病案管理、医疗管理和医技支持的科室",
    "departments that manage records and care, or support every other"};

constexpr Citation kBasis[] = {{"GL", "15"}, {"ZZ", "9"}, {"HX", "18-6"}};
constexpr int kCore[] = {18};
constexpr Source kNeeds[] = {Source::kAudit};
constexpr MessageInfo kMessages[] = {kUnrelated};
constexpr OptionInfo kOptions[] = {kAccess, kExempt};

// The account of the log is the number or the name of a member of staff.
const Person* member_of(const Chart& chart, std::string_view account) {
  for (const Person& member : chart.staff) {
    if (member.id.value == account || member.name.value == account) return &member;
  }
  return nullptr;
}

void judge(const Chart& chart, const AuditEvent& event, const CareTeam& team, WordList exempt,
           Report& report) {
  const std::string_view account = event.account.value;
  const Subject subject = of_chart(account);
  if (team.has(account)) return report.pass(subject);
  const Person* member = member_of(chart, account);
  if (member == nullptr) return report.undecided(subject, missing::kPerson, event.account.span);
  const std::string_view department = member->department.value;
  if (team.has(member->id.value) || team.has(member->name.value)) return report.pass(subject);
  if (department.empty()) {
    return report.undecided(subject, missing::kPerson, event.account.span);
  }
  if (team.has_department(department) || holds_any(department, exempt)) {
    return report.pass(subject);
  }
  if (!chart.complete || chart.cut_off) {  // What shows the part may not have been read.
    return report.undecided(subject, missing::kRestOfChart, event.account.span);
  }
  report.fail(kUnrelated, subject, event.account.span, Personal{account}, department,
              event.action.value);
}

void run(const Chart& chart, const Options& options, Report& report) {
  std::optional<CareTeam> team;
  std::unordered_set<std::string_view> judged;  // Each account once.
  for (const AuditEvent& event : chart.audit) {
    if (event.account.value.empty()) continue;
    if (!holds_any(event.action.value, options[kAccess])) continue;
    if (!judged.insert(event.account.value).second) continue;
    if (!team) team.emplace(chart);
    judge(chart, event, *team, options[kExempt], report);
  }
}

}  // namespace

extern constinit const Check integrity_access_unrelated{
    {.id = "integrity-access-unrelated",
     .severity = Severity::kNote,
     .title = {"非诊疗相关人员不应查阅病历", "A chart is read by those who take part in the care"},
     .judged =
         {"操作日志中有查阅、打印、导出等记录的账号：其人在病历中书写、签名、开立或执行医嘱、参加手"
          "术、会诊，或属于患者所在、转科、会诊的科室，或属于病案管理、医疗管理和医技科室（用语和科"
          "室可调）。每个账号提示一次。",
          "Accounts that read, print or export in the log: their owner writes, signs, orders, "
          "carries "
          "out, operates or is consulted in the chart, or belongs to a department of the stay, or "
          "to "
          "one that manages records and care or supports every other (words and departments are "
          "options). Said once for each account."},
     .exceptions =
         {"未载入日志的、病历不全的无法判定；人员表中查不到该账号、或不知其科室的无法判定；只有修改"
          "记录的账号不评价。经授权的查阅由评价者核对。",
          "Undecided where the log was not loaded, where the chart is not complete, and where the "
          "table of staff does not tell who the account is or of which department; not for "
          "accounts that only write. Whether somebody was authorised is for the reviewer to know."},
     .advice = {"核实查阅是否经授权，收紧查阅权限。",
                "Find out whether it was authorised, and narrow the rights."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
