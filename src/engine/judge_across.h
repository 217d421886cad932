// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_JUDGE_ACROSS_H_
#define EMRLINT_ENGINE_JUDGE_ACROSS_H_

#include "config/config.h"
#include "engine/across.h"
#include "engine/run.h"
#include "engine/summary.h"

namespace emrlint {

// Judges the facts of a run and gives the receiver what the checks across charts say, a report for
// each chart, by chart key and input; adds it to the summary. Charts and files are gone by then:
// the places are sites of the batch. Of a run of one chart nothing is judged,
// unless charts of earlier nights stand beside it.
void judge_across(AcrossCharts& across, const Catalog& catalog, const Config& config,
                  RunSummary& summary, Receiver& receiver);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_JUDGE_ACROSS_H_
