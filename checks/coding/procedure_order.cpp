// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/coding/categories.h"
#include "checks/coding/procedure_list.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

using Code = std::string_view;

constexpr Message<Code, Code> kProcedureFirst{
    "procedure-first", "首页手术操作栏中，操作“{0}”列在手术“{1}”之前，手术应优先填写。",
    "the front page lists the procedure “{0}” before the operation “{1}”; operations go first."};
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
constexpr MessageInfo kMessages[] = {kProcedureFirst, kNotInTime, kLower, kOther};

enum class Kind { kUnknown, kOperation, kProcedure };

struct Row {
  const Procedure* procedure = nullptr;
  const Surgery* surgery = nullptr;  // The one that the row is of, by its code and day.
  Kind kind = Kind::kUnknown;
  bool principal = false;
};

bool same_day(const Procedure& procedure, const Surgery& surgery) {
  if (!procedure.at || !surgery.start) return true;
  const Time &at = procedure.at->value, &start = surgery.start.value();
  if (at.precision < Precision::kDay || start.precision < Precision::kDay) return true;
  return at.local_day() == start.local_day();
}

Row row_of(const Chart& chart, const Procedure& procedure, bool principal) {
  Row row{&procedure, nullptr, Kind::kUnknown, principal};
  for (const Surgery& surgery : told_surgeries(chart)) {
    const bool same = !surgery.cancelled && !surgery.code.value.empty() &&
                      surgery.code.value == procedure.code.value && same_day(procedure, surgery);
    if (same && row.surgery == nullptr) row.surgery = &surgery;
  }
  const bool miscellaneous = in_ranges(categories::kMiscellaneousProcedures, procedure.code.value);
  if (miscellaneous) {
    row.kind = Kind::kProcedure;
  } else if (has_incision(procedure) || row.surgery != nullptr) {
    row.kind = Kind::kOperation;  // Chapters 1 to 15 hold procedures as well, such as endoscopies.
  }
  return row;
}

class Judge {
 public:
  Judge(std::vector<Row> rows, Report& report) : rows_(std::move(rows)), report_(report) {}

  void run() {
    if (const auto pair = out_of_kind()) return say(*pair);
    if (const auto pair = out_of_time()) return say_time(*pair);
    if (const Row* higher = higher_level()) return say_level(*higher);
    report_.pass(kSubject);
  }

 private:
  using Pair = std::pair<const Row*, const Row*>;  // The former stands before the latter.
  static constexpr Subject kSubject = {SubjectKind::kChart, 0, "procedures"};

  std::optional<Pair> out_of_kind() const {
    const Row* procedure = nullptr;
    for (const Row& row : rows_) {
      if (row.kind == Kind::kProcedure && procedure == nullptr) procedure = &row;
      if (row.kind == Kind::kOperation && procedure != nullptr) return Pair{procedure, &row};
    }
    return std::nullopt;
  }

  // Of operations, and of procedures, the principal one apart, which stands first whenever it was.
  std::optional<Pair> out_of_time() const {
    for (const Kind kind : {Kind::kOperation, Kind::kProcedure}) {
      const Row* last = nullptr;
      for (const Row& row : rows_) {
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

  const Row* higher_level() const {
    const auto principal = std::find_if(rows_.begin(), rows_.end(), [](const Row& row) {
      return row.principal && row.surgery != nullptr && row.surgery->level;
    });
    if (principal == rows_.end()) return nullptr;
    for (const Row& row : rows_) {
      const bool higher = row.surgery != nullptr && row.surgery->level &&
                          row.surgery->level->value > principal->surgery->level->value;
      if (higher) return &row;
    }
    return nullptr;
  }

  void say(const Pair& pair) {
    const Text &first = pair.first->procedure->code, &second = pair.second->procedure->code;
    report_.fail(kProcedureFirst, kSubject, first.span, first.value, second.value)
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

  void say_level(const Row& higher) {
    const Row& principal =
        *std::find_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.principal; });
    const Text &first = principal.procedure->code, &second = higher.procedure->code;
    report_
        .fail(kLower, kSubject, first.span, first.value, principal.surgery->level->value,
              second.value, higher.surgery->level->value)
        .weaker(Severity::kNote)
        .note(kOther, second.span);
  }

  std::vector<Row> rows_;
  Report& report_;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  const ProcedureList list = procedure_list(chart);
  if (!list.known) return;
  std::vector<Row> rows;
  for (const std::uint32_t i : list.rows) {
    const Procedure& procedure = chart.procedures[i];
    if (icd9_coded(procedure)) rows.push_back(row_of(chart, procedure, i == list.principal));
  }
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
          "87–99）之后；主要手术之外，手术之间、操作之间依日期先后（提示）；主要手术的级别不低"
          "于其他手术（提示）。",
          "Front pages after discharge with two coded rows or more: no operation stands "
          "behind a procedure (ICD-9-CM-3 87–99); but for the principal one, operations and "
          "procedures each go in order of their days (a note); the principal operation is of "
          "no lower level than another (a note)."},
     .exceptions = {"有切口类别或与手术记录同编码的行才算手术，87–99 以外没有切口的行（如内镜）不"
                    "判先后；主要手术首先应与主要诊断相对应，级别较低也可能正确。不知哪些是首页所列"
                    "手术操作的不判。",
                    "A row counts as an operation by its class of incision or by a surgery of that "
                    "code; rows outside of 87–99 without either, such as endoscopies, are not "
                    "compared. The principal operation has to treat the principal diagnosis first "
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
