// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <utility>

#include "reader/build.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

StayClaim claim_of(const Chart& fragment) {
  StayClaim claim;
  claim.stay = fragment.encounter.id.value;
  claim.name = fragment.key;
  claim.patient = fragment.patient.id.value;
  for (const Document& document : fragment.documents) {
    const HeaderClaims& header = document.header;
    if (claim.stay.empty()) claim.stay = header.stay_id.value;
    if (claim.patient.empty()) claim.patient = header.patient_id.value;
    if (claim.patient.empty()) claim.patient = header.id_card.value;
  }
  if (claim.patient.empty()) claim.patient = fragment.patient.id_card.value;
  if (const TimeClaim* admitted = fragment.encounter.admitted.best()) {
    claim.admitted = admitted->value;
  }
  return claim;
}

}  // namespace

std::vector<Chart> build_charts(std::vector<Chart> fragments, bool folder) {
  std::vector<StayClaim> claims;
  claims.reserve(fragments.size());
  for (const Chart& fragment : fragments) claims.push_back(claim_of(fragment));
  const std::vector<std::uint32_t> groups = group_stays(claims, folder);
  std::vector<std::vector<Chart>> stays;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    if (groups[i] >= stays.size()) stays.resize(groups[i] + 1);
    stays[groups[i]].push_back(std::move(fragments[i]));
  }
  std::vector<Chart> charts;
  charts.reserve(stays.size());
  for (std::vector<Chart>& stay : stays) {
    Chart chart = merge_fragments(std::move(stay));
    resolve_staff(chart);
    complete_documents(chart);
    resolve_stay(chart);
    resolve_surgeries(chart);
    derive_events(chart);
    resolve_front_page(chart);
    finish_chart(chart, folder);
    charts.push_back(std::move(chart));
  }
  return charts;
}

}  // namespace emrlint
