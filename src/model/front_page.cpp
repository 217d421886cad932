// SPDX-License-Identifier: Apache-2.0
#include "model/front_page.h"

namespace emrlint {

Bilingual name(FrontPageItem item) {
  static constexpr Bilingual kNames[] = {
#define EMRLINT_FRONT_PAGE_ITEM(enumerator, zh, en) {zh, en},
#include "model/front_page.def"
#undef EMRLINT_FRONT_PAGE_ITEM
  };
  return kNames[static_cast<std::size_t>(item)];
}

}  // namespace emrlint
