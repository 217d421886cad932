// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_FACETS_H_
#define EMRLINT_ENGINE_FACETS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "model/chart.h"

namespace emrlint {

// What the numbers of a chart are broken down by. Each is empty where the chart does not tell it;
// what only fills a field (-, 无, ***) tells nothing.
struct Facets {
  std::string hospital;    // Id of the institution, else its name.
  std::string department;  // Where the patient was last: of discharge by the front page, else where
                           // the last transfer led, else that of the stay.
  std::string doctor;      // Id of the attending physician, else the name.
  std::string disease;     // Category of the principal diagnosis, "I63".
  std::string month;       // "2024-03", of discharge or death; of a visit its day. Empty where the
                           // stay is not over.

  friend bool operator==(const Facets&, const Facets&) = default;
};

Facets facets_of(const Chart& chart);

// One of them, as people name it.
enum class Facet : std::uint8_t { kHospital, kDepartment, kDoctor, kDisease, kMonth };
std::string Facets::* member(Facet facet);
std::string_view id(Facet facet);  // "department"
Bilingual name(Facet facet);       // "科室"
std::optional<Facet> facet_from_id(std::string_view id);
std::vector<std::string_view> facet_ids();

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_FACETS_H_
