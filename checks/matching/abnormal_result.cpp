// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/words.h"
#include "checks/consistency/reported_values.h"
#include "checks/matching/told.h"
#include "checks/process/critical_values.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, Time> kUntold{
    "untold", "{0} {1}（标为危急）于{2}报告，此后的病程未提及该结果。",
    "{0} {1}, flagged critical, was reported at {2}; no later note tells of it."};

constexpr Option<WordList> kFlags{"flags",
                                  {"HH|LL|critical|panic|AA|HU|LU|危急|危急值|critical-high|"
                                   "critical-low|↑↑|↓↓"},
                                  "表明危急的结果标志",
                                  "flags of a result that mean critical"};

constexpr Citation kBasis[] = {{"BL", "22"}, {"ZJ", "日常病程4"}};
constexpr int kCore[] = {14, 15};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kResults};
constexpr MessageInfo kMessages[] = {kUntold};
constexpr OptionInfo kOptions[] = {kFlags};

// Reported as a critical value: process-critical-value-loop asks for the note.
bool declared(const Chart& chart, std::string_view item) {
  return std::any_of(chart.critical_values.begin(), chart.critical_values.end(),
                     [&](const CriticalValue& value) {
                       const auto names = names_of(value);
                       return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
                         return holds(item, name) || holds(name, item);
                       });
                     });
}

bool told(const Chart& chart, const TestResult& result, const ResultItem& item) {
  CriticalValue named;
  named.name = item.name;
  std::vector<std::string_view> names = names_of(named);
  if (!result.name.value.empty()) names.push_back(result.name.value);
  const Analyte analyte = analyte_of(item.name.value);
  if (analyte != kNoAnalyte) names.push_back(name(analyte).zh);
  const auto day = day_of(done_at(result));
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& note) {
    if (!tells_results(note.type) || !from_day(note, day)) return false;
    return std::any_of(note.texts.begin(), note.texts.end(), [&](const Text& text) {
      return std::any_of(names.begin(), names.end(),
                         [&](std::string_view one) { return holds(text.value, one); });
    });
  });
}

void judge(const Chart& chart, std::size_t index, const ResultItem& item, Report& report) {
  const TestResult& result = chart.results[index];
  const Subject subject = of_result(index, item.name.value);
  if (told(chart, result, item)) {
    report.pass(subject);
  } else if (const auto doubt = untold_doubt(chart)) {
    report.undecided(subject, *doubt, item.span);
  } else {
    const Time& at = result.reported ? result.reported->value : result.collected->value;
    report.fail(kUntold, subject, item.value.span, item.name.value,
                std::string(item.value.value) + std::string(item.unit.value), at);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  std::vector<std::string_view> judged;  // The first of those that repeat each other.
  for (std::size_t i = 0; i < chart.results.size(); ++i) {
    if (!within_stay(chart, chart.results[i])) continue;
    for (const ResultItem& item : chart.results[i].items) {
      const std::string_view name = item.name.value;
      if (name.empty() || !lists(options[kFlags], item.flag.value)) continue;
      if (std::find(judged.begin(), judged.end(), name) != judged.end()) continue;
      judged.push_back(name);
      if (!declared(chart, name)) judge(chart, i, item, report);
    }
  }
}

}  // namespace

extern constinit const Check match_abnormal_result{
    {.id = "match-abnormal-result",
     .severity = Severity::kWarning,
     .title = {"标为危急的检验结果应在病程中有记录",
               "A result that is flagged critical is told of in a note"},
     .judged = {"已出院或归档的住院病历：检验结果中标志为危急（HH、LL等，可调）的每个项目首次出现后"
                "，有病程、"
                "会诊、抢救、手术、出院等记录提到该项目、该报告或危急值。",
                "Stays that ended: after each analyte was first flagged critical (HH, LL and the "
                "like, an "
                "option) a note, consultation, rescue, operation or discharge record names it, its "
                "report, or a critical value."},
     .exceptions =
         {"只标高低的结果、入院前和出院后的结果不评价；已作为危急值报告的由process-critical-value-"
          "loop"
          "判定；分析的好坏不判。报告没有参考范围，故不按正常上限的倍数判。病历不全、文书未能完整读"
          "取"
          "的无法判定。",
          "Not for results that are merely high or low, nor before admission and after discharge; "
          "what was reported as a critical value is judged by process-critical-value-loop. How "
          "good "
          "the analysis is is not judged, nor multiples of a limit, as reports bring none. "
          "Undecided where the chart is not whole or a document could not be read to its end."},
     .advice = {"在病程中记录异常结果、分析其原因并写明处理。",
                "Write the result, its cause and what was done into a note."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
