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

namespace {

// An item in other words: 手术部位：左，有标识. Not the sign on the wrist.
bool of_mark(std::string_view item, WordList words) {
  return holds_any(item, words) ||
         (holds_any(item, {"部位|切口"}) && holds_any(item, {"标识|标记|标示"}));
}

// 是□ 否☑; not 是☑ 否□.
bool refused(std::string_view text) {
  constexpr WordList kTicked{
      "是☑|是√|是■|是✓|☑是|√是|■是|✓是|有☑|有√|☑有|√有|☑ 是|√ 是|是 ☑|是 √|是(√|是（√"};
  return holds_any(text, {"否|×|未标|□|无标"}) && !holds_any(text, kTicked);
}

}  // namespace

Answer mark_ticked(const Checklist& form, WordList words) {
  bool items = false;
  for (const ChecklistPhase& phase : form.phases) {
    for (const Text& item : phase.items) {
      items = true;
      if (of_mark(item.value, words) && !refused(item.value)) return Answer::kYes;
    }
  }
  for (const ResultItem& item : form.items) {
    items = true;
    if (of_mark(item.name.value, words) && !refused(item.value.value)) {
      return Answer::kYes;
    }
  }
  return items ? Answer::kNo : Answer::kUnknown;
}

}  // namespace emrlint::checks
