// SPDX-License-Identifier: Apache-2.0
#include "ledger/finding_rows.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <optional>
#include <string>
#include <string_view>

#include "output/due_list.h"
#include "output/place.h"
#include "output/wording.h"

namespace emrlint::ledger {
namespace {

constexpr std::size_t kMostDigits = 6;

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

std::string numbers_of(const Outcome& outcome) {
  std::string numbers;
  for (const auto& arg : outcome.args) {
    const bool number = !arg.en.empty() && arg.en.size() <= kMostDigits &&
                        arg.en.find_first_not_of("0123456789") == arg.en.npos;
    numbers += (&arg == outcome.args.data() ? "" : "|") + (number ? arg.en : std::string());
  }
  return numbers;
}

std::vector<Argument> numbered_args(std::string_view numbers) {
  std::vector<Argument> args;
  while (!numbers.empty()) {
    const std::size_t end = std::min(numbers.find('|'), numbers.size());
    const std::string number(numbers.substr(0, end));
    args.push_back({number, number});
    numbers.remove_prefix(std::min(end + 1, numbers.size()));
  }
  return args;
}

FindingRows::FindingRows(const Catalog& catalog, const ScoreSheet* sheet, store::Appender& findings,
                         store::Appender& tallies)
    : catalog_(catalog), sheet_(sheet), findings_(findings), tallies_(tallies) {
  zh_.lang = Lang::kZh;
  en_.lang = Lang::kEn;
}

void FindingRows::add(std::uint64_t unit, const Batch& batch, const ChartReport& report,
                      const std::vector<Mark>& lost) {
  Wording zh(zh_, report.chart), en(en_, report.chart);
  std::vector<const Mark*> marks(report.findings.size());
  for (const Mark& mark : lost) marks[mark.finding] = &mark;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    add_finding(unit, batch, report, report.findings[i], marks[i], zh, en);
  }
  for (std::size_t i = 0; i < report.tallies.size(); ++i) {
    const Tally& tally = report.tallies[i];
    if (tally.pass + tally.fail + tally.undecided + tally.due == 0) continue;
    tallies_.row({unit, report.key, catalog_.entries()[i].info.id, tally.pass, tally.fail,
                  tally.undecided, tally.due});
  }
}

void FindingRows::add_finding(std::uint64_t unit, const Batch& batch, const ChartReport& report,
                              const Finding& finding, const Mark* mark, Wording& zh, Wording& en) {
  const Outcome& outcome = finding.outcome;
  const Whereabouts place = whereabouts(batch, outcome.span);
  const std::string message = zh.message(outcome);
  std::optional<std::string> due;
  if (is_due(outcome)) due = to_iso(*outcome.due);
  std::optional<double> points;
  bool veto = false;
  if (mark != nullptr) {
    const Cost cost = cost_of(*sheet_, *mark);
    points = cost.points.value();
    veto = cost.veto;
  }
  findings_.row({unit,
                 report.key,
                 catalog_.entries()[finding.check].info.id,
                 outcome.message_id,
                 kind_of(outcome.kind),
                 id(finding.severity),
                 finding.fingerprint,
                 digest_of(finding, message),
                 finding.subject,
                 document_of(report, finding),
                 place.uri,
                 place.place.begin.line,
                 place.place.begin.column,
                 message,
                 en.message(outcome),
                 due,
                 finding.waiver != nullptr,
                 finding.superseded,
                 points,
                 veto,
                 numbers_of(outcome)});
}

}  // namespace emrlint::ledger
