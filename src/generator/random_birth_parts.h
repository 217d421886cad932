// SPDX-License-Identifier: Apache-2.0
// The parts of random_birth(). Internal to the generator.
#ifndef EMRLINT_GENERATOR_RANDOM_BIRTH_PARTS_H_
#define EMRLINT_GENERATOR_RANDOM_BIRTH_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/random_stay.h"

namespace emrlint {

struct BirthDiagnosis {
  std::string_view role, code;
  std::string name;
  std::string_view on_admission = "yes";
};
// Of mother or child, in the order of the front page.
std::vector<BirthDiagnosis> birth_diagnoses(const RandomStay& stay);
// Those of the discharge: "1.胎膜早破 2.…".
std::string listed_birth_diagnoses(const RandomStay& stay);

// Whole members of the chart.
void write_birth_diagnoses(RandomStay& stay);
void write_birth_care(RandomStay& stay);
// Items of the front page that other stays do not have.
void write_birth_items(RandomStay& stay);
// Members of "documents".
void write_mother_records(RandomStay& stay);
void write_newborn_records(RandomStay& stay);

// "39+2周"
std::string weeks_words(const RandomBirthFacts& birth);
// What the records tell, no two patients alike.
std::string mother_history_text(RandomStay& stay);
std::string mother_exam_text(RandomStay& stay);
std::string mother_note_text(RandomStay& stay, int day);
std::string newborn_history_text(RandomStay& stay);
std::string newborn_exam_text(RandomStay& stay);
std::string newborn_note_text(RandomStay& stay, int day);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_RANDOM_BIRTH_PARTS_H_
