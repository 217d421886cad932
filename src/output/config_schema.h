// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_CONFIG_SCHEMA_H_
#define EMRLINT_OUTPUT_CONFIG_SCHEMA_H_

#include <ostream>

#include "rule/catalog.h"

namespace emrlint {

// The JSON Schema (draft 2020-12) of emrlint.toml, for editors that complete and check TOML by
// one: every check of the catalog with the options of its card.
void write_config_schema(std::ostream& out, const Catalog& catalog);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_CONFIG_SCHEMA_H_
