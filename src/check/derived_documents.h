// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_DERIVED_DOCUMENTS_H_
#define EMRLINT_CHECK_DERIVED_DOCUMENTS_H_

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "check/derived.h"
#include "check/report.h"

namespace emrlint {

// What is kept of a chart that is judged again and again: by document of the chart, null for those
// of which nothing is kept; and of the chart as it was judged last, null for none.
struct KeptOfChart {
  std::span<Derived* const> documents;
  Derived* chart = nullptr;
};

// What is worked out of the documents of one chart, of each by itself. A language server keeps it
// from one judging to the next for the documents that it did not read again, so that a keystroke
// costs the reading of one document and not of the whole chart.
class DerivedDocuments {
 public:
  explicit DerivedDocuments(std::size_t documents, const KeptOfChart& kept = {})
      : chart_(kept.chart), own_(documents) {
    for (std::size_t i = 0; i < documents; ++i) {
      Derived* const one = i < kept.documents.size() ? kept.documents[i] : nullptr;
      if (one == nullptr) own_[i] = std::make_unique<Derived>();
      all_.push_back(one == nullptr ? own_[i].get() : one);
    }
  }

  Derived& of(std::size_t document) const { return *all_[document]; }
  // What stays for the next time that the chart is judged, with documents that changed; null where
  // nothing stays.
  Derived* chart() const { return chart_; }

 private:
  Derived* chart_;
  std::vector<Derived*> all_;
  std::vector<std::unique_ptr<Derived>> own_;  // Where nothing is kept.
};

inline const DerivedDocuments& derived_documents(const Chart& chart, Report& report) {
  return report.derived().get<DerivedDocuments>(
      [&] { return DerivedDocuments(chart.documents.size()); });
}

// The value of a type that `make()` gives when it is asked for first. It must depend on nothing but
// the configuration of the run, without the options of checks, which differ from chart to chart,
// and on what was read of the document: not on what the chart builder sets, nor on other parts of
// the chart. It may view texts of the document, and holds no pointer to it, which moves.
template <typename T, typename Make>
const T& of_document(const Chart& chart, const Document& document, Report& report, Make make) {
  const auto index = static_cast<std::size_t>(&document - chart.documents.data());
  return derived_documents(chart, report).of(index).template get<T>(make);
}

}  // namespace emrlint

#endif  // EMRLINT_CHECK_DERIVED_DOCUMENTS_H_
