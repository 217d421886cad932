// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/number.h"
#include "output/citation.h"
#include "output/due_list.h"
#include "output/paint.h"
#include "output/place.h"
#include "output/placed.h"
#include "output/sink.h"
#include "output/snippet.h"
#include "output/wording.h"

namespace emrlint {
namespace {

constexpr std::size_t kLeastColumns = 24;  // Of source text, however narrow the terminal.
constexpr std::size_t kCutColumns = 6;     // "..." before and behind it.

const char* colour(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "1;31";
    case Severity::kWarning:
      return "1;33";
    case Severity::kNote:
      return "1;36";
    case Severity::kOff:
      break;
  }
  return "1";
}

std::string place(const Batch& batch, Span span) {
  const Site* const site = batch.site(span);
  const std::string_view uri = site == nullptr ? batch.files[span.file]->uri() : site->uri;
  const Position position =
      site == nullptr ? batch.files[span.file]->position(span.begin) : site->place.begin;
  return printable(uri) + ":" + std::to_string(position.line) + ":" +
         std::to_string(position.column);
}

// The findings of one batch, grouped by chart.
class BatchText {
 public:
  BatchText(std::ostream& out, const Catalog& catalog, const OutputOptions& options,
            const Batch& batch)
      : out_(out), catalog_(catalog), options_(options), batch_(batch) {}

  void write(const std::vector<ChartReport>& reports) {
    for (const Problem& problem : batch_.problems) write_problem(problem);
    for (const ChartReport& report : reports) write_chart(report);
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }
  std::string paint(const char* code, std::string_view text) const {
    return emrlint::paint(options_.colour, code, text);
  }

  void write_problem(const Problem& problem) {
    Wording wording(options_, nullptr);
    const bool known = placed(batch_, problem);
    const std::string where = known ? place(batch_, problem.where) : printable(problem.uri);
    out_ << paint("1", where) << ": " << paint("1;35", kind_of(problem.kind)) << ": "
         << printable(wording.text(say(problem.zh, problem.en))) << " [" << problem.id << "]\n";
    last_snippet_.reset();
    if (known) write_snippet(problem.where, wording);
  }

  std::string_view kind_of(Problem::Kind kind) const {
    switch (kind) {
      case Problem::Kind::kUnreadable:
        break;
      case Problem::Kind::kIncomplete:
        return say("仅读取一部分", "read in part");
      case Problem::Kind::kNotARecord:
        return say("不是病历", "not a record");
      case Problem::Kind::kLimit:
        return say("超出限制", "over a limit");
    }
    return say("无法读取", "unreadable");
  }

  bool shown(const Finding& finding) const {
    if (finding.superseded) return false;
    if (finding.waiver != nullptr) return options_.show_waived;
    return finding.outcome.kind != OutcomeKind::kUndecided || options_.show_undecided;
  }

  void write_chart(const ChartReport& report) {
    const bool any = std::any_of(report.findings.begin(), report.findings.end(),
                                 [&](const Finding& finding) { return shown(finding); });
    if (!any && report.broken.empty()) return;
    Wording wording(options_, report.chart);
    explained_.assign(catalog_.entries().size(), false);
    last_snippet_.reset();
    clock_ = report.clock;
    out_ << paint("1;4", std::string(say("病历 ", "Chart ")) + printable(report.key)) << "\n";
    for (const BrokenCheck& broken : report.broken) {
      out_ << paint("1;35", say("检查中断", "check broke")) << ": "
           << catalog_.entries()[broken.check].info.id << ": "
           << printable(wording.text(broken.what)) << "\n";
    }
    for (const Finding& finding : report.findings) {
      if (shown(finding)) write_finding(finding, wording);
    }
    out_ << "\n";
  }

  std::string kind_of(const Finding& finding) const {
    switch (finding.outcome.kind) {
      case OutcomeKind::kFail:
        break;
      case OutcomeKind::kUndecided:
        return paint("1;34", "undecided");
      case OutcomeKind::kDue: {
        std::string at = finding.outcome.due ? to_string(*finding.outcome.due) : "";
        const std::string left = time_left(finding.outcome, clock_, options_.lang);
        if (!left.empty()) at.append(say("（", " (")).append(left).append(say("）", ")"));
        return paint("1;34", "due " + at);
      }
    }
    std::string kind(id(finding.severity));
    if (finding.waiver != nullptr) kind += say("（已豁免）", " (waived)");
    return paint(colour(finding.severity), kind);
  }

  void write_finding(const Finding& finding, Wording& wording) {
    const Outcome& outcome = finding.outcome;
    const CheckInfo& info = catalog_.entries()[finding.check].info;
    out_ << paint("1", place(batch_, outcome.span)) << ": " << kind_of(finding) << ": "
         << printable(wording.message(outcome)) << " [" << info.id << "/" << outcome.message_id
         << "]" << measures(outcome) << "\n";
    if (outcome.kind == OutcomeKind::kUndecided) return;
    write_snippet(outcome.span, wording);
    for (const Note& note : outcome.notes) {
      out_ << "  " << place(batch_, note.span) << ": "
           << printable(wording.sentence(note.zh, note.en, note.args)) << "\n";
      if (note.span != outcome.span) write_snippet(note.span, wording);
    }
    for (const Fix& fix : outcome.fixes) write_fix(fix, wording);
    if (finding.waiver != nullptr) {
      out_ << "  " << say("豁免：", "waived: ") << printable(wording.text(finding.waiver->reason))
           << say("（", " (") << printable(wording.text(finding.waiver->by))
           << say("，至 ", ", until ") << to_string(finding.waiver->until) << say("）\n", ")\n");
    }
    if (explained_[finding.check]) return;
    explained_[finding.check] = true;
    write_card(info);
  }

  void write_fix(const Fix& fix, Wording& wording) {
    if (!wording.shows(fix)) return;
    out_ << "  " << place(batch_, fix.span) << ": " << paint("1;32", say("可改为", "fix")) << ": "
         << printable(fix.replacement) << say("（", " (")
         << printable(wording.sentence(fix.zh, fix.en, fix.args)) << say("）\n", ")\n");
  }

  // " similarity=0.923 length=210", to a thousandth.
  static std::string measures(const Outcome& outcome) {
    std::string text;
    for (const Measure& measure : outcome.measures) {
      text.append(" ").append(measure.name).append("=");
      text.append(shortest(std::round(measure.value * 1000) / 1000));
    }
    return text;
  }

  // What a check rests on and what to do: once a chart is enough.
  void write_card(const CheckInfo& info) {
    if (!info.basis.empty()) {
      out_ << "  " << say("依据：", "basis: ") << citations_text(info.basis, options_.lang) << "\n";
    }
    const std::string_view advice = info.advice.in(options_.lang);
    if (!advice.empty()) out_ << "  " << say("建议：", "advice: ") << advice << "\n";
  }

  // The same place is shown once, not under each of several findings in a row.
  void write_snippet(Span span, Wording& wording) {
    if (options_.snippets == Snippets::kNone || last_snippet_ == span) return;
    if (batch_.site(span) != nullptr) return;  // Its text is no longer at hand.
    last_snippet_ = span;
    const SourceFile& file = *batch_.files[span.file];
    std::string number = std::to_string(file.position(span.begin).line);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, ' ');
    const std::size_t around = number.size() + 3 + kCutColumns;
    const std::size_t columns = std::max(options_.columns, around + kLeastColumns) - around;
    const Snippet snippet = make_snippet(file, span, columns, wording.masker());
    out_ << number << " | " << snippet.line << "\n"
         << std::string(number.size(), ' ') << " | " << paint("1;32", snippet.carets) << "\n";
  }

  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions& options_;
  const Batch& batch_;
  std::vector<bool> explained_;  // By check index, in the chart at hand.
  std::optional<Span> last_snippet_;
  Clock clock_;  // Of the chart at hand.
};

class TextSink final : public Sink {
 public:
  TextSink(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : out_(out), catalog_(catalog), options_(std::move(options)), due_(catalog, options_) {}

  void begin() override {}

  std::string render(const Batch& batch, const std::vector<ChartReport>& reports) const override {
    std::ostringstream out;
    BatchText(out, catalog_, options_, batch).write(reports);
    return std::move(out).str();
  }

  void add(const Batch&, const std::vector<ChartReport>& reports,
           std::string_view rendered) override {
    for (const ChartReport& report : reports) {
      count_missing(report);
      due_.add(report);
    }
    out_ << rendered;
  }

  void end(const RunSummary& summary) override {
    for (const std::string& waiver : summary.unused_waivers) {
      out_ << say("豁免未用到：", "unused waiver: ") << printable(waiver) << "\n";
    }
    due_.write(out_);
    write_missing(summary);
    write_counts(summary);
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }

  void count_missing(const ChartReport& report) {
    for (const Finding& finding : report.findings) {
      if (finding.outcome.kind != OutcomeKind::kUndecided || finding.waiver != nullptr) continue;
      Count& count = missing_[std::string(finding.outcome.message_id)];
      count.zh = finding.outcome.zh;
      count.en = finding.outcome.en;
      ++count.number;
    }
  }

  void write_missing(const RunSummary& summary) {
    if (summary.undecided == 0) return;
    std::vector<const Count*> counts;
    for (const auto& [name, count] : missing_) counts.push_back(&count);
    std::stable_sort(counts.begin(), counts.end(),
                     [](const Count* a, const Count* b) { return a->number > b->number; });
    out_ << say("未能判定 ", "Not judged: ") << summary.undecided
         << say(" 项，缺少：", "; missing: ");
    for (std::size_t i = 0; i < counts.size(); ++i) {
      out_ << (i == 0 ? "" : say("；", "; ")) << say(counts[i]->zh, counts[i]->en) << " × "
           << counts[i]->number;
    }
    out_ << (options_.show_undecided
                 ? "\n"
                 : say("（--show-undecided 逐项列出）\n", " (--show-undecided lists them)\n"));
  }

  void write_counts(const RunSummary& summary) {
    const bool zh = options_.lang == Lang::kZh;
    std::string text;
    const auto count = [&](std::uint64_t value, const char* zh_unit, const char* singular,
                           const char* plural) {
      text.append(std::to_string(value)).append(" ");
      text.append(zh ? zh_unit : value == 1 ? singular : plural);
    };
    count(summary.charts, "份病历，", "chart, ", "charts, ");
    count(summary.documents, "份文书：", "document: ", "documents: ");
    count(summary.errors, "项必改（error），", "error, ", "errors, ");
    count(summary.warnings, "项建议（warning），", "warning, ", "warnings, ");
    count(summary.notes, "项提示（note）", "note", "notes");
    const auto more = [&](std::uint64_t value, const char* zh_name, const char* en_name) {
      if (value == 0) return;
      text.append(say("，", ", ")).append(say(zh_name, en_name)).append(std::to_string(value));
    };
    more(summary.due, "尚未到期 ", "due later ");
    more(summary.waived, "已豁免 ", "waived ");
    more(summary.problems, "读取有误 ", "not read ");
    more(summary.broken, "检查中断 ", "broken checks ");
    out_ << paint(options_.colour, "1", text) << "\n";
    out_.flush();
  }

  struct Count {
    std::string zh, en;
    std::uint64_t number = 0;
  };

  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions options_;
  std::map<std::string, Count> missing_;
  DueList due_;
};

}  // namespace

std::unique_ptr<Sink> make_text_sink(std::ostream& out, const Catalog& catalog,
                                     OutputOptions options) {
  return std::make_unique<TextSink>(out, catalog, std::move(options));
}

}  // namespace emrlint
