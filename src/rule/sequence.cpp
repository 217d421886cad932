// SPDX-License-Identifier: Apache-2.0
//
// Kind "sequence": one thing not later than another. Keys:
//   first     = "preop-discussion"   see rule/event.cpp; of several the earliest counts
//   then      = "operation-consent"  each one is a subject, unless nothing of `first` belongs to it
//   tolerance = "5min"               how much later `first` may be; none when left out
//   applies   = { ... }              see rule/applies.h; asked of the subject of `then`
#include <algorithm>

#include "rule/applies.h"
#include "rule/event.h"
#include "rule/kind.h"

namespace emrlint {
namespace {

constexpr Message<Bilingual, Time, Bilingual, Time> kOrder{"order", "{0}（{1}）晚于{2}（{3}）。",
                                                           "{0} ({1}) is later than {2} ({3})."};
constexpr Message<Bilingual, Time> kOther{"other", "{0}：{1}", "{0}: {1}"};

struct Sequence {
  Event first, then;
  std::optional<Option<Duration>> tolerance;
  Applies applies;
  MessageInfo order, other;

  void operator()(const Chart& chart, const Options& options, Report& report) const;

 private:
  void judge(const Chart& chart, const std::vector<Occurrence>& earlier, const Occurrence& later,
             const Options& options, Report& report) const;
};

// Whether both speak of the same surgery, or of the stay, or are one thing.
bool belong_together(const Chart& chart, const Occurrence& a, const Occurrence& b) {
  if (a.subject.kind == SubjectKind::kChart || b.subject.kind == SubjectKind::kChart) return true;
  const Surgery* surgery = surgery_of(chart, a.subject);
  if (surgery != nullptr || surgery_of(chart, b.subject) != nullptr) {
    return surgery == surgery_of(chart, b.subject);
  }
  if (a.subject.kind == b.subject.kind && a.subject.kind != SubjectKind::kDocument) {
    return a.subject.index == b.subject.index;
  }
  return true;
}

void Sequence::judge(const Chart& chart, const std::vector<Occurrence>& earlier,
                     const Occurrence& later, const Options& options, Report& report) const {
  const Occurrence* start = nullptr;
  const Occurrence* unknown = nullptr;
  for (const Occurrence& one : earlier) {
    if (!belong_together(chart, one, later)) continue;
    if (!one.at) {
      unknown = &one;
    } else if (start == nullptr || certainly_before(*one.at, *start->at)) {
      start = &one;
    }
  }
  if (start == nullptr && unknown == nullptr) return;  // Nothing to compare with.
  const Applicable applicable = applies.to(chart, later.subject, options, report.clock());
  if (!applicable.yes) return;
  const auto undecided = [&](const Missing& what) {
    report.undecided(later.subject, what, later.span);
  };
  if (applicable.unknown) return undecided(*applicable.unknown);
  if (!later.at) return undecided(later.unknown);
  if (start == nullptr) return undecided(unknown->unknown);
  const Duration slack = tolerance ? options[*tolerance] : Duration(0);
  switch (within(*later.at, *start->at, slack)) {
    case Within::kYes:
      return report.pass(later.subject);
    case Within::kUnknown:
      return undecided(unknown ? unknown->unknown : missing::kClockTime);
    case Within::kNo:
      break;
  }
  if (unknown != nullptr) return undecided(unknown->unknown);
  report
      .fail(order, later.subject, start->span,
            {first.name(), to_argument(*start->at), then.name(), to_argument(*later.at)})
      .note(other, later.span, {then.name(), to_argument(*later.at)});
}

void Sequence::operator()(const Chart& chart, const Options& options, Report& report) const {
  const std::vector<Occurrence> earlier = first.in(chart, report.clock());
  for (const Occurrence& later : then.in(chart, report.clock())) {
    judge(chart, earlier, later, options, report);
  }
}

}  // namespace

RuleFunction read_sequence(RuleReader& reader) {
  Sequence rule;
  if (auto event = Event::read(reader, "first")) rule.first = *event;
  if (auto event = Event::read(reader, "then")) rule.then = *event;
  rule.tolerance = reader.duration("tolerance", {"允许的时间差", "tolerance"});
  rule.applies = Applies::read(reader);
  rule.order = reader.message(kOrder);
  rule.other = reader.message(kOther);
  return rule;
}

}  // namespace emrlint
