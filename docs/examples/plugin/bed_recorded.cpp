// SPDX-License-Identifier: Apache-2.0
// A hospital's own check as a plug-in: an inpatient's chart names the bed.
#include "check/plugin.h"

namespace {

using namespace emrlint;

constexpr Message<> kMissing{"missing", "住院病历未记载床号。",
                             "the chart of the stay names no bed."};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr Citation kBasis[] = {{"BL", "22(15)"}};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient()) return;
  if (!chart.encounter.bed.value.empty()) return report.pass(of_chart());
  report.fail(kMissing, of_chart(), subject_span(chart, of_chart()));
}

constexpr Check kBedRecorded{
    {.id = "hospital-bed-recorded",
     .severity = Severity::kNote,
     .title = {"住院病历应记载床号", "The chart of a stay names the bed"},
     .judged = {"住院病历：床号不为空。", "Each stay: the bed is not empty."},
     .exceptions = {"门急诊病历不评价。", "Not for outpatients."},
     .advice = {"在入院登记或转床时填写床号。", "Fill in the bed on admission or change of bed."},
     .basis = kBasis,
     .messages = kMessages},
    run};

const Check* const kChecks[] = {&kBedRecorded};

}  // namespace

EMRLINT_PLUGIN(kChecks)
