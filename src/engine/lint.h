// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_LINT_H_
#define EMRLINT_ENGINE_LINT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/fact.h"
#include "check/report.h"
#include "config/config.h"
#include "model/chart.h"
#include "rule/catalog.h"

namespace emrlint {

// How many subjects of one chart one check judged, and how. not_applicable is not counted: a
// subject that a check does not call has none.
struct Tally {
  std::uint32_t pass = 0, fail = 0, undecided = 0, due = 0;
};

// An outcome as it leaves the engine.
struct Finding {
  Outcome outcome;
  std::uint32_t check = 0;  // Index into Catalog::entries().
  Severity severity = Severity::kWarning;
  bool superseded = false;         // Counted, but said by another finding.
  const Waiver* waiver = nullptr;  // Accepted, with its reason.
  std::string subject;             // subject_key
  std::string fingerprint;         // 32 hex digits: check id, message id, chart key, subject key.
};

// A check that threw: the chart was not fully judged.
struct BrokenCheck {
  std::uint32_t check = 0;
  std::string what;
};

// A subject that a check passed.
struct PassedSubject {
  std::uint32_t check = 0;
  Subject subject;
};

// What a check across charts took out of the chart.
struct EmittedFact {
  std::uint32_t check = 0;
  Severity severity = Severity::kWarning;
  Fact fact;
};

// Everything the checks said of one chart, in order of file, place, check id.
struct ChartReport {
  const Chart* chart = nullptr;  // Null in what checks across charts say: the chart is gone.
  std::string key;               // As printed (pseudonymised when so configured).
  std::string profile;           // "cn-national"
  Clock clock;
  std::vector<Finding> findings;  // Failed, undecided and due outcomes.
  std::vector<Tally> tallies;     // By check index.
  std::vector<PassedSubject> passed;  // By check; empty in what checks across charts say.
  std::vector<BrokenCheck> broken;
  // Which checks ran, by check index: the configuration's. Null where `chart` is.
  const std::vector<CheckSetting>* settings = nullptr;
  std::vector<EmittedFact> facts;  // Of checks across charts, which say nothing here.
};

// Runs every enabled check on the chart. Never throws: a check that does is in `broken`. `uri` is
// the input of the chart, for settings by path. A check's pass or failure on a chart that lacks a
// source which its card needs becomes undecided. Thread-safe.
ChartReport lint(const Catalog& catalog, const Config& config, const Chart& chart,
                 std::string_view uri = {});

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_LINT_H_
