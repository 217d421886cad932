// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "checks/consistency/reported_values.h"
#include "checks/process/critical_limits.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, std::string_view> kHigh{
    "high", "检验结果{0} {1}高于本院危急值高限{2}，未见危急值报告。",
    "the result {0} {1} is above the critical limit {2} of the hospital; no critical value was "
    "reported."};
constexpr Message<std::string_view, std::string_view, std::string_view> kLow{
    "low", "检验结果{0} {1}低于本院危急值低限{2}，未见危急值报告。",
    "the result {0} {1} is below the critical limit {2} of the hospital; no critical value was "
    "reported."};

constexpr Option<Duration> kWindow{
    "window", Duration{24 * 60}, "结果前后多久之内同一项目的危急值报告视为已报告（复查不重复报告）",
    "a report of the same analyte within this time of the result counts, also for results that "
    "repeat it"};

constexpr Citation kBasis[] = {{"HX", "14-2"}, {"XD", "17"}};
constexpr int kCore[] = {14};
constexpr Source kNeeds[] = {Source::kResults, Source::kCriticalValues};
constexpr TableKind kTables[] = {TableKind::kCriticalLimits};
constexpr MessageInfo kMessages[] = {kHigh, kLow};
constexpr OptionInfo kOptions[] = {kWindow};

using Moment = std::optional<Located<Time>>;

// Certainly further apart than `window`; never without both times.
bool apart(const Moment& a, const Moment& b, Duration window) {
  if (!a || !b) return false;
  const bool before = certainly_before(a->value, b->value);
  return within(before ? a->value : b->value, before ? b->value : a->value, window) == Within::kNo;
}

const Moment& time_of(const TestResult& result) {
  return result.reported ? result.reported : result.collected ? result.collected : result.filed;
}

// Whether a sentence with 危急值 names what was measured; what was given for another value stands
// in the next one.
bool tells_critical(std::string_view text, std::string_view analyte) {
  constexpr std::string_view kWord = "危急值", kStop = "。";
  if (analyte.empty()) return false;
  for (std::size_t at = find_word(text, kWord); at != text.npos;
       at = find_word(text, kWord, at + kWord.size())) {
    const std::size_t before = text.substr(0, at).rfind(kStop);
    const std::size_t from = before == text.npos ? 0 : before + kStop.size();
    if (holds(text.substr(from, text.find(kStop, at) - from), analyte)) return true;
  }
  return false;
}

class Undeclared {
 public:
  Undeclared(const Chart& chart, Duration window, Report& report)
      : chart_(chart), window_(window), report_(report), limits_(chart, report.tables()) {}

  void judge(std::uint32_t index) {
    const TestResult& result = chart_.results[index];
    for (const ResultItem& item : result.items) {
      const CriticalLimits::Verdict verdict = limits_.verdict(item);
      const Subject subject{SubjectKind::kResult, index, item.name.value};
      if (verdict.beyond == nullptr) {
        if (verdict.doubt) report_.undecided(subject, *verdict.doubt, item.span);
      } else if (declared(result, item, *verdict.beyond)) {
        report_.pass(subject);
      } else if (!said(result, *verdict.beyond)) {
        say(subject, item, verdict);
        said_.push_back({verdict.beyond, &result});
      }
    }
  }

 private:
  struct Said {
    const CriticalLimit* row;
    const TestResult* result;
  };

  bool same_analyte(const CriticalValue& value, const CriticalLimit& row) const {
    const auto rows = limits_.rows_of(value.name.value, {});
    return std::any_of(rows.begin(), rows.end(), [&](const CriticalLimit* other) {
      return other == &row || other->analyte == row.analyte;
    });
  }

  bool declared(const TestResult& result, const ResultItem& item, const CriticalLimit& row) const {
    const auto reported = [&](const CriticalValue& value) {
      const Moment& at = value.reported ? value.reported : value.received;
      const bool names = same_analyte(value, row) || value.name.value == item.name.value;
      return names && !apart(at, time_of(result), window_);
    };
    const auto noted = [&](const Document& note) {
      if (apart(note.recorded, time_of(result), window_)) return false;
      return std::any_of(note.texts.begin(), note.texts.end(), [&](const Text& text) {
        return tells_critical(text.value, item.name.value) ||
               tells_critical(text.value, row.analyte);
      });
    };
    return std::any_of(chart_.critical_values.begin(), chart_.critical_values.end(), reported) ||
           std::any_of(chart_.documents.begin(), chart_.documents.end(), noted);
  }

  // A result that repeats one which was told already.
  bool said(const TestResult& result, const CriticalLimit& row) const {
    return std::any_of(said_.begin(), said_.end(), [&](const Said& one) {
      return one.row->analyte == row.analyte &&
             !apart(time_of(*one.result), time_of(result), window_);
    });
  }

  void say(Subject subject, const ResultItem& item, const CriticalLimits::Verdict& verdict) {
    const double limit = verdict.low ? *verdict.beyond->low : *verdict.beyond->high;
    std::string text = std::to_string(limit);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    const std::string value = std::string(item.value.value) + std::string(item.unit.value);
    report_.fail(verdict.low ? kLow : kHigh, subject, item.value.span, item.name.value, value,
                 text + std::string(item.unit.value));
  }

  const Chart& chart_;
  Duration window_;
  Report& report_;
  CriticalLimits limits_;
  std::vector<Said> said_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  const auto judged = [](const TestResult& result) {
    return (result.kind.value.empty() || result.kind.value == "lab") && of_blood(result.name.value);
  };
  if (!report.tables().has(TableKind::kCriticalLimits)) {
    const bool any = std::any_of(chart.results.begin(), chart.results.end(), judged);
    if (any) report.pass(of_chart());  // Undecided for want of the table.
    return;
  }
  Undeclared undeclared(chart, options[kWindow], report);
  for (std::uint32_t i = 0; i < chart.results.size(); ++i) {
    if (judged(chart.results[i])) undeclared.judge(i);
  }
}

}  // namespace

extern constinit const Check process_critical_value_undeclared{
    {.id = "process-critical-value-undeclared",
     .severity = Severity::kWarning,
     .title = {"达到危急界限的结果应作为危急值报告",
               "A result beyond a critical limit is reported as a critical value"},
     .judged =
         {"检验结果中每个超出本院危急值界限表的血液项目：前后24小时内有该项目的危急值报告，或文书写"
          "明危急值"
          "。界限由本院制定；24小时为参数，复查的同一项目只提示首个结果。",
          "Each result of the blood beyond the hospital's critical limits: within 24 hours a "
          "critical value of that analyte was reported, or a record tells of it. The limits are "
          "the "
          "hospital's; the 24 hours are a parameter, and of results that repeat each other the "
          "first is told."},
     .exceptions =
         {"尿、便、体液等标本，界限表没有的项目和不是数字的结果不评价。界限表或危急值数据未载入，单"
          "位不同，界限分性别、年龄而患者性别、年龄不明的无法判定。",
          "Not for urine and other fluids, analytes that are not in the table and results "
          "that are no numbers. Undecided where the table or the critical values are not "
          "loaded, where units differ, and where the limits depend on a sex or an age "
          "that is not known."},
     .advice = {"核对结果；属实的立即按危急值报告并登记。",
                "Check the result; if it is right, report it as a critical value at once."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .needs_tables = kTables,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
