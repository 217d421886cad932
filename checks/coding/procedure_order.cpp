// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "checks/coding/page_rows.h"

namespace emrlint::checks {
namespace {

using Code = std::string_view;

constexpr Message<Code, Code> kProcedureFirst{
    "procedure-first", "首页手术操作栏中，操作“{0}”列在手术“{1}”之前，手术应优先填写。",
    "the front page lists the procedure “{0}” before the operation “{1}”; operations go first."};
constexpr Message<Code, Code> kExaminationFirst{
    "examination-first",
    "首页手术操作栏中没有手术，诊断性操作“{0}”列在第一行，另有治疗性操作“{1}”；仅有操作时应首先填写"
    "与主要诊断相对应的治疗性操作，请核对。",
    "the front page lists no operation, the examination “{0}” first, and the treatment “{1}” as "
    "well: among procedures alone the treatment for the principal diagnosis goes first."};
constexpr Message<Code, Time, Code, Time> kNotInTime{
    "not-in-time", "首页手术操作栏中，“{0}”（{1}）列在“{2}”（{3}）之前，未依时间顺序填写。",
    "the front page lists “{0}” ({1}) before “{2}” ({3}), not in order of time."};
constexpr Message<Code, int, Code, int> kLower{
    "lower-level", "首页主要手术“{0}”为{1}级手术，另有{3}级手术“{2}”，请核对何者为主要手术。",
    "the principal operation “{0}” is of level {1}, and “{2}” is of level {3}: check which of them "
    "is principal."};
constexpr Message<> kOther{"other", "另一行", "the other row"};

constexpr Citation kBasis[] = {{"SY", "22"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kProcedureFirst, kExaminationFirst, kNotInTime, kLower,
                                     kOther};

class Judge {
 public:
  Judge(std::vector<PageRow> rows, Report& report) : rows_(std::move(rows)), report_(report) {}

  void run() {
    if (const auto pair = out_of_kind()) {
      say(kProcedureFirst, *pair);
    } else if (const auto treatment = examination_first()) {
      say(kExaminationFirst, *treatment).weaker(Severity::kNote);
    } else if (const auto late = out_of_time()) {
      say_time(*late);
    } else if (const PageRow* higher = higher_level()) {
      say_level(*higher);
    } else {
      report_.pass(kSubject);
    }
  }

 private:
  using Pair = std::pair<const PageRow*, const PageRow*>;  // The former stands before the latter.
  static constexpr Subject kSubject = {SubjectKind::kChart, 0, "procedures"};

  std::optional<Pair> out_of_kind() const {
    const PageRow* procedure = nullptr;
    for (const PageRow& row : rows_) {
      if (row.kind == RowKind::kProcedure && procedure == nullptr) procedure = &row;
      if (row.kind == RowKind::kOperation && procedure != nullptr) return Pair{procedure, &row};
    }
    return std::nullopt;
  }

  // Of procedures alone. Whether the treatment is for the principal diagnosis no code tells.
  std::optional<Pair> examination_first() const {
    if (!rows_.front().examines) return std::nullopt;
    const PageRow* treatment = nullptr;
    for (const PageRow& row : rows_) {
      const bool open = row.kind == RowKind::kUnknown && !row.examines && !row.treats;
      if (row.kind == RowKind::kOperation || open) return std::nullopt;
      if (row.treats && treatment == nullptr) treatment = &row;
    }
    if (treatment == nullptr) return std::nullopt;
    return Pair{&rows_.front(), treatment};
  }

  // Of operations, and of procedures, the principal one apart, which stands first whenever it was.
  std::optional<Pair> out_of_time() const {
    for (const RowKind kind : {RowKind::kOperation, RowKind::kProcedure}) {
      const PageRow* last = nullptr;
      for (const PageRow& row : rows_) {
        if (row.kind != kind || row.principal || !row.procedure->at) continue;
        if (last != nullptr &&
            certainly_before(row.procedure->at->value, last->procedure->at->value)) {
          return Pair{last, &row};
        }
        last = &row;
      }
    }
    return std::nullopt;
  }

  const PageRow* higher_level() const {
    const auto principal = std::find_if(rows_.begin(), rows_.end(), [](const PageRow& row) {
      return row.principal && row.surgery != nullptr && row.surgery->level;
    });
    if (principal == rows_.end()) return nullptr;
    for (const PageRow& row : rows_) {
      const bool higher = row.surgery != nullptr && row.surgery->level &&
                          row.surgery->level->value > principal->surgery->level->value;
      if (higher) return &row;
    }
    return nullptr;
  }

  Outcome& say(const Message<Code, Code>& message, const Pair& pair) {
    const Text &first = pair.first->procedure->code, &second = pair.second->procedure->code;
    return report_.fail(message, kSubject, first.span, first.value, second.value)
        .note(kOther, second.span);
  }

  void say_time(const Pair& pair) {
    const Procedure &first = *pair.first->procedure, &second = *pair.second->procedure;
    report_
        .fail(kNotInTime, kSubject, first.code.span, first.code.value, first.at->value,
              second.code.value, second.at->value)
        .weaker(Severity::kNote)
        .note(kOther, second.code.span);
  }

  void say_level(const PageRow& higher) {
    const PageRow& principal =
        *std::find_if(rows_.begin(), rows_.end(), [](const PageRow& row) { return row.principal; });
    const Text &first = principal.procedure->code, &second = higher.procedure->code;
    report_
        .fail(kLower, kSubject, first.span, first.value, principal.surgery->level->value,
              second.value, higher.surgery->level->value)
        .weaker(Severity::kNote)
        .note(kOther, second.span);
  }

  std::vector<PageRow> rows_;
  Report& report_;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  std::vector<PageRow> rows = page_rows(chart);
  if (rows.size() > 1) Judge(std::move(rows), report).run();
}

}  // namespace

extern constinit const Check procedure_order{
    {.id = "coding-procedure-order",
     .severity = Severity::kWarning,
     .title = {"首页先填手术后填操作，依时间顺序",
               "The front page lists operations before procedures, in order of time"},
     .judged =
         {"已出院、首页有两行及以上手术操作编码的：手术不列在操作（ICD-9-CM-3 "
          "87–99）之后；没有手术的，第一行不是诊断性操作而另有治疗性操作（提示）；主要手术之外，手"
          "术之间"
          "、操作之间依日期先后（提示）；主要手术的级别不低于其他手术（提示）。",
          "Front pages after discharge with two coded rows or more: no operation stands "
          "behind a procedure (ICD-9-CM-3 87–99); without an operation no examination goes first "
          "where there is a treatment (a note); but for the principal one, operations and "
          "procedures each go in order of their days (a note); the principal operation is of "
          "no lower level than another (a note)."},
     .exceptions =
         {"有切口类别或与手术记录同编码的行才算手术，87–99 以外没有切口的行（如内镜）不"
          "判先后；只有名称明确为检查、活检或治疗的编码才算诊断性或治疗性操作；治疗性操作是"
          "否与主要诊断相对应须由人核实；主要手术首先应与主要诊断相对应，级别较低也可能正确。不知哪"
          "些是首页所列"
          "手术操作的不判。",
          "A row counts as an operation by its class of incision or by a surgery of that "
          "code; rows outside of 87–99 without either, such as endoscopies, are not "
          "compared. Only codes whose title is one of examination, biopsy or treatment "
          "count as such; whether the treatment is for the principal diagnosis is for "
          "the reader. The principal operation has to treat the principal diagnosis first "
          "of all, so that a lower level may be right. Not where it is not known what "
          "the front page lists."},
     .advice = {"第一行填与主要诊断相对应的主要手术，其余手术、操作依时间顺序填写。",
                "Put the principal operation for the principal diagnosis first, then operations "
                "and procedures in order of time."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
