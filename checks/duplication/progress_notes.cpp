// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/report.h"
#include "checks/duplication/course_notes.h"
#include "text/compare.h"
#include "text/normal.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kEqual{"equal", "本次病程记录与此前一次病程记录的内容完全相同。",
                           "this progress note is word for word the same as an earlier one."};
constexpr Message<int> kNear{"near", "本次病程记录有连续{0}%的文字与此前一次病程记录相同。",
                             "an unbroken {0} % of this progress note stands in an earlier one."};
constexpr Message<> kEarlier{"earlier", "此前的病程记录", "the earlier progress note"};

constexpr Option<int> kLeast{"min_chars", 30, "少于此字数的记录不比较（去除标点和空格后）",
                             "shorter notes are not compared (without punctuation and blanks)"};
constexpr Option<double> kShare{"share", 0.75, "连续相同文字占本次记录的比例达到此值即提示",
                                "share of the note that an unbroken common block may make up"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZB", "25"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kEqual, kNear, kEarlier};
constexpr OptionInfo kOptions[] = {kLeast, kShare};

void judge(const Chart& chart, const CourseNote& note, const CourseNote& earlier,
           std::size_t longest, double share, Report& report) {
  const Subject subject = of(chart, *note.document);
  const auto least = static_cast<std::size_t>(share * static_cast<double>(note.normal.size()));
  if (longest < least) return report.pass(subject);
  const CommonBlock block = longest_common_block(note.normal, earlier.normal, least);
  const double part = static_cast<double>(block.length) / static_cast<double>(note.normal.size());
  const bool equal = note.normal == earlier.normal;
  if (!equal && part < share) return report.pass(subject);
  Outcome& outcome =
      equal ? report.fail(kEqual, subject, note.document->span)
            : report.fail(kNear, subject, note.document->span, static_cast<int>(part * 100))
                  .weaker(Severity::kWarning);
  outcome.at(part_of(note.pieces, block.a, block.a + block.length))
      .note(kEarlier, part_of(earlier.pieces, block.b, block.b + block.length));
}

void run(const Chart& chart, const Options& options, Report& report) {
  const auto notes = course_notes(chart, static_cast<std::size_t>(std::max(options[kLeast], 12)));
  EarlierNotes earlier(notes);
  std::unordered_map<std::u32string_view, std::size_t> equals;  // A later note may be as like.
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const auto found = earlier.most_like(notes[i], i);
    if (const auto [equal, fresh] = equals.try_emplace(notes[i].normal, i); !fresh) {
      judge(chart, notes[i], notes[equal->second], notes[i].normal.size(), options[kShare], report);
    } else if (found) {
      judge(chart, notes[i], notes[found->note], found->longest, options[kShare], report);
    } else {
      report.pass(of(chart, *notes[i].document));
    }
  }
}

}  // namespace

extern constinit const Check progress_notes{
    {.id = "duplication-progress-notes",
     .severity = Severity::kError,
     .title = {"各次病程记录不应照搬此前的记录", "A progress note is not a copy of an earlier one"},
     .judged =
         {"同一次住院的日常病程和上级医师查房记录（30 字以上）：与此前一次完全相同为“必改”；"
          "连续相同文字占 75% 以上为“建议”。",
          "Progress and round notes of one stay with at least 30 characters: equal to an earlier "
          "one is an error; an unbroken 75 % of it in an earlier one is a warning."},
     .exceptions = {"不足 30 字的记录和已被新版本替代的记录不比较。75% 是可调参数，条文没有数值。",
                    "Shorter notes and versions that another document replaces are not compared. "
                    "75 % is an option, the article has no number."},
     .advice = {"按当日病情、检查结果和处理重新书写，或在引用处注明。",
                "Write what was seen, found and done on that day, or mark the passage as quoted."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
