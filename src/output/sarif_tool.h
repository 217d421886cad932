// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SARIF_TOOL_H_
#define EMRLINT_OUTPUT_SARIF_TOOL_H_

#include "output/json_writer.h"
#include "output/sink.h"

namespace emrlint {

// The part of a SARIF run that the catalog alone decides: the members "tool", "taxonomies" and
// "translations" (the other language). The rules are in order of the catalog, so that the index of
// a check is its ruleIndex.
void write_sarif_tool(JsonWriter& json, const Catalog& catalog, Lang lang);

// "zh-CN" or "en-US".
std::string_view sarif_language(Lang lang);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SARIF_TOOL_H_
