// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_SUBJECT_H_
#define EMRLINT_CHECK_SUBJECT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"
#include "model/chart.h"

namespace emrlint {

// What a requirement is judged on.
enum class SubjectKind : std::uint8_t {
  kChart, kDocument, kSurgery, kDiagnosis, kProcedure, kOrder, kCondition, kConsultation,
  kTransfer, kHandover, kRescue, kTransfusion, kCriticalValue, kChecklist, kResult,
};

// One thing of a chart, by its index in the chart's vector of that kind; `detail` tells several
// requirements on it apart ("progress-note", "PT") and must outlive the run of the check, or be a
// view into the chart.
struct Subject {
  SubjectKind kind = SubjectKind::kChart;
  std::uint32_t index = 0;
  std::string_view detail = {};
};

inline Subject of_chart(std::string_view detail = {}) {
  return {SubjectKind::kChart, 0, detail};
}
Subject of(const Chart& chart, const Document& document, std::string_view detail = {});
inline Subject of_surgery(std::size_t index, std::string_view detail = {}) {
  return {SubjectKind::kSurgery, static_cast<std::uint32_t>(index), detail};
}

// The stable name of a subject inside its chart: "surgery/s1", "document/admission-record/d1",
// with "#detail" behind. No line numbers and no counts, so that it survives another export.
std::string subject_key(const Chart& chart, const Subject& subject);
// Where the subject itself stands, for findings that have no better place.
Span subject_span(const Chart& chart, const Subject& subject);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_SUBJECT_H_
