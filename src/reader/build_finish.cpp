// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reader/build.h"

namespace emrlint {
namespace {

void add_sources(Chart& chart) {
  const auto add = [&chart](Source source, bool there) {
    if (there) chart.sources.add(source);
  };
  add(Source::kDocuments, !chart.documents.empty());
  add(Source::kOrders, !chart.orders.empty() || chart.has(DocType::kInpatientOrders));
  add(Source::kResults, !chart.results.empty());
  add(Source::kObservations, !chart.observations.empty());
  add(Source::kFrontPage, !chart.front_page.empty() || chart.has(DocType::kFrontPage) ||
                              chart.has(DocType::kTcmFrontPage));
  add(Source::kStaff, !chart.staff.empty());
  add(Source::kChecklists, !chart.checklists.empty());
  add(Source::kConsultations, !chart.consultations.empty());
  add(Source::kTransfers, !chart.transfers.empty());
  add(Source::kHandovers, !chart.handovers.empty());
  add(Source::kRescues, !chart.rescues.empty());
  add(Source::kTransfusions, !chart.transfusions.empty());
  add(Source::kCriticalValues, !chart.critical_values.empty());
  add(Source::kConditions, !chart.conditions.empty() || chart.sources.has(Source::kOrders));
  add(Source::kRounds, !chart.rounds.empty());
  add(Source::kFollowUps, !chart.followups.empty());
  add(Source::kAudit, !chart.audit.empty());
  add(Source::kArchive, chart.encounter.archived.has_value());
}

Realm realm_of(const Chart& chart) {
  if (chart.documents.empty()) return Realm::kUnknown;
  const auto chinese = [](const Document& document) { return document.format == Format::kWs500; };
  if (std::any_of(chart.documents.begin(), chart.documents.end(), chinese)) return Realm::kChina;
  const auto own = [](const Document& document) { return document.format == Format::kChartJson; };
  if (std::any_of(chart.documents.begin(), chart.documents.end(), own)) return Realm::kUnknown;
  return Realm::kOther;
}

// Several documents of one folder or bundle are a stay; a chart file, and a bundle around one
// composition, say themselves whether they are whole.
bool complete_by_folder(const Chart& chart) {
  const auto counts = [](const Document& document) {
    return is_cda(document.format) || document.format == Format::kFhir;
  };
  return std::count_if(chart.documents.begin(), chart.documents.end(), counts) > 1;
}

// A document whose type was cut off may be any of those that seem to be absent.
bool has_gaps(const Chart& chart) {
  return chart.cut_off || std::any_of(chart.documents.begin(), chart.documents.end(),
                                      [](const Document& document) {
                                        return document.broken &&
                                               document.type == DocType::kUnknown;
                                      });
}

std::string_view first_of(std::string_view a, std::string_view b) { return a.empty() ? b : a; }

}  // namespace

void finish_chart(Chart& chart, bool folder) {
  chart.cut_off = has_gaps(chart);
  if (!chart.cut_off) add_sources(chart);
  if (chart.realm == Realm::kUnknown) chart.realm = realm_of(chart);
  if (folder && complete_by_folder(chart)) chart.complete = true;
  // Nothing may be taken for absent then; the documents that are here can still be judged.
  if (chart.cut_off) {
    chart.complete = false;
    if (!chart.documents.empty()) chart.sources.add(Source::kDocuments);
  }
  if (chart.key.empty()) chart.key = chart.encounter.id.value;
  if (!chart.documents.empty()) {
    const Document& first = chart.documents.front();
    if (chart.span.empty()) chart.span = first.span;
    if (chart.encounter.span.empty()) chart.encounter.span = first.span;
    if (chart.key.empty()) chart.key = first_of(first.id.value, chart.patient.id.value);
  }
  const Encounter& stay = chart.encounter;
  const bool over = stay.discharged.known() || stay.died.known() || stay.archived.has_value() ||
                    chart.dead();
  // Whether a finished stay was over already depends on the clock of the run.
  if (!chart.stage && chart.complete && chart.inpatient() && !over) chart.stage = Stage::kRunning;
}

}  // namespace emrlint
