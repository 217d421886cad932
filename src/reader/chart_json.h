// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CHART_JSON_H_
#define EMRLINT_READER_CHART_JSON_H_

#include <string_view>
#include <vector>

#include "reader/chart_json_types.h"

// The interchange format of a whole chart, described by chart.schema.json. It is read by
// read_chart_json() of readers.h; here is what the reader knows of it, to be held against the
// schema.
namespace emrlint::chart_json {

struct Key {
  std::string_view name;
  Type type;
};

struct KnownObject {
  std::string_view name;
  std::vector<Key> keys;
};

std::vector<KnownObject> known_objects();
std::vector<const Enumeration*> known_enumerations();

}  // namespace emrlint::chart_json

#endif  // EMRLINT_READER_CHART_JSON_H_
