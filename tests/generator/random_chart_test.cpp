// SPDX-License-Identifier: Apache-2.0
#include "generator/random_chart.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/across.h"
#include "generator/generated_charts.h"
#include "source/decode.h"

namespace emrlint {
namespace {

bool injected(const RandomChart& chart, const char* id) {
  return std::find(chart.injected.begin(), chart.injected.end(), id) != chart.injected.end();
}

// Findings that an injected defect brings with it, besides the one it is named after.
bool consequence(const std::string& found, const RandomChart& chart) {
  const auto has = [&](const char* id) { return injected(chart, id); };
  if (found == "coding-dx-age-conflict") return has("coding-dx-sex-conflict");
  // The specialty examination stands in the physical one, the surgeon's visit in the summary.
  if (found == "periop-temperature-ga") return has("completeness-anesthesia-record-items");
  if (found == "completeness-specialty-exam") return has("completeness-physical-exam");
  if (found == "timeliness-surgeon-round-preop-24h") return has("periop-preop-summary");
  if (found == "completeness-discharge-instructions") return has("periop-followup-plan");
  if (found == "periop-preop-discussion-content") return has("periop-emergency-prep-list");
  if (found == "consent-form-items") return has("transfusion-pretest");
  // 住院第2天 in a later note; 夜间未再发热 on the day of the fever before the surgery.
  if (found == "duplication-copy-error") {
    return has("duplication-progress-notes") || has("periop-reassessment");
  }
  // What was copied with the error may make up most of a short note.
  if (found == "duplication-consecutive-round") return has("duplication-copy-error");
  // Another principal diagnosis than on admission.
  if (found == "consistency-diagnosis-admission-discharge") {
    return std::any_of(chart.injected.begin(), chart.injected.end(), [](std::string_view id) {
      return id.starts_with("coding-principal-");
    });
  }
  // Chemotherapy is a special treatment.
  if (found == "consent-special-exam") return has("coding-principal-neoplasm-therapy");
  // A short stay may tell of the pathology in its last record only.
  if (found == "match-pathology") return has("completeness-discharge-or-death-record");
  // Only the list of the last record tells of an injected diagnosis.
  if (found == "coding-diagnosis-unsupported") {
    return has("completeness-discharge-or-death-record");
  }
  return false;
}

TEST_CASE("generated charts: a clean one gives no finding") {
  const Setup setup = built_in();
  for (std::uint64_t number = 0; number < 200; ++number) {
    const auto found = findings_of(setup, random_chart(7, number, 0));
    CHECK_MESSAGE(found.empty(), number << ": " << (found.empty() ? "" : found.front()));
  }
}

TEST_CASE("generated charts: what was injected is found, and nothing else") {
  const Setup setup = built_in();
  std::size_t defects = 0;
  for (std::uint64_t number = 0; number < charts_wanted(300); ++number) {
    const RandomChart chart = random_chart(11, number, 0.15);
    defects += chart.injected.size();
    const auto found = findings_of(setup, chart);
    for (const std::string& id : chart.injected) {
      const auto times = std::count(found.begin(), found.end(), id);
      const bool once = times == 1 || (times > 1 && consequence(id, chart));
      CHECK_MESSAGE(once, number << " lacks " << id);
    }
    for (const std::string& id : found) {
      const bool meant =
          std::find(chart.injected.begin(), chart.injected.end(), id) != chart.injected.end();
      const bool expected = meant || consequence(id, chart);
      CHECK_MESSAGE(expected, number << " has " << id);
    }
  }
  CHECK(defects > 300);
  MESSAGE(defects << " injected defects were found");
}

using FoundAcross = std::map<std::string, std::vector<std::string>>;

// The batches of a run, by the numbers that stand for their paths.
class KeptUnits final : public UnitSource {
 public:
  UnitPlace add(const Batch& batch) {
    batches_.push_back(&batch);
    UnitPlace place;
    place.paths = {std::to_string(batches_.size() - 1)};
    return place;
  }
  void load(const std::vector<const UnitPlace*>& places) override { (void)places; }
  const Batch* find(const UnitPlace& place) const override {
    return batches_[std::stoul(place.paths.front())];
  }

 private:
  std::vector<const Batch*> batches_;
};

// The checks across charts that find something in a chart, by its key.
class Across {
 public:
  explicit Across(const Setup& setup) : setup_(setup), across_(setup.catalog, options(setup)) {}

  // The batch must outlive it.
  void add(const Batch& batch) {
    const std::vector<ChartReport> reports = {
        lint(setup_.catalog, setup_.config, batch.charts.front(), "chart.json")};
    across_.add(across_.facts(batch, reports, units_.add(batch)));
  }
  void add(Batch&& batch) { add(kept_.emplace_back(std::move(batch))); }

  FoundAcross found() {
    FoundAcross found;
    across_.judge([&](const Verdict& verdict) {
      if (verdict.kind != Verdict::Kind::kFail) return;
      found[verdict.chart].emplace_back(setup_.catalog.entries()[verdict.check].info.id);
    });
    return found;
  }

 private:
  AcrossOptions options(const Setup& setup) {
    AcrossOptions options;
    options.lines.absolute_files = false;
    options.lines.boilerplate = &setup.config.tables().boilerplate();
    options.units = &units_;
    return options;
  }

  const Setup& setup_;
  KeptUnits units_;
  std::deque<Batch> kept_;
  AcrossCharts across_;
};

TEST_CASE("generated charts: staff at two patients at a time is found, and nothing else") {
  const Setup setup = built_in();
  Across across(setup);
  FoundAcross expected;
  for (std::uint64_t number = 0; number < charts_wanted(300); ++number) {
    const RandomChart chart = random_chart(29, number, number % 2 == 0 ? 0 : 0.1);
    across.add(read({{"chart.json", chart.json}}));
    if (number % 4 > 1) continue;
    const RandomChart twin = random_twin(29, number);
    across.add(read({{"chart.json", twin.json}}));
    CHECK(findings_of(setup, twin).empty());
    if (twin.operated) expected[chart.key] = expected[twin.key] = twin.injected;
  }
  CHECK(expected.size() > 50);
  const FoundAcross found = across.found();
  for (const auto& entry : found) {
    const bool meant = expected.contains(entry.first) && expected[entry.first] == entry.second;
    CHECK_MESSAGE(meant, entry.first << " has " << entry.second.front());
  }
  for (const auto& entry : expected) CHECK_MESSAGE(found.contains(entry.first), entry.first);
  MESSAGE(expected.size() << " charts with an injected overlap were found");
}

TEST_CASE("generated charts: a history that was copied and changed is found, and nothing else") {
  const Setup setup = built_in();
  Across across(setup);
  FoundAcross expected;
  for (std::uint64_t number = 0; number < charts_wanted(300); ++number) {
    const RandomChart chart = random_chart(37, number, number % 2 == 0 ? 0 : 0.1);
    across.add(read({{"chart.json", chart.json}}));
    if (number % 10 != 0) continue;
    const RandomCopy pair = random_copy(37, number);
    across.add(read({{"chart.json", pair.source.json}}));
    across.add(read({{"chart.json", pair.copy.json}}));
    CHECK(findings_of(setup, pair.source).empty());
    CHECK(findings_of(setup, pair.copy).empty());
    expected[pair.copy.key] = pair.copy.injected;
  }
  CHECK(expected.size() >= 30);
  const FoundAcross found = across.found();
  for (const auto& entry : found) {
    const bool meant = expected.contains(entry.first) && expected[entry.first] == entry.second;
    CHECK_MESSAGE(meant, entry.first << " has " << entry.second.front());
  }
  for (const auto& entry : expected) CHECK_MESSAGE(found.contains(entry.first), entry.first);
  MESSAGE(expected.size() << " charts with a copied history were found");
}

TEST_CASE(
    "generated charts: staff at two patients is found across forms, and a chart is no other") {
  const Setup setup = built_in();
  for (std::uint64_t number = 0; number < 12; ++number) {
    const RandomChart chart = random_chart(31, number, 0), twin = random_twin(31, number);
    const std::vector<Batch> here = forms_of(chart), there = forms_of(twin);
    CAPTURE(number);
    for (const Batch& form : here) {
      for (const Batch& other : there) {
        Across across(setup);
        across.add(form);
        across.add(other);
        FoundAcross expected;
        if (twin.operated) expected[chart.key] = expected[twin.key] = twin.injected;
        CHECK(across.found() == expected);
      }
      Across same(setup);
      for (const Batch& copy : here) same.add(copy);
      CHECK(same.found().empty());
    }
  }
}

TEST_CASE("generated charts: each form of a clean one gives no finding and leaves nothing open") {
  const Setup setup = built_in();
  for (std::uint64_t number = 0; number < 60; ++number) {
    for (const Batch& form : forms_of(random_chart(17, number, 0))) {
      CAPTURE(number);
      CAPTURE(form.files.front()->uri());
      for (const OutcomeKind kind : {OutcomeKind::kFail, OutcomeKind::kUndecided}) {
        const auto found = checks_with(setup, form.charts.front(), kind);
        CHECK_MESSAGE(found.empty(), (found.empty() ? "" : found.front()));
      }
    }
  }
}

TEST_CASE("generated charts: what was injected is found in each form") {
  const Setup setup = built_in();
  for (std::uint64_t number = 0; number < 60; ++number) {
    const RandomChart chart = random_chart(19, number, 0.3);
    // Of the exchange documents only the record itself tells of the event, not all tell what arose
    // in the stay, and none holds the observations.
    const bool untold =
        injected(chart, "periop-operation-record") || injected(chart, "transfusion-record") ||
        injected(chart, "process-rescue-record") ||
        (injected(chart, "periop-anesthesia-record") && injected(chart, "consent-before-event")) ||
        injected(chart, "process-difficult-case-trigger") || injected(chart, "periop-reassessment");
    if (untold) continue;
    const std::vector<Batch> forms = forms_of(chart);
    const auto expected = checks_with(setup, forms[0].charts.front(), OutcomeKind::kFail);
    CAPTURE(number);
    CHECK(checks_with(setup, forms[1].charts.front(), OutcomeKind::kFail) == expected);
    CHECK(checks_with(setup, forms[2].charts.front(), OutcomeKind::kFail) == expected);
  }
}

TEST_CASE("generated charts: each kind of event befalls some patient") {
  std::size_t conditions = 0, rescues = 0, transfers = 0, handovers = 0, transfusions = 0,
              values = 0;
  for (std::uint64_t number = 0; number < 100; ++number) {
    const Batch batch = read({{"chart.json", random_chart(23, number, 0).json}});
    const Chart& chart = batch.charts.front();
    conditions += chart.conditions.size();
    rescues += chart.rescues.size();
    transfers += chart.transfers.size();
    handovers += chart.handovers.size();
    transfusions += chart.transfusions.size();
    values += chart.critical_values.size();
  }
  for (const std::size_t count :
       {conditions, rescues, transfers, handovers, transfusions, values}) {
    CHECK(count > 0);
    CHECK(count < 100);
  }
}

TEST_CASE("generated charts: no character is cut in two") {
  for (std::uint64_t number = 0; number < 50; ++number) {
    const Result<Decoded> decoded = decode(random_chart(13, number, 0.3).json);
    REQUIRE(decoded.ok());
    CHECK(decoded->invalid_bytes == 0);
    CHECK(decoded->encoding == Encoding::kUtf8);
  }
}

TEST_CASE("generated charts: the same numbers give the same bytes") {
  CHECK(random_chart(1, 5, 0.3).json == random_chart(1, 5, 0.3).json);
  CHECK(random_chart(1, 5, 0.3).json != random_chart(2, 5, 0.3).json);
}

}  // namespace
}  // namespace emrlint
