// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_side.h"

namespace emrlint::checks {
namespace {

bool comparable(const SidedName& title, SideSource source, const SideStatement& one) {
  if (!one.counts || one.list.source != source) return false;
  return source == SideSource::kProcedure || title.lesion == 0 || title.lesion == one.said.lesion;
}

}  // namespace

CodeSide code_side(const SidedName& title, const SidedName& name, SideSource source, Span own,
                   std::span<const SideStatement> statements) {
  const bool same_part = title.part == kNoPart || name.part == kNoPart || title.part == name.part;
  if (same_part && opposed(title.side, name.side)) return {CodeSide::Verdict::kOtherName, nullptr};
  if (same_part && name.side != NamedSide::kNone) return {CodeSide::Verdict::kAgrees, nullptr};
  if (title.part == kNoPart) return {};
  const SideStatement* odd = nullptr;
  for (const SideStatement& one : statements) {
    if (one.said.part != title.part || one.place.value.span == own) continue;
    // What is doubted or of the past may still be the reason for the code.
    if (!opposed(title.side, one.said.side)) return {CodeSide::Verdict::kAgrees, nullptr};
    if (odd == nullptr && comparable(title, source, one)) odd = &one;
  }
  if (odd == nullptr) return {};
  return {CodeSide::Verdict::kOtherText, odd};
}

}  // namespace emrlint::checks
