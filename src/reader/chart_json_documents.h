// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CHART_JSON_DOCUMENTS_H_
#define EMRLINT_READER_CHART_JSON_DOCUMENTS_H_

#include "reader/chart_json_context.h"
#include "syntax/json.h"

namespace emrlint::chart_json {

// Appends the documents of the array to the chart.
void read_documents(Context& context, JsonValue value);

}  // namespace emrlint::chart_json

#endif  // EMRLINT_READER_CHART_JSON_DOCUMENTS_H_
