// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODE_NAMES_H_
#define EMRLINT_CODES_CODE_NAMES_H_

#include <cstdint>
#include <vector>

#include "codes/code_row.h"
#include "text/name_automaton.h"

namespace emrlint {

// The names and synonyms of the rows of a table as one automaton, made at import: in the forms of
// name_forms(), each with the rows that have it.
class CodeNames {
 public:
  // Of rows in the order of the table.
  explicit CodeNames(const std::vector<CodeRow>& rows);

  const NameParts& parts() const { return parts_; }
  // Indexes of rows, those of each name behind those of the name before; and where they end.
  const std::vector<std::uint32_t>& owners() const { return owners_; }
  const std::vector<std::uint32_t>& owner_ends() const { return owner_ends_; }

 private:
  NameAutomatonBuilder builder_;
  NameParts parts_;
  std::vector<std::uint32_t> owners_, owner_ends_;
};

}  // namespace emrlint

#endif  // EMRLINT_CODES_CODE_NAMES_H_
