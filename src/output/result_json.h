// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_RESULT_JSON_H_
#define EMRLINT_OUTPUT_RESULT_JSON_H_

#include <rapidjson/document.h>

#include <optional>
#include <string>
#include <string_view>

#include "check/check.h"
#include "engine/summary.h"

namespace emrlint {

// What readers of result files share. A member that is absent or of another kind reads as nothing.

const rapidjson::Value* member(const rapidjson::Value& object, const char* name);
std::string text_at(const rapidjson::Value& object, const char* name);
std::uint64_t number_at(const rapidjson::Value& object, const char* name);
bool flag_at(const rapidjson::Value& object, const char* name);
// Calls `each` for the items of an array.
template <typename Each>
void items_at(const rapidjson::Value& object, const char* name, const Each& each) {
  const rapidjson::Value* const array = member(object, name);
  if (array == nullptr || !array->IsArray()) return;
  for (const rapidjson::Value& item : array->GetArray()) each(item);
}

// Nothing for what is none: "none", "".
std::optional<Severity> severity_of(std::string_view id);
// A time as outputs write it. They write seconds also of a time to the minute.
std::optional<Time> time_at(const rapidjson::Value& object, const char* name);
// "checks" and "unusedWaivers" of a summary.
void read_counts(const rapidjson::Value& object, const Catalog& catalog, RunSummary& summary);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_RESULT_JSON_H_
