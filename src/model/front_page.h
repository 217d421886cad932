// SPDX-License-Identifier: Apache-2.0
// The items of the inpatient front page (住院病案首页) that checks ask for.
#ifndef EMRLINT_MODEL_FRONT_PAGE_H_
#define EMRLINT_MODEL_FRONT_PAGE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/lang.h"
#include "base/span.h"

namespace emrlint {

enum class FrontPageItem : std::uint8_t {
#define EMRLINT_FRONT_PAGE_ITEM(enumerator, zh, en) enumerator,
#include "model/front_page.def"
#undef EMRLINT_FRONT_PAGE_ITEM
};

// The name shown to people.
Bilingual name(FrontPageItem item);

// One item as the front page states it, in whatever form it came. An empty value was left empty.
struct FrontPageField {
  Text name, value;
  Text code = {};  // Data element id, where the format has one.
  Text unit = {};
  FrontPageItem item = FrontPageItem::kUnknown;  // Set by the chart builder.
};

}  // namespace emrlint

#endif  // EMRLINT_MODEL_FRONT_PAGE_H_
