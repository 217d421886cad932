// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/birth_codes.h"

#include "checks/coding/categories.h"
#include "model/ordered.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

void operation(const Text& code, const Text& name, BirthOperations& found) {
  found.any = true;
  const bool coded = well_formed_icd9(code.value);
  if (!coded && name.value.empty()) found.unclear = true;
  const bool cut =
      coded ? in_ranges(categories::kCesareanSections, code.value) : holds(name.value, "剖宫产");
  if (cut && found.cesarean == nullptr) found.cesarean = coded ? &code : &name;
  if (coded && in_ranges(categories::kExtractions, code.value) && found.extraction == nullptr) {
    found.extraction = &code;
  }
}

}  // namespace

BirthCodes birth_codes(const Chart& chart, const DischargeList& list) {
  BirthCodes codes;
  for (const std::uint32_t i : list.all) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!plain_icd10(chart, d)) {
      codes.all_coded &= d.code.value.empty() ? d.name.value.empty() : false;
      continue;
    }
    const auto note = [&](std::span<const CodeRange> ranges, const Diagnosis*& place) {
      if (place == nullptr && in_ranges(ranges, d.code.value)) place = &d;
    };
    if (in_ranges(categories::kOutcomes, d.code.value)) codes.outcomes.push_back(&d);
    note(categories::kSingleDeliveries, codes.single);
    note(categories::kSpontaneous, codes.spontaneous);
    note(categories::kVaginalDeliveries, codes.vaginal);
    note(categories::kCesareanDeliveries, codes.cesarean);
    note(categories::kMultipleDeliveries, codes.multiple);
    note(categories::kMultiplePregnancies, codes.pregnancy);
    note(categories::kAbortions, codes.abortion);
    codes.fewer |= in_ranges(categories::kFewerChildren, d.code.value);
    codes.after |= in_ranges(categories::kCareAfterBirth, d.code.value);
  }
  return codes;
}

BirthOperations birth_operations(const Chart& chart) {
  BirthOperations found;
  for (const Surgery& surgery : told_surgeries(chart)) {
    if (surgery.cancelled) continue;
    operation(surgery.code, surgery.name, found);
    if (surgery.cesarean && found.cesarean == nullptr) {
      found.cesarean = surgery.name.value.empty() ? &surgery.code : &surgery.name;
    }
  }
  for (const Procedure& procedure : chart.procedures) {
    if (procedure_system(procedure.code_system.value) != CodeSystem::kIcd9Cm3) {
      found.any = found.unclear = true;
    } else {
      operation(procedure.code, procedure.name, found);
    }
  }
  return found;
}

}  // namespace emrlint::checks
