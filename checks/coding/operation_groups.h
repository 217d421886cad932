// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_OPERATION_GROUPS_H_
#define EMRLINT_CHECKS_CODING_OPERATION_GROUPS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "base/lang.h"
#include "terminology/icd.h"

// Operations and diseases of one organ each, and which of them surely do not go together:
// operation_groups.def.
namespace emrlint::checks {

// A set of operation groups, a bit each.
using OperationSet = std::uint32_t;

struct OperationGroup {
  Bilingual name;
  std::span<const CodeRange> codes;
};
struct DiseaseGroup {
  Bilingual name;
  OperationSet foreign = 0;  // What does not treat these diseases.
  std::span<const CodeRange> codes;
};
std::span<const OperationGroup> operation_groups();
std::span<const DiseaseGroup> disease_groups();

// The group of a well-formed ICD-10 or ICD-9-CM-3 code, null for any other.
const DiseaseGroup* disease_group(std::string_view code);
const OperationGroup* operation_group(std::string_view code);

bool foreign(const DiseaseGroup& disease, const OperationGroup& operation);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_OPERATION_GROUPS_H_
