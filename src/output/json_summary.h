// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_JSON_SUMMARY_H_
#define EMRLINT_OUTPUT_JSON_SUMMARY_H_

#include "engine/summary.h"
#include "output/json_writer.h"
#include "rule/catalog.h"

namespace emrlint {

// The member "checks": how often each check passed, failed, was undecided or not due yet. Checks
// that had nothing to judge are left out.
void write_tallies(JsonWriter& json, const Catalog& catalog, const RunSummary& summary);

// The member "unusedWaivers".
void write_unused_waivers(JsonWriter& json, const RunSummary& summary);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_JSON_SUMMARY_H_
