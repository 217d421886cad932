// SPDX-License-Identifier: Apache-2.0
#include "output/finding_cells.h"

#include <array>
#include <optional>

#include "output/chart_head.h"
#include "output/citation.h"
#include "output/due_list.h"
#include "output/place.h"
#include "output/placed.h"
#include "output/snippet.h"
#include "output/state_name.h"
#include "output/wording.h"
#include "score/score.h"

namespace emrlint {
namespace {

enum Column : std::size_t {
  kChart,
  kPatient,
  kDepartment,
  kDoctor,
  kDocument,
  kState,
  kSeverity,
  kCheck,
  kTitle,
  kMessage,
  kBasis,
  kDue,
  kWaiver,
  kPath,
  kLine,
  kColumn,
  kSubject,
  kMessageId,
  kFingerprint,
  kProfile,
  kPoints,
  kVeto,
  kColumns,
};

constexpr std::array<FindingColumn, kColumns> kHeadings{{
    {{"病历", "Chart"}, 20},       {{"姓名", "Patient"}, 9},    {{"科室", "Department"}, 16},
    {{"医师", "Physician"}, 10},   {{"文书", "Document"}, 18},  {{"状态", "State"}, 10},
    {{"级别", "Severity"}, 8},     {{"检查", "Check"}, 30},     {{"检查名称", "Title"}, 26},
    {{"说明", "Message"}, 64},     {{"依据", "Basis"}, 40},     {{"期限", "Due at"}, 16},
    {{"豁免", "Waiver"}, 24},      {{"文件", "File"}, 32},      {{"行", "Line"}, 7, true},
    {{"列", "Column"}, 7, true},   {{"对象", "Subject"}, 28},   {{"消息", "Message id"}, 18},
    {{"指纹", "Fingerprint"}, 34}, {{"规则集", "Profile"}, 18}, {{"扣分", "Points"}, 7, true},
    {{"单项否决", "Veto"}, 9},
}};

class BatchRows {
 public:
  BatchRows(const Catalog& catalog, const OutputOptions& options, const Batch& batch)
      : catalog_(catalog), options_(options), batch_(batch) {
    if (options.sheet != nullptr) marker_.emplace(*options.sheet, catalog);
  }

  std::vector<CellRow> rows(const std::vector<ChartReport>& reports) {
    for (const Problem& problem : batch_.problems) add_problem(problem);
    for (const ChartReport& report : reports) add_chart(report);
    return std::move(rows_);
  }

 private:
  CellRow& new_row() { return rows_.emplace_back(finding_columns(options_).size()); }

  void set_place(CellRow& row, Span span) {
    const Whereabouts where = whereabouts(batch_, span);
    row[kPath] = printable(where.uri);
    row[kLine] = std::to_string(where.place.begin.line);
    row[kColumn] = std::to_string(where.place.begin.column);
  }

  void add_problem(const Problem& problem) {
    Wording wording(options_, nullptr);
    CellRow& row = new_row();
    row[kState] = problem_state(options_.lang);
    row[kMessage] = printable(wording.text(options_.lang == Lang::kZh ? problem.zh : problem.en));
    row[kMessageId] = problem.id;
    if (placed(batch_, problem)) {
      set_place(row, problem.where);
    } else {
      row[kPath] = printable(problem.uri);
    }
  }

  void add_chart(const ChartReport& report) {
    Wording wording(options_, report.chart);
    const ChartHead head = chart_head(report.chart, wording);
    for (const BrokenCheck& broken : report.broken) {
      CellRow& row = new_row();
      set_head(row, report, head);
      row[kState] = broken_state(options_.lang);
      set_check(row, broken.check);
      row[kMessage] = printable(wording.text(broken.what));
    }
    const std::vector<const Mark*> costs = costs_of(report);
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
      if (report.findings[i].superseded) continue;
      add_finding(report, report.findings[i], head, wording);
      if (marker_ && costs[i] != nullptr) set_cost(rows_.back(), *costs[i]);
    }
  }

  // What each finding is to the sheet; of a chart that it does not score nothing.
  std::vector<const Mark*> costs_of(const ChartReport& report) {
    std::vector<const Mark*> costs(report.findings.size());
    if (!marker_) return costs;
    ChartMarks marks;
    if (report.chart != nullptr) {
      marks = marker_->mark(report);
    } else {
      marks.lost = marker_->lost(report);
    }
    if (marks.not_scored != NotScored::kNo) return costs;
    lost_ = std::move(marks.lost);
    for (const Mark& mark : lost_) costs[mark.finding] = &mark;
    return costs;
  }

  void set_cost(CellRow& row, const Mark& mark) {
    const Cost cost = cost_of(*options_.sheet, mark);
    row[kPoints] = to_string(cost.points);
    if (cost.veto) row[kVeto] = options_.lang == Lang::kZh ? "是" : "yes";
  }

  static void set_head(CellRow& row, const ChartReport& report, const ChartHead& head) {
    row[kChart] = printable(report.key);
    row[kPatient] = printable(head.patient);
    row[kDepartment] = printable(head.department);
    row[kDoctor] = printable(head.doctor);
    row[kProfile] = report.profile;
  }

  void set_check(CellRow& row, std::uint32_t check) {
    const CheckInfo& info = catalog_.entries()[check].info;
    row[kCheck] = info.id;
    row[kTitle] = info.title.in(options_.lang);
    row[kBasis] = citations_text(info.basis, options_.lang);
  }

  void add_finding(const ChartReport& report, const Finding& finding, const ChartHead& head,
                   Wording& wording) {
    const Outcome& outcome = finding.outcome;
    CellRow& row = new_row();
    set_head(row, report, head);
    if (report.chart != nullptr) set_document(row, *report.chart, finding, wording);
    row[kState] = state_name(finding, options_.lang);
    if (outcome.kind != OutcomeKind::kUndecided) {
      row[kSeverity] = severity_name(finding.severity, options_.lang);
    }
    set_check(row, finding.check);
    row[kMessage] = printable(wording.message(outcome));
    if (is_due(outcome)) row[kDue] = to_string(*outcome.due);
    if (finding.waiver != nullptr) row[kWaiver] = printable(waiver(*finding.waiver, wording));
    set_place(row, outcome.span);
    row[kSubject] = printable(wording.text(finding.subject));
    row[kMessageId] = outcome.message_id;
    row[kFingerprint] = finding.fingerprint;
  }

  // Who wrote the document is asked first; of the stay itself its physician.
  void set_document(CellRow& row, const Chart& chart, const Finding& finding, Wording& wording) {
    const Document* const document = document_of(chart, finding);
    if (document == nullptr) return;
    row[kDocument] = printable(document_text(*document, wording, options_.lang));
    const std::string author = staff_text(document->author, wording);
    if (!author.empty()) row[kDoctor] = printable(author);
  }

  std::string waiver(const Waiver& waiver, Wording& wording) const {
    const bool zh = options_.lang == Lang::kZh;
    return wording.text(waiver.reason) + (zh ? "（" : " (") + wording.text(waiver.by) +
           (zh ? "，至 " : ", until ") + to_string(waiver.until) + (zh ? "）" : ")");
  }

  const Catalog& catalog_;
  const OutputOptions& options_;
  const Batch& batch_;
  std::optional<Marker> marker_;
  std::vector<Mark> lost_;  // Of the report at work.
  std::vector<CellRow> rows_;
};

}  // namespace

std::span<const FindingColumn> finding_columns(const OutputOptions& options) {
  const std::span<const FindingColumn> all = kHeadings;
  return options.sheet == nullptr ? all.first(kPoints) : all;
}

std::vector<CellRow> finding_rows(const Catalog& catalog, const OutputOptions& options,
                                  const Batch& batch, const std::vector<ChartReport>& reports) {
  return BatchRows(catalog, options, batch).rows(reports);
}

}  // namespace emrlint
