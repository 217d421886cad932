// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_WS500_H_
#define EMRLINT_READER_WS500_H_

#include "reader/cda_entries.h"
#include "reader/cda_walk.h"

namespace emrlint {

// Turns the elements of a shared document (WS/T 500) into facts of its chart: diagnoses,
// procedures, surgeries, orders, results, observations, events and times, and says in
// Chart::sources which kinds of data the document proves. The document has been read whole.
void read_ws500_events(CdaWalk& walk, CdaEntries& entries);

}  // namespace emrlint

#endif  // EMRLINT_READER_WS500_H_
