// SPDX-License-Identifier: Apache-2.0
// A chart as FHIR R4, for fixtures and examples.
#ifndef EMRLINT_GENERATOR_FHIR_WRITER_H_
#define EMRLINT_GENERATOR_FHIR_WRITER_H_

#include <string>

#include "model/chart.h"

namespace emrlint {

// A collection Bundle: patient, hospital, staff, the stay with its diagnoses, surgeries, orders,
// results, events, checklists, the front page, and a Composition for each record. What FHIR has no
// field for stands in the extensions urn:emrlint:*.
std::string write_fhir(const Chart& chart);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_FHIR_WRITER_H_
