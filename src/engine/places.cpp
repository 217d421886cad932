// SPDX-License-Identifier: Apache-2.0
#include "engine/places.h"

#include "source/escape.h"

namespace emrlint {
namespace {

template <typename Place>
void resolve(const Batch& batch, Place& place) {
  if (!place.part) return;
  const auto span_of = [&](const Part& part) {
    return batch.files[part.value.span.file]->part(part.value, part.from, part.to);
  };
  place.span = span_of(*place.part);
  if (place.until) place.span.end = span_of(*place.until).end;
  place.part.reset();
  place.until.reset();
}

}  // namespace

void resolve_places(const Batch& batch, ChartReport& report) {
  for (Finding& finding : report.findings) {
    resolve(batch, finding.outcome);
    for (Note& note : finding.outcome.notes) resolve(batch, note);
    for (Fix& fix : finding.outcome.fixes) {
      fix.replacement = escaped(batch.files[fix.span.file]->syntax(), fix.replacement);
    }
  }
}

}  // namespace emrlint
