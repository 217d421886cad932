// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <unordered_set>
#include <utility>

#include "output/sink.h"
#include "output/snippet.h"
#include "output/wording.h"

namespace emrlint {
namespace {

constexpr std::chrono::days kRespite{90};

// Writes each finding as a [[waiver]] that takes it out of later runs. Who accepts it and why is
// for a person to fill in.
class WaiverSink final : public Sink {
 public:
  WaiverSink(std::ostream& out, const Catalog& catalog, OutputOptions options, const Time& today)
      : out_(out), catalog_(catalog), options_(std::move(options)), until_(today) {
    until_.earliest += kRespite;
    until_.precision = Precision::kDay;
  }

  void begin() override {
    out_ << (options_.lang == Lang::kZh
                 ? "# 由 emrlint check --write-waivers 写成：逐条核对，写明理由和责任人，"
                   "不应豁免的删去。\n"
                 : "# Written by emrlint check --write-waivers: read each one, say why and who, "
                   "delete what should not be waived.\n");
  }

  // Which findings are new shows only in order.
  std::string render(const Batch&, const std::vector<ChartReport>&) const override { return {}; }

  void add(const Batch&, const std::vector<ChartReport>& reports, std::string_view) override {
    for (const ChartReport& report : reports) {
      Wording wording(options_, report.chart);
      for (const Finding& finding : report.findings) {
        const bool open = finding.outcome.kind == OutcomeKind::kFail &&
                          finding.waiver == nullptr && !finding.superseded;
        // The same stay in two forms gives the same findings; one waiver is for both.
        if (open && written_.insert(finding.fingerprint).second) write(report, finding, wording);
      }
    }
  }

  void end(const RunSummary&) override { out_.flush(); }

 private:
  static std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : printable(text)) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    return out + '"';
  }

  void write(const ChartReport& report, const Finding& finding, Wording& wording) {
    const std::string_view check = catalog_.entries()[finding.check].info.id;
    out_ << "\n# " << printable(wording.message(finding.outcome)) << "\n[[waiver]]\n"
         << "check = " << quoted(check) << "\nchart = " << quoted(report.key)
         << "\nfingerprint = " << quoted(finding.fingerprint)
         << (options_.lang == Lang::kZh ? "\nreason = \"待说明\"\nby = \"待填写\""
                                        : "\nreason = \"to be explained\"\nby = \"to be named\"")
         << "\nuntil = " << to_string(until_) << "\n";
  }

  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions options_;
  Time until_;
  std::unordered_set<std::string> written_;  // Fingerprints.
};

}  // namespace

std::unique_ptr<Sink> make_waiver_sink(std::ostream& out, const Catalog& catalog,
                                       OutputOptions options, const Time& today) {
  return std::make_unique<WaiverSink>(out, catalog, std::move(options), today);
}

}  // namespace emrlint
