// SPDX-License-Identifier: Apache-2.0
#include "testing/run_fixture.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "config/config.h"
#include "engine/across.h"
#include "engine/places.h"
#include "engine/staff.h"
#include "output/width.h"

namespace emrlint {
namespace {

constexpr std::size_t kMarkColumns = 3;  // "//~"

// One annotation under a line of a document.
struct Mark {
  std::uint32_t document, line;
  std::size_t from, to;  // columns
  bool open = false;     // goes on in later lines
  std::string text;
};

// The charts of a case are one unit, which is not read again.
class CaseUnit final : public UnitSource {
 public:
  explicit CaseUnit(const Batch& batch) : batch_(batch) {}
  void load(const std::vector<const UnitPlace*>& places) override { (void)places; }
  const Batch* find(const UnitPlace& place) const override {
    (void)place;
    return &batch_;
  }

 private:
  const Batch& batch_;
};

class CaseRunner {
 public:
  CaseRunner(const Catalog& catalog, const Config& config, const FixtureCase& fixture_case)
      : catalog_(catalog), config_(config), case_(fixture_case), batch_(read_case(fixture_case)) {}

  CaseResult run() {
    for (const Problem& problem : batch_.problems) add_problem(problem);
    for (Chart& chart : batch_.charts) {
      supplement_staff(chart, config_.tables());
      ChartReport report = lint(catalog_, config_, chart, uri_of(chart));
      resolve_places(batch_, report);
      for (const Finding& finding : report.findings) add_finding(finding);
      for (const BrokenCheck& broken : report.broken) {
        tail_.push_back("broken: " + broken.what + id(broken.check, {}));
      }
      for (const Tally& tally : report.tallies) {
        result_.tally.pass += tally.pass;
        result_.tally.fail += tally.fail;
        result_.tally.undecided += tally.undecided;
        result_.tally.due += tally.due;
      }
      add_passes(chart, report);
      reports_.push_back(std::move(report));
    }
    judge_across();
    write();
    return std::move(result_);
  }

 private:
  std::string_view uri_of(const Chart& chart) const { return batch_.files[chart.span.file]->uri(); }

  std::string id(std::uint32_t check, std::string_view message) const {
    std::string text = " [" + std::string(catalog_.entries()[check].info.id);
    if (!message.empty()) text.append("/").append(message);
    return text + "]";
  }

  std::string sentence(std::string_view zh, std::string_view en,
                       const std::vector<Argument>& args) const {
    const Lang lang = case_.run.lang;
    return format_message(lang == Lang::kZh ? zh : en, args.data(), args.size(), lang, false);
  }

  void add_problem(const Problem& problem) {
    const std::string text = "problem: " + (case_.run.lang == Lang::kZh ? problem.zh : problem.en) +
                             " [" + problem.id + "]";
    if (problem.located) {
      mark(problem.where, text);
    } else {
      tail_.push_back(text);
    }
  }

  void add_finding(const Finding& finding) {
    const Outcome& outcome = finding.outcome;
    const std::string name = id(finding.check, outcome.message_id);
    const std::string text = sentence(outcome.zh, outcome.en, outcome.args);
    if (outcome.kind == OutcomeKind::kUndecided) {
      tail_.push_back("undecided: " + finding.subject + ": " + text + name);
      return;
    }
    result_.messages.push_back(name.substr(2, name.size() - 3));
    if (finding.superseded) {
      tail_.push_back("superseded: " + finding.subject + name);
      return;
    }
    std::string kind(emrlint::id(finding.severity));
    if (outcome.kind == OutcomeKind::kDue) {
      kind = "due " + (outcome.due ? to_string(*outcome.due) : std::string());
    }
    if (finding.waiver != nullptr) kind += " waived";
    mark(outcome.span, kind + ": " + text + name);
    for (const Note& note : outcome.notes) {
      mark(note.span,
           "see: " + sentence(note.zh, note.en, note.args) + id(finding.check, note.message_id));
    }
    for (const Fix& fix : outcome.fixes) {
      mark(fix.span, "fix “" + fix.replacement + "”: " + sentence(fix.zh, fix.en, fix.args) +
                         id(finding.check, fix.message_id));
    }
  }

  void add_passes(const Chart& chart, const ChartReport& report) {
    for (const PassedSubject& passed : report.passed) {
      tail_.push_back("pass: " + subject_key(chart, passed.subject) + id(passed.check, {}));
    }
  }

  // As in a run: of one chart nothing is judged.
  void judge_across() {
    if (batch_.charts.size() < 2) return;
    CaseUnit unit(batch_);
    AcrossOptions options;
    options.lines.boilerplate = &config_.tables().boilerplate();
    options.units = &unit;
    AcrossCharts across(catalog_, options);
    across.add(across.facts(batch_, reports_));
    across.judge([this](const Verdict& verdict) { add_verdict(verdict); });
  }

  void add_verdict(const Verdict& verdict) {
    const std::string name = id(verdict.check, verdict.message_id);
    const std::string subject = verdict.chart + " " + verdict.subject;
    switch (verdict.kind) {
      case Verdict::Kind::kBroken:
        tail_.push_back("broken: " + verdict.args.front() + id(verdict.check, {}));
        return;
      case Verdict::Kind::kPass:
        ++result_.tally.pass;
        tail_.push_back("pass: " + subject + id(verdict.check, {}));
        return;
      case Verdict::Kind::kUndecided:
        ++result_.tally.undecided;
        tail_.push_back("undecided: " + subject + ": " +
                        verdict.args[case_.run.lang == Lang::kZh ? 0 : 1] + name);
        return;
      case Verdict::Kind::kFail:
        break;
    }
    ++result_.tally.fail;
    result_.messages.push_back(name.substr(2, name.size() - 3));
    mark(verdict.site, std::string(emrlint::id(verdict.severity)) + ": " +
                           sentence(verdict.check, verdict.message_id, verdict.args) + name);
    for (const Verdict::Note& note : verdict.notes) {
      mark(note.site, "see: " + sentence(verdict.check, note.message_id, note.args) +
                          id(verdict.check, note.message_id));
    }
  }

  std::string sentence(std::uint32_t check, std::string_view message,
                       const std::vector<std::string>& texts) const {
    std::vector<Argument> args;
    for (std::size_t i = 0; i + 1 < texts.size(); i += 2) args.push_back({texts[i], texts[i + 1]});
    for (const MessageInfo& known : catalog_.entries()[check].info.messages) {
      if (known.id == message) return sentence(known.zh, known.en, args);
    }
    return {};
  }

  void mark(const Site& site, std::string text) {
    for (const auto& file : batch_.files) {
      if (file->uri() != site.uri) continue;
      const auto index = static_cast<std::uint32_t>(&file - batch_.files.data());
      const Place& place = site.place;  // Of a whole file, so that bytes mean its text.
      const auto begin = static_cast<std::uint32_t>(place.byte_offset);
      return mark({index, begin, begin + static_cast<std::uint32_t>(place.byte_length)},
                  std::move(text));
    }
  }

  void mark(Span span, std::string text) {
    const SourceFile& file = *batch_.files[span.file];
    // Behind the last line end is no line to write under.
    const bool behind = span.begin == file.text().size() && file.text().ends_with('\n');
    if (behind) --span.begin;
    const Span line = file.line_at(span.begin);
    const std::uint32_t end = std::min(std::max(span.end, span.begin), line.end);
    Mark& mark = marks_.emplace_back();
    mark.document = document_of(file);
    mark.line = file.position(span.begin).line;
    mark.from = display_width(file.text({span.file, line.begin, span.begin}));
    mark.to = display_width(file.text({span.file, line.begin, end}));
    mark.open = span.end > line.end && !behind;
    mark.text = std::move(text);
  }

  // A line of NDJSON is a file of its own in the batch, with the name of the whole.
  std::uint32_t document_of(const SourceFile& file) const {
    for (std::uint32_t i = 0; i < case_.documents.size(); ++i) {
      if (case_.documents[i].name == file.uri()) return i;
    }
    return 0;
  }

  static std::string carets(const Mark& mark) {
    // "<" are columns that stand under the "//~" itself, "|" is a place without width.
    std::string line = "//~";
    const std::size_t hidden_to = std::min(mark.to, kMarkColumns);
    line.append(hidden_to > mark.from ? hidden_to - mark.from : 0, '<');
    if (mark.to > kMarkColumns || mark.from >= kMarkColumns) {
      line.append(mark.from > kMarkColumns ? mark.from - kMarkColumns : 0, ' ');
      line.append(mark.to - std::max(mark.from, kMarkColumns), '^');
    }
    if (mark.from == mark.to) line += '|';
    if (mark.open) line += "…";
    return line;
  }

  void write() {
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
      return std::tie(a.document, a.line, a.from, a.to) <
             std::tie(b.document, b.line, b.from, b.to);
    });
    std::size_t last = case_.lines.size();
    while (last > 1 && case_.lines[last - 1].text.empty()) --last;
    auto mark = marks_.begin();
    for (std::size_t i = 0; i < case_.lines.size(); ++i) {
      const FixtureLine& line = case_.lines[i];
      result_.text.append(line.text).append("\n");
      if (line.kind == FixtureLineKind::kInput) {
        for (; mark != marks_.end() && mark->document == line.document && mark->line == line.number;
             ++mark) {
          result_.text += carets(*mark) + " " + mark->text + "\n";
        }
      }
      if (i + 1 == last) write_tail();
    }
  }

  void write_tail() {
    for (const std::string& line : tail_) result_.text += "//~ " + line + "\n";
  }

  const Catalog& catalog_;
  const Config& config_;
  const FixtureCase& case_;
  Batch batch_;
  std::vector<ChartReport> reports_;
  std::vector<Mark> marks_;
  std::vector<std::string> tail_;
  CaseResult result_;
};

bool names(std::string_view annotation, std::string_view check) {
  const std::size_t open = annotation.rfind('[');
  if (open == annotation.npos) return false;
  annotation.remove_prefix(open + 1);
  if (!annotation.starts_with(check)) return false;
  annotation.remove_prefix(check.size());
  return annotation.starts_with('/') || annotation.starts_with(']');
}

bool annotates(const FixtureCase& fixture_case, std::string_view check,
               std::initializer_list<std::string_view> kinds) {
  for (std::string_view annotation : fixture_case.annotations) {
    if (!names(annotation, check)) continue;
    annotation.remove_prefix(std::min(annotation.find_first_not_of(" <^|"), annotation.size()));
    if (annotation.starts_with("…")) annotation.remove_prefix(std::string_view("… ").size());
    for (const std::string_view kind : kinds) {
      if (annotation.starts_with(kind)) return true;
    }
  }
  return false;
}

}  // namespace

Result<CaseResult> run_case(const Catalog& catalog, const FixtureCase& fixture_case) {
  const Result<Config> config = case_config(catalog, fixture_case);
  if (!config) return config.error();
  for (const std::string& select : fixture_case.run.select) {
    if (select.find('*') == select.npos && catalog.find(select) == nullptr) {
      const std::string near(catalog.nearest(select));
      return Error{"未知的检查 " + select + (near.empty() ? "" : "，是否指 " + near),
                   "unknown check " + select + (near.empty() ? "" : ", did you mean " + near),
                   {}};
    }
  }
  return CaseRunner(catalog, *config, fixture_case).run();
}

bool annotates_failure(const FixtureCase& fixture_case, std::string_view check) {
  return annotates(fixture_case, check, {"error", "warning", "note"});
}

bool annotates_pass(const FixtureCase& fixture_case, std::string_view check) {
  return annotates(fixture_case, check, {"pass"});
}

bool annotates_due(const FixtureCase& fixture_case, std::string_view check) {
  return annotates(fixture_case, check, {"due"});
}

}  // namespace emrlint
