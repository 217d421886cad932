// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TERMINOLOGY_FRONT_PAGE_H_
#define EMRLINT_TERMINOLOGY_FRONT_PAGE_H_

#include <string_view>

#include "model/chart.h"
#include "model/front_page.h"

namespace emrlint {

// Which item of the front page a field is, by the id of its data element and by its name; a name
// may be such an id. kUnknown for items that no check asks for.
FrontPageItem front_page_item(std::string_view element, std::string_view name);

// 离院方式, by its code on the form of 2011 or in its words.
Disposition disposition_of(std::string_view value);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_FRONT_PAGE_H_
