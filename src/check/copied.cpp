// SPDX-License-Identifier: Apache-2.0
#include "check/copied.h"

#include "check/derived_documents.h"
#include "tables/tables.h"

namespace emrlint {

const ChartCopies& copies_of(const Chart& chart, Report& report) {
  const Boilerplate& boilerplate = report.tables().boilerplate();
  return report.derived().get<ChartCopies>([&] {
    Derived* const kept = derived_documents(chart, report).chart();
    if (kept == nullptr) return ChartCopies(chart, boilerplate);
    const auto sample_of = [&](std::uint32_t document) -> const DocumentSample& {
      const Document& of = chart.documents[document];
      return of_document<DocumentSample>(chart, of, report,
                                         [&] { return sample_document(of, boilerplate); });
    };
    return ChartCopies(chart, boilerplate, sample_of, kept->keep<KeptPassages>());
  });
}

}  // namespace emrlint
