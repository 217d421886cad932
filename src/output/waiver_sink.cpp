// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <unordered_set>
#include <utility>

#include "output/sink.h"
#include "output/waiver_text.h"
#include "output/wording.h"

namespace emrlint {
namespace {

// Writes each finding as a [[waiver]] that takes it out of later runs. Who accepts it and why is
// for a person to fill in.
class WaiverSink final : public Sink {
 public:
  WaiverSink(std::ostream& out, const Catalog& catalog, OutputOptions options, const Time& today)
      : out_(out), catalog_(catalog), options_(std::move(options)), until_(waiver_end(today)) {}

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
  void write(const ChartReport& report, const Finding& finding, Wording& wording) {
    out_ << waiver_text({catalog_.entries()[finding.check].info.id, report.key,
                         finding.fingerprint, wording.message(finding.outcome), until_},
                        options_.lang);
  }

  std::ostream& out_;
  const Catalog& catalog_;
  const OutputOptions options_;
  const std::string until_;
  std::unordered_set<std::string> written_;  // Fingerprints.
};

}  // namespace

std::unique_ptr<Sink> make_waiver_sink(std::ostream& out, const Catalog& catalog,
                                       OutputOptions options, const Time& today) {
  return std::make_unique<WaiverSink>(out, catalog, std::move(options), today);
}

}  // namespace emrlint
