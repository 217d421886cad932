// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_CARD_TEXT_H_
#define EMRLINT_OUTPUT_CARD_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "rule/catalog.h"

namespace emrlint {

enum class CardForm : std::uint8_t { kPlain, kMarkdown };

// The card of a check for people: what is judged, exceptions, basis, core systems, what it needs,
// options, messages, advice. Without the title, which each reader sets in its own way.
std::string card_text(const CatalogEntry& entry, Lang lang, CardForm form);

// "timeliness-admission-record-24h" as "TimelinessAdmissionRecord24h".
std::string pascal_case(std::string_view id);
// The text with a full stop behind it, unless it ends a sentence already.
std::string full_stop(std::string_view text, Lang lang);
// Names the page of a check: docs/checks/ID.md, generated from the same card.
std::string help_uri(std::string_view id);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_CARD_TEXT_H_
