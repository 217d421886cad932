// SPDX-License-Identifier: Apache-2.0
#include "terminology/oids.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "terminology/value_sets.h"

namespace emrlint {
namespace {

struct NamedOid {
  std::string_view oid;
  std::string_view name;
};

struct Branch {
  std::string_view prefix;
  int first;
  int last;
  std::string_view name;
};

constexpr NamedOid kOids[] = {
#define EMRLINT_OID(oid, name) {oid, name},
#define EMRLINT_OID_BRANCH(prefix, first, last, name)
#include "terminology/oids.def"
#undef EMRLINT_OID
#undef EMRLINT_OID_BRANCH
};

constexpr Branch kBranches[] = {
#define EMRLINT_OID(oid, name)
#define EMRLINT_OID_BRANCH(prefix, first, last, name) {prefix, first, last, name},
#include "terminology/oids.def"
#undef EMRLINT_OID
#undef EMRLINT_OID_BRANCH
};

static_assert(std::is_sorted(std::begin(kOids), std::end(kOids),
                             [](const NamedOid& a, const NamedOid& b) { return a.oid < b.oid; }));

const NamedOid* find_oid(std::string_view oid) {
  const auto* const found = std::lower_bound(
      std::begin(kOids), std::end(kOids), oid,
      [](const NamedOid& row, std::string_view wanted) { return row.oid < wanted; });
  return found == std::end(kOids) || found->oid != oid ? nullptr : found;
}

const Branch* find_branch(std::string_view oid) {
  for (const Branch& branch : kBranches) {
    if (!oid.starts_with(branch.prefix)) continue;
    const std::string_view rest = oid.substr(branch.prefix.size());
    int number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    const bool whole = error == std::errc() && end == rest.data() + rest.size();
    if (whole && rest.front() != '0' && number >= branch.first && number <= branch.last) {
      return &branch;
    }
  }
  return nullptr;
}

// Collects the known ones among the texts that are one typing error away.
class Search {
 public:
  void offer(const std::string& candidate) {
    if (several_ || candidate == found_ || !is_known_oid(candidate)) return;
    several_ = !found_.empty();
    found_ = candidate;
  }
  bool several() const { return several_; }
  std::string result() && { return several_ ? std::string() : std::move(found_); }

 private:
  std::string found_;
  bool several_ = false;
};

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kOidCharacters = "0123456789.";

void offer_changes_at(std::size_t i, std::string_view oid, Search& search) {
  std::string changed(oid);
  if (i < oid.size()) {
    for (const char c : kOidCharacters) {
      changed[i] = c;
      search.offer(changed);
    }
    changed = oid;
    changed.erase(i, 1);
    search.offer(changed);
  }
  if (i + 1 < oid.size()) {
    changed = oid;
    std::swap(changed[i], changed[i + 1]);
    search.offer(changed);
  }
  changed = oid;
  changed.insert(i, 1, '.');
  for (const char c : kOidCharacters) {
    changed[i] = c;
    search.offer(changed);
  }
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

std::size_t common_suffix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first -
                                  a.rbegin());
}

std::size_t leading_digits(std::string_view text) {
  return std::min(text.find_first_not_of(kDigits), text.size());
}

std::size_t trailing_digits(std::string_view text) {
  return text.size() - (text.find_last_not_of(kDigits) + 1);
}

// Where an error may stand: what is before it begins a known OID, and what is behind it ends one.
// Most OIDs that are not known are somebody's own, and have no such place.
struct ErrorPlaces {
  std::size_t first = 0;
  std::size_t last = 0;
};

ErrorPlaces error_places(std::string_view oid) {
  std::size_t before = 0, behind = 0;
  for (const NamedOid& row : kOids) {
    before = std::max(before, common_prefix(oid, row.oid));
    behind = std::max(behind, common_suffix(oid, row.oid));
  }
  const std::size_t number = trailing_digits(oid);
  for (const Branch& branch : kBranches) {
    std::size_t same = common_prefix(oid, branch.prefix);
    if (same == branch.prefix.size()) same += leading_digits(oid.substr(same));
    before = std::max(before, same);
    const std::string_view prefix = oid.substr(0, oid.size() - number);
    behind = std::max(behind, number + common_suffix(prefix, branch.prefix));
  }
  // Two swapped characters are the longest error.
  const std::size_t first = oid.size() < behind + 2 ? 0 : oid.size() - behind - 2;
  return {first, std::min(before, oid.size())};
}

// Longer texts are no misprints of an OID of ours, and the search is quadratic in the length.
constexpr std::size_t kLongestMisprint = 48;

}  // namespace

bool is_known_oid(std::string_view oid) {
  return find_oid(oid) != nullptr || find_branch(oid) != nullptr;
}

std::string_view oid_name(std::string_view oid) {
  if (const NamedOid* row = find_oid(oid)) return row->name;
  if (const ValueSet* set = value_set(oid)) return set->title();
  const Branch* branch = find_branch(oid);
  return branch == nullptr ? std::string_view() : branch->name;
}

bool is_icd10_oid(std::string_view oid) {
  constexpr std::string_view kIcd10 = "2.16.156.10011.2.3.3.11";
  return oid == kIcd10 || (oid.starts_with(kIcd10) && oid[kIcd10.size()] == '.') ||
         oid == "2.16.840.1.113883.6.3" || oid == oids::kIcd10Cm;
}

std::string nearest_known_oid(std::string_view oid) {
  if (oid.empty() || oid.size() > kLongestMisprint || is_known_oid(oid)) return {};
  Search search;
  const ErrorPlaces places = error_places(oid);
  for (std::size_t i = places.first; i <= places.last && !search.several(); ++i) {
    offer_changes_at(i, oid, search);
  }
  return std::move(search).result();
}

}  // namespace emrlint
