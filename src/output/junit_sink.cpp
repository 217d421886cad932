// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "output/chart_head.h"
#include "output/citation.h"
#include "output/place.h"
#include "output/snippet.h"
#include "output/state_name.h"
#include "output/xml_text.h"

namespace emrlint {
namespace {

// The suite of one chart: a case for each check that judged something of it or wanted to.
class ChartSuite {
 public:
  ChartSuite(const Catalog& catalog, const OutputOptions& options, const Batch& batch,
             const ChartReport& report)
      : catalog_(catalog),
        options_(options),
        batch_(batch),
        report_(report),
        wording_(options, report.chart) {}

  void write(std::string& out) {
    std::vector<std::vector<const Finding*>> findings(catalog_.entries().size());
    for (const Finding& finding : report_.findings) findings[finding.check].push_back(&finding);
    for (std::uint32_t check = 0; check < findings.size(); ++check) {
      write_case(check, findings[check]);
    }
    out += "<testsuite";
    attribute(out, "name", report_.key);
    attribute(out, "tests", std::to_string(tests_));
    attribute(out, "failures", std::to_string(failures_));
    attribute(out, "errors", std::to_string(errors_));
    attribute(out, "skipped", std::to_string(skipped_));
    out += ">\n<properties>\n";
    property(out, "profile", report_.profile);
    property(out, "department", chart_head(report_.chart, wording_).department);
    out.append("</properties>\n").append(cases_).append("</testsuite>\n");
  }

  static void attribute(std::string& out, std::string_view name, std::string_view value) {
    out.append(" ").append(name).append("=\"");
    append_xml(out, value);
    out += '"';
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }

  static void property(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out += "<property";
    attribute(out, "name", name);
    attribute(out, "value", value);
    out += "/>\n";
  }

  void write_case(std::uint32_t check, const std::vector<const Finding*>& findings) {
    const Tally tally = check < report_.tallies.size() ? report_.tallies[check] : Tally{};
    const auto broken = std::find_if(report_.broken.begin(), report_.broken.end(),
                                     [&](const BrokenCheck& b) { return b.check == check; });
    const bool broke = broken != report_.broken.end();
    if (tally.pass + tally.fail + tally.undecided + tally.due == 0 && findings.empty() && !broke) {
      return;
    }
    const CatalogEntry& entry = catalog_.entries()[check];
    ++tests_;
    cases_ += "<testcase";
    attribute(cases_, "classname", entry.family);
    attribute(cases_, "name", entry.info.id);
    std::string inside;
    if (broke) {
      write_error(broken->what, inside);
    } else {
      write_outcome(entry.info, findings, inside);
    }
    cases_ += inside.empty() ? "/>\n" : ">\n" + inside + "</testcase>\n";
  }

  void write_error(std::string_view what, std::string& out) {
    ++errors_;
    out += "<error";
    attribute(out, "message", wording_.text(what));
    attribute(out, "type", "broken");
    out += "/>\n";
  }

  // It failed where something did; else it was skipped where something was left open.
  void write_outcome(const CheckInfo& info, const std::vector<const Finding*>& findings,
                     std::string& out) {
    const Finding* failed = nullptr;
    const Finding* open = nullptr;
    std::size_t failures = 0;
    std::string lines;
    for (const Finding* finding : findings) {
      lines += line(*finding);
      if (finding->waiver != nullptr) continue;
      const bool fails = finding->outcome.kind == OutcomeKind::kFail && !finding->superseded;
      failures += fails ? 1 : 0;
      const Finding*& first = fails ? failed : open;
      if (first == nullptr) first = finding;
    }
    if (failed != nullptr) {
      ++failures_;
      std::string message = wording_.message(failed->outcome);
      if (failures > 1) {
        message.append(say("（共", " (")).append(std::to_string(failures));
        message.append(say("处）", " places)"));
      }
      if (!info.basis.empty()) {
        lines.append(say("依据：", "basis: ")).append(citations_text(info.basis, options_.lang));
        lines += '\n';
      }
      element(out, "failure", message, id(failed->severity), lines);
    } else if (open != nullptr) {
      ++skipped_;
      element(out, "skipped", wording_.message(open->outcome), "", "");
      if (findings.size() > 1) element(out, "system-out", "", "", lines);
    } else if (!lines.empty()) {
      element(out, "system-out", "", "", lines);  // All of it was waived.
    }
  }

  static void element(std::string& out, std::string_view name, std::string_view message,
                      std::string_view type, std::string_view text) {
    out.append("<").append(name);
    if (!message.empty()) attribute(out, "message", printable(message));
    if (!type.empty()) attribute(out, "type", type);
    if (text.empty()) {
      out += "/>\n";
      return;
    }
    out += '>';
    append_lines(out, text);
    out.append("</").append(name).append(">\n");
  }

  // Line ends stay what they are.
  static void append_lines(std::string& out, std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      append_xml(out, text.substr(0, end));
      out += '\n';
      text.remove_prefix(std::min(end == text.npos ? end : end + 1, text.size()));
    }
  }

  // "a.json:7:54: error: ... [check/message]"
  std::string line(const Finding& finding) {
    const Outcome& outcome = finding.outcome;
    const Whereabouts where = whereabouts(batch_, outcome.span);
    std::string text = printable(where.uri) + ":" + std::to_string(where.place.begin.line) + ":" +
                       std::to_string(where.place.begin.column) + ": ";
    const bool plain = outcome.kind == OutcomeKind::kFail && finding.waiver == nullptr;
    text += plain ? id(finding.severity) : state_name(finding, options_.lang);
    if (finding.superseded) text += say("（另一问题已指出）", " (another finding says it)");
    text.append(": ").append(printable(wording_.message(outcome))).append(" [");
    text.append(catalog_.entries()[finding.check].info.id).append("/").append(outcome.message_id);
    text += "]\n";
    if (finding.waiver == nullptr) return text;
    text.append(say("  豁免：", "  waived: "))
        .append(printable(wording_.text(finding.waiver->reason)));
    return text.append("\n");
  }

  const Catalog& catalog_;
  const OutputOptions& options_;
  const Batch& batch_;
  const ChartReport& report_;
  Wording wording_;
  std::string cases_;
  std::uint32_t tests_ = 0, failures_ = 0, errors_ = 0, skipped_ = 0;
};

// JUnit's XML as continuous integration reads it: a suite for each chart, a case for each check.
class JunitSink final : public Sink {
 public:
  JunitSink(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : out_(out), catalog_(catalog), options_(std::move(options)) {}

  void begin() override {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"emrlint\">\n";
  }

  std::string render(const Batch& batch, const std::vector<ChartReport>& reports) const override {
    std::string out;
    for (const Problem& problem : batch.problems) write_problem(problem, out);
    for (const ChartReport& report : reports) {
      ChartSuite(catalog_, options_, batch, report).write(out);
    }
    return out;
  }

  void add(const Batch&, const std::vector<ChartReport>&, std::string_view rendered) override {
    out_ << rendered;
  }

  void end(const RunSummary&) override { out_ << "</testsuites>\n" << std::flush; }

 private:
  // An input that was not read whole is a suite whose one case, reading it, ended in an error.
  void write_problem(const Problem& problem, std::string& out) const {
    Wording wording(options_, nullptr);
    out += "<testsuite";
    ChartSuite::attribute(out, "name", printable(problem.uri));
    out +=
        " tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
        "<testcase classname=\"input\" name=\"read\">\n<error";
    const std::string_view text = options_.lang == Lang::kZh ? problem.zh : problem.en;
    ChartSuite::attribute(out, "message", printable(wording.text(text)));
    ChartSuite::attribute(out, "type", problem.id);
    out += "/>\n</testcase>\n</testsuite>\n";
  }

  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions options_;
};

}  // namespace

std::unique_ptr<Sink> make_junit_sink(std::ostream& out, const Catalog& catalog,
                                      OutputOptions options) {
  return std::make_unique<JunitSink>(out, catalog, std::move(options));
}

}  // namespace emrlint
