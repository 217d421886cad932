// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PATHWAY_REPERFUSION_H_
#define EMRLINT_CHECKS_PATHWAY_REPERFUSION_H_

#include <span>
#include <string_view>

#include "check/option.h"
#include "check/report.h"
#include "terminology/icd.h"

// Whether a blocked artery was opened, for the indicators that count it.
namespace emrlint::checks {

inline constexpr Missing kOnset{"onset", "发病时间（主诉、现病史未写明持续时间）",
                                "when the illness began (neither complaint nor history tells how "
                                "long)"};

struct Reperfusion {
  std::span<const CodeRange> diagnoses;     // The principal one is one of these.
  std::span<const std::string_view> codes;  // Of procedures, ICD-9-CM-3, by their beginning.
  WordList words;                           // Of procedures, orders and notes.
  const Message<std::string_view, Duration>& none;
};

// One subject, the principal diagnosis of a stay that ended: pass where a procedure, an order or a
// note tells of the treatment; not judged where the illness began longer ago than `window`, or a
// note says why there was none; undecided where the onset is not known.
void judge_reperfusion(const Chart& chart, const Reperfusion& wanted, Duration window,
                       Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PATHWAY_REPERFUSION_H_
