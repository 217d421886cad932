// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/duplication/course_notes.h"
#include "checks/duplication/may_repeat.h"
#include "checks/duplication/unchanged.h"

namespace emrlint::checks {
namespace {

using std::chrono::sys_days;

constexpr Message<DocType, int, int, Time> kStale{
    "stale", "{0}中有连续{1}字自{3}起{2}天未变。",
    "{1} consecutive characters of the {0} have not changed on {2} days, since {3}."};
constexpr Message<> kSince{"since", "最早的同一段文字", "the same text where it stood first"};

constexpr Option<int> kChinese{"min_chars_chinese", 300,
                               "中文连续未变字数达到此值即提示（含标点；经验值）",
                               "unchanged consecutive characters of Chinese (an assumption)"};
constexpr Option<int> kOther{"min_chars_other", 850,
                             "其他文字连续未变字符数达到此值即提示（含空格；见于一项英文病历研究）",
                             "unchanged consecutive characters of other scripts, with blanks (by a "
                             "study of English notes)"};
constexpr Option<int> kDays{"days", 3, "连续多少个有记录的日子都写有同一段文字即提示",
                            "consecutive days with notes on which the same text stands"};

constexpr Citation kBasis[] = {{"ZJ", "基本要求1"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kStale, kSince};
constexpr OptionInfo kOptions[] = {kChinese, kOther, kDays};
constexpr std::string_view kSupersedes[] = {"duplication-copied-passage"};
constexpr DocType kTypes[] = {DocType::kProgressNote, DocType::kSeniorRoundNote};

bool long_enough(const ChartCopies& copies, TokenRange range, const Options& options) {
  // An ideograph weighs two, a word of letters four.
  const bool chinese = copies.tokens().weight(range) < 3 * range.size();
  return characters(copies, range) >= options[chinese ? kChinese : kOther];
}

// How far the same text goes back through the days with notes.
struct Stale {
  const Document* source = nullptr;
  TokenRange here, there;
  int days = 1;
};

// The part of it that stood on that day too; of several the longest. As it was where there is none.
Stale day_before(const ChartCopies& copies, const Stale& stale, sys_days day,
                 const std::vector<Unchanged>& all, const Options& options) {
  Stale best = stale;
  for (const Unchanged& one : all) {
    const std::uint32_t from = std::max(stale.here.from, one.here.from);
    const std::uint32_t to = std::min(stale.here.to, one.here.to);
    if (day_of(*one.source) != day || from >= to || !long_enough(copies, {from, to}, options))
      continue;
    if (best.days > stale.days && to - from <= best.here.size()) continue;
    const std::uint32_t there = one.there.from + from - one.here.from;
    best = {one.source, {from, to}, {there, there + to - from}, stale.days + 1};
  }
  return best;
}

class Judge {
 public:
  Judge(const Chart& chart, const Written& written, const Options& options, Report& report)
      : chart_(chart), copies_(written.copies()), options_(options), report_(report) {}

  // Notes in the order in which they were written.
  void take(const CourseNote& note) {
    const auto today = day_of(*note.document);
    if (!today) return;
    if (!days_.empty() && days_.front() < *today) judge(note, *today);
    if (days_.empty() || days_.back() < *today) days_.push_back(*today);
  }

 private:
  void judge(const CourseNote& note, sys_days today) {
    for (const std::uint32_t text : note.own) {
      const Stale stale = follow(text, today);
      if (stale.days >= std::max(options_[kDays], 2)) return tell(*note.document, stale);
    }
    report_.pass(of(chart_, *note.document));
  }

  Stale follow(std::uint32_t text, sys_days today) const {
    std::vector<Unchanged> all;
    for (const Passage& passage : copies_.passages_of(text)) {
      const auto day = day_of(copies_.document_of(passage.source));
      if (day && *day < today && !may_repeat(copies_, passage))
        add_unchanged(copies_, passage, all);
    }
    Stale stale;
    stale.here = copies_.texts()[text].text.tokens;
    for (auto day = days_.rbegin(); day != days_.rend(); ++day) {
      if (*day >= today) continue;
      const Stale longer = day_before(copies_, stale, *day, all, options_);
      if (longer.days == stale.days) break;
      stale = longer;
    }
    return stale;
  }

  void tell(const Document& document, const Stale& stale) {
    report_
        .fail(kStale, of(chart_, document), document.span, document.type,
              characters(copies_, stale.here), stale.days, *writing_time(*stale.source))
        .at(copies_.tokens().parts(stale.here))
        .measure("length", stale.here.size())
        .measure("days", stale.days)
        .note(kSince, copies_.tokens().parts(stale.there));
  }

  const Chart& chart_;
  const ChartCopies& copies_;
  const Options& options_;
  Report& report_;
  std::vector<sys_days> days_;  // On which notes were written, in order.
};

void run(const Chart& chart, const Options& options, Report& report) {
  const Written& written = Written::in(chart, report);
  Judge judge(chart, written, options, report);
  for (const CourseNote& note : course_notes(chart, written, kTypes, 1)) judge.take(note);
}

}  // namespace

extern constinit const Check stale_span{
    {.id = "duplication-stale-span",
     .severity = Severity::kNote,
     .title = {"长段文字连续多日未变宜核对", "Long text that stays for days is looked at again"},
     .judged =
         {"日常病程和上级医师查房记录：没有一段文字（中文300字、其他文字850字符以上，含标点和空格，"
          "数"
          "字也相同）连续3个有记录的日子一字未变。850字符见于一项英文病历研究，其余为经验值，均可调"
          "；没"
          "有规范禁止，仅提示核对。",
          "Progress and round notes: no text of 300 characters of Chinese or 850 of other scripts "
          "(with punctuation and blanks, numbers unchanged) stands on three consecutive days with "
          "notes. 850 is from a study of English notes, the rest are assumptions, and all are "
          "options; no norm forbids it, it is worth a look."},
     .exceptions =
         {"允许重复的内容（诊断、用药等清单，检查结果，注明出处的上级或会诊意见等）不算；与此前整份"
          "雷同"
          "的由 duplication-progress-notes、duplication-consecutive-round "
          "指出；没有书写日期的、首日的记"
          "录不判。",
          "What may be repeated does not count (lists of diagnoses and drugs, results, quoted "
          "words "
          "of seniors and consultants); a note that as a whole is like an earlier one is said by "
          "duplication-progress-notes and duplication-consecutive-round. Not judged: notes without "
          "a day, and those of the first day."},
     .advice = {"核对这段文字是否仍符合当日情况，删去已过时的内容。",
                "See whether the text still holds on this day, and take out what no longer does."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
