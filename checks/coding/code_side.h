// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_CODE_SIDE_H_
#define EMRLINT_CHECKS_CODING_CODE_SIDE_H_

#include <cstdint>
#include <optional>
#include <span>

#include "checks/coding/title_side.h"
#include "checks/consistency/side_statements.h"
#include "codes/code_table.h"

namespace emrlint::checks {

// What a chart says of the side that the title of a code names.
struct CodeSide {
  enum class Verdict : std::uint8_t {
    kUnknown,  // Nothing that could be compared.
    kAgrees,
    kOtherName,  // The name that was written has another side.
    kOtherText,  // So has all that the records say of the part.
  };
  Verdict verdict = Verdict::kUnknown;
  const SideStatement* odd = nullptr;  // kOtherText: the first of them.
};

// `title` has a side; `statements` are those of the chart, of which the one at `own` is the row
// itself. A diagnosis is compared with diagnoses of the same lesion, an operation with operations.
CodeSide code_side(const SidedName& title, const SidedName& name, SideSource source, Span own,
                   std::span<const SideStatement> statements);

// The code of the same table whose title is that of `entry` but for `word`, a part of it, in whose
// place it names that side, or one side where it tells no left from right. Empty where there is
// none or there are several.
std::optional<CodeEntry> code_on_side(const CodeEntry& entry, std::string_view word,
                                      NamedSide side);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_CODE_SIDE_H_
