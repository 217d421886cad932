// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_HEADER_H_
#define EMRLINT_READER_CDA_HEADER_H_

#include <pugixml.hpp>

#include "model/fact.h"
#include "reader/cda_walk.h"

namespace emrlint {

// Reads one child of ClinicalDocument into the walk's document and chart; false if it is the body
// (`component`), which is left to the caller. Type, format and realm of the document are settled
// by finish_header().
bool read_header_element(CdaWalk& walk, pugi::xml_node node);

// To be called when the elements before the body are read: names type, format and realm, and turns
// what the header claims of patient, institution and stay into facts of the chart.
void finish_header(CdaWalk& walk);

// How much a document of this type has to say on the times of the stay.
Origin origin_of(DocType type);

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_HEADER_H_
