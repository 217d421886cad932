// SPDX-License-Identifier: Apache-2.0
#include "engine/across.h"

#include <algorithm>
#include <utility>

#include "check/fact.h"
#include "engine/fact_line.h"
#include "engine/isolated.h"
#include "engine/line_fields.h"

namespace emrlint {
namespace {

constexpr Missing kTooManyAlike{
    "one-person-or-thing", "能分清彼此的标识或文字（相同的记录过多，不像属于同一个人）",
    "a number, name or text that is one person's (too many records have this one)"};

bool same_note(const Verdict::Note& a, const Verdict::Note& b) {
  return a.message_id == b.message_id && a.args == b.args;
}

}  // namespace

// Takes the facts in order and judges each group when it has ended.
class AcrossCharts::Groups {
 public:
  Groups(const Catalog& catalog, std::size_t most, LineSorter& verdicts)
      : catalog_(catalog), most_(most), verdicts_(verdicts) {}

  void add(std::string_view line) {
    if (line.substr(0, kFactKeySize) != key_) {
      finish();
      key_ = line.substr(0, kFactKeySize);
    }
    if (!lines_.empty() && lines_.back() == line) return;  // A part was given twice.
    if (lines_.size() == most_) {
      too_many_ = true;
      for (const std::string& held : lines_) leave_open(held);
      lines_.clear();
    }
    if (too_many_) return leave_open(line);
    lines_.emplace_back(line);
  }

  void finish() {
    if (!lines_.empty()) judge();
    lines_.clear();
    too_many_ = false;
  }

 private:
  void leave_open(std::string_view line) {
    verdicts_.add(verdict_line(split_fields(line), Verdict::Kind::kUndecided, kTooManyAlike.id,
                               {std::string(kTooManyAlike.zh), std::string(kTooManyAlike.en)}));
  }

  void judge() {
    std::vector<FactFields> fields;
    std::vector<Fact> facts;
    for (const std::string& line : lines_) {
      fields.push_back(split_fields(line));
      facts.push_back(fact_of(fields.back(), static_cast<std::uint32_t>(facts.size())));
    }
    const CatalogEntry* const check = catalog_.find(fields.front()[kFactCheck]);
    if (check == nullptr || check->judge == nullptr) return;
    Report report;
    if (const auto broken = isolated([&] { check->judge(facts, report); })) {
      verdicts_.add(verdict_line(fields.front(), Verdict::Kind::kBroken, "broken", {*broken}));
      return;
    }
    for (const Subject& subject : report.passed()) {
      verdicts_.add(passed_line(fields[subject.index]));
    }
    for (const Outcome& outcome : report.outcomes()) verdicts_.add(verdict_line(fields, outcome));
  }

  const Catalog& catalog_;
  const std::size_t most_;
  LineSorter& verdicts_;
  std::string key_;
  std::vector<std::string> lines_;  // Of the group at hand.
  bool too_many_ = false;
};

AcrossCharts::AcrossCharts(const Catalog& catalog, AcrossOptions options)
    : catalog_(catalog),
      options_(std::move(options)),
      hash_(options_.key),
      facts_(options_.memory),
      verdicts_(options_.memory) {}

std::string AcrossCharts::facts(const Batch& batch, const std::vector<ChartReport>& reports) const {
  return fact_lines(catalog_, hash_, options_.paths, batch, reports);
}

void AcrossCharts::add(std::string_view lines) {
  for (std::size_t end; (end = lines.find('\n')) != lines.npos; lines.remove_prefix(end + 1)) {
    add_line(lines.substr(0, end));
  }
}

void AcrossCharts::add_line(std::string_view line) {
  facts_.add(line);
  ++count_;
}

void AcrossCharts::write(const std::function<void(std::string_view line)>& visit) {
  facts_.drain(visit);
}

void AcrossCharts::judge(const std::function<void(const Verdict&)>& visit) {
  Groups groups(catalog_, options_.most_alike, verdicts_);
  const auto add = [&](std::string_view line) { groups.add(line); };
  if (elsewhere_) {
    lost_ = elsewhere_(add);
  } else {
    facts_.drain(add);
  }
  groups.finish();
  std::string last;
  Verdict verdict;
  verdicts_.drain([&](std::string_view line) {
    if (!last.empty() && same_subject(last, line)) {
      if (verdict.kind != Verdict::Kind::kFail) return;
      for (Verdict::Note& note : verdict_of(catalog_, line).notes) {
        const bool said = std::any_of(verdict.notes.begin(), verdict.notes.end(),
                                      [&](const auto& other) { return same_note(other, note); });
        if (!said) verdict.notes.push_back(std::move(note));
      }
      return;
    }
    if (!last.empty()) visit(verdict);
    last = line;
    verdict = verdict_of(catalog_, line);
  });
  if (!last.empty()) visit(verdict);
}

const std::optional<Error>& AcrossCharts::error() const {
  if (lost_) return lost_;
  return facts_.error() ? facts_.error() : verdicts_.error();
}

}  // namespace emrlint
