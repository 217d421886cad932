// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/deadline.h"
#include "check/report.h"
#include "check/visit.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time, Duration> kAbsent{
    "absent", "“{0}”于{1}出报告，{2}后门（急）诊病历中未见其结果。",
    "“{0}” was reported at {1}; {2} later the outpatient record does not state its result."};
constexpr Message<std::string_view, Time, Time> kDue{
    "due", "“{0}”于{1}出报告，结果应归入或录入门（急）诊病历，最迟{2}。",
    "“{0}” was reported at {1}; its result is to be entered by {2}."};

constexpr Missing kKept{"archive", "病历是否由医疗机构保管（归档数据）",
                        "whether the hospital keeps the chart (data on archiving)"};
constexpr Missing kWhichTest{"test-in-text", "病历中的检查结果是否就是该项检查",
                             "whether the results in the record are of this test"};

constexpr Option<Duration> kWithin{"within", Duration{24 * 60}, "出报告后多久应归入或录入",
                                   "time after the report"};

constexpr Citation kBasis[] = {{"GL", "12"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kResults};
constexpr MessageInfo kMessages[] = {kAbsent, kDue};
constexpr OptionInfo kOptions[] = {kWithin};

bool says(const Document& document, std::string_view word) {
  return !word.empty() &&
         (document.title.value.find(word) != word.npos ||
          std::any_of(document.texts.begin(), document.texts.end(),
                      [word](const Text& text) { return text.value.find(word) != word.npos; }));
}

// By the name of the test, of one of its items, or its conclusion.
bool speaks_of(const Document& document, const TestResult& result) {
  return says(document, result.name.value) || says(document, result.conclusion.value) ||
         std::any_of(result.items.begin(), result.items.end(),
                     [&](const ResultItem& item) { return says(document, item.name.value); });
}

// Whether the record has results of some test, perhaps of this one under another name.
bool has_results(const Document& document) {
  using enum SectionType;
  for (const SectionType type : {kAuxiliaryExam, kLaboratory, kImaging, kExamReport, kLabReport,
                                 emrlint::SectionType::kResult}) {
    if (document.has_text(type)) return true;
  }
  return document.type == DocType::kExamReport || document.type == DocType::kLabReport;
}

void judge_absent(const Chart& chart, const TestResult& result, Subject subject, Duration limit,
                  Report& report) {
  if (!chart.complete) return report.undecided(subject, missing::kRestOfChart, result.span);
  if (std::any_of(chart.documents.begin(), chart.documents.end(), has_results)) {
    return report.undecided(subject, kWhichTest, result.span);
  }
  if (!chart.sources.has(Source::kArchive)) return report.undecided(subject, kKept, result.span);
  const Located<Time>& at = *result.reported;
  const Time until = deadline_of(at.value, limit);
  if (report.still_open(until)) {
    report.due(kDue, subject, at.span, until,
               {to_argument(result.name.value), to_argument(at.value), to_argument(until)});
  } else {
    report.fail(kAbsent, subject, at.span, result.name.value, at.value, limit).due = until;
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!is_visit(chart) || !chart.has(DocType::kOutpatientRecord)) return;
  for (std::size_t i = 0; i < chart.results.size(); ++i) {
    const TestResult& result = chart.results[i];
    if (!result.reported || result.name.value.empty()) continue;
    const Subject subject{SubjectKind::kResult, static_cast<std::uint32_t>(i)};
    const auto told = [&](const Document& document) { return speaks_of(document, result); };
    if (result.filed || std::any_of(chart.documents.begin(), chart.documents.end(), told)) {
      report.pass(subject);
    } else {
      judge_absent(chart, result, subject, options[kWithin], report);
    }
  }
}

}  // namespace

extern constinit const Check outpatient_exam_unlinked{
    {.id = "outpatient-order-exam-unlinked",
     .severity = Severity::kNote,
     .title = {"检查检验结果应归入或录入门（急）诊病历",
               "Results of tests are filed or entered in the outpatient chart"},
     .judged = {"由医疗机构保管的门（急）诊病历：每份有报告时间的检查检验结果，24小时后在病历文书中"
                "出现其名称、项目或结论，或有归入时间。报告时间代替收到时间。",
                "Charts that the hospital keeps: 24 hours after its report each result is named in "
                "a document, by test, item or conclusion, or has a time of filing. The time of the "
                "report stands for that of its receipt."},
     .exceptions =
         {"没有门（急）诊病历的不判；由患者保管的（没有归档数据）、病历另有检查结果而名称对"
          "不上的、单份文书无法判定。",
          "Not without a record of the visit. Undecided for charts kept by the patient "
          "(no data on archiving), where the record holds results under other names, and "
          "for a lone document."},
     .advice = {"将结果归入病历，或在病历的辅助检查中写明。",
                "File the report, or enter the result in the record."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
