// SPDX-License-Identifier: Apache-2.0
#include "review/finding_diff.h"

#include <fmt/format.h>

#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "review/finding_lines.h"

namespace emrlint::review {
namespace {

// Of a finding of the earlier file: where it stands, and whether the later one has it too.
struct Known {
  std::uint64_t offset = 0;
  std::string severity;
  bool seen = false;
};

FindingDifference difference(Difference kind, FindingLine line) {
  FindingDifference out;
  out.kind = kind;
  out.check = std::move(line.check);
  out.message_id = std::move(line.message_id);
  out.chart = std::move(line.chart);
  out.fingerprint = std::move(line.fingerprint);
  out.severity = std::move(line.severity);
  out.message = std::move(line.message);
  out.path = std::move(line.path);
  out.line = line.line;
  return out;
}

class FileDiff {
 public:
  explicit FileDiff(const VisitDifference& visit) : visit_(visit) {}

  std::optional<Error> read_before(FindingLines& lines) {
    for (;;) {
      Result<std::optional<FindingLine>> line = lines.next();
      if (!line) return line.error();
      if (!*line) return std::nullopt;
      if (!(*line)->counts) continue;
      CheckDifference& check = checks_[(*line)->check];
      if ((*line)->kind == FindingLine::Kind::kUndecided) {
        ++check.undecided_before;
        continue;
      }
      const auto [known, first] =
          known_.try_emplace((*line)->fingerprint, Known{lines.offset(), (*line)->severity});
      if (!first) continue;
      ++check.before;
      order_.push_back(&known->second);
    }
  }

  std::optional<Error> read_after(FindingLines& lines) {
    for (;;) {
      Result<std::optional<FindingLine>> line = lines.next();
      if (!line) return line.error();
      if (!*line) return std::nullopt;
      if (!(*line)->counts) continue;
      if ((*line)->kind == FindingLine::Kind::kUndecided) {
        ++checks_[(*line)->check].undecided_after;
      } else {
        compare(**std::move(line));
      }
    }
  }

  std::optional<Error> visit_vanished(FindingLines& before) {
    for (const Known* known : order_) {
      if (known->seen) continue;
      Result<std::optional<FindingLine>> line = before.at(known->offset);
      if (!line) return line.error();
      if (!*line) continue;  // The file was cut off meanwhile.
      ++checks_[(*line)->check].vanishes;
      visit_(difference(Difference::kVanishes, **std::move(line)));
    }
    return std::nullopt;
  }

  CheckDifferences take() { return std::move(checks_); }

 private:
  void compare(FindingLine line) {
    CheckDifference& check = checks_[line.check];
    const auto known = known_.find(line.fingerprint);
    if (known == known_.end()) {
      // A second one of this fingerprint is the same finding.
      known_.try_emplace(line.fingerprint, Known{0, line.severity, true});
      ++check.after;
      ++check.appears;
      visit_(difference(Difference::kAppears, std::move(line)));
      return;
    }
    if (std::exchange(known->second.seen, true)) return;
    ++check.after;
    if (known->second.severity == line.severity) return;
    ++check.severity;
    FindingDifference changed = difference(Difference::kSeverity, std::move(line));
    changed.severity_before = known->second.severity;
    visit_(changed);
  }

  const VisitDifference& visit_;
  std::unordered_map<std::string, Known> known_;  // By fingerprint.
  std::vector<const Known*> order_;               // Those of the earlier file.
  CheckDifferences checks_;
};

// A finding once, as far as it is compared.
std::string findings_of(const char* prefix, const char* message) {
  return fmt::format(
      "SELECT DISTINCT ON (fingerprint) fingerprint, check_id, message_id, chart, severity, {} AS "
      "message, path, line FROM {}_findings WHERE kind IN ('fail', 'due') AND NOT waived AND NOT "
      "superseded ORDER BY fingerprint, path, line, col",
      message, prefix);
}

std::optional<Error> count_checks(store::Database& database, CheckDifferences& checks) {
  Result<store::Rows> rows = database.rows(
      "SELECT check_id, count(*) FILTER (earlier AND kind <> 'undecided'), "
      "count(*) FILTER (NOT earlier AND kind <> 'undecided'), "
      "count(*) FILTER (earlier AND kind = 'undecided'), "
      "count(*) FILTER (NOT earlier AND kind = 'undecided') FROM ("
      "SELECT true AS earlier, * FROM (SELECT DISTINCT check_id, kind, fingerprint FROM "
      "before_findings WHERE NOT waived AND NOT superseded) UNION ALL "
      "SELECT false, * FROM (SELECT DISTINCT check_id, kind, fingerprint FROM "
      "after_findings WHERE NOT waived AND NOT superseded)) GROUP BY check_id");
  if (!rows) return rows.error();
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      CheckDifference& check = checks[std::string(rows->text(0, i))];
      check.before = rows->natural(1, i);
      check.after = rows->natural(2, i);
      check.undecided_before = rows->natural(3, i);
      check.undecided_after = rows->natural(4, i);
    }
  }
  return rows->error();
}

}  // namespace

std::string_view id(Difference difference) {
  constexpr std::array<std::string_view, 3> kIds = {"appears", "vanishes", "severity"};
  return kIds[static_cast<std::size_t>(difference)];
}

Result<CheckDifferences> diff_files(const std::string& before, const std::string& after,
                                    const VisitDifference& visit) {
  Result<FindingLines> earlier = FindingLines::open(before);
  if (!earlier) return earlier.error();
  Result<FindingLines> later = FindingLines::open(after);
  if (!later) return later.error();
  FileDiff diff(visit);
  if (auto error = diff.read_before(*earlier)) return *std::move(error);
  if (auto error = diff.read_after(*later)) return *std::move(error);
  if (auto error = diff.visit_vanished(*earlier)) return *std::move(error);
  return diff.take();
}

Result<CheckDifferences> diff_runs(store::Database& database, bool zh,
                                   const VisitDifference& visit) {
  CheckDifferences checks;
  if (auto error = count_checks(database, checks)) return *std::move(error);
  const char* const message = zh ? "zh" : "en";
  Result<store::Rows> rows = database.rows(fmt::format(
      "SELECT CASE WHEN b.fingerprint IS NULL THEN 0 WHEN a.fingerprint IS NULL THEN 1 ELSE 2 END "
      "AS kind, coalesce(a.check_id, b.check_id) AS check_id, "
      "coalesce(a.message_id, b.message_id), coalesce(a.chart, b.chart) AS chart, "
      "fingerprint, coalesce(a.severity, b.severity), coalesce(a.message, b.message), "
      "coalesce(a.path, b.path), coalesce(b.severity, ''), "
      "coalesce(a.line, b.line, 0)::UBIGINT FROM ({}) b FULL JOIN ({}) a USING (fingerprint) "
      "WHERE a.severity IS DISTINCT FROM b.severity ORDER BY kind, check_id, chart, fingerprint",
      findings_of("before", message), findings_of("after", message)));
  if (!rows) return rows.error();
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const auto text = [&](std::size_t column) { return std::string(rows->text(column, i)); };
      FindingDifference found;
      found.kind = static_cast<Difference>(rows->integer(0, i));
      found.check = text(1);
      found.message_id = text(2);
      found.chart = text(3);
      found.fingerprint = text(4);
      found.severity = text(5);
      found.message = text(6);
      found.path = text(7);
      if (found.kind == Difference::kSeverity) found.severity_before = text(8);
      found.line = rows->natural(9, i);
      CheckDifference& check = checks[found.check];
      ++(found.kind == Difference::kAppears    ? check.appears
         : found.kind == Difference::kVanishes ? check.vanishes
                                               : check.severity);
      visit(found);
    }
  }
  if (rows->error()) return *rows->error();
  return checks;
}

}  // namespace emrlint::review
