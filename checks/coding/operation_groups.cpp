// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/operation_groups.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace emrlint::checks {
namespace {

enum Group : std::uint8_t {
#define EMRLINT_OPERATION_GROUP(enumerator, zh, en, ...) enumerator,
#include "checks/coding/operation_groups.def"
#undef EMRLINT_OPERATION_GROUP
  kCount
};
static_assert(kCount < 32, "a group is a bit of OperationSet");

constexpr OperationSet only(std::initializer_list<Group> groups) {
  OperationSet set = 0;
  for (const Group group : groups) set |= OperationSet{1} << group;
  return set;
}
constexpr OperationSet all_but(std::initializer_list<Group> groups) {
  return ((OperationSet{1} << kCount) - 1) & ~only(groups);
}

// The ranges of each group, kept apart so that a group can point at them.
template <std::size_t Row>
constexpr CodeRange kOperationCodes[] = {{"", ""}};
template <std::size_t Row>
constexpr CodeRange kDiseaseCodes[] = {{"", ""}};

#define EMRLINT_OPERATION_GROUP(enumerator, zh, en, ...) \
  template <>                                            \
  constexpr CodeRange kOperationCodes<enumerator>[] = {__VA_ARGS__};
#include "checks/coding/operation_groups.def"
#undef EMRLINT_OPERATION_GROUP
#define EMRLINT_DISEASE_GROUP(zh, en, foreign, ...) \
  template <>                                       \
  constexpr CodeRange kDiseaseCodes<__LINE__>[] = {__VA_ARGS__};
#include "checks/coding/operation_groups.def"
#undef EMRLINT_DISEASE_GROUP

constexpr OperationGroup kOperations[] = {
#define EMRLINT_OPERATION_GROUP(enumerator, zh, en, ...) {{zh, en}, kOperationCodes<enumerator>},
#include "checks/coding/operation_groups.def"
#undef EMRLINT_OPERATION_GROUP
};
constexpr DiseaseGroup kDiseases[] = {
#define EMRLINT_DISEASE_GROUP(zh, en, foreign, ...) {{zh, en}, foreign, kDiseaseCodes<__LINE__>},
#include "checks/coding/operation_groups.def"
#undef EMRLINT_DISEASE_GROUP
};

template <typename Group>
const Group* group_of(std::span<const Group> groups, std::string_view code) {
  const auto found = std::find_if(groups.begin(), groups.end(),
                                  [&](const Group& group) { return in_ranges(group.codes, code); });
  return found == groups.end() ? nullptr : &*found;
}

}  // namespace

std::span<const OperationGroup> operation_groups() { return kOperations; }
std::span<const DiseaseGroup> disease_groups() { return kDiseases; }

const DiseaseGroup* disease_group(std::string_view code) {
  return group_of(disease_groups(), code);
}
const OperationGroup* operation_group(std::string_view code) {
  return group_of(operation_groups(), code);
}

bool foreign(const DiseaseGroup& disease, const OperationGroup& operation) {
  return (disease.foreign >> (&operation - std::begin(kOperations)) & 1) != 0;
}

}  // namespace emrlint::checks
