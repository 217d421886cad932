// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "check/report.h"
#include "check/words.h"
#include "checks/consistency/day_of_words.h"
#include "checks/consistency/pieces.h"
#include "checks/consistency/reported_values.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Time, Bilingual, std::string_view, std::string_view> kDiffers{
    "differs", "{0}引用{1}的{2}为“{3}”，而该日报告为{4}。",
    "{0} quotes the {2} of {1} as “{3}”; the report of that day has {4}."};
constexpr Message<> kReport{"report", "报告的结果", "the result in the report"};

constexpr Option<WordList> kElsewhere{
    "elsewhere_words",
    {"外院|院外|门诊|社区|当地|卫生院|体检|急诊|转诊|自带|血气|床旁|指尖|快速|术中"},
    "表明结果来自他处的用语",
    "words that tell that a result is from elsewhere"};

constexpr Citation kBasis[] = {{"BL", "3"}};
constexpr int kCore[] = {14, 15};
constexpr MessageInfo kMessages[] = {kDiffers, kReport};
constexpr OptionInfo kOptions[] = {kElsewhere};

using std::chrono::sys_days;

class NoteJudge {
 public:
  NoteJudge(const Chart& chart, const Document& note, const std::vector<Reported>& reported,
            WordList elsewhere, Report& report)
      : chart_(chart),
        note_(note),
        reported_(reported),
        elsewhere_(elsewhere),
        report_(report),
        day_(note.recorded->value.local_day()) {}

  void read(const Piece& piece) {
    const std::string_view text = piece.text.value;
    if (text.find('/') == text.npos && text.find("PT") == text.npos &&
        text.find("INR") == text.npos) {
      return;
    }
    const DayOfWords days(text, day_);
    if (!days.known()) return;
    const std::vector<QuotedResult> quoted = quoted_results(text);
    for (const QuotedResult& one : quoted) {
      const auto day = days.at(one.from);
      // Two values of one day are of two samples, of which the chart may have one.
      const bool repeated =
          std::any_of(quoted.begin(), quoted.end(), [&](const QuotedResult& other) {
            return other.analyte == one.analyte && other.value != one.value &&
                   days.at(other.from) == day;
          });
      if (day && !repeated && !holds_any(days.sentence(one.from, one.to), elsewhere_))
        take(piece, one, *day);
    }
  }
  void finish() {
    if (agreed_) report_.pass(of(chart_, note_));
  }

 private:
  void take(const Piece& piece, const QuotedResult& said, sys_days day) {
    const Reported* only = nullptr;
    for (const Reported& one : reported_) {
      if (one.analyte != said.analyte || !one.of_day(day)) continue;
      if (only != nullptr) return;  // Which of them is meant is not said.
      only = &one;
    }
    if (only == nullptr || only->unit != said.unit) return;
    if (std::abs(only->value - said.value) <= said.precision / 2 + 1e-9) {
      agreed_ = true;
      return;
    }
    if (std::find(failed_.begin(), failed_.end(), said.analyte) != failed_.end()) return;
    failed_.push_back(said.analyte);
    const Part part = part_of_piece(piece, said.from, said.to);
    const Text& value = only->item->value;
    report_
        .fail(kDiffers, of(chart_, note_, id(said.analyte)), span_of(part), note_.type,
              Time{day - std::chrono::minutes{kHospitalOffset}, Precision::kDay},
              name(said.analyte), piece.text.value.substr(said.from, said.to - said.from),
              std::string(value.value) + " " + std::string(only->item->unit.value))
        .at(part)
        .note(kReport, value.span);
  }

  const Chart& chart_;
  const Document& note_;
  const std::vector<Reported>& reported_;
  WordList elsewhere_;
  Report& report_;
  sys_days day_;
  std::vector<Analyte> failed_;
  bool agreed_ = false;
};

bool quotes(DocType type) {
  return is_course_note(type) || type == DocType::kAdmissionRecord ||
         type == DocType::kDischargeRecord || type == DocType::kPreopSummary ||
         type == DocType::kPreopDiscussion || type == DocType::kPreopAssessmentForm ||
         type == DocType::kDeathRecord || type == DocType::kOutpatientRecord ||
         type == DocType::kEmergencyObservationRecord;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.results.empty() || chart.cut_off) return;
  const std::vector<Reported> reported = reported_values(chart);
  if (reported.empty()) return;
  for (const Document& note : chart.documents) {
    if (!quotes(note.type) || !note.recorded || of_other_person(chart, note)) continue;
    if (note.recorded->value.precision < Precision::kDay) continue;
    NoteJudge judge(chart, note, reported, options[kElsewhere], report);
    for (const Piece& piece : pieces_of(note)) judge.read(piece);
    judge.finish();
  }
}

}  // namespace

extern constinit const Check lab_quoted{
    {.id = "consistency-lab-quoted",
     .severity = Severity::kWarning,
     .title = {"引用的检验结果应与报告一致", "Results that a note quotes are those of the report"},
     .judged =
         {"病程、入院、术前、出院、死亡和门诊记录中写明日期（含今日、昨日）、项目、数值和单位的"
          "检验结果：该日（采样或报告）恰有一份同项目、同单位的报告时，数值与其相同，按引用的小"
          "数位数四舍五入。",
          "Results that course notes, admission, preoperative, discharge, death and outpatient "
          "records quote with day (今日 and 昨日 too), name, value and unit: where exactly one "
          "report of that day, collected or reported, has that item in that unit, the value is "
          "the same, rounded to the decimals quoted."},
     .exceptions =
         {"没有写明日期或单位的、该日有多份同项目报告或文书引用了同日两个值的、名称或单位不能对"
          "应的、外院、门诊、床旁和血气等他处的结果（用语可调）、体液标本、范围和不等式、否定和"
          "计划的叙述不比较；每份文书、每个项目只指出第一处；病历未能读全的不判。",
          "Not without a day or unit, with several reports or quoted values of the item on "
          "that day, other names or units, results from elsewhere or of the bedside (the words "
          "are an option), other fluids than blood, ranges, what is denied or planned; of a "
          "document and an item the first is said; not where the chart could not be read whole."},
     .advice = {"对照检验报告核对日期、项目和数值，按规定更正。",
                "Compare day, item and value with the report and correct the note."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
