// SPDX-License-Identifier: Apache-2.0
#include "indicator/counter.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "check/discharge_diagnoses.h"

namespace emrlint {
namespace {

bool is_consent(DocType type) {
  switch (type) {
    case DocType::kOperationConsent:
    case DocType::kAnesthesiaConsent:
    case DocType::kTransfusionConsent:
    case DocType::kSpecialProcedureConsent:
    case DocType::kOtherConsent:
      return true;
    default:
      return false;
  }
}

bool is_principal(const Chart& chart, std::uint32_t diagnosis) {
  const DischargeList list = discharge_list(chart);
  return list.principal.size() == 1 && list.principal.front() == diagnosis;
}

bool wanted(SubjectFilter filter, const Chart& chart, const Subject& subject) {
  switch (filter) {
    case SubjectFilter::kAll:
      return true;
    case SubjectFilter::kConsent:
      return subject.kind == SubjectKind::kDocument &&
             is_consent(chart.documents[subject.index].type);
    case SubjectFilter::kPrincipalDiagnosis:
      return subject.kind == SubjectKind::kDiagnosis && is_principal(chart, subject.index);
    case SubjectFilter::kPrincipalProcedure:
      return subject.kind == SubjectKind::kProcedure && chart.procedures[subject.index].principal;
    case SubjectFilter::kSurgery:
      return subject.kind == SubjectKind::kSurgery;
  }
  return false;
}

bool of_detail(const IndicatorMatch& match) { return match.which.starts_with('#'); }
bool of_message(const IndicatorMatch& match) { return !match.which.empty() && !of_detail(match); }

std::string_view detail(const IndicatorMatch& match) {
  return std::string_view(match.which).substr(1);
}

// How a finding counts for a match: of other details not at all. What another finding says is not
// done all the same; but a rate of defects counts it as the other one, not as this.
enum class Says : std::uint8_t { kNothing, kPass, kFail, kOpen };

Says says(const Indicator& indicator, const IndicatorMatch& match, const Finding& finding,
          bool across) {
  if (of_detail(match)) {
    const bool same = across ? finding.subject.ends_with(match.which)
                             : finding.outcome.subject.detail == detail(match);
    if (!same) return Says::kNothing;
  }
  if (finding.outcome.kind != OutcomeKind::kFail) return Says::kOpen;
  if (of_message(match) && finding.outcome.message_id != match.which) return Says::kPass;
  if (indicator.counted == Counted::kFail && finding.superseded) return Says::kPass;
  return Says::kFail;
}

}  // namespace

void IndicatorState::add(const IndicatorState& later) {
  pass += later.pass;
  fail += later.fail;
  open += later.open;
  unevaluated |= later.unevaluated;
  if (lost && later.lost) lost->insert(lost->end(), later.lost->begin(), later.lost->end());
}

// One subject and what was said of it.
struct IndicatorCounter::Judged {
  Subject subject;
  bool pass = false, fail = false, open = false;

  void take(Says said) {
    pass |= said == Says::kPass;
    fail |= said == Says::kFail;
    open |= said == Says::kOpen;
  }
};

// The outcomes of a report by check.
class IndicatorCounter::Outcomes {
 public:
  Outcomes(const ChartReport& report, const std::vector<bool>& checks) : report_(report) {
    for (std::uint32_t i = 0; i < report.findings.size(); ++i) {
      if (checks[report.findings[i].check]) findings_.push_back(i);
    }
    std::stable_sort(findings_.begin(), findings_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return report.findings[a].check < report.findings[b].check;
    });
  }

  const ChartReport& report() const { return report_; }

  std::span<const std::uint32_t> findings(std::uint32_t check) const {
    const auto of = [&](std::uint32_t finding) { return report_.findings[finding].check; };
    const auto begin =
        std::lower_bound(findings_.begin(), findings_.end(), check,
                         [&](std::uint32_t f, std::uint32_t c) { return of(f) < c; });
    auto end = begin;
    while (end != findings_.end() && of(*end) == check) ++end;
    return {begin, end};
  }

  std::span<const PassedSubject> passed(std::uint32_t check) const {
    const auto [begin, end] =
        std::equal_range(report_.passed.begin(), report_.passed.end(), PassedSubject{check, {}},
                         [](const auto& a, const auto& b) { return a.check < b.check; });
    return {begin, end};
  }

  // Off in the profile of the chart, or broken.
  bool ran(std::uint32_t check) const {
    return (*report_.settings)[check].enabled && !broke(check);
  }
  bool broke(std::uint32_t check) const {
    return std::any_of(report_.broken.begin(), report_.broken.end(),
                       [&](const BrokenCheck& broken) { return broken.check == check; });
  }

  // The subjects that the matches of an indicator judge.
  std::vector<Judged> judged(const Indicator& indicator) const {
    std::vector<Judged> all;
    for (const IndicatorMatch& match : indicator.matches) {
      for_each(indicator, match, [&](const Subject& subject, Says said) {
        if (!wanted(indicator.filter, *report_.chart, subject)) return;
        find_or_add(all, subject).take(said);
      });
    }
    for (const IndicatorMatch& match : indicator.also) {
      for_each(indicator, match, [&](const Subject& subject, Says said) {
        if (Judged* known = find(all, subject)) known->take(said);
      });
    }
    return all;
  }

 private:
  template <typename Take>
  void for_each(const Indicator& indicator, const IndicatorMatch& match, Take take) const {
    for (const PassedSubject& passed : passed(match.check)) {
      if (of_detail(match) && passed.subject.detail != detail(match)) continue;
      take(passed.subject, Says::kPass);
    }
    for (const std::uint32_t index : findings(match.check)) {
      const Finding& finding = report_.findings[index];
      const Says said = says(indicator, match, finding, false);
      if (said != Says::kNothing) take(finding.outcome.subject, said);
    }
  }

  // Details of one thing are one subject.
  static Judged* find(std::vector<Judged>& all, const Subject& subject) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Judged& one) {
      return one.subject.kind == subject.kind && one.subject.index == subject.index;
    });
    return found == all.end() ? nullptr : &*found;
  }
  static Judged& find_or_add(std::vector<Judged>& all, const Subject& subject) {
    if (Judged* known = find(all, subject)) return *known;
    return all.emplace_back(Judged{subject});
  }

  const ChartReport& report_;
  std::vector<std::uint32_t> findings_;  // By check.
};

IndicatorCounter::IndicatorCounter(const IndicatorBook& book, const Catalog& catalog)
    : book_(book), catalog_(catalog), checks_(catalog.entries().size()) {
  bool graded_across = false;
  if (book.sheet) {
    marker_.emplace(*book.sheet, catalog);
    for (const SheetRow& row : book.sheet->rows) {
      for (const SheetMatch& match : row.matches) {
        graded_across |= catalog.entries()[match.check].emit != nullptr;
      }
    }
  }
  for (const Indicator& indicator : book.indicators) {
    bool across = !indicator.grade.empty() && graded_across;
    for (const IndicatorMatch& match : indicator.matches) {
      checks_[match.check] = true;
      across |= catalog.entries()[match.check].emit != nullptr;
    }
    for (const IndicatorMatch& match : indicator.also) checks_[match.check] = true;
    across_.push_back(across);
  }
}

Holds IndicatorCounter::belongs(const Indicator& indicator, const ChartReport& report) const {
  Holds all = Holds::kYes;
  for (const StayTrait trait : indicator.population) {
    const Holds one = holds(trait, *report.chart, report.clock);
    if (one == Holds::kNo) return one;
    if (one == Holds::kUnknown) all = one;
  }
  return all;
}

bool IndicatorCounter::can_be_absent(const Indicator& indicator, const Chart& chart) const {
  if (!whole(chart)) return false;
  return std::all_of(indicator.matches.begin(), indicator.matches.end(), [&](const auto& match) {
    const auto& needs = catalog_.entries()[match.check].info.needs;
    return std::all_of(needs.begin(), needs.end(),
                       [&](Source source) { return chart.sources.has(source); });
  });
}

IndicatorState IndicatorCounter::of_fact(std::uint32_t index, const Chart& chart) const {
  const Indicator& indicator = book_.indicators[index];
  const FactCount count = count_fact(*indicator.fact, chart);
  const bool yes_passes = indicator.counted == Counted::kPass;
  return {index, yes_passes ? count.yes : count.no, yes_passes ? count.no : count.yes,
          count.unknown, false};
}

// A chart of which only a part was read has no grade.
IndicatorState IndicatorCounter::of_grade(std::uint32_t index, const ChartReport& report) const {
  IndicatorState state{index};
  if (report.chart == nullptr) {
    state.lost = marker_->lost(report);
    state.open = report.broken.empty() ? 0 : 1;
    return state;
  }
  ChartMarks marks = marker_->mark(report);
  state.unevaluated = marks.not_scored != NotScored::kNo;
  if (state.unevaluated) return state;
  const bool open = !marks.complete || add_up(*book_.sheet, marks).provisional;
  (open ? state.open : state.pass) = 1;
  if (marks.complete) state.lost = std::move(marks.lost);
  return state;
}

// What is lost stays lost, whatever else is judged later.
bool IndicatorCounter::worse(const IndicatorState& state) const {
  if (!state.lost) return false;
  ChartMarks marks;
  marks.rows.resize(book_.sheet->rows.size());
  marks.lost = *state.lost;
  const auto wanted = book_.sheet->grade_of(book_.indicators[state.indicator].grade);
  return add_up(*book_.sheet, marks).grade > wanted;
}

IndicatorState IndicatorCounter::of_chart(std::uint32_t index, const Outcomes& outcomes) const {
  const Indicator& indicator = book_.indicators[index];
  const Chart& chart = *outcomes.report().chart;
  if (indicator.fact) return of_fact(index, chart);
  if (!indicator.grade.empty()) return of_grade(index, outcomes.report());
  IndicatorState state{index};
  for (const auto* matches : {&indicator.matches, &indicator.also}) {
    for (const IndicatorMatch& match : *matches) state.unevaluated |= !outcomes.ran(match.check);
  }
  if (state.unevaluated) return state;
  const std::vector<Judged> judged = outcomes.judged(indicator);
  for (const Judged& one : judged) {
    const bool open = !one.fail && one.open;
    state.fail += one.fail ? 1 : 0;
    state.open += open ? 1 : 0;
    state.pass += !one.fail && !open ? 1 : 0;
  }
  if (judged.empty() && indicator.absent_passes) {
    (can_be_absent(indicator, chart) ? state.pass : state.open) = 1;
  }
  return state;
}

IndicatorState IndicatorCounter::of_across(std::uint32_t index, const Outcomes& outcomes) const {
  const Indicator& indicator = book_.indicators[index];
  if (!indicator.grade.empty()) return of_grade(index, outcomes.report());
  IndicatorState state{index};
  for (const IndicatorMatch& match : indicator.matches) {
    if (catalog_.entries()[match.check].emit == nullptr) continue;
    state.pass += outcomes.report().tallies[match.check].pass;
    state.unevaluated |= outcomes.broke(match.check);
    for (const std::uint32_t finding : outcomes.findings(match.check)) {
      const Says said = says(indicator, match, outcomes.report().findings[finding], true);
      state.pass += said == Says::kPass ? 1 : 0;
      state.fail += said == Says::kFail ? 1 : 0;
      state.open += said == Says::kOpen ? 1 : 0;
    }
  }
  return state;
}

std::vector<IndicatorState> IndicatorCounter::states(const ChartReport& report) const {
  const Outcomes outcomes(report, checks_);
  std::vector<IndicatorState> states;
  for (std::uint32_t i = 0; i < book_.indicators.size(); ++i) {
    const Indicator& indicator = book_.indicators[i];
    if (!indicator.computed()) continue;
    if (report.chart == nullptr) {
      if (!across_[i]) continue;
      states.push_back(of_across(i, outcomes));
      const IndicatorState& state = states.back();
      const bool costs = state.lost && !state.lost->empty();
      if (state.pass + state.fail + state.open == 0 && !state.unevaluated && !costs) {
        states.pop_back();
      }
      continue;
    }
    const Holds in = belongs(indicator, report);
    if (in == Holds::kNo) continue;
    IndicatorState state = of_chart(i, outcomes);
    // Whatever was judged, whether it belongs here is not known.
    if (in == Holds::kUnknown && !state.unevaluated) {
      state.open += state.pass + state.fail;
      state.pass = state.fail = 0;
      state.lost.reset();
    }
    states.push_back(state);
  }
  return states;
}

IndicatorCount IndicatorCounter::count(const IndicatorState& state) const {
  const Indicator& indicator = book_.indicators[state.indicator];
  IndicatorCount count{state.indicator};
  if (state.unevaluated) {
    count.unevaluated = 1;
    return count;
  }
  std::uint32_t pass = state.pass, fail = state.fail, open = state.open;
  if (!indicator.grade.empty() && worse(state)) fail = 1;
  if (indicator.unit == IndicatorUnit::kChart) {
    fail = fail > 0 ? 1 : 0;
    open = fail == 0 && open > 0 ? 1 : 0;
    pass = fail + open == 0 && pass > 0 ? 1 : 0;
  }
  count.numerator = indicator.counted == Counted::kPass ? pass : fail;
  count.denominator = pass + fail;
  count.undecided = open;
  return count;
}

std::vector<IndicatorCount> IndicatorCounter::count(const ChartReport& report) const {
  std::vector<IndicatorCount> counts;
  for (const IndicatorState& state : states(report)) {
    const IndicatorCount one = count(state);
    if (one != IndicatorCount{one.indicator}) counts.push_back(one);
  }
  return counts;
}

// What costs points, and what may yet.
std::vector<std::uint32_t> IndicatorCounter::graded_findings(const ChartReport& report) const {
  std::vector<std::uint32_t> found;
  for (const Mark& mark : marker_->lost(report)) found.push_back(mark.finding);
  if (report.chart != nullptr) {
    for (const Mark& mark : marker_->mark(report).open) found.push_back(mark.finding);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::uint32_t> IndicatorCounter::findings(const ChartReport& report,
                                                      std::uint32_t index) const {
  const Indicator& indicator = book_.indicators[index];
  if (!indicator.grade.empty()) return graded_findings(report);
  const Outcomes outcomes(report, checks_);
  const bool across = report.chart == nullptr;
  std::vector<std::uint32_t> found;
  const std::vector<Judged> judged = across ? std::vector<Judged>() : outcomes.judged(indicator);
  const auto counts = [&](const Finding& finding) {
    return across || std::any_of(judged.begin(), judged.end(), [&](const Judged& one) {
             return one.subject.kind == finding.outcome.subject.kind &&
                    one.subject.index == finding.outcome.subject.index;
           });
  };
  for (const auto* matches : {&indicator.matches, &indicator.also}) {
    for (const IndicatorMatch& match : *matches) {
      for (const std::uint32_t i : outcomes.findings(match.check)) {
        const Finding& finding = report.findings[i];
        const Says said = says(indicator, match, finding, across);
        if ((said == Says::kFail || said == Says::kOpen) && counts(finding)) found.push_back(i);
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace emrlint
