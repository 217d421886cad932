// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <string>

#include "check/words.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kSum{
    "sum", "首页住院总费用为{0}元，各项费用合计{1}元，两者不符。",
    "the total on the front page is {0} yuan; its parts add up to {1} yuan."};
constexpr Message<Bilingual, std::string_view> kNegative{
    "negative", "首页{0}为{1}元，不应小于0。",
    "the cost of {0} is {1} yuan; it cannot be below 0."};
constexpr Message<Surgery> kSurgery{
    "surgery", "病历中有手术{0}，首页手术治疗费为0。",
    "the chart holds the surgery {0}, and the front page has a cost of 0 for surgical treatment."};
constexpr Message<> kBlood{"blood", "病历中有输血，首页血费为0。",
                           "the chart holds a transfusion, and the front page has a cost of 0 for "
                           "blood."};
constexpr Message<> kEvent{"event", "该事件", "the event"};

constexpr Option<double> kTolerance{"tolerance", 1.0, "合计允许的差（元）",
                                    "tolerance of the sum, in yuan"};
constexpr Option<WordList> kProducts{"products",
                                     {"红细胞|血浆|血小板|全血|冷沉淀"},
                                     "计入血费的血液成分",
                                     "blood products that have a cost of blood"};

constexpr Missing kParts{"cost-parts", "首页的全部费用分项",
                         "all the parts of the cost on the front page"};

constexpr Citation kBasis[] = {{"SY", "26"}, {"SY", "3"}, {"FP", "总费用"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kSum, kNegative, kSurgery, kBlood, kEvent};
constexpr OptionInfo kOptions[] = {kTolerance, kProducts};

constexpr auto kFirst = FrontPageItem::kCostService, kLast = FrontPageItem::kCostOther;

bool is_part(FrontPageItem item) { return item >= kFirst && item <= kLast; }

std::string yuan(double amount) {
  const long cents = std::lround(amount * 100);
  const std::string rest = std::to_string(100 + std::labs(cents) % 100).substr(1);
  return (cents < 0 ? "-" : "") + std::to_string(std::labs(cents) / 100) + "." + rest;
}

// What the page states of its costs.
struct Costs {
  double sum = 0;
  int parts = 0;
  bool unreadable = false, unknown = false;
  const FrontPageField* negative = nullptr;
};

Costs costs_of(const Chart& chart) {
  Costs costs;
  bool seen[256] = {};
  for (const FrontPageField& field : chart.front_page) {
    // A fee that is none of those known may be a part all the same.
    costs.unknown |= field.item == FrontPageItem::kUnknown &&
                     field.name.value.find("费") != std::string_view::npos;
    bool& again = seen[static_cast<std::size_t>(field.item)];
    if (!is_part(field.item) || again) continue;
    again = true;
    ++costs.parts;
    if (blank_item(field.value.value)) continue;
    const std::optional<double> amount = number_in(field.value.value);
    costs.unreadable |= !amount;
    costs.sum += amount.value_or(0);
    if (amount && *amount < 0 && costs.negative == nullptr) costs.negative = &field;
  }
  return costs;
}

void judge_sum(const FrontPage& page, const Costs& costs, double tolerance, Report& report) {
  const Subject subject = of_chart("sum");
  if (costs.negative != nullptr) {
    report.fail(kNegative, subject, costs.negative->value.span, name(costs.negative->item),
                costs.negative->value.value);
    return;
  }
  const FrontPageField* total = page.filled(FrontPageItem::kTotalCost);
  const std::optional<double> amount = total ? number_in(total->value.value) : std::nullopt;
  if (!amount || costs.parts == 0 || costs.unreadable || page.tcm()) return;
  const double over = costs.sum - *amount;
  if (std::abs(over) <= tolerance) return report.pass(subject);
  constexpr int kAll = static_cast<int>(kLast) - static_cast<int>(kFirst) + 1;
  if (over < 0 && (costs.parts < kAll || costs.unknown)) {
    return report.undecided(subject, kParts, total->value.span);
  }
  report.fail(kSum, subject, total->value.span, total->value.value, yuan(costs.sum));
}

bool zero(const FrontPageField* field) {
  return field != nullptr && number_in(field->value.value) == 0.0;
}

void judge_events(const Chart& chart, const FrontPage& page, WordList products, Report& report) {
  const FrontPageField* surgical = page.filled(FrontPageItem::kCostSurgical);
  for (std::size_t i = 0; zero(surgical) && i < chart.surgeries.size(); ++i) {
    if (chart.surgeries[i].cancelled) continue;
    report.fail(kSurgery, of_chart("surgery"), surgical->value.span, chart.surgeries[i])
        .note(kEvent, chart.surgeries[i].span);
    break;
  }
  const FrontPageField* blood = page.filled(FrontPageItem::kCostBlood);
  for (const Transfusion& one : chart.transfusions) {
    if (!zero(blood) || !holds_any(one.product.value, products)) continue;
    report.fail(kBlood, of_chart("blood"), blood->value.span)
        .weaker(Severity::kNote)
        .note(kEvent, one.span);
    break;
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  judge_sum(page, costs_of(chart), options[kTolerance], report);
  judge_events(chart, page, options[kProducts], report);
}

}  // namespace

extern constinit const Check frontpage_costs{
    {.id = "frontpage-costs",
     .severity = Severity::kWarning,
     .title = {"首页各项费用合计应等于总费用", "The costs on the front page add up to the total"},
     .judged =
         {"出院病历的首页：24项费用之和与住院总费用相差不超过1元，各项不小于0；有手术的手术治疗费不"
          "为0"
          "，有输血的血费不为0（提示）。",
          "Front page of a finished stay: its 24 parts add up to the total within 1 yuan, none is "
          "below 0; with surgery the cost of surgical treatment is not 0, with a transfusion that "
          "of blood is not 0 (a note)."},
     .exceptions =
         {"没有总费用或没有分项的不判；合计少于总费用而分项不全、或有不能识别的费用项目的，无法判定"
          "；中"
          "医病案首页的合计不判；其中项（临床物理治疗费、麻醉费、手术费、抗菌药物费用）不计入合计；"
          "患者"
          "尚在院、首页项目未载入的不判。",
          "Not without a total or without parts; undecided where the sum falls short and not all "
          "parts are there or some fee is not recognised; the sum is not judged on the front page "
          "of traditional medicine; of-which items do not count; nothing while the patient is "
          "there, nor where the items were not loaded."},
     .advice = {"核对费用归类，改正总费用或分项。",
                "Check how the costs were classed, and correct the total or the part."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
