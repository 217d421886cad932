// SPDX-License-Identifier: Apache-2.0
// What the structure checks need to see as it was written, right or wrong.
#ifndef EMRLINT_MODEL_AS_WRITTEN_H_
#define EMRLINT_MODEL_AS_WRITTEN_H_

#include <string_view>

#include "base/span.h"

namespace emrlint {

// A time attribute or field as written, also when it is empty or impossible.
struct RawTime {
  std::string_view what;  // Name of the field for messages: "author/time".
  Text text;
  bool valid = false;     // text is a possible time, or absent with a null flavor
};

// An OID that the document uses as a code system or identifier root.
struct OidUse {
  Text oid;
  bool identifier = false;
};

// A code or identifier that was written with blanks around it, which readers do not see any more.
struct PaddedCode {
  std::string_view attribute;  // "moodCode"
  Text written;
};

}  // namespace emrlint

#endif  // EMRLINT_MODEL_AS_WRITTEN_H_
