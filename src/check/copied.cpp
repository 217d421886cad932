// SPDX-License-Identifier: Apache-2.0
#include "check/copied.h"

#include "check/derived_documents.h"
#include "tables/tables.h"

namespace emrlint {

const ChartCopies& copies_of(const Chart& chart, Report& report) {
  const Boilerplate& boilerplate = report.tables().boilerplate();
  return report.derived().get<ChartCopies>([&] {
    if (!derived_documents(chart, report).keeps()) return ChartCopies(chart, boilerplate);
    return ChartCopies(chart, boilerplate, [&](std::uint32_t document) -> const DocumentSample& {
      const Document& of = chart.documents[document];
      return of_document<DocumentSample>(chart, of, report,
                                         [&] { return sample_document(of, boilerplate); });
    });
  });
}

}  // namespace emrlint
