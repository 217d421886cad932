// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_NARRATIVE_H_
#define EMRLINT_READER_CDA_NARRATIVE_H_

#include <pugixml.hpp>

#include "reader/cda_walk.h"

namespace emrlint {

// Appends the text runs of a narrative block (section/text with its tables, lists and paragraphs)
// to Document::texts, in the order of the text, blank ones left out.
void read_narrative(CdaWalk& walk, pugi::xml_node node);

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_NARRATIVE_H_
