// SPDX-License-Identifier: Apache-2.0
// What the time of the first saving in the system says of the time that the writer states.
#include <algorithm>
#include <set>
#include <vector>

#include "check/deadline.h"
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Time, Time, Duration> kBackdated{
    "found", "{0}写明的记录时间为{1}，系统首次保存于{2}，相差超过{3}。",
    "the {0} states {1} as its time and was first saved at {2}, more than {3} later."};
constexpr Message<> kSaved{"saved", "系统首次保存的时间", "when it was first saved"};

constexpr Message<int, int, Time, Time> kBulk{
    "found", "{0}份分属{1}天的病程记录在{2}至{3}之间集中保存。",
    "{0} progress notes of {1} days were first saved between {2} and {3}."};
constexpr Message<Time> kOne{"one", "记录时间写明为{0}的一份", "one that states {0} as its time"};

constexpr Option<Duration> kGap{"limit", Duration{24 * 60}, "保存晚于记录时间多久即提示",
                                "by how much the saving may be later"};
constexpr Option<int> kNotes{"notes", 5, "多少天的病程记录集中保存即提示",
                             "notes of how many days"};
constexpr Option<Duration> kWindow{"within", Duration{30}, "在多长时间内保存",
                                   "saved within how long"};

constexpr Citation kBackdatingBasis[] = {{"ZZ", "6"}, {"BL", "3"}, {"BL", "7"}};
constexpr Citation kBulkBasis[] = {{"ZZ", "6"}, {"BL", "3"}};
constexpr int kCore[] = {15, 18};
constexpr MessageInfo kBackdatingMessages[] = {kBackdated, kSaved};
constexpr MessageInfo kBulkMessages[] = {kBulk, kOne};
constexpr OptionInfo kBackdatingOptions[] = {kGap};
constexpr OptionInfo kBulkOptions[] = {kNotes, kWindow};

void run_backdating(const Chart& chart, const Options& options, Report& report) {
  const Duration limit = options[kGap];
  for (const Document& document : chart.documents) {
    if (!document.recorded || !document.created) continue;
    const Located<Time>&recorded = *document.recorded, &created = *document.created;
    switch (within(recorded.value, created.value, limit)) {
      case Within::kYes:
        report.pass(of(chart, document));
        break;
      case Within::kUnknown:
        report.undecided(of(chart, document), missing::kClockTime, recorded.span);
        break;
      case Within::kNo:
        report
            .fail(kBackdated, of(chart, document), recorded.span, document.type, recorded.value,
                  created.value, limit)
            .note(kSaved, created.span);
    }
  }
}

using Notes = std::vector<const Document*>;

Notes saved_notes(const Chart& chart) {
  Notes notes;
  for (const Document& document : chart.documents) {
    const bool timed = document.recorded && document.created && document.created->value.exact() &&
                       document.recorded->value.precision >= Precision::kDay;
    if (timed && is_course_note(document.type)) notes.push_back(&document);
  }
  std::stable_sort(notes.begin(), notes.end(), [](const Document* a, const Document* b) {
    return a->created->value.earliest < b->created->value.earliest;
  });
  return notes;
}

// The notes that were saved together with notes[from], by one after the other within the window.
std::size_t end_of_run(const Notes& notes, std::size_t from, Duration window) {
  std::size_t end = from + 1;
  while (end < notes.size() &&
         notes[end]->created->value.earliest - notes[from]->created->value.earliest <= window) {
    ++end;
  }
  return end;
}

void report_bulk(const Notes& notes, int days, Report& report) {
  const Located<Time>& first = *notes.front()->created;
  Outcome& outcome = report.fail(kBulk, of_chart(), first.span, static_cast<int>(notes.size()),
                                 days, first.value, notes.back()->created->value);
  for (const Document* note : notes) {
    outcome.note(kOne, note->recorded->span, note->recorded->value);
  }
}

void run_bulk(const Chart& chart, const Options& options, Report& report) {
  const Notes notes = saved_notes(chart);
  if (notes.empty()) return;
  for (std::size_t from = 0; from < notes.size();) {
    const std::size_t end = end_of_run(notes, from, options[kWindow]);
    std::set<std::chrono::sys_days> days;
    for (std::size_t i = from; i < end; ++i) days.insert(notes[i]->recorded->value.local_day());
    if (static_cast<int>(days.size()) >= options[kNotes]) {
      const auto begin = notes.begin() + static_cast<std::ptrdiff_t>(from);
      return report_bulk(Notes(begin, begin + static_cast<std::ptrdiff_t>(end - from)),
                         static_cast<int>(days.size()), report);
    }
    from = end;
  }
  report.pass(of_chart());
}

}  // namespace

extern constinit const Check integrity_backdating{
    {.id = "integrity-backdating",
     .severity = Severity::kWarning,
     .title = {"记录时间应与实际书写时间相符",
               "The time that a record states is the time at which it was written"},
     .judged = {"同时有记录时间和系统首次保存时间的文书：保存晚于记录时间不超过24小时；时长可调。",
                "Documents with both the time that the writer states and the time of the first "
                "saving: saved no more than 24 hours later; the time is an option."},
     .exceptions =
         {"没有系统保存时间的文书不评价；只有日期而无法判定的不作判定；按规定补记并注明的由评价"
          "者核对。",
          "Not for documents without a time of saving; undecided where a date only "
          "leaves it open; a late entry that says so is for the reviewer to judge."},
     .advice = {"补记的病历写明补记时间，不倒签。",
                "A late entry states when it was made; do not backdate."},
     .basis = kBackdatingBasis,
     .core_systems = kCore,
     .messages = kBackdatingMessages,
     .options = kBackdatingOptions},
    &run_backdating};

extern constinit const Check integrity_late_bulk_edit{
    {.id = "integrity-late-bulk-edit",
     .severity = Severity::kWarning,
     .title = {"多日的病程记录不应集中补写", "Notes of many days are not written all at once"},
     .judged =
         {"有系统首次保存时间的病程记录：分属5天及以上的记录不在30分钟内集中保存；天数和时间可调。",
          "Progress notes with a time of the first saving: notes of five days and more are "
          "not saved within 30 minutes; both are options."},
     .exceptions = {"没有系统保存时间的病程记录不评价。",
                    "Not for notes without a time of saving."},
     .advice = {"按规定的频次随时书写病程记录；补记的注明。",
                "Write notes when they are due; say so where one is late."},
     .basis = kBulkBasis,
     .core_systems = kCore,
     .messages = kBulkMessages,
     .options = kBulkOptions},
    &run_bulk};

}  // namespace emrlint::checks
