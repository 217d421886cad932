// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_JSON_APPEND_H_
#define EMRLINT_DRAFT_JSON_APPEND_H_

#include <optional>
#include <string_view>

#include "draft/insertion.h"
#include "syntax/json.h"

namespace emrlint::draft {

// One more item behind the last one of the array that is a member of an object, laid out as what
// stands beside it. Where there is no such member, or a null, the array is made as well. `text` is
// the source of the object; `item` is JSON with no blank outside of
// strings and no empty container. Empty where the member is something else than an array, and where
// either is broken.
std::optional<Insertion> append_item(std::string_view text, JsonValue object, std::string_view key,
                                     std::string_view item);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_JSON_APPEND_H_
