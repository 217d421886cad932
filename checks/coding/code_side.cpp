// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_side.h"

#include <string>

#include "checks/coding/table_codes.h"

namespace emrlint::checks {
namespace {

bool comparable(const SidedName& title, SideSource source, const SideStatement& one) {
  if (!one.counts || one.list.source != source) return false;
  return source == SideSource::kProcedure || title.lesion == 0 || title.lesion == one.said.lesion;
}

constexpr std::string_view kLeft[] = {"左侧", "左", "单侧"}, kRight[] = {"右侧", "右", "单侧"},
                           kBoth[] = {"双侧", "两侧", "双"}, kOne[] = {"单侧"};

// How titles name a side, the most usual way first.
std::span<const std::string_view> side_names(NamedSide side) {
  switch (side) {
    case NamedSide::kLeft:
      return kLeft;
    case NamedSide::kRight:
      return kRight;
    case NamedSide::kBoth:
      return kBoth;
    case NamedSide::kOne:
      return kOne;
    case NamedSide::kNone:
      break;
  }
  return {};
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

std::optional<CodeEntry> code_on_side(const CodeEntry& entry, std::string_view word,
                                      NamedSide side) {
  const std::string_view title = entry.name_zh();
  const std::size_t at = title.find(word);
  if (word.empty() || at == title.npos) return std::nullopt;
  for (const std::string_view other : side_names(side)) {
    const std::string name =
        std::string(title.substr(0, at)).append(other).append(title.substr(at + word.size()));
    const std::vector<CodeEntry> found = codes_named(entry.table(), name);
    if (found.size() > 1) return std::nullopt;
    if (found.size() == 1) return found.front();
  }
  return std::nullopt;
}

}  // namespace emrlint::checks
