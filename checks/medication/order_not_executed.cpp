// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "checks/medication/order_sheet.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time> kNot{
    "not", "医嘱“{0}”于{1}下达，没有执行时间和执行者，也未注明未执行的原因。",
    "the order “{0}” was given at {1}; neither when and by whom it was carried out is told, nor "
    "why it was not."};
constexpr Message<std::string_view> kNobody{"nobody", "医嘱“{0}”有执行时间，没有执行者。",
                                            "the order “{0}” tells when it was carried out, and "
                                            "not by whom."};
constexpr Message<std::string_view> kNoTime{"no-time", "医嘱“{0}”有执行者，没有执行时间。",
                                            "the order “{0}” tells who carried it out, and not "
                                            "when."};

constexpr Option<Duration> kBeforeEnd{"before_end", std::chrono::hours(24),
                                      "出院、死亡前多久以内下达的不评价",
                                      "how long before discharge or death an order is not judged"};
constexpr Option<WordList> kExcused{
    "excused",
    {"必要时|备用|prn|PRN|Prn|sos|SOS|术中|拒绝|未执行|未用|未做|取消|停用|自备|退药|暂缓|暂停|"
     "出院"},
    "含有这些词的医嘱可以不执行",
    "words of orders that may remain undone"};

constexpr Missing kExecutions{
    "order-execution", "药物医嘱的执行时间和执行者（同类医嘱均没有）",
    "when and by whom drug orders were carried out (no order of the kind tells it)"};

constexpr Citation kBasis[] = {{"BL", "28"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kNot, kNobody, kNoTime};
constexpr OptionInfo kOptions[] = {kBeforeEnd, kExcused};

// What the orders of a kind and term (长期, 临时) tell: an export may hold one and not the other.
struct Told {
  bool time = false, executor = false;
};
using Kinds = std::map<std::pair<std::string_view, std::string_view>, Told>;

// Nobody ticks these off; records of their own show that they were carried out.
bool of_records(const Order& order) {
  const std::string_view kind = order.kind.value;
  return kind == "surgery" || kind == "consultation" || kind == "condition";
}

// It ended at once or on the day of its beginning, or so near to the end of the stay that it may
// never have been due.
bool cut_short(const Order& order, const TimeFact* end, Duration before_end) {
  if (!order.start) return true;
  const Time& start = order.start->value;
  if (order.stop && within(start, order.stop->value, std::chrono::hours(24)) != Within::kNo) {
    return true;
  }
  return end == nullptr || within(start, end->value(), before_end) != Within::kNo;
}

// A report that bears the name of the test that was ordered.
bool reported(const Chart& chart, const Order& order) {
  if (order.kind.value != "lab" && order.kind.value != "exam") return false;
  return std::any_of(chart.results.begin(), chart.results.end(), [&](const TestResult& result) {
    const std::string_view name = result.name.value, content = order.content.value;
    return !name.empty() && (holds(content, name) || holds(name, content));
  });
}

void judge(const Chart& chart, std::uint32_t index, const Told& told, Report& report) {
  const Order& order = chart.orders[index];
  const Subject subject = of_order(index);
  const Span where = order.content.span;
  const std::string_view content = order.content.value;
  const bool no_time = !order.executed && told.time;
  const bool nobody = !order.executor.known() && told.executor;
  if (!no_time && !nobody) return report.pass(subject);
  if (chart.cut_off) return report.undecided(subject, missing::kRestOfChart, where);
  if (!order.executed && !order.executor.known()) {
    if (reported(chart, order)) return;
    report.fail(kNot, subject, where, content, order.start->value);
  } else if (nobody) {
    report.fail(kNobody, subject, where, content);
  } else {
    report.fail(kNoTime, subject, where, content);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (report.clock().stage < Stage::kDischarged && !chart.dead()) return;
  const TimeFact* const end = end_of_orders(chart);
  std::vector<std::uint32_t> orders;
  Kinds kinds;
  for (const std::uint32_t index : sheet_orders(chart)) {
    const Order& order = chart.orders[index];
    if (of_records(order)) continue;
    orders.push_back(index);
    Told& told = kinds[{order.kind.value, order.term.value}];
    told.time = told.time || order.executed;
    told.executor = told.executor || order.executor.known();
  }
  const Order* untold = nullptr;
  for (const std::uint32_t index : orders) {
    const Order& order = chart.orders[index];
    const Told& told = kinds[{order.kind.value, order.term.value}];
    const bool whole = order.executed && order.executor.known();
    const bool done = order.executed || order.executor.known();
    if (!whole && (take_home(order) || order_says(order, options[kExcused]))) continue;
    if (!done && cut_short(order, end, options[kBeforeEnd])) continue;
    if (told.time || told.executor) {
      judge(chart, index, told, report);
    } else if (untold == nullptr && order.kind.value == "drug") {
      untold = &order;
    }
  }
  if (untold != nullptr) report.undecided(of_chart(), kExecutions, untold->span);
}

}  // namespace

extern constinit const Check order_not_executed{
    {.id = "order-not-executed",
     .severity = Severity::kNote,
     .title = {"医嘱应有执行时间和执行者", "Orders tell when and by whom they were carried out"},
     .judged =
         {"已出院或归档的住院病历：每条医嘱有执行时间和执行者；只要求同类（类别、长期或临时相同）医"
          "嘱中有人"
          "填写的项目。",
          "Stays that ended: each order tells when and by whom it was carried out, as far as any "
          "order of its kind and term tells it."},
     .exceptions =
         {"手术、会诊、病危病重医嘱，出院带药，必要时、备用、术中的，注明拒绝、未用、取消等的，24小"
          "时内停止的，"
          "出院（死亡）前24小时内下达的（可调），没有下达时间的，均不评价；已有同名报告的检验、检查"
          "不提示。"
          "同类医嘱都没有执行记录的（多为未导出）不评价，药物医嘱则无法判定。",
          "Not for surgeries, consultations, conditions, drugs to take home, orders if needed or "
          "in theatre, refused or dropped, stopped within 24 hours, given within 24 hours of "
          "discharge or death (an option) or without a time, nor for tests that have a report of "
          "that name. Where no order of the kind tells of its execution, as exports may leave it "
          "out, it is not judged; for drugs that is undecided."},
     .advice =
         {"核实医嘱是否执行：已执行的由执行护士补签名和时间，未执行的注明原因或取消。",
          "Find out whether it was carried out: whoever did it signs with the time; else note "
          "the reason or cancel the order."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
