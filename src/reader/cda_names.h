// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_NAMES_H_
#define EMRLINT_READER_CDA_NAMES_H_

#include <cstdint>

namespace emrlint {

// Names of CDA elements as numbers, so that a walk can switch on them.
enum class CdaName : std::uint8_t {
  kOther,  // Every name that the reader has no use for.
#define EMRLINT_CDA(enumerator, name) enumerator,
#include "reader/cda_names.def"
#undef EMRLINT_CDA
};

// The number of a NUL-terminated name without prefix that lies in a buffer ending at `end`.
CdaName cda_name(const char* name, const char* end);

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_NAMES_H_
