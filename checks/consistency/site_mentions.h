// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_SITE_MENTIONS_H_
#define EMRLINT_CHECKS_CONSISTENCY_SITE_MENTIONS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/lang.h"

// The exact site of an operation as its name gives it: L4/5, 肺上叶, 示指, 36牙.
namespace emrlint::checks {

enum class SiteKind : std::uint8_t {
  kDisc,      // Between vertebra `number` and the next: C1 is 1, T1 8, L1 20, S1 25.
  kVertebra,  // One alone: L1椎体.
  kLobe,      // 1 上, 2 中, 3 下
  kFinger,
  kToe,
  kMetacarpal,
  kMetatarsal,
  kTooth,  // 11 to 48, 51 to 85.
};
inline constexpr std::size_t kSiteKinds = 8;

Bilingual name(SiteKind kind);
std::string_view id(SiteKind kind);

// Bytes [from, to) of the text.
struct SiteMention {
  SiteKind kind = SiteKind::kDisc;
  int number = 0;
  std::size_t from = 0;
  std::size_t to = 0;
};

// In order; L4-S1 gives each disc, with the same place. Nothing of stages of tumours (T2N0M0).
std::vector<SiteMention> site_mentions(std::string_view text);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_SITE_MENTIONS_H_
