// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/duplication/course_notes.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kEqual{"equal", "本次病程记录与此前一次病程记录的内容完全相同。",
                           "this progress note is word for word the same as an earlier one."};
constexpr Message<int> kNear{"near", "本次病程记录有{0}%的文字与此前一次病程记录相同。",
                             "{0} % of this progress note stand in an earlier one."};
constexpr Message<> kEarlier{"earlier", "此前的病程记录", "the earlier progress note"};

constexpr Option<int> kLeast{
    "min_chars", 30, "少于此字数的记录不比较（不计标点；一个外文词算两字）",
    "notes of fewer characters are not compared (without punctuation; a word counts as two)"};
constexpr Option<double> kShare{"share", 0.75, "连续相同文字占本次记录的比例达到此值即提示",
                                "share of the note that an unbroken common block may make up"};
constexpr Option<double> kEdited{
    "edited", 0.9, "经改动的相同文字合计占本次记录的比例达到此值即提示",
    "share of the note that may stand in another with edits in between"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZB", "25"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kEqual, kNear, kEarlier};
constexpr OptionInfo kOptions[] = {kLeast, kShare, kEdited};
constexpr std::string_view kSupersedes[] = {"duplication-consecutive-round",
                                            "duplication-copied-passage",
                                            "duplication-stale-span"};

constexpr DocType kTypes[] = {DocType::kProgressNote, DocType::kSeniorRoundNote};

void run(const Chart& chart, const Options& options, Report& report) {
  const Written& written = Written::in(chart, report);
  const ChartCopies& copies = written.copies();
  const auto notes = course_notes(chart, written, kTypes, options[kLeast]);
  const CloneLimits limits{options[kShare], options[kEdited]};
  std::unordered_map<std::u32string, std::size_t> first;  // Note of that wording.
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const CourseNote& note = notes[i];
    const Subject subject = of(chart, *note.document);
    const Span where = note.document->span;
    const auto [same, fresh] = first.try_emplace(tokens_of(copies, note.texts), i);
    if (!fresh) {
      show(copies, whole(copies, note.texts, notes[same->second].texts), kEarlier,
           report.fail(kEqual, subject, where));
    } else if (const auto clone = clone_of(written, note, std::span(notes).first(i), limits)) {
      const int percent = static_cast<int>(clone->overlap.share() * 100);
      show(copies, clone->overlap, kEarlier,
           report.fail(kNear, subject, where, percent).weaker(Severity::kWarning));
    } else {
      pass_among_all(chart, *note.document, report);
    }
  }
}

}  // namespace

extern constinit const Check progress_notes{
    {.id = "duplication-progress-notes",
     .severity = Severity::kError,
     .title = {"各次病程记录不应照搬此前的记录", "A progress note is not a copy of an earlier one"},
     .judged =
         {"同一次住院的日常病程和上级医师查房记录（30 字以上）：与此前一次完全相同为“必改”（病案"
          "质控指标所列不合理复制的第三种情形）；连续相同文字占 75% 以上，或经改动的相同文字合计占"
          " 90% 以上，为“建议”。",
          "Progress and round notes of one stay with at least 30 characters: equal to an earlier "
          "one is an error (the third of the four patterns of unreasonable copying of the "
          "indicator MER-TQ-07); an unbroken 75 % of it in an earlier one, or 90 % with edits, is "
          "a warning."},
     .exceptions =
         {"不足 30 字的记录和已被新版本替代的记录不比较；诊断、用药、既往史、检查结果等清单不计；"
          "注明出处的上级医师、会诊医师意见不算照搬。75% 和 90% 是可调参数（经验值），条文没有数值"
          "。病历不全或记录未能完整读取的无法判定。",
          "Shorter notes and versions that another document replaces are not compared; lists of "
          "diagnoses, drugs, histories and results do not count, nor do the words of a senior or "
          "consultant that are quoted as such. 75 % and 90 % are options and assumptions, the "
          "article has no number. Undecided where the chart or the note is not whole."},
     .advice = {"按当日病情、检查结果和处理重新书写，或在引用处注明。",
                "Write what was seen, found and done on that day, or mark the passage as quoted."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
