// SPDX-License-Identifier: Apache-2.0
#include "generator/random_birth.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "generator/generated_charts.h"

namespace emrlint {
namespace {

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += id + ' ';
  return text;
}

TEST_CASE("generated births: each form of a clean one gives no finding and leaves nothing open") {
  const Setup setup = built_in();
  for (std::uint64_t number = 0; number < 60; ++number) {
    const RandomBirth birth = random_birth(41, number, 0);
    for (const RandomChart* chart : {&birth.mother, &birth.child}) {
      CAPTURE(chart->key);
      for (const Batch& form : forms_of(*chart)) {
        CAPTURE(form.files.front()->uri());
        for (const OutcomeKind kind : {OutcomeKind::kFail, OutcomeKind::kUndecided}) {
          const auto found = checks_with(setup, form.charts.front(), kind);
          CHECK_MESSAGE(found.empty(), (found.empty() ? "" : found.front()));
        }
      }
    }
  }
}

TEST_CASE("generated births: what was injected is found, and nothing else") {
  const Setup setup = built_in();
  std::size_t defects = 0;
  for (std::uint64_t number = 0; number < charts_wanted(150); ++number) {
    const RandomBirth birth = random_birth(43, number, 0.25);
    for (const RandomChart* chart : {&birth.mother, &birth.child}) {
      defects += chart->injected.size();
      CAPTURE(chart->key);
      CHECK(joined(findings_of(setup, *chart)) == joined(chart->injected));
    }
  }
  CHECK(defects > 100);
  MESSAGE(defects << " injected defects were found");
}

TEST_CASE("generated births: what was injected is found in each form") {
  const Setup setup = built_in();
  for (std::uint64_t number = 0; number < 60; ++number) {
    const RandomBirth birth = random_birth(47, number, 0.3);
    for (const RandomChart* chart : {&birth.mother, &birth.child}) {
      CAPTURE(chart->key);
      for (const Batch& form : forms_of(*chart)) {
        const auto found = checks_with(setup, form.charts.front(), OutcomeKind::kFail);
        CHECK(joined(found) == joined(chart->injected));
      }
    }
  }
}

TEST_CASE("generated births: mother and child are of one day and one hospital") {
  for (std::uint64_t number = 0; number < 20; ++number) {
    const RandomBirth birth = random_birth(53, number, 0);
    const std::vector<Batch> mother = forms_of(birth.mother), child = forms_of(birth.child);
    const Chart &of_mother = mother[0].charts.front(), &of_child = child[0].charts.front();
    CHECK(of_mother.institution.id.value == of_child.institution.id.value);
    CHECK(of_child.encounter.admitted.value().local_day() ==
          of_mother.encounter.admitted.value().local_day());
    CHECK(of_child.patient.birth->value.local_day() ==
          of_child.encounter.admitted.value().local_day());
  }
}

}  // namespace
}  // namespace emrlint
