// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_SIDE_READER_H_
#define EMRLINT_CHECKS_CONSISTENCY_SIDE_READER_H_

#include <vector>

#include "checks/consistency/side_statements.h"

// The steps of side_statements().
namespace emrlint::checks {

// What one text of the list says. `may_be_first`: its first item is the first of the list;
// `countable`: what it states counts at all. Of the course of an operation only the incision is
// read.
void add_sides(std::vector<SideStatement>& found, const SideList& list, const Text& text,
               bool may_be_first, bool countable = true);

// What the data of the chart say apart from its documents: surgeries, diagnoses, rows of the front
// page, orders, checklists.
void add_side_data(std::vector<SideStatement>& found, const Chart& chart);

// The surgery of what names none: the only one of the stay, else -1.
std::int32_t only_surgery(const Chart& chart);

Bilingual name_of(DocType type);
Bilingual name_of(SectionType type);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_SIDE_READER_H_
