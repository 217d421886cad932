// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CCDA_H_
#define EMRLINT_READER_CCDA_H_

#include "reader/cda_entries.h"
#include "reader/cda_walk.h"

namespace emrlint {

// Turns the structured entries of a C-CDA or other CDA R2 document into facts of its chart:
// problems, procedures, medications, results and vital signs. The document has been read whole.
void read_ccda_events(CdaWalk& walk, CdaEntries& entries);

}  // namespace emrlint

#endif  // EMRLINT_READER_CCDA_H_
