// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_PATIENT_H_
#define EMRLINT_READER_CDA_PATIENT_H_

#include <pugixml.hpp>

#include "reader/cda_walk.h"

namespace emrlint {

// recordTarget: identifiers, patient, place of a discussion; into Document::header.
void read_record_target(CdaWalk& walk, pugi::xml_node node);

// componentOf: times and kind of the stay into the chart, place into Document::header.
void read_encounter(CdaWalk& walk, pugi::xml_node node);

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_PATIENT_H_
