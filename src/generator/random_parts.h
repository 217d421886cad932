// SPDX-License-Identifier: Apache-2.0
// The parts of random_chart(). Internal to the generator.
#ifndef EMRLINT_GENERATOR_RANDOM_PARTS_H_
#define EMRLINT_GENERATOR_RANDOM_PARTS_H_

#include "generator/random_stay.h"

namespace emrlint {

// Members of "orders", "results" and "observations", to be written inside the open array.
void write_random_orders(RandomStay& stay);
void write_random_results(RandomStay& stay);
void write_random_rounds(RandomStay& stay);
void write_random_observations(RandomStay& stay);

// Members of "documents".
void write_random_admission_records(RandomStay& stay);
void write_random_notes(RandomStay& stay);
void write_random_end_records(RandomStay& stay);

// "procedures", the rows of the front page.
void write_random_procedures(RandomStay& stay);

// What befell the patient besides: whole members of the chart, and members of "documents".
void write_random_events(RandomStay& stay);
void write_random_event_records(RandomStay& stay);

// For a stay with a surgery: "surgeries" and "checklists" whole, and members of "documents".
void write_random_surgery(RandomStay& stay);
void write_random_checklists(RandomStay& stay);
void write_random_surgery_records(RandomStay& stay);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_RANDOM_PARTS_H_
