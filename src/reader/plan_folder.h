// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_PLAN_FOLDER_H_
#define EMRLINT_READER_PLAN_FOLDER_H_

#include <cstdint>
#include <span>
#include <vector>

#include "reader/input_sniff.h"

namespace emrlint {

// Files of one folder that become one unit of work.
struct UnitPlan {
  std::vector<std::uint32_t> files;  // Indexes into what was planned.
  bool folder = false;               // As WorkUnit has them.
  bool gaps = false;
  bool bulk = false;
  bool lines = false;  // One file, NDJSON of charts: a unit for each line.
};

// What belongs together of the files of one folder, in order of the first file of each unit: the
// documents of a stay, all FHIR lines, every other file by itself. Of what is no record (kOther)
// there is no unit.
std::vector<UnitPlan> plan_folder(std::span<const Sniffed> files);

}  // namespace emrlint

#endif  // EMRLINT_READER_PLAN_FOLDER_H_
