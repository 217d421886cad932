// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/medication/order_sheet.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUnsigned{
    "unsigned", "医嘱“{0}”没有下达医师的姓名或签名。",
    "the order “{0}” does not name the physician who gave it."};
constexpr Message<std::string_view, Title> kOther{
    "other", "医嘱“{0}”的下达者为{1}，不是医师。",
    "the order “{0}” was given by a {1}, not by a physician."};

constexpr Missing kOrderers{"orderers", "医嘱的下达者（所载入的医嘱均没有）",
                            "who gave the orders (none that was loaded names anybody)"};
constexpr Missing kCountersigned{"order-countersignature",
                                 "下达者未取得执业资格，有无执业医师审核签名",
                                 "whether a licensed physician signed as well: the one who gave "
                                 "the order has no licence"};

constexpr Citation kBasis[] = {{"BL", "28"}, {"BL", "8"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kUnsigned, kOther};

// By a title that no physician bears. A midwife or a title that is not listed tells nothing.
bool no_physician(Title title) {
  return title == Title::kNurse || title == Title::kHeadNurse || title == Title::kTechnician ||
         title == Title::kPharmacist;
}

bool physician(const Chart& chart, const Person& person) {
  return person.known() && is_physician(chart.title_of(person)) &&
         registered(chart, person) == Registered::kYes;
}

void judge(const Chart& chart, std::uint32_t index, Report& report) {
  const Order& order = chart.orders[index];
  const Subject subject = of_order(index);
  const std::string_view content = order.content.value;
  const bool known = order.by.known();
  const Title title = known ? chart.title_of(order.by) : Title::kUnknown;
  const bool licensed = registered(chart, order.by) != Registered::kNo;
  const bool doubt = namesakes(chart, order.by);
  if (known && licensed && !no_physician(title) && !doubt) return report.pass(subject);
  if (physician(chart, order.verifier)) return report.pass(subject);
  if (!known) {
    if (chart.cut_off) return report.undecided(subject, missing::kRestOfChart, order.span);
    report.fail(kUnsigned, subject, order.content.span, content);
    return;
  }
  if (doubt) {
    report.undecided(subject, missing::kPerson, order.by.span());
  } else if (no_physician(title)) {
    report.fail(kOther, subject, order.by.span(), content, title);
  } else {
    report.undecided(subject, kCountersigned, order.by.span());
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  const std::vector<std::uint32_t> orders = sheet_orders(chart);
  if (orders.empty()) return;
  const bool named = std::any_of(orders.begin(), orders.end(),
                                 [&](std::uint32_t i) { return chart.orders[i].by.known(); });
  if (!named) {
    return report.undecided(of_chart(), kOrderers, chart.orders[orders.front()].span);
  }
  for (const std::uint32_t index : orders) judge(chart, index, report);
}

}  // namespace

extern constinit const Check order_signature{
    {.id = "order-signature",
     .severity = Severity::kError,
     .title = {"医嘱应由医师下达并签名", "Orders are given and signed by a physician"},
     .judged =
         {"住院病历的每条医嘱：有下达医师的姓名、工号或签名，且职称明确的下达者是医师；核对者是执业"
          "医"
          "师的视为已签名。用工号密码登录的医嘱系统，下达者即签名者。",
          "Each order of a stay names the physician who gave it, by name or number; one whose "
          "title "
          "is known is a physician. A licensed physician who verified it counts as having signed. "
          "Who gave an order in a system with accounts has signed it."},
     .exceptions =
         {"作废、取消的医嘱不评价；职称不明的下达者按医师对待。所载入的医嘱都没有下达者、下达者未取"
          "得"
          "执业资格而看不出有无审核签名、同名人员无法区分的，无法判定。执行者由 order-not-executed "
          "评价。",
          "Not for cancelled orders; somebody without a known title counts as a physician. "
          "Undecided where no order that was loaded names anybody, where somebody without a "
          "licence gave it and nothing tells of a second signature, and for namesakes. Who carried "
          "it out is judged by order-not-executed."},
     .advice = {"由下达医嘱的医师补签名；非医师下达的，由有资格的医师核实后重新下达。",
                "The physician who gave the order signs it; one that was given by somebody else is "
                "checked and given anew by a physician."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
