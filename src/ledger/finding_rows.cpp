// SPDX-License-Identifier: Apache-2.0
#include "ledger/finding_rows.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <optional>
#include <string>
#include <string_view>

#include "output/place.h"
#include "output/wording.h"

namespace emrlint::ledger {
namespace {

std::string_view kind_of(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::kFail:
      break;
    case OutcomeKind::kUndecided:
      return "undecided";
    case OutcomeKind::kDue:
      return "due";
  }
  return "fail";
}

// The type of the document that a finding is about; nothing where it is about another thing.
std::string_view document_of(const ChartReport& report, const Finding& finding) {
  const Subject& subject = finding.outcome.subject;
  if (report.chart == nullptr || subject.kind != SubjectKind::kDocument) return {};
  if (subject.index >= report.chart->documents.size()) return {};
  return id(report.chart->documents[subject.index].type);
}

// What a finding says, for telling one that was changed since the last run.
std::string digest_of(const Finding& finding, const std::string& message) {
  const std::string text =
      fmt::format("{}\n{}\n{}\n{}", static_cast<int>(finding.outcome.kind),
                  static_cast<int>(finding.severity), finding.waiver != nullptr, message);
  return fmt::format("{:016x}", XXH3_64bits(text.data(), text.size()));
}

}  // namespace

FindingRows::FindingRows(const Catalog& catalog, store::Appender& findings,
                         store::Appender& tallies)
    : catalog_(catalog), findings_(findings), tallies_(tallies) {
  zh_.lang = Lang::kZh;
  en_.lang = Lang::kEn;
}

void FindingRows::add(std::uint64_t unit, const Batch& batch, const ChartReport& report) {
  Wording zh(zh_, report.chart), en(en_, report.chart);
  for (const Finding& finding : report.findings) {
    add_finding(unit, batch, report, finding, zh, en);
  }
  for (std::size_t i = 0; i < report.tallies.size(); ++i) {
    const Tally& tally = report.tallies[i];
    if (tally.pass + tally.fail + tally.undecided + tally.due == 0) continue;
    tallies_.row({unit, report.key, catalog_.entries()[i].info.id, tally.pass, tally.fail,
                  tally.undecided, tally.due});
  }
}

void FindingRows::add_finding(std::uint64_t unit, const Batch& batch, const ChartReport& report,
                              const Finding& finding, Wording& zh, Wording& en) {
  const Outcome& outcome = finding.outcome;
  const Whereabouts place = whereabouts(batch, outcome.span);
  const std::string message = zh.message(outcome);
  std::optional<std::string> due;
  if (outcome.due) due = to_iso(*outcome.due);
  findings_.row({unit, report.key, catalog_.entries()[finding.check].info.id, outcome.message_id,
                 kind_of(outcome.kind), id(finding.severity), finding.fingerprint,
                 digest_of(finding, message), finding.subject, document_of(report, finding),
                 place.uri, place.place.begin.line, place.place.begin.column, message,
                 en.message(outcome), due, finding.waiver != nullptr, finding.superseded});
}

}  // namespace emrlint::ledger
