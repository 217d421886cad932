// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/told_words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType> kNoReport{
    "no-report", "{0}写明标本送病理检查，病历中未见病理报告。",
    "the {0} says that a specimen was sent to pathology; the chart holds no report."};

constexpr Citation kBasis[] = {{"ZB", "9"}};
constexpr int kCore[] = {10, 15};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kResults};
constexpr MessageInfo kMessages[] = {kNoReport};

constexpr WordList kSent{
    "送病理|送检病理|送病检|病理检查|送常规病理|送石蜡|病理送检|送病理科|送检"};
constexpr WordList kPathology{"病理|冰冻|石蜡|免疫组化|活检"};

// By the family, to another hospital; not at all.
constexpr WordList kElsewhere{"外院|家属送|家属带|自行送|拒绝"};

// The place that states it as a fact; what is planned or denied is none.
std::optional<Part> sent_in(const Document& record) {
  for (const Section& section : record.sections) {
    const bool of_it = section.type == SectionType::kSpecimen ||
                       section.type == SectionType::kOperationCourse ||
                       section.type == SectionType::kFindingsAndHandling;
    if (!of_it) continue;
    for (const Text& text : record.text_of(section)) {
      if (!holds_any(text.value, {"标本|组织|切除|取"})) continue;
      const Narrative narrative(text.value);
      std::optional<Part> found;
      any_word(kSent, [&](std::string_view word) {
        const std::size_t at = find_word(text.value, word);
        if (at == text.value.npos) return false;
        const Reading reading = narrative.reading(at, at + word.size());
        if (reading.polarity != Polarity::kAffirmed || reading.mode == Mode::kHypothetical) {
          return false;
        }
        const std::size_t from = narrative.clause_begin(at);
        const std::string_view clause = text.value.substr(from, narrative.clause_end(at) - from);
        if (holds_any(clause, kElsewhere)) return false;
        if (word == "送检" && holds_any(clause, {"培养|细菌|药敏|涂片|生化|常规|脱落|：否|：无"}))
          return false;
        found = Part{text, static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(at + word.size())};
        return true;
      });
      if (found) return found;
    }
  }
  return std::nullopt;
}

bool reported(const Chart& chart, Report& report) {
  const auto& results = chart.results;
  const bool result = std::any_of(results.begin(), results.end(), [](const TestResult& one) {
    return one.kind.value == "pathology" || holds_any(one.name.value, kPathology);
  });
  const auto& documents = chart.documents;
  return result || std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
           const bool of_test = document.type == DocType::kExamReport ||
                               document.type == DocType::kLabReport ||
                               document.type == DocType::kOtherDocument;
           return of_test && (holds_any(document.title.value, kPathology) ||
                              tells_any(chart, document, {"病理诊断|病理报告"}, report));
         });
}

// A note may say that the report is not there yet.
bool pending(const Chart& chart, Report& report) {
  constexpr WordList kWords{
      "病理未回|病理待回|待病理|病理结果未|病理报告未|病理结果待|病理待报|等待病理|病理尚未|"
      "术后病理未|追踪病理|病理回报后|取病理"};
  const auto& documents = chart.documents;
  return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
    return tells_any(chart, document, kWords, report);
  });
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  for (const Document& record : chart.documents) {
    if (record.type != DocType::kOperationRecord && record.type != DocType::kCesareanRecord)
      continue;
    const std::optional<Part> where = sent_in(record);
    if (!where) continue;
    const Subject subject = of(chart, record);
    if (reported(chart, report)) {
      report.pass(subject);
    } else if (pending(chart, report)) {
      continue;
    } else if (!chart.complete || chart.cut_off) {
      report.undecided(subject, missing::kRestOfChart, record.span);
    } else {
      report.fail(kNoReport, subject, record.span, record.type).at(*where);
    }
  }
}

}  // namespace

extern constinit const Check periop_specimen_pathology{
    {.id = "periop-specimen-pathology",
     .severity = Severity::kWarning,
     .title = {"送病理的手术标本应有病理报告", "A specimen sent to pathology has its report"},
     .judged =
         {"已出院或归档的住院病历：手术记录写明标本送病理检查的，病历中有病理报告。报告与取材、病程"
          "的对应由 match-pathology 判"
          "定。",
          "Stays that ended: where the operation record says that a specimen was sent to "
          "pathology, the "
          "chart holds a report. Whether sampling and notes agree with the report is judged by "
          "match-pathology."},
     .exceptions = {"记录写明病理未回、待报的不评价；假设和否认的说法不取；有任何一份病理报告即通过"
                    "，是否同一标本由人核对。检验检查数据未"
                    "载入、单份文书无法判定。",
                    "Not where a record says that the report is pending, nor for what is supposed "
                    "or denied. Any "
                    "one report is enough; whether it is of this specimen is for the reader to "
                    "say. Undecided "
                    "where results were not loaded, and for a lone document."},
     .advice = {"归入病理报告；归档时未回的在病程中写明，回报后补归。",
                "File the report; say in a note that it is pending, and file it when it comes."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
