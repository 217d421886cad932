// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "check/record_half.h"
#include "checks/duplication/overlap.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, int> kCloned{
    "cloned", "{0}的目前情况和诊疗计划有{1}%的文字与对方的{0}相同。",
    "{1} % of the present condition and the plan of this {0} stand in that of the other side."};
constexpr Message<> kGiven{"given", "对方记录中的相同文字", "the same text in the other record"};

constexpr Option<int> kLeast{
    "min_chars", 20, "少于此字数的不比较（不计标点；一个外文词算两字）",
    "texts of fewer characters are not compared (without punctuation; a word counts as two)"};
constexpr Option<double> kShare{"share", 0.9, "与对方记录相同的文字比例达到此值即提示",
                                "share of the text that may stand in the other record"};

constexpr Citation kBasis[] = {{"TJ", "4.4.17"}};
constexpr int kCore[] = {5, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kCloned, kGiven};
constexpr OptionInfo kOptions[] = {kLeast, kShare};
constexpr std::string_view kSupersedes[] = {"duplication-copied-passage"};

// What each side sees and plans for itself; complaint, condition on admission, diagnoses and course
// so far are asked for in both records.
constexpr SectionType kOwn[] = {SectionType::kCurrentCondition, SectionType::kConditionChange,
                                SectionType::kPrecautions,      SectionType::kHandoverPlan,
                                SectionType::kTransferPurpose,  SectionType::kTransferInPlan,
                                SectionType::kTreatmentPlan,    SectionType::kAssessment};

// The record of the other side that this one repeats most.
std::optional<Overlap> most_like(const Chart& chart, const Written& written,
                                 const Document& taken) {
  std::optional<Overlap> most;
  const TextList here = written.of(taken, kOwn);
  for (const Document* given : chart.of_type(taken.type)) {
    if (given == &taken || is_half(*given, Half::kOut) == IsHalf::kNo) continue;
    const TextList there = written.of(*given, kOwn);
    // Two that do not say of which side they are: the later one takes over.
    const bool known = is_half(taken, Half::kIn) == IsHalf::kYes;
    if (there.empty() || (!known && there.front() > here.front())) continue;
    const Overlap found = overlap(written.copies(), here, there);
    if (!most || found.copied > most->copied) most = found;
  }
  return most;
}

void judge(const Chart& chart, const Written& written, const Document& taken,
           const Options& options, Report& report) {
  if (is_half(taken, Half::kIn) == IsHalf::kNo) return;
  if (!tells_least(written.copies(), written.of(taken, kOwn), options[kLeast])) return;
  const std::optional<Overlap> found = most_like(chart, written, taken);
  if (!found) return;
  const Subject subject = of(chart, taken);
  if (found->share() < options[kShare]) return pass_read(chart, taken, report);
  show(written.copies(), *found, kGiven,
       report.fail(kCloned, subject, taken.span, taken.type,
                   static_cast<int>(found->share() * 100)));
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Written& written = Written::in(chart, report);
  for (const Document& document : chart.documents) {
    if (document.type == DocType::kHandoverRecord || document.type == DocType::kTransferRecord) {
      judge(chart, written, document, options, report);
    }
  }
}

}  // namespace

extern constinit const Check handover_transfer{
    {.id = "duplication-handover-transfer",
     .severity = Severity::kWarning,
     .title = {"接班、转入记录不应照搬交班、转出记录",
               "Who takes a patient over does not copy the record of who handed him over"},
     .judged =
         {"每份接班记录、转入记录与交班记录、转出记录：目前情况、注意事项和诊疗计划有90%（可调）以"
          "上的文字相同。评分表要求不得雷同，没有数值，90%为经验值。",
          "The record of who takes over (handover, transfer) against that of who hands over: 90 % "
          "(an option) of present condition, precautions and plan are the same text. A scoring "
          "sheet counts copies and has no number; 90 % is an assumption."},
     .exceptions =
         {"主诉、入院情况、诊断和诊疗经过两份记录都须写，可以相同；没有对方记录的、不足20字（可调"
          "）的不评价。",
          "Complaint, condition on admission, diagnoses and the course so far stand in both and "
          "may be the same. Not for a record without its counterpart nor for less than 20 "
          "characters (an option)."},
     .advice = {"接手的医师写明自己查看患者所见和诊疗计划。",
                "The one who takes over writes what he finds himself, and his plan."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
