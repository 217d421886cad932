// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/procedure_record.h"
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMissing{
    "missing", "“{0}”为有创诊疗操作，未见操作记录。",
    "“{0}” is an invasive procedure; there is no record of it."};

constexpr Missing kName{"procedure-name", "操作名称", "the name of the procedure"};

constexpr Citation kBasis[] = {{"BL", "22(9)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr std::string_view kSupersedes[] = {"timeliness-invasive-procedure-record-immediate"};

// What was completed before the procedure only announces it.
bool recorded(const Chart& chart, std::size_t index) {
  const std::vector<const Document*> records = records_of_procedure(chart, index);
  const auto& at = chart.procedures[index].at;
  return std::any_of(records.begin(), records.end(), [&](const Document* record) {
    return !at || !record->completed || !certainly_before(record->completed->value, at->value);
  });
}

void judge(const Chart& chart, std::size_t index, Report& report) {
  const Procedure& procedure = chart.procedures[index];
  const Subject subject{SubjectKind::kProcedure, static_cast<std::uint32_t>(index)};
  if (recorded(chart, index)) {
    report.pass(subject);
  } else if (!chart.complete) {
    report.undecided(subject, missing::kRestOfChart, procedure.span);
  } else if (procedure.name.value.empty()) {
    report.undecided(subject, kName, procedure.span);
  } else {
    report.fail(kMissing, subject, procedure.name.span, procedure.name.value);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  for (std::size_t i = 0; i < chart.procedures.size(); ++i) {
    const Procedure& procedure = chart.procedures[i];
    if (procedure.invasive && !in_operating_room(chart, procedure)) judge(chart, i, report);
  }
}

}  // namespace

extern constinit const Check invasive_procedure_record{
    {.id = "completeness-invasive-procedure-record",
     .severity = Severity::kError,
     .title = {"有创诊疗操作应有操作记录", "An invasive procedure has a record"},
     .judged =
         {"已出院或归档的住院病历：每项标明有创的操作，有一份有创诊疗操作记录、治疗记录或病程记录"
          "写到它。",
          "A stay that ended: each procedure marked as invasive is told of by a procedure "
          "note, a treatment record or a progress note."},
     .exceptions =
         {"在手术室作为手术实施的不评价（应有手术记录）；操作前完成的记录不计；没有名称的操作、"
          "单份文书无法判定；及时与否由时限检查评价。",
          "Not for what was done as surgery, which has an operation record; what was "
          "completed before the procedure does not count. Undecided for a procedure "
          "without a name and for a lone document; when it was written is judged "
          "elsewhere."},
     .advice =
         {"补归操作记录：操作名称、时间、步骤、结果、患者一般情况、有无不良反应和注意事项，操作医师"
          "签名。",
          "File the record: name, time, steps, result, condition, adverse reactions, "
          "precautions, signature."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
