// SPDX-License-Identifier: Apache-2.0
#include "output/json_summary.h"

#include <cstddef>
#include <string>

namespace emrlint {

void write_tallies(JsonWriter& json, const Catalog& catalog, const RunSummary& summary) {
  json.begin_object("checks");
  for (std::size_t i = 0; i < summary.tallies.size(); ++i) {
    const Tally& tally = summary.tallies[i];
    if (tally.pass + tally.fail + tally.undecided + tally.due == 0) continue;
    json.begin_object(catalog.entries()[i].info.id);
    json.number("pass", tally.pass);
    json.number("fail", tally.fail);
    json.number("undecided", tally.undecided);
    json.number("due", tally.due);
    json.end_object();
  }
  json.end_object();
}

void write_unused_waivers(JsonWriter& json, const RunSummary& summary) {
  json.begin_array("unusedWaivers");
  for (const std::string& waiver : summary.unused_waivers) json.text(waiver);
  json.end_array();
}

}  // namespace emrlint
