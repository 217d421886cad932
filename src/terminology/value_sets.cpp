// SPDX-License-Identifier: Apache-2.0
#include "terminology/value_sets.h"

#include <algorithm>
#include <iterator>

namespace emrlint {
namespace {

struct Row {
  std::string_view oid;
  ValueSet set;
};

constexpr Row kRows[] = {
#define EMRLINT_VALUE_SET(oid, title, codes) {oid, ValueSet(oid, title, codes)},
#include "terminology/value_sets.def"
#undef EMRLINT_VALUE_SET
};

static_assert(std::is_sorted(std::begin(kRows), std::end(kRows),
                             [](const Row& a, const Row& b) { return a.oid < b.oid; }));

struct Code {
  std::string_view code;
  std::string_view meaning;
};

// Takes the first "code=meaning" off the text.
Code take_code(std::string_view& codes) {
  const std::string_view entry = codes.substr(0, codes.find(';'));
  codes.remove_prefix(std::min(codes.size(), entry.size() + 1));
  const std::size_t equals = entry.find('=');
  return {entry.substr(0, equals), entry.substr(equals + 1)};
}

}  // namespace

std::string_view ValueSet::meaning(std::string_view code) const {
  for (std::string_view rest = codes_; !rest.empty();) {
    const Code entry = take_code(rest);
    if (entry.code == code) return entry.meaning;
  }
  return {};
}

std::string_view ValueSet::code_of(std::string_view meaning) const {
  for (std::string_view rest = codes_; !rest.empty();) {
    const Code entry = take_code(rest);
    if (entry.meaning == meaning) return entry.code;
  }
  return {};
}

std::size_t ValueSet::size() const {
  return static_cast<std::size_t>(std::count(codes_.begin(), codes_.end(), ';')) + 1;
}

const ValueSet* value_set(std::string_view oid) {
  const auto* const found =
      std::lower_bound(std::begin(kRows), std::end(kRows), oid,
                       [](const Row& row, std::string_view wanted) { return row.oid < wanted; });
  return found == std::end(kRows) || found->oid != oid ? nullptr : &found->set;
}

}  // namespace emrlint
