// SPDX-License-Identifier: Apache-2.0
#include "checks/matching/told.h"

#include <algorithm>

#include "check/deadline.h"
#include "check/words.h"
#include "checks/consistency/diagnosis_items.h"
#include "checks/consistency/pieces.h"
#include "checks/process/notes_after.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

// What tells that a sentence has more than the name of an examination.
constexpr WordList kResultWords{
    "示|提|见|报|果|显|较|收|诊断|影|考虑|符合|支持|正常|异常|阴|阳|未|有|：|:|"
    "证实|为|生长|癌|炎|"
    "瘤|（|(|+|＋|结石|缺血|梗|出血|积液|回声"};
constexpr WordList kFindingWords{"检出|查见|找到|生长|证实"};
// Of a name: all but the region of the body.
constexpr std::u32string_view kNoRegion =
    U"磁共振核平扫增强检查三维重建成像动态双侧左右部上下前后及和";

std::size_t sentence_end(std::string_view text, std::size_t at) {
  std::size_t end = text.size();
  for (const std::string_view stop : {"。", "；", ";", "\n"}) {
    end = std::min(end, find_word(text.substr(0, end), stop, at));
  }
  return std::min(end, text.size());
}

std::u32string region_of(std::string_view name) {
  std::u32string region = item_of(Text{name, {}}).han;
  std::erase_if(region, [](char32_t c) { return kNoRegion.find(c) != kNoRegion.npos; });
  return region;
}

bool names_region(const std::u32string& sentence, std::string_view report) {
  const std::u32string region = region_of(report);
  return std::any_of(region.begin(), region.end(),
                     [&](char32_t c) { return sentence.find(c) != sentence.npos; });
}

// Named as done: neither planned nor supposed, nor waited for, nor not done. What was sent counts
// with its answer in the same clause. 阴性 behind the name is a result.
bool said_as_done(const Narrative& narrative, const NamedTest& named) {
  constexpr WordList kNotDone{"未行|未做|未查|未送|拒|暂不|暂缓|无需|取消|待|等"};
  constexpr WordList kSent{"送"};
  constexpr WordList kAnswer{"示|回报|回示|报告|提示|结果|：|:|为|阴|阳"};
  const Reading reading = narrative.reading(named.from, named.to);
  if (reading.mode == Mode::kPlanned || reading.mode == Mode::kHypothetical) return false;
  const std::size_t begin = narrative.clause_begin(named.from);
  const std::string_view ahead = narrative.text().substr(begin, named.from - begin);
  const std::size_t end = narrative.clause_end(named.from);
  const std::string_view behind =
      narrative.text().substr(named.to, std::max(end, named.to) - named.to);
  if (holds_any(ahead, kNotDone)) return false;
  return !holds_any(ahead, kSent) || holds_any(behind, kAnswer);
}

Span place_of(const TestResult& result) {
  return result.name.value.empty() ? result.span : result.name.span;
}

}  // namespace

bool tells_results(DocType type) {
  switch (type) {
    case DocType::kAdmissionRecord:
    case DocType::kPreopSummary:
    case DocType::kPreopDiscussion:
    case DocType::kLevel4Mdt:
    case DocType::kOperationRecord:
    case DocType::kCesareanRecord:
    case DocType::kInvasiveProcedureNote:
    case DocType::kDischargeRecord:
    case DocType::kDischargeSummary:
    case DocType::kDeathRecord:
    case DocType::kDeathCaseDiscussion:
    case DocType::kAdmissionDischarge24h:
    case DocType::kAdmissionDeath24h:
    case DocType::kCriticalValueEvent:
    case DocType::kOtherDocument:
      return true;
    default:
      return is_course_note(type);
  }
}

ResultNotes::ResultNotes(const Chart& chart, FindTest find) : chart_(chart) {
  for (const Document& note : chart.documents) {
    if (!tells_results(note.type) || of_other_person(chart, note)) continue;
    const auto day = day_of(written(note));
    for (const Piece& piece : pieces_of(note)) {
      if (piece.section == SectionType::kTreatmentPlan) continue;
      const std::string_view text = piece.text.value;
      NamedTest named = find(text, 0);
      if (named.from >= named.to) continue;
      const Narrative narrative(text);
      for (; named; named = find(text, named.to)) {
        if (!said_as_done(narrative, named)) continue;
        // The result may follow in the next sentence.
        const std::size_t end = sentence_end(text, named.to);
        const std::size_t next = sentence_end(text, std::min(end + 1, text.size()));
        const std::string_view behind = text.substr(named.to, next - named.to);
        const std::size_t begin = narrative.sentence_begin(named.from);
        const std::string_view ahead = text.substr(begin, named.from - begin);
        if (!holds_any(behind, kResultWords) && !holds_any(ahead, kFindingWords)) continue;
        sentences_.push_back({text.substr(begin, next - begin), day});
      }
    }
  }
}

bool ResultNotes::tell(const TestResult& result,
                       const std::vector<std::string_view>& others) const {
  const auto day = day_of(done_at(result));
  for (const Sentence& sentence : sentences_) {
    if (day && sentence.day && *sentence.day < *day) continue;
    if (others.empty()) return true;
    const std::u32string words = item_of(Text{sentence.text, {}}).han;
    if (names_region(words, result.name.value)) return true;
    const bool of_other = std::any_of(others.begin(), others.end(), [&](std::string_view other) {
      return names_region(words, other);
    });
    if (!of_other) return true;
  }
  return quoted(result);
}

// A part of the conclusion, of four characters or more, stands in a later note
// word for word.
bool ResultNotes::quoted(const TestResult& result) const {
  const auto day = day_of(done_at(result));
  const std::vector<DiagnosisItem> parts = parts_of(result.conclusion);
  for (const Document& note : chart_.documents) {
    if (!tells_results(note.type) || !from_day(note, day)) continue;
    for (const Text& text : note.texts) {
      for (const DiagnosisItem& part : parts) {
        const Part& place = part.place;
        const std::string_view words = place.value.value.substr(place.from, place.to - place.from);
        if (part.han.size() >= 4 && holds(text.value, words)) return true;
      }
    }
  }
  return false;
}

namespace {

void judge_untold(const Chart& chart, std::size_t index, const TellDuty& duty, Report& report) {
  const TestResult& result = chart.results[index];
  const Subject subject = of_result(index);
  const Located<Time>& at = result.reported ? *result.reported : *result.collected;
  const std::string_view name = result.name.value;
  if (const auto doubt = untold_doubt(chart))
    return report.undecided(subject, *doubt, place_of(result));
  const Time until = deadline_of(at.value, duty.limit);
  if (report.clock().stage < Stage::kDischarged && report.still_open(until)) {
    report.due(duty.due, subject, place_of(result), until,
               {to_argument(name), to_argument(at.value), to_argument(until)});
  } else {
    report
        .fail(duty.untold, subject, place_of(result), {to_argument(name), to_argument(at.value)})
        .due = until;
  }
}

}  // namespace

void judge_results(const Chart& chart, const TellDuty& duty, Report& report) {
  std::vector<std::size_t> reports;
  for (std::size_t i = 0; i < chart.results.size(); ++i) {
    if ((tests_of(chart.results[i]) & duty.kind) == 0) continue;
    if (within_stay(chart, chart.results[i])) reports.push_back(i);
  }
  if (reports.empty()) return;
  const ResultNotes notes(chart, duty.find);
  std::vector<std::string_view> names;
  for (const std::size_t i : reports) names.push_back(chart.results[i].name.value);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (const std::size_t i : reports) {
    std::vector<std::string_view> others = names;
    std::erase(others, chart.results[i].name.value);
    if (notes.tell(chart.results[i], others)) {
      report.pass(of_result(i));
    } else {
      judge_untold(chart, i, duty, report);
    }
  }
}

}  // namespace emrlint::checks
