// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_CHART_HEAD_H_
#define EMRLINT_OUTPUT_CHART_HEAD_H_

#include <string>

#include "engine/lint.h"
#include "output/wording.h"

namespace emrlint {

// Whose chart it is, as an output may show it: names are "***" unless the snippets are full, and
// staff goes by its number where it has one. Empty is what the chart does not state, and all of a
// chart that is no longer at hand.
struct ChartHead {
  std::string patient, department, doctor;
};
ChartHead chart_head(const Chart* chart, Wording& wording);

// A member of staff: the name where names are shown, else the number, else "***".
std::string staff_text(const Person& person, Wording& wording);

// The document that a finding is about or stands in; null where it is about none.
const Document* document_of(const Chart& chart, const Finding& finding);
// Its title, else the name of its type.
std::string document_text(const Document& document, Wording& wording, Lang lang);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_CHART_HEAD_H_
