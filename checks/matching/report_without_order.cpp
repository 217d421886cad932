// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/matching/told.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time> kNone{
    "none", "“{0}”（{1}）有报告，医嘱中未见该检查。",
    "there is a report of “{0}” ({1}); no order asks for it."};

constexpr Missing kTestOrders{"test-orders", "检查检验医嘱（医嘱数据中没有此类医嘱）",
                              "the orders of tests (the orders that were loaded have none)"};
constexpr Missing kOrderName{"order-name", "名称不明的检查检验医嘱包括哪些项目",
                             "which tests an order of unknown name asks for"};

constexpr Citation kBasis[] = {{"ZB", "8"}, {"ZB", "10"}, {"ZJ", "日常病程4"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kOrders, Source::kResults};
constexpr MessageInfo kMessages[] = {kNone};

enum class Asked : std::uint8_t { kYes, kNo, kUnknown, kNoOrders };

// Whether an order from before the test, or of its day, asks for it.
Asked asked(const Chart& chart, const TestResult& result, GroupSet tests) {
  const auto day = day_of(done_at(result));
  const bool lab = of_laboratory(result);
  Asked asked = Asked::kNoOrders;
  for (const Order& order : chart.orders) {
    if (!orders_test(order) || (order.kind.value == "lab") != lab) continue;
    if (asked == Asked::kNoOrders) asked = Asked::kNo;
    const GroupSet ordered = tests_of(order);
    if (ordered == 0) asked = Asked::kUnknown;
    const auto start = day_of(order.start);
    if ((ordered & tests) != 0 && (!start || !day || *start <= *day)) return Asked::kYes;
  }
  return asked;
}

void judge(const Chart& chart, std::size_t index, Asked asked, Report& report) {
  const TestResult& result = chart.results[index];
  if (asked == Asked::kYes) {
    report.pass(of_result(index));
  } else if (asked == Asked::kUnknown) {
    report.undecided(of_result(index), kOrderName, result.span);
  } else if (const auto doubt = untold_doubt(chart)) {
    report.undecided(of_result(index), *doubt, result.span);
  } else {
    report.fail(kNone, of_result(index), result.name.span, result.name.value,
                done_at(result)->value);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther) return;
  std::optional<Span> without[2];  // The first report of each kind that has no orders at all.
  for (std::size_t i = 0; i < chart.results.size(); ++i) {
    const TestResult& result = chart.results[i];
    const GroupSet tests = tests_of(result);
    // A specimen of a surgery is sent by what the surgeon writes, not by an order.
    if (tests == 0 || (tests & kPathology) != 0 || !within_stay(chart, result)) continue;
    const Asked found = asked(chart, result, tests);
    std::optional<Span>& first = without[of_laboratory(result) ? 0 : 1];
    if (found != Asked::kNoOrders) {
      judge(chart, i, found, report);
    } else if (!first) {
      first = result.span;
    }
  }
  if (without[0]) report.undecided(of_chart("lab"), kTestOrders, *without[0]);
  if (without[1]) report.undecided(of_chart("exam"), kTestOrders, *without[1]);
}

}  // namespace

extern constinit const Check match_report_without_order{
    {.id = "match-report-without-order",
     .severity = Severity::kNote,
     .title = {"检查检验报告应有相应医嘱", "There is an order for each report"},
     .judged =
         {"住院期间所做的每份检查检验报告，凡名称属常用检查的：有采集（检查）当日或之前开立、未取消"
          "的同类"
          "医嘱。指标以医嘱、报告、病程相对应计，没有规范要求，故为提示。",
          "Each report of a test of the stay whose name is one of the common ones: an order of "
          "that "
          "kind, not cancelled, from its day or before. Indicators count orders, reports and notes "
          "that match; no norm asks for it, so it is a note."},
     .exceptions =
         {"入院前所做、出院后报告、没有时间的、病理检查和名称不在其列的不评价。医嘱数据中没有检查（"
          "检验）"
          "医嘱，或有名称不明的此类医嘱（如“入院常规检查”），病历不全的无法判定。",
          "Not for what was done before admission, reported after discharge or has no time, "
          "pathology, and other names. Undecided where the orders that were loaded have none of "
          "laboratory tests or of examinations, as the case may be, or one of unknown name, and "
          "where the chart is not whole."},
     .advice = {"核对报告是否属于该患者，补充医嘱或说明。",
                "Check that the report is this patient's, and why there is no order."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
