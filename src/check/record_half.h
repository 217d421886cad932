// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_RECORD_HALF_H_
#define EMRLINT_CHECK_RECORD_HALF_H_

#include <cstdint>
#include <optional>

#include "model/document.h"

namespace emrlint {

// A change of physician or department is written down by two: who gives the patient away (交班,
// 转出) and who takes him over (接班, 转入), in two records or in one that both sign.
enum class Half : std::uint8_t { kOut, kIn };

// Whether a handover or transfer record is that half: by its title, type element, signers and
// sections. kUnknown when nothing tells.
enum class IsHalf : std::uint8_t { kYes, kNo, kUnknown };
IsHalf is_half(const Document& record, Half half);

// When that half was completed: the signature of its writer, else the whole record.
const std::optional<Located<Time>>& completed_half(const Document& record, Half half);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_RECORD_HALF_H_
