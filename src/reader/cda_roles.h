// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_ROLES_H_
#define EMRLINT_READER_CDA_ROLES_H_

#include <string_view>

#include "model/person.h"

namespace emrlint {

// The capacity in which somebody signs, from the free text that Chinese documents have for it
// ("上级医师签名", "巡台护士"). kUnknown where the words do not say it ("医师").
Role role_from_text(std::string_view text);

// The professional title that such a text names, kUnknown if it names none or two ("主任(副主任)医师").
Title title_from_text(std::string_view text);

// The title behind a code of 专业技术职务类别 (2.16.156.10011.2.3.1.209) for somebody in `role`:
// the code gives the rank only, the role says of which profession.
Title title_from_rank(std::string_view code, Role role);

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_ROLES_H_
