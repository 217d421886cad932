// SPDX-License-Identifier: Apache-2.0
#include "check/missing.h"

#include <iterator>

namespace emrlint {
namespace {

// In order of Source.
constexpr Missing kSources[] = {
    {"source-documents", "病历文书（未载入）", "the documents (not loaded)"},
    {"source-orders", "医嘱（未载入）", "the orders (not loaded)"},
    {"source-results", "检查检验结果（未载入）", "the test results (not loaded)"},
    {"source-observations", "体征与护理观察（未载入）", "the observations (not loaded)"},
    {"source-front-page", "病案首页（未载入）", "the front page (not loaded)"},
    {"source-staff", "人员职称表（未载入）", "the table of staff and titles (not loaded)"},
    {"source-checklists", "核查与评估表单（未载入）", "the checklists and forms (not loaded)"},
    {"source-consultations", "会诊数据（未载入）", "the consultations (not loaded)"},
    {"source-transfers", "转科数据（未载入）", "the transfers (not loaded)"},
    {"source-handovers", "交接班数据（未载入）", "the hand-overs (not loaded)"},
    {"source-rescues", "抢救数据（未载入）", "the rescues (not loaded)"},
    {"source-transfusions", "输血数据（未载入）", "the transfusions (not loaded)"},
    {"source-critical-values", "危急值数据（未载入）", "the critical values (not loaded)"},
    {"source-conditions", "病危病重数据（未载入）", "the critical conditions (not loaded)"},
    {"source-followup", "随访数据（未载入）", "the follow-ups (not loaded)"},
    {"source-audit", "操作日志（未载入）", "the audit log (not loaded)"},
    {"source-archive", "归档时间（未载入）", "the archive time (not loaded)"},
    {"source-rounds", "查房数据（未载入）", "the rounds (not loaded)"},
};

// In order of TableKind.
constexpr Missing kTables[] = {
    {"table-calendar", "工作日历（未载入[tables] calendar）",
     "the working days ([tables] calendar is not loaded)"},
    {"table-surgery-levels", "本院手术分级目录（未载入[tables] surgery-levels）",
     "the surgery catalogue ([tables] surgery-levels is not loaded)"},
    {"table-surgeon-authorisations", "手术医师授权表（未载入[tables] surgeon-authorisations）",
     "the authorisations of surgeons ([tables] surgeon-authorisations is not loaded)"},
    {"table-restricted-technologies", "限制类技术目录（未载入[tables] restricted-technologies）",
     "the restricted technologies ([tables] restricted-technologies is not loaded)"},
    {"table-new-technologies", "新技术和新项目目录（未载入[tables] new-technologies）",
     "the new technologies ([tables] new-technologies is not loaded)"},
    {"table-antibiotics", "抗菌药物分级目录（未载入[tables] antibiotics）",
     "the classes of antibiotics ([tables] antibiotics is not loaded)"},
    {"table-drug-classes", "药品类别表（未载入[tables] drug-classes）",
     "the classes of drugs ([tables] drug-classes is not loaded)"},
    {"table-critical-limits", "危急值界限表（未载入[tables] critical-limits）",
     "the critical limits ([tables] critical-limits is not loaded)"},
    {"table-staff", "人员表（未载入[tables] staff）", "the staff ([tables] staff is not loaded)"},
    {"table-boilerplate", "模板文字（未载入[tables] boilerplate）",
     "the boilerplate ([tables] boilerplate is not loaded)"},
};
static_assert(std::size(kTables) == kTableCount);

}  // namespace

Missing missing_table(TableKind kind) { return kTables[static_cast<std::size_t>(kind)]; }
Missing missing_source(Source source) { return kSources[static_cast<std::size_t>(source)]; }

std::optional<Missing> conditions_unseen(const Chart& chart) {
  const bool told = !chart.conditions.empty() || chart.sources.has(Source::kConditions);
  if (told || !chart.complete || !chart.inpatient()) return std::nullopt;
  return missing_source(Source::kConditions);
}

}  // namespace emrlint
