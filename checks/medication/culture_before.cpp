// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "checks/medication/infection_evidence.h"
#include "checks/medication/kind_of_order.h"
#include "checks/medication/treatment_told.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time> kNone{
    "none", "治疗用抗菌药物“{0}”于{1}开始，此前未见病原学标本送检，此后亦无。",
    "the therapeutic antibacterial “{0}” was started at {1}; no specimen was sent before it or "
    "later."};
constexpr Message<std::string_view, Time, Time> kLate{
    "late", "治疗用抗菌药物“{0}”于{1}开始，首次病原学标本采集于{2}，在用药之后。",
    "the therapeutic antibacterial “{0}” was started at {1}; the first specimen was taken at {2}, "
    "after that."};
constexpr Message<> kSpecimen{"specimen", "病原学标本", "the specimen"};

constexpr Option<WordList> kTests{
    "tests",
    {"培养|涂片|药敏|病原|降钙素原|PCT|G试验|GM试验|核酸检测|抗原检测|军团菌|支原体|NGS|测序"},
    "作为病原学送检的检验名称",
    "names of tests that look for a pathogen or for bacterial infection"};
constexpr Option<Duration> kTolerance{"tolerance", Duration{60}, "标本可晚于医嘱多长时间",
                                      "how long after the order a specimen may be taken"};

constexpr Citation kBasis[] = {{"ZJ", "日常病程6"}, {"GM21", "4"}};
constexpr int kCore[] = {16};
constexpr Source kNeeds[] = {Source::kOrders, Source::kResults};
constexpr MessageInfo kMessages[] = {kNone, kLate, kSpecimen};
constexpr OptionInfo kOptions[] = {kTests, kTolerance};

// Drugs on the day of a surgery or a procedure or the days beside it may be for prevention.
bool may_be_prophylaxis(const Chart& chart, const Time& start) {
  const auto beside = [day = start.local_day()](const Time& other) {
    const auto on = other.local_day();
    return day >= on - std::chrono::days(1) && day <= on + std::chrono::days(1);
  };
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(),
                     [&](const Surgery& it) {
                       return !it.cancelled && (!it.start || beside(it.start.value()));
                     }) ||
         std::any_of(chart.procedures.begin(), chart.procedures.end(),
                     [&](const Procedure& it) { return !it.at || beside(it.at->value); });
}

// Treated without a specimen: Helicobacter, found by breath or endoscopy before the stay. Given for
// prevention: ruptured membranes, lack of granulocytes.
bool needs_none(const Chart& chart) {
  return std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), [](const Diagnosis& it) {
    return holds_any(it.name.value, {"幽门螺|Hp|HP|胎膜早破|粒细胞缺乏|梅毒|痤疮"});
  });
}

// The first antibacterial that treats an infection: given for days.
const Order* first_treatment(const Chart& chart) {
  const Order* first = nullptr;
  for (const Order& order : chart.orders) {
    if (!gives_antibacterial(order) || order.term.value != "long" || !order.start) continue;
    if (holds_any(order.content.value, {"预防"})) continue;
    if (may_be_prophylaxis(chart, order.start->value)) continue;
    if (first == nullptr || order.start->value.earliest < first->start->value.earliest) {
      first = &order;
    }
  }
  return first;
}

struct Specimens {
  std::optional<Located<Time>> first;
  bool undated = false;

  void take(const std::optional<Located<Time>>& at) {
    if (!at) {
      undated = true;
    } else if (!first || at->value.earliest < first->value.earliest) {
      first = at;
    }
  }
};

Specimens specimens(const Chart& chart, WordList tests) {
  // Smears that look at cells.
  constexpr WordList kCells{"血涂片|骨髓涂片|宫颈涂片|细胞涂片|脱落细胞"};
  const auto looks_for = [&](std::string_view name) {
    return holds_any(name, tests) && !holds_any(name, kCells);
  };
  Specimens all;
  for (const TestResult& result : chart.results) {
    if (looks_for(result.name.value)) all.take(result.collected);
  }
  for (const Order& order : chart.orders) {
    if (order.cancelled || order.kind.value == "drug") continue;
    if (looks_for(order.content.value)) all.take(order.start);
  }
  return all;
}

// A note may say that there was nothing to send, or that another hospital had sent it.
bool excused(const Chart& chart) {
  constexpr WordList kWords{"无痰|未留取|无法留取|未能留取|难以留取|不能留取|拒绝|外院|入院前"};
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
    return is_course_note(document.type) && tells_any(document, {"培养|送检|标本|病原"}) &&
           tells_any(document, kWords);
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const Order* order = first_treatment(chart);
  if (order == nullptr || needs_none(chart)) return;
  const auto index = static_cast<std::uint32_t>(order - chart.orders.data());
  const Subject subject{SubjectKind::kOrder, index};
  const Specimens sent = specimens(chart, options[kTests]);
  const Time& start = order->start->value;
  const Within in_time =
      sent.first ? within(start, sent.first->value, options[kTolerance]) : Within::kNo;
  if (in_time == Within::kYes) return report.pass(subject);
  if (excused(chart)) return;
  if (sent.undated || in_time == Within::kUnknown) {
    report.undecided(subject, missing::kClockTime, order->start->span);
  } else if (!chart.complete || chart.cut_off) {
    report.undecided(subject, missing::kRestOfChart, order->content.span);
  } else if (sent.first) {
    report.fail(kLate, subject, order->content.span, order->content.value, start, sent.first->value)
        .note(kSpecimen, sent.first->span);
  } else {
    report.fail(kNone, subject, order->content.span, order->content.value, start);
  }
}

}  // namespace

extern constinit const Check medication_culture_before{
    {.id = "medication-culture-before",
     .severity = Severity::kWarning,
     .title = {"治疗用抗菌药物使用前应送病原学检查（地方、目标）",
               "A specimen is sent before therapeutic antibacterials (local sheet, goal)"},
     .judged =
         {"已出院或归档的住院病历：首个治疗用抗菌药物（长期医嘱，不在手术、操作当日及前后一天）开始"
          "之前，"
          "有细菌培养、"
          "涂片、病原学或降钙素原等标本采集或送检医嘱，容许晚1小时（可调）。依据地方评分表和国家改"
          "进目标，不是"
          "法规。",
          "Stays that ended: before the first therapeutic antibacterial (a long-term order, not on "
          "the day of a surgery or procedure or beside it) a specimen for culture, smear, pathogen "
          "or "
          "procalcitonin was taken or ordered, with an hour's tolerance (an option). It rests on a "
          "local sheet and a national goal, not on law."},
     .exceptions =
         {"临时医嘱、预防用药、局部用药，诊断有幽门螺杆菌感染、胎膜早破、粒细胞缺乏、梅毒、痤疮的不"
          "评价；病程写明无法留取标本、患者拒绝或外院已送检的不适用。"
          "标本或医嘱只"
          "有日期的、单份文书无法判定。",
          "Not for single orders, prophylaxis and local use, with a diagnosis of Helicobacter, "
          "ruptured "
          "membranes, lack of granulocytes, syphilis or acne, nor where a note says that no "
          "specimen "
          "could be had, was refused, or had been sent elsewhere. Undecided where only dates are "
          "known, and for a lone document."},
     .advice = {"使用治疗性抗菌药物前留取标本送病原学检查，不能留取的在病程中写明。",
                "Take a specimen before the first dose; say so in a note where none can be had."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
