// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "checks/duplication/course_notes.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, DocType> kCloned{
    "cloned", "上级医师查房记录有{0}%的文字与此前的{1}相同。",
    "{0} % of the senior physician's round note stand in the earlier {1}."};
constexpr Message<> kEarlier{"earlier", "此前记录中的相同文字",
                             "the same text in the earlier record"};

constexpr Option<int> kLeast{
    "min_chars", 30, "少于此字数的记录不比较（不计标点；一个外文词算两字）",
    "notes of fewer characters are not compared (without punctuation; a word counts as two)"};
constexpr Option<double> kShare{"share", 0.75, "与此前记录相同的文字比例达到此值即提示",
                                "share of the round note that may stand in the earlier record"};

constexpr Citation kBasis[] = {{"TJ", "4.2.3"}, {"SH", "上级医师查房"}};
constexpr int kCore[] = {2, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kCloned, kEarlier};
constexpr OptionInfo kOptions[] = {kLeast, kShare};
constexpr std::string_view kSupersedes[] = {"duplication-copied-passage",
                                            "duplication-stale-span"};

constexpr DocType kTypes[] = {DocType::kFirstProgressNote, DocType::kSeniorRoundNote};

void run(const Chart& chart, const Options& options, Report& report) {
  const Written& written = Written::in(chart, report);
  const auto notes = course_notes(chart, written, kTypes, options[kLeast]);
  const CloneLimits limits{options[kShare], options[kShare]};
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Document& note = *notes[i].document;
    if (note.type != DocType::kSeniorRoundNote) continue;
    const Subject subject = of(chart, note);
    if (const auto clone = clone_of(written, notes[i], std::span(notes).first(i), limits)) {
      const int percent = static_cast<int>(clone->overlap.share() * 100);
      show(written.copies(), clone->overlap, kEarlier,
           report.fail(kCloned, subject, note.span, percent, clone->source->type));
    } else if (i > 0 || !chart.complete) {
      pass_among_all(chart, note, report);
    }
  }
}

}  // namespace

extern constinit const Check consecutive_round{
    {.id = "duplication-consecutive-round",
     .severity = Severity::kWarning,
     .title = {"上级医师查房记录不应与首次病程记录或前次查房雷同",
               "A round note is no copy of the first progress note or an earlier round"},
     .judged =
         {"每份上级医师查房记录（30字以上）与此前的首次病程记录和各次上级医师查房记录：75%（可调）"
          "以上的文字相同。评分表要求不得雷同，没有数值，75%为经验值。",
          "Each round note of at least 30 characters against the earlier first progress note and "
          "round notes: 75 % (an option) of it are the same text. Scoring sheets count copies and "
          "have no number; 75 % is an assumption."},
     .exceptions =
         {"不足30字的记录和此前没有可比记录的不评价；诊断、用药、检查结果等清单不计；注明出处的上"
          "级或会诊意见不算雷同；与此前病程记录几乎相同的由 duplication-progress-notes 指出；病历"
          "不全的无法判定。",
          "Not for shorter notes and where there is no earlier record; lists of diagnoses, drugs "
          "and results do not count, nor do words of seniors and consultants that are quoted as "
          "such. What duplication-progress-notes finds is not said twice. Undecided where the "
          "chart is not whole."},
     .advice = {"写明本次查房补充的病史和体征、对病情的分析和诊疗意见。",
                "State what this round adds: history, signs, analysis and advice."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
