// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "reader/build.h"

namespace emrlint {
namespace {

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void fill(Text& to, const Text& from) {
  if (to.value.empty()) to = from;
}

template <typename T>
void fill(std::optional<T>& to, const std::optional<T>& from) {
  if (!to) to = from;
}

template <typename E>
void fill_enum(Located<E>& to, const Located<E>& from) {
  if (to.value == E::kUnknown) to = from;
}

void fill_patient(Patient& to, const Patient& from) {
  fill(to.id, from.id);
  fill(to.name, from.name);
  fill(to.id_card, from.id_card);
  fill_enum(to.sex, from.sex);
  fill(to.birth, from.birth);
  if (to.age.value.empty()) {
    to.age = from.age;
    to.age_unit = from.age_unit;
  }
}

void fill_encounter(Encounter& to, const Encounter& from) {
  fill(to.id, from.id);
  fill_enum(to.kind, from.kind);
  to.admitted.merge(from.admitted);
  to.discharged.merge(from.discharged);
  to.died.merge(from.died);
  fill_enum(to.disposition, from.disposition);
  fill(to.department, from.department);
  fill(to.ward, from.ward);
  fill(to.bed, from.bed);
  if (!to.attending.known()) to.attending = from.attending;
  fill(to.archived, from.archived);
  if (to.span.empty()) to.span = from.span;
}

void fill_chart(Chart& to, const Chart& from) {
  if (to.key.empty()) to.key = from.key;
  to.complete = to.complete || from.complete;
  to.cut_off = to.cut_off || from.cut_off;
  if (to.realm == Realm::kUnknown) to.realm = from.realm;
  fill(to.stage, from.stage);
  to.sources.merge(from.sources);
  fill(to.institution.id, from.institution.id);
  fill(to.institution.name, from.institution.name);
  fill(to.institution.level, from.institution.level);
  fill_patient(to.patient, from.patient);
  fill_encounter(to.encounter, from.encounter);
  if (to.span.empty()) to.span = from.span;
}

// What the whole stay is best told from: its own data, the front page, the admission record.
int rank(const Chart& fragment) {
  if (fragment.documents.empty() || !is_cda(fragment.documents.front().format)) return 0;
  switch (fragment.documents.front().type) {
    case DocType::kFrontPage:
    case DocType::kTcmFrontPage: return 1;
    case DocType::kAdmissionRecord:
    case DocType::kAdmissionDischarge24h:
    case DocType::kAdmissionDeath24h: return 2;
    case DocType::kDischargeRecord:
    case DocType::kDeathRecord: return 3;
    default: return 4;
  }
}

void shift(std::uint32_t& document, std::uint32_t by) {
  if (document != Procedure::kNoDocument) document += by;
}

// A CDA document alone in its fragment tells of the surgeries that its reader found in it. What the
// anaesthesia record knows of a surgery waits to be recognised by its day.
void link_own_surgeries(Chart& fragment) {
  if (fragment.documents.size() != 1 || !is_cda(fragment.documents.front().format)) return;
  if (fragment.documents.front().type == DocType::kAnesthesiaRecord) return;
  std::vector<std::uint32_t>& linked = fragment.documents.front().surgeries;
  linked.resize(fragment.surgeries.size());
  std::iota(linked.begin(), linked.end(), 0u);
}

void append_lists(Chart& to, Chart& from) {
  const auto documents = static_cast<std::uint32_t>(to.documents.size());
  const auto surgeries = static_cast<std::uint32_t>(to.surgeries.size());
  link_own_surgeries(from);
  for (Diagnosis& diagnosis : from.diagnoses) shift(diagnosis.document, documents);
  for (Procedure& procedure : from.procedures) shift(procedure.document, documents);
  for (Document& document : from.documents) {
    for (std::uint32_t& surgery : document.surgeries) surgery += surgeries;
  }
  append(to.documents, from.documents);
  append(to.diagnoses, from.diagnoses);
  append(to.procedures, from.procedures);
  append(to.surgeries, from.surgeries);
  append(to.orders, from.orders);
  append(to.results, from.results);
  append(to.observations, from.observations);
  append(to.conditions, from.conditions);
  append(to.consultations, from.consultations);
  append(to.transfers, from.transfers);
  append(to.handovers, from.handovers);
  append(to.rescues, from.rescues);
  append(to.transfusions, from.transfusions);
  append(to.critical_values, from.critical_values);
  append(to.checklists, from.checklists);
  append(to.rounds, from.rounds);
  append(to.followups, from.followups);
  append(to.audit, from.audit);
  append(to.front_page, from.front_page);
  append(to.staff, from.staff);
  append(to.filing, from.filing);
}

}  // namespace

bool is_cda(Format format) {
  return format == Format::kWs500 || format == Format::kCcda || format == Format::kCda;
}

Chart merge_fragments(std::vector<Chart> fragments) {
  std::vector<std::size_t> order(fragments.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rank(fragments[a]) < rank(fragments[b]);
  });
  Chart chart;
  for (const std::size_t i : order) fill_chart(chart, fragments[i]);
  for (Chart& fragment : fragments) append_lists(chart, fragment);
  return chart;
}

}  // namespace emrlint
