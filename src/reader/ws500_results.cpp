// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string_view>

#include "reader/build.h"
#include "reader/ws500_parts.h"

namespace emrlint {
namespace {

constexpr std::string_view kItem = "DE04.30.019.00";
constexpr std::string_view kItemName = "DE04.30.020.00";
constexpr std::string_view kCategory = "DE04.30.018.00";
constexpr std::string_view kSpecimen = "DE04.50.134.00";
constexpr std::string_view kQuantity = "DE04.30.015.00";
constexpr std::string_view kUnit = "DE04.30.016.00";
constexpr std::string_view kResultCode = "DE04.30.017.00";
constexpr std::string_view kLabConclusion = "DE04.50.130.00";
constexpr std::string_view kImpression = "DE04.50.132.00";
constexpr std::string_view kFindings = "DE04.50.131.00";
constexpr std::string_view kProduct = "DE08.50.040.00";
constexpr std::string_view kVolume = "DE06.00.267.00";
constexpr std::string_view kVolumeUnit = "DE08.50.036.00";
constexpr std::string_view kStart = "DE06.00.221.00";
constexpr std::string_view kEnd = "DE06.00.218.00";

const Text& first_of(const Text& a, const Text& b) { return a.value.empty() ? b : a; }

// One report of C0006 or C0007. Item, specimen and value are entries in a row: a new item begins
// with its name or code, and the values that follow are its.
class Report {
 public:
  explicit Report(Ws500Document& it) : it_(it) {}

  void add(const CdaEntry& entry, std::uint32_t index) {
    const Element& element = it_.element(index);
    const std::string_view id = element.id.value;
    if (id == kItem || id == kItemName) {
      add_item(element, id == kItem);
      // Of an examination without a specimen: when it was done.
      const CdaPeriod* period = it_.entries.period(entry, index);
      if (period != nullptr && !result_.collected) {
        result_.collected = period->at ? period->at : period->low;
      }
    } else if (id == kSpecimen) {
      const CdaPeriod* period = it_.entries.period(entry, index);
      if (period != nullptr) result_.collected = period->low ? period->low : period->at;
    } else if (id == kQuantity) {
      item().value = element.value;
      if (!element.unit.value.empty()) item().unit = element.unit;
    } else if (id == kUnit) {
      item().unit = element.value;
    } else if (id == kResultCode) {
      item().flag = said(&element);
    } else if (id == kCategory && result_.name.value.empty()) {
      result_.name = said(&element);
    } else if (id == kLabConclusion || id == kImpression) {
      result_.conclusion = said(&element);
    } else if (id == kFindings && result_.conclusion.value.empty()) {
      result_.conclusion = said(&element);
    }
  }

  TestResult take() {
    const bool lab = it_.document.type == DocType::kLabReport;
    const Text& name = result_.name;
    const Span where = name.value.empty() ? it_.document.span : name.span;
    result_.kind = word_at(lab ? "lab" : kind_of_exam(name.value), where);
    result_.id = it_.document.id;
    result_.reported = it_.document.recorded;
    result_.span = where;
    return result_;
  }

 private:
  static std::string_view kind_of_exam(std::string_view category) {
    if (contains(category, "病理")) return "pathology";
    if (contains(category, "心电")) return "ecg";
    for (const std::string_view word : {"CT", "MRI", "磁共振", "X线", "放射", "超声", "影像"}) {
      if (contains(category, word)) return "imaging";
    }
    return "other";
  }

  void add_item(const Element& element, bool is_code) {
    ResultItem created;
    const Text text = said(&element);
    if (is_code && element.kind == ValueKind::kCoded) {
      created.code = element.value;
      created.name = element.display;
    } else {
      created.name = text;
    }
    created.span = text.span;
    result_.items.push_back(created);
  }

  ResultItem& item() {
    if (result_.items.empty()) {
      result_.items.emplace_back().span = it_.document.span;
    }
    return result_.items.back();
  }

  Ws500Document& it_;
  TestResult result_;
};

template <typename Use>
void for_elements(Ws500Document& it, Use use) {
  for (const CdaEntry& entry : it.entries.entries()) {
    const std::uint32_t end = entry.elements.first + entry.elements.count;
    for (std::uint32_t i = entry.elements.first; i < end; ++i) use(entry, i);
  }
}

void add_report(Ws500Document& it) {
  Report report(it);
  for_elements(it, [&](const CdaEntry& entry, std::uint32_t index) { report.add(entry, index); });
  it.chart.results.push_back(report.take());
  it.chart.sources.add(Source::kResults);
}

// Measured values of the nursing records, each with the time of its entry or of the document.
void add_observations(Ws500Document& it) {
  for_elements(it, [&](const CdaEntry& entry, std::uint32_t index) {
    const Element& element = it.element(index);
    if (element.kind != ValueKind::kQuantity && element.kind != ValueKind::kNumber) return;
    if (element.value.value.empty()) return;
    Observation observation;
    observation.code = element.id;
    observation.name = element.name;
    observation.value = element.value;
    observation.unit = element.unit;
    const CdaPeriod* period = it.entries.period(entry, index);
    if (period != nullptr) observation.at = period->at ? period->at : period->low;
    if (!observation.at) observation.at = it.document.recorded;
    observation.span = element.value.span;
    it.chart.observations.push_back(observation);
  });
  it.chart.sources.add(Source::kObservations);
}

// The time of a transfusion stands at its procedure; the rest in elements below.
void add_transfusion(Ws500Document& it) {
  Transfusion transfusion;
  for_elements(it, [&](const CdaEntry& entry, std::uint32_t index) {
    if (it.node(index).kind != CdaName::kProcedure) return;
    const CdaPeriod* period = it.entries.period(entry, index);
    if (period == nullptr) return;
    if (!transfusion.start) transfusion.start = period->low ? period->low : period->at;
    if (!transfusion.end) transfusion.end = period->high;
  });
  if (!transfusion.start) transfusion.start = time_in(it.anywhere(kStart));
  if (!transfusion.end) transfusion.end = time_in(it.anywhere(kEnd));
  transfusion.product = said(it.anywhere(kProduct));
  const Element* volume = it.anywhere(kVolume);
  if (volume != nullptr) {
    transfusion.volume = volume->value;
    transfusion.unit = first_of(volume->unit, said(it.anywhere(kVolumeUnit)));
  }
  const Text& product = transfusion.product;
  transfusion.span = product.value.empty() ? it.document.span : product.span;
  it.chart.transfusions.push_back(transfusion);
  it.chart.sources.add(Source::kTransfusions);
}

}  // namespace

void add_ws500_results(Ws500Document& it) {
  switch (it.document.type) {
    case DocType::kExamReport:
    case DocType::kLabReport:
      return add_report(it);
    case DocType::kVitalSignsRecord:
    case DocType::kIntakeOutputRecord:
    case DocType::kGeneralNursingRecord:
    case DocType::kCriticalNursingRecord:
      return add_observations(it);
    case DocType::kTransfusionRecord:
      return add_transfusion(it);
    default:
      return;
  }
}

// Every item of the front page by name, as the document calls it or else the dictionary. The route
// of admission stands in the header.
void add_ws500_front_page(Ws500Document& it) {
  const DocType type = it.document.type;
  if (type != DocType::kFrontPage && type != DocType::kTcmFrontPage) return;
  for (const Element& element : it.document.elements) {
    const FrontPageField field = front_page_field(element);
    if (!field.name.value.empty()) it.chart.front_page.push_back(field);
  }
  const Text& route = it.document.header.admission_route;
  if (!route.value.empty()) it.chart.front_page.push_back({{"入院途径", route.span}, route});
  it.chart.sources.add(Source::kFrontPage);
}

}  // namespace emrlint
