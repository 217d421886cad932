// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/told_procedures.h"

#include <algorithm>
#include <iterator>

#include "check/words.h"
#include "checks/coding/code_list.h"
#include "checks/coding/procedure_list.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

constexpr ToldProcedure kProcedures[] = {
#define EMRLINT_TOLD_PROCEDURE(id, zh, en, words, names, codes, anaesthetic) \
  {id, {zh, en}, {words}, {names}, codes, anaesthetic},
#include "checks/coding/told_procedures.def"
#undef EMRLINT_TOLD_PROCEDURE
};

// What serves a procedure, or comes before or after it.
constexpr WordList kNotItself{
    "护理|维护|换药|更换|拔|费|准备|备用|会诊|宣教|口服|清洁|灌肠|术前|术后|检查前|检查后|透析前|"
    "透析后|拟|预约|必要时|管路|管道|透析导管|耗材|指导|申请|停|暂缓|取消|固定|气囊|滤器|透析液|"
    "置换液|"
    "置换基础液|胶囊|肝素|拒绝|病史|外院|不|未"};

bool of_it(const Text& text, const ToldProcedure& procedure) {
  return holds_any(text.value, procedure.words) && !holds_any(text.value, kNotItself);
}

bool in_stay(const Chart& chart, const std::optional<Located<Time>>& time) {
  const Encounter& stay = chart.encounter;
  if (!time || !stay.admitted || !stay.discharged) return false;
  return !certainly_before(time->value, stay.admitted.value()) &&
         !certainly_after(time->value, stay.discharged.value());
}

// On the day of a surgery, the day before or after, or where the day of either is not known.
bool near_surgery(const Chart& chart, const Time& time) {
  const auto surgeries = told_surgeries(chart);
  return std::any_of(surgeries.begin(), surgeries.end(), [&](const Surgery& surgery) {
    if (surgery.cancelled) return false;
    if (!surgery.start || surgery.start.value().precision < Precision::kDay) return true;
    if (time.precision < Precision::kDay) return true;
    const auto apart = time.local_day() - surgery.start.value().local_day();
    return apart >= std::chrono::days{-1} && apart <= std::chrono::days{1};
  });
}

bool done(const Chart& chart, const ToldProcedure& procedure,
          const std::optional<Located<Time>>& time) {
  if (!in_stay(chart, time)) return false;
  return !procedure.anaesthetic || !near_surgery(chart, time->value);
}

}  // namespace

std::span<const ToldProcedure> told_procedures() { return kProcedures; }

std::optional<Evidence> evidence_of(const Chart& chart, const ToldProcedure& procedure) {
  for (const Order& order : chart.orders) {
    const std::string_view kind = order.kind.value;
    const bool other = kind == "drug" || kind == "consultation" || kind == "diet";
    if (order.cancelled || other || !of_it(order.content, procedure)) continue;
    if (done(chart, procedure, order.executed))
      return Evidence{order.content.span, order.content.value};
  }
  for (const TestResult& result : chart.results) {
    const bool exam = result.kind.value == "exam" || result.kind.value == "imaging" ||
                      result.kind.value == "other";
    if (!exam || !of_it(result.name, procedure)) continue;
    // Done before it was reported; a report alone may be of an examination elsewhere.
    if (done(chart, procedure, result.collected))
      return Evidence{result.name.span, result.name.value};
  }
  return std::nullopt;
}

bool stands_for(const Procedure& row, const ToldProcedure& procedure) {
  if (row.code.value.empty() && row.name.value.empty()) return true;
  if (holds_any(row.name.value, procedure.names)) return true;
  if (!icd9_coded(row)) return row.name.value.empty();
  return in_code_list(procedure.codes, row.code.value);
}

}  // namespace emrlint::checks
