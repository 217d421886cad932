// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_CHECK_PAGES_H_
#define EMRLINT_CLI_CHECK_PAGES_H_

#include <string>

#include "rule/catalog.h"

namespace emrlint {

// The Markdown page of one check in both languages: its card, then the first failing and the first
// passing case of its fixture below `fixtures`, if there is one.
std::string check_page(const CatalogEntry& entry, const std::string& fixtures);

// The page that lists all checks by family.
std::string check_index(const Catalog& catalog);

}  // namespace emrlint

#endif  // EMRLINT_CLI_CHECK_PAGES_H_
