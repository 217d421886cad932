// SPDX-License-Identifier: Apache-2.0
#include "engine/across.h"

#include <algorithm>
#include <tuple>
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

bool source_only(const FactFields& fact) { return fact[kFactSeverity] == kSourceOnly; }

bool same_note(const Verdict::Note& a, const Verdict::Note& b) {
  return a.message_id == b.message_id && a.args == b.args;
}

// Takes each fact with the texts that are much like its own, and judges it when it has them all.
class NearGroups {
 public:
  NearGroups(const Catalog& catalog, LineSorter& verdicts)
      : catalog_(catalog), verdicts_(verdicts) {}

  void add(const NearLines& near) {
    if (source_only(split_fields(near.fact))) return;
    if (near.fact != fact_) {
      finish();
      fact_ = near.fact;
    }
    others_.push_back({std::string(near.other), {near.equal, near.likeness}});
  }

  void finish() {
    if (!others_.empty()) judge();
    others_.clear();
  }

 private:
  struct Other {
    std::string line;
    Fact::Near near;
  };

  // By chart and subject: what the lines begin with differs from key to key.
  void sort() {
    const auto place = [](const Other& other) {
      const FactFields fields = split_fields(other.line);
      return std::tuple(fields[kFactChart], fields[kFactInput], fields[kFactSubject]);
    };
    std::sort(others_.begin(), others_.end(),
              [&](const Other& a, const Other& b) { return place(a) < place(b); });
  }

  void judge() {
    sort();
    std::vector<FactFields> fields = {split_fields(fact_)};
    std::vector<Fact> facts = {fact_of(fields.front(), 0)};
    for (const Other& other : others_) {
      fields.push_back(split_fields(other.line));
      facts.push_back(fact_of(fields.back(), static_cast<std::uint32_t>(facts.size())));
      facts.back().near = other.near;
    }
    const CatalogEntry* const check = catalog_.find(fields.front()[kFactCheck]);
    if (check == nullptr || check->judge == nullptr) return;
    Report report;
    if (const auto broken = isolated([&] { check->judge(facts, report); })) {
      verdicts_.add(verdict_line(fields.front(), Verdict::Kind::kBroken, "broken", {*broken}));
      return;
    }
    for (const Outcome& outcome : report.outcomes()) {
      verdicts_.add(verdict_line(fields, outcome, kNearVerdict));
    }
  }

  const Catalog& catalog_;
  LineSorter& verdicts_;
  std::string fact_;
  std::vector<Other> others_;
};

}  // namespace

// Takes the facts in order and judges each group when it has ended; texts and grams it hands on.
class AcrossCharts::Groups {
 public:
  Groups(const Catalog& catalog, std::size_t most, LineSorter& verdicts, NearPairs& pairs)
      : catalog_(catalog), most_(most), verdicts_(verdicts), pairs_(pairs) {}

  void add(std::string_view line) {
    if (is_gram(line)) return pairs_.add_gram(line);
    if (line.substr(0, kFactKeySize) != key_) {
      finish();
      key_ = line.substr(0, kFactKeySize);
    }
    if (!lines_.empty() && lines_.back() == line) return;  // A part was given twice.
    if (!line.ends_with('\t')) pairs_.add_text(line);      // Its last field is not empty.
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
    const FactFields fact = split_fields(line);
    if (source_only(fact)) return;
    verdicts_.add(verdict_line(fact, Verdict::Kind::kUndecided, kTooManyAlike.id,
                               {std::string(kTooManyAlike.zh), std::string(kTooManyAlike.en)}));
  }

  void judge() {
    std::vector<FactFields> fields;
    std::vector<Fact> facts;
    for (const std::string& line : lines_) {
      fields.push_back(split_fields(line));
      facts.push_back(fact_of(fields.back(), static_cast<std::uint32_t>(facts.size())));
    }
    if (std::all_of(fields.begin(), fields.end(), source_only)) return;
    const CatalogEntry* const check = catalog_.find(fields.front()[kFactCheck]);
    if (check == nullptr || check->judge == nullptr) return;
    Report report;
    if (const auto broken = isolated([&] { check->judge(facts, report); })) {
      verdicts_.add(verdict_line(fields.front(), Verdict::Kind::kBroken, "broken", {*broken}));
      return;
    }
    for (const Subject& subject : report.passed()) {
      if (!source_only(fields[subject.index])) verdicts_.add(passed_line(fields[subject.index]));
    }
    for (const Outcome& outcome : report.outcomes()) {
      if (source_only(fields[outcome.subject.index])) continue;
      verdicts_.add(verdict_line(fields, outcome));
    }
  }

  const Catalog& catalog_;
  const std::size_t most_;
  LineSorter& verdicts_;
  NearPairs& pairs_;
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

std::string AcrossCharts::facts(const Batch& batch, const std::vector<ChartReport>& reports,
                                const UnitPlace& place) const {
  return fact_lines(catalog_, hash_, options_.lines, batch, reports, place);
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

void AcrossCharts::judge_near(NearPairs& pairs) {
  UnitLoader loader(options_.limits, options_.jobs);
  UnitSource* const units = options_.units != nullptr ? options_.units : &loader;
  NearComparison comparison(options_.compare ? units : nullptr, hash_, loader.jobs(),
                            options_.memory);
  pairs.drain([&](const NearPair& pair) { comparison.add(pair); });
  NearGroups groups(catalog_, verdicts_);
  comparison.drain([&](const NearLines& near) { groups.add(near); });
  groups.finish();
  lost_charts_ = comparison.lost();
  if (!lost_) lost_ = pairs.error() ? pairs.error() : comparison.error();
}

void AcrossCharts::judge(const std::function<void(const Verdict&)>& visit) {
  NearPairs pairs(options_.memory);
  Groups groups(catalog_, options_.most_alike, verdicts_, pairs);
  const auto add = [&](std::string_view line) { groups.add(line); };
  if (elsewhere_) {
    lost_ = elsewhere_(add);
  } else {
    facts_.drain(add);
  }
  groups.finish();
  judge_near(pairs);
  std::string last;
  Verdict verdict;
  verdicts_.drain([&](std::string_view line) {
    if (!last.empty() && same_subject(last, line)) {
      if (verdict.kind != Verdict::Kind::kFail || !same_rank(last, line)) return;
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
