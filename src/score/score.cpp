// SPDX-License-Identifier: Apache-2.0
#include "score/score.h"

#include <algorithm>
#include <charconv>

namespace emrlint {
namespace {

// The number that an argument of the message tells; 1 where it tells none.
std::uint32_t counted(const Outcome& outcome, const std::optional<std::uint32_t>& argument) {
  if (!argument || *argument >= outcome.args.size()) return 1;
  const std::string& text = outcome.args[*argument].en;
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0 ? number : 1;
}

void by_row(std::vector<Mark>& marks) {
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.row < b.row; });
}

// A front page without items says nothing of them.
bool lacks(const Chart& chart, Source source) {
  if (source == Source::kFrontPage) return chart.front_page.empty();
  return !chart.sources.has(source);
}

// Whether a finding is of `which`, as SheetMatch has it: "message", "#detail", "@kind/of/subject".
bool fits(std::string_view which, const Finding& finding) {
  if (which.front() == '#') return finding.subject.ends_with(which);
  if (which.front() != '@') return which == finding.outcome.message_id;
  const std::string_view kind = which.substr(1), subject = finding.subject;
  return subject.starts_with(kind) && subject.substr(kind.size()).starts_with('/');
}

bool judged_something(const Tally& tally) { return tally.pass + tally.fail > 0; }

}  // namespace

Marker::Marker(const ScoreSheet& sheet, const Catalog& catalog)
    : sheet_(sheet), by_check_(catalog.entries().size()) {
  for (std::uint32_t row = 0; row < sheet.rows.size(); ++row) {
    for (const SheetMatch& match : sheet.rows[row].matches) {
      by_check_[match.check].push_back({row, match.which, match.count});
    }
  }
}

// That of its message, detail or kind before that of the whole check.
const Marker::Entry* Marker::entry_of(const Finding& finding) const {
  const Entry* whole = nullptr;
  for (const Entry& entry : by_check_[finding.check]) {
    if (entry.which.empty()) {
      whole = &entry;
    } else if (fits(entry.which, finding)) {
      return &entry;
    }
  }
  return whole;
}

std::vector<Mark> Marker::lost(const ChartReport& report) const {
  std::vector<Mark> marks;
  for (std::uint32_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    if (finding.outcome.kind != OutcomeKind::kFail) continue;
    if (finding.superseded || finding.waiver != nullptr) continue;
    if (const Entry* entry = entry_of(finding)) {
      marks.push_back({entry->row, finding.check, i, counted(finding.outcome, entry->count)});
    }
  }
  by_row(marks);
  return marks;
}

ChartMarks Marker::mark(const ChartReport& report) const {
  ChartMarks marks;
  marks.not_scored = why_not(report);
  marks.complete = report.chart->complete && report.broken.empty();
  marks.lost = lost(report);
  for (std::uint32_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    if (finding.outcome.kind == OutcomeKind::kFail) continue;
    if (finding.superseded || finding.waiver != nullptr) continue;
    std::vector<std::uint32_t> rows;  // An undecided outcome keeps back each row of its check.
    for (const Entry& entry : by_check_[finding.check]) rows.push_back(entry.row);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const std::uint32_t row : rows) marks.open.push_back({row, finding.check, i, 1});
  }
  by_row(marks.open);
  for (const SheetRow& row : sheet_.rows) marks.rows.push_back(state(row, report));
  return marks;
}

NotScored Marker::why_not(const ChartReport& report) const {
  const Chart& chart = *report.chart;
  const auto& kinds = sheet_.encounters;
  if (std::find(kinds.begin(), kinds.end(), chart.encounter.kind.value) == kinds.end()) {
    return NotScored::kOtherSheet;
  }
  const bool other =
      std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
        return std::find(sheet_.not_with.begin(), sheet_.not_with.end(), document.type) !=
               sheet_.not_with.end();
      });
  if (other) return NotScored::kOtherSheet;
  if (std::any_of(sheet_.needs.begin(), sheet_.needs.end(),
                  [&](Source source) { return lacks(chart, source); })) {
    return NotScored::kNoSource;
  }
  for (std::size_t check = 0; check < by_check_.size(); ++check) {
    if (!by_check_[check].empty() && judged_something(report.tallies[check])) {
      return NotScored::kNo;
    }
  }
  return NotScored::kNothingJudged;
}

RowState Marker::state(const SheetRow& row, const ChartReport& report) const {
  if (row.matches.empty()) return RowState::kByHand;
  RowState worst = RowState::kJudged;
  for (const SheetMatch& match : row.matches) {
    if (!(*report.settings)[match.check].enabled) return RowState::kOff;
    const Tally& tally = report.tallies[match.check];
    const bool broke = std::any_of(report.broken.begin(), report.broken.end(),
                                   [&](const BrokenCheck& b) { return b.check == match.check; });
    if (tally.undecided + tally.due > 0 || broke) worst = RowState::kUndecided;
  }
  return worst;
}

Cost cost_of(const ScoreSheet& sheet, const Mark& mark) {
  const SheetRow& row = sheet.rows[mark.row];
  if (row.veto && sheet.veto.points > Points{}) return {sheet.veto.points, true};
  const bool once = row.unit == SheetUnit::kOnce;
  const Points points = row.points * (once ? 1 : static_cast<std::int32_t>(mark.count));
  return {row.cap ? std::min(points, *row.cap) : points, row.veto};
}

namespace {

// Adds up one chart.
class Sum {
 public:
  Sum(const ScoreSheet& sheet, const ChartMarks& marks) : sheet_(sheet), marks_(marks) {
    score_.rows.resize(sheet.rows.size());
    score_.sections.resize(sheet.sections.size());
  }

  ChartScore run() {
    for (const Mark& mark : marks_.lost) score_.rows[mark.row].count += mark.count;
    std::vector<Points> vetoes(sheet_.sections.size());
    for (std::size_t i = 0; i < sheet_.rows.size(); ++i)
      add_row(sheet_.rows[i], score_.rows[i], vetoes);
    score_.total = sheet_.total;
    for (std::size_t i = 0; i < sheet_.sections.size(); ++i) close_section(i, vetoes[i]);
    score_.total = std::max(score_.total, Points{});
    find_grade();
    count_judged();
    return std::move(score_);
  }

 private:
  void add_row(const SheetRow& row, RowScore& score, std::vector<Points>& vetoes) {
    if (score.count == 0) return;
    SectionScore& section = score_.sections[row.section];
    if (row.veto) {
      section.vetoed = true;
      score.lost = sheet_.veto.points;
      vetoes[row.section] = sheet_.veto.points;
    }
    if (row.veto && sheet_.veto.points > Points{}) return;
    const bool once = row.unit == SheetUnit::kOnce;
    score.lost = row.points * (once ? 1 : static_cast<std::int32_t>(score.count));
    if (row.cap) score.lost = std::min(score.lost, *row.cap);
    section.lost += score.lost;
  }

  // A veto takes its points once, in place of what else is lost unless that is more.
  void close_section(std::size_t index, Points veto) {
    SectionScore& section = score_.sections[index];
    const Points most = sheet_.sections[index].points;
    if (most > Points{} && section.lost > most) {
      section.lost = most;
      section.capped = true;
    }
    section.lost = std::max(section.lost, veto);
    score_.total = score_.total - section.lost;
  }

  void find_grade() {
    const auto& grades = sheet_.grades;
    while (score_.grade + 1 < grades.size() && score_.total < grades[score_.grade].from) {
      ++score_.grade;
    }
    const SheetVeto& veto = sheet_.veto;
    if (veto.points > Points{}) return;
    for (const Mark& mark : marks_.lost) {
      if (!sheet_.rows[mark.row].veto) continue;
      const bool severe = std::binary_search(veto.severe.begin(), veto.severe.end(), mark.check);
      const std::uint32_t limit = severe ? veto.severe_grade : veto.grade;
      if (limit <= score_.grade) continue;
      score_.grade = limit;
      score_.limited = true;
    }
  }

  void count_judged() {
    for (const RowState state : marks_.rows) {
      score_.judged += state == RowState::kJudged ? 1 : 0;
      score_.provisional |= state == RowState::kUndecided || state == RowState::kOff;
    }
    score_.provisional |= !marks_.complete;
  }

  const ScoreSheet& sheet_;
  const ChartMarks& marks_;
  ChartScore score_;
};

}  // namespace

std::optional<std::uint32_t> ScoreSheet::grade_of(std::string_view wanted) const {
  for (std::uint32_t i = 0; i < grades.size(); ++i) {
    if (grades[i].id == wanted) return i;
  }
  return std::nullopt;
}

ChartScore add_up(const ScoreSheet& sheet, const ChartMarks& marks) {
  return Sum(sheet, marks).run();
}

}  // namespace emrlint
