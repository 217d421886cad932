// SPDX-License-Identifier: Apache-2.0
#include "ledger/carried_reports.h"

#include <algorithm>
#include <string_view>

#include "ledger/finding_rows.h"

namespace emrlint::ledger {
namespace {

const Waiver kSomeWaiver{};

// The message of the card, whose text outlives the rows.
std::string_view message_of(const CheckInfo& info, std::string_view id) {
  const auto found = std::find_if(info.messages.begin(), info.messages.end(),
                                  [id](const MessageInfo& message) { return message.id == id; });
  return found == info.messages.end() ? std::string_view() : found->id;
}

}  // namespace

CarriedReports::Carried& CarriedReports::carried(std::string_view chart) {
  const auto found = carried_.find(chart);
  return found != carried_.end() ? found->second : carried_[std::string(chart)];
}

std::optional<Error> CarriedReports::read_tallies(const std::string& tallies) {
  return database_.each("SELECT chart, check_id, pass, fail, undecided, due FROM " + tallies,
                        [&](const store::Rows& rows, std::size_t i) {
                          const std::optional<std::uint32_t> check =
                              catalog_.index_of(rows.text(1, i));
                          if (!check) return;
                          const auto number = [&](std::size_t column) {
                            return static_cast<std::uint32_t>(rows.natural(column, i));
                          };
                          const Tally tally = {number(2), number(3), number(4), number(5)};
                          carried(rows.text(0, i)).tallies.emplace_back(*check, tally);
                        });
}

std::optional<Error> CarriedReports::read_findings(const std::string& findings) {
  return database_.each(
      "SELECT chart, check_id, message_id, kind, subject, fingerprint, waived, superseded, numbers "
      "FROM " +
          findings + " ORDER BY ALL",
      [&](const store::Rows& rows, std::size_t i) {
        const std::optional<std::uint32_t> check = catalog_.index_of(rows.text(1, i));
        if (!check) return;
        Finding& finding = carried(rows.text(0, i)).findings.emplace_back();
        finding.check = *check;
        finding.outcome.message_id = message_of(catalog_.entries()[*check].info, rows.text(2, i));
        finding.outcome.kind =
            rows.text(3, i) == "fail" ? OutcomeKind::kFail : OutcomeKind::kUndecided;
        finding.subject = rows.text(4, i);
        finding.fingerprint = rows.text(5, i);
        if (rows.flag(6, i)) finding.waiver = &kSomeWaiver;
        finding.superseded = rows.flag(7, i);
        finding.outcome.args = numbered_args(rows.text(8, i));
      });
}

std::optional<Error> CarriedReports::each(
    const std::string& findings, const std::string& tallies,
    const std::function<void(const ChartReport& report)>& visit) {
  if (auto error = read_tallies(tallies)) return error;
  if (auto error = read_findings(findings)) return error;
  ChartReport report;
  for (auto& [chart, carried] : carried_) {
    report.key = chart;
    report.tallies.assign(catalog_.entries().size(), {});
    for (const auto& [check, tally] : carried.tallies) report.tallies[check] = tally;
    report.findings = std::move(carried.findings);
    visit(report);
  }
  carried_.clear();
  return std::nullopt;
}

}  // namespace emrlint::ledger
