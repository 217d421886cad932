// SPDX-License-Identifier: Apache-2.0
// The parts of random_chart(). Internal to the generator.
#ifndef EMRLINT_GENERATOR_RANDOM_PARTS_H_
#define EMRLINT_GENERATOR_RANDOM_PARTS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "generator/random_chart.h"
#include "generator/random_stay.h"

namespace emrlint {

// The dice of chart `number` of a series, its key ("ZY00000007"), and the whole of it.
Dice random_dice(std::uint64_t seed, std::uint64_t number);
std::string numbered_key(std::string_view kind, std::uint64_t number);
RandomChart write_random_chart(RandomStay& stay);

// "diagnoses", and one member of it.
void write_random_diagnoses(RandomStay& stay);
void write_random_diagnosis(RandomStay& stay, std::string_view role, std::string_view code,
                            std::string_view name, std::string_view on_admission = "yes");

// Members of "orders", "results" and "observations", to be written inside the open array.
void write_random_orders(RandomStay& stay);
void write_random_results(RandomStay& stay);
void write_random_rounds(RandomStay& stay);
void write_random_observations(RandomStay& stay);

// Members of "documents".
void write_random_admission_records(RandomStay& stay);
void write_random_notes(RandomStay& stay);
void write_random_end_records(RandomStay& stay);
// A round of the attending physician or the chief, by turns; `copy` goes behind its id.
void write_random_round_note(RandomStay& stay, int day, std::string_view text,
                             std::string_view copy = {});
// Front page, vital signs and orders.
void write_random_last_sheets(RandomStay& stay, std::string_view principal);

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
