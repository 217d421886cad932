// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PERIOPERATIVE_PROCEDURE_TERMS_H_
#define EMRLINT_CHECKS_PERIOPERATIVE_PROCEDURE_TERMS_H_

#include <string_view>

#include "checks/completeness/word_groups.h"
#include "checks/perioperative/surgery.h"

// What the name of an operation says of it, by coarse lists of words: where they are silent, names
// can't be compared.
namespace emrlint::checks {

struct ProcedureTerms {
  GroupSet organs = 0;
  GroupSet actions = 0;    // 切除, 修补, 置换 ...
  GroupSet extents = 0;    // Part of the organ, or all of it.
  bool scope = false;      // 腹腔镜, 胸腔镜, 关节镜 ...
  bool open = false;       // 开腹, 中转, 剖腹 ...
  bool exploring = false;  // 探查: what is done is decided then.
};
ProcedureTerms terms_of(std::string_view name);

// Whether two names may be of one operation: kNo for another organ, another kind of operation on
// it, or all instead of a part; kUnknown where a name tells no organ.
Answer same_operation(std::string_view a, std::string_view b);
// The same of the organ alone.
Answer same_organ(std::string_view a, std::string_view b);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PERIOPERATIVE_PROCEDURE_TERMS_H_
