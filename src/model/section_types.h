// SPDX-License-Identifier: Apache-2.0
// The logical parts of a document that checks ask for, one per clinical meaning. They are not the
// coded sections of an exchange format: a reader maps those, and the data elements in them, here.
#ifndef EMRLINT_MODEL_SECTION_TYPES_H_
#define EMRLINT_MODEL_SECTION_TYPES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/lang.h"

namespace emrlint {

enum class SectionType : std::uint8_t {
#define EMRLINT_SECTION(enumerator, id, zh, en) enumerator,
#include "model/section_types.def"
#undef EMRLINT_SECTION
};

// Number of types, kUnknown included; every value below it is a valid SectionType.
inline constexpr std::size_t kSectionTypeCount = 0
#define EMRLINT_SECTION(enumerator, id, zh, en) +1
#include "model/section_types.def"
#undef EMRLINT_SECTION
    ;

// The public kebab-case id, for example "chief-complaint"; "unknown" for kUnknown.
std::string_view id(SectionType type);

// The name shown to people.
std::string_view name(SectionType type, Lang lang);

// The type with that id; empty for an unknown id and for "unknown" itself.
std::optional<SectionType> section_type_from_id(std::string_view id);

}  // namespace emrlint

#endif  // EMRLINT_MODEL_SECTION_TYPES_H_
