// SPDX-License-Identifier: Apache-2.0
#include "checks/signature/parties.h"

#include <algorithm>
#include <iterator>

namespace emrlint::checks {
namespace {

constexpr Demand kDemands[] = {
#define EMRLINT_SIGNER(type, party, article, dated) {DocType::type, Party::party, article, dated},
#include "checks/signature/parties.def"
#undef EMRLINT_SIGNER
};

// In order of Party.
constexpr Bilingual kNames[] = {
    {"医师", "physician"},
    {"操作医师", "physician who performed the procedure"},
    {"会诊医师", "consultant"},
    {"申请会诊医师", "physician who asked for the consultation"},
    {"记录者", "recorder"},
    {"麻醉医师", "anaesthetist"},
    {"手术者", "surgeon"},
    {"经治医师", "treating physician"},
    {"护士", "nurse"},
    {"巡回护士", "circulating nurse"},
    {"手术器械护士", "scrub nurse"},
    {"患方", "patient's side"},
};

}  // namespace

Bilingual name_of(Party party) { return kNames[static_cast<std::size_t>(party)]; }

std::vector<Demand> demands_of(DocType type) {
  std::vector<Demand> found;
  std::copy_if(std::begin(kDemands), std::end(kDemands), std::back_inserter(found),
               [&](const Demand& demand) { return demand.type == type; });
  return found;
}

}  // namespace emrlint::checks
