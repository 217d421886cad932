// SPDX-License-Identifier: Apache-2.0
// Generated charts read in and judged, with the tables of the invented hospital.
#ifndef EMRLINT_TESTS_GENERATOR_GENERATED_CHARTS_H_
#define EMRLINT_TESTS_GENERATOR_GENERATED_CHARTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "config/config.h"
#include "engine/lint.h"
#include "generator/random_chart.h"
#include "generator/ws500_writer.h"
#include "reader/readers.h"
#include "rule/catalog.h"

namespace emrlint {

struct Setup {
  Catalog catalog;
  Config config;
};

// The checks that are built in, with the tables of the invented hospital.
Setup built_in();

// The files of one stay.
Batch read(std::vector<GeneratedFile> texts);
// It as chart JSON, as WS/T 500 documents and as a FHIR Bundle.
std::vector<Batch> forms_of(const RandomChart& chart);

// The checks with an outcome of the kind, once for each outcome.
std::vector<std::string> checks_with(const Setup& setup, const Chart& chart, OutcomeKind kind);
std::vector<std::string> findings_of(const Setup& setup, const RandomChart& chart);

// How many charts: EMRLINT_CHARTS=10000 for a long run.
std::uint64_t charts_wanted(std::uint64_t otherwise);

}  // namespace emrlint

#endif  // EMRLINT_TESTS_GENERATOR_GENERATED_CHARTS_H_
