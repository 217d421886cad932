// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/site_mark.h"

#include "check/words.h"
#include "checks/consistency/sided_parts.h"
#include "checks/consistency/site_mentions.h"

namespace emrlint::checks {

std::string_view to_be_marked(const Surgery& surgery) {
  for (const std::string_view text : {surgery.site.value, surgery.name.value}) {
    for (const SidedPart& one : sided_parts(text)) {
      if (one.side != Side::kBoth) return text.substr(one.from, one.to - one.from);
    }
    for (const SiteMention& one : site_mentions(text)) {
      if (one.kind != SiteKind::kTooth) return text.substr(one.from, one.to - one.from);
    }
  }
  const Side side = surgery.side.value;
  const bool one_of_two = side == Side::kLeft || side == Side::kRight;
  const bool paired =
      part_in(surgery.site.value) != kNoPart || part_in(surgery.name.value) != kNoPart;
  if (!one_of_two || !paired) return {};
  return side == Side::kLeft ? "左侧" : "右侧";
}

Answer mark_ticked(const Checklist& form, WordList words) {
  constexpr WordList kNot{"否|×|未标|□|无标"};
  bool items = false;
  for (const ChecklistPhase& phase : form.phases) {
    for (const Text& item : phase.items) {
      items = true;
      if (holds_any(item.value, words) && !holds_any(item.value, kNot)) return Answer::kYes;
    }
  }
  for (const ResultItem& item : form.items) {
    items = true;
    if (holds_any(item.name.value, words) && !holds_any(item.value.value, kNot)) {
      return Answer::kYes;
    }
  }
  return items ? Answer::kNo : Answer::kUnknown;
}

}  // namespace emrlint::checks
