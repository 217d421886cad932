// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_BESIDE_H_
#define EMRLINT_DRAFT_BESIDE_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reader/batch.h"

namespace emrlint::draft {

// What a new document is to stand beside.
struct Beside {
  const Chart* chart = nullptr;  // Whose it is; null: of nobody that is known.
  Format format = Format::kWs500;
  // A file of the chart in that format, of NDJSON a line; empty: there is none. `at` is where in it
  // the neighbour stands, a document or what tells of the stay.
  std::string_view text = {};
  std::uint32_t file = 0, at = 0;
  bool bulk = false;  // The text is of a FHIR bulk export: references lead from file to file.

  // The chart, an empty one where it is of nobody.
  const Chart& known() const;
};

// The format that documents of these charts mostly have; where there is none C-CDA for charts from
// abroad, else WS/T 500. Plain CDA counts as C-CDA, which adds templates to it.
Format usual_format(std::span<const Chart* const> charts);

// The neighbour in a chart of the batch: a document of the files that were asked for, else the
// first one of the format that most of its documents have. `wanted` is the one format to look for.
Beside beside(const Chart& chart, const Batch& batch,
              const std::function<bool(std::uint32_t file)>& asked,
              std::optional<Format> wanted = std::nullopt);

// An id that no document of the chart has and that stands nowhere in the text: "discharge-record",
// else "discharge-record-2".
std::string free_id(std::string_view wanted, const Beside& beside);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_BESIDE_H_
