// SPDX-License-Identifier: Apache-2.0
#include "model/chart.h"

#include <algorithm>

#include "model/enum_table.h"
#include "model/ordered.h"

namespace emrlint {
namespace {

constexpr Entry<Source> kSourceIds[] = {
    {Source::kDocuments, "documents"},
    {Source::kOrders, "orders"},
    {Source::kResults, "results"},
    {Source::kObservations, "observations"},
    {Source::kFrontPage, "front-page"},
    {Source::kStaff, "staff"},
    {Source::kChecklists, "checklists"},
    {Source::kConsultations, "consultations"},
    {Source::kTransfers, "transfers"},
    {Source::kHandovers, "handovers"},
    {Source::kRescues, "rescues"},
    {Source::kTransfusions, "transfusions"},
    {Source::kCriticalValues, "critical-values"},
    {Source::kConditions, "conditions"},
    {Source::kFollowUps, "followup"},
    {Source::kAudit, "audit"},
    {Source::kArchive, "archive"},
    {Source::kRounds, "rounds"},
};

constexpr Entry<EncounterKind> kEncounterKindIds[] = {
    {EncounterKind::kUnknown, "unknown"},
    {EncounterKind::kInpatient, "inpatient"},
    {EncounterKind::kDaySurgery, "day-surgery"},
    {EncounterKind::kOutpatient, "outpatient"},
    {EncounterKind::kEmergency, "emergency"},
    {EncounterKind::kObservation, "observation"},
    {EncounterKind::kOther, "other"},
};

constexpr Entry<Disposition> kDispositionIds[] = {
    {Disposition::kUnknown, "unknown"},
    {Disposition::kHome, "home"},
    {Disposition::kTransfer, "transfer"},
    {Disposition::kCommunity, "community"},
    {Disposition::kAgainstAdvice, "against-advice"},
    {Disposition::kDeath, "death"},
    {Disposition::kOther, "other"},
};

constexpr Entry<Stage> kStageIds[] = {
    {Stage::kWriting, "writing"},
    {Stage::kRunning, "running"},
    {Stage::kDischarged, "discharged"},
    {Stage::kArchived, "archived"},
};

}  // namespace

std::string_view id(Source value) { return id_in(kSourceIds, value); }
std::optional<Source> source_from_id(std::string_view text) {
  return value_in(kSourceIds, text);
}
std::string_view id(EncounterKind value) { return id_in(kEncounterKindIds, value); }
std::optional<EncounterKind> encounter_kind_from_id(std::string_view text) {
  return value_in(kEncounterKindIds, text);
}
std::string_view id(Disposition value) { return id_in(kDispositionIds, value); }
std::optional<Disposition> disposition_from_id(std::string_view text) {
  return value_in(kDispositionIds, text);
}
std::string_view id(Stage value) { return id_in(kStageIds, value); }
std::optional<Stage> stage_from_id(std::string_view text) {
  return value_in(kStageIds, text);
}

std::vector<const Document*> Chart::of_type(DocType type) const {
  std::vector<const Document*> found;
  for (const Document& document : documents) {
    if (document.type == type) found.push_back(&document);
  }
  return found;
}

const Document* Chart::first(DocType type) const {
  for (const Document& document : documents) {
    if (document.type == type) return &document;
  }
  return nullptr;
}

namespace {

bool speaks_of(const std::vector<std::uint32_t>& linked, std::uint32_t index, bool only) {
  if (linked.empty()) return only;
  return std::find(linked.begin(), linked.end(), index) != linked.end();
}

}  // namespace

std::vector<const Document*> Chart::about_surgery(DocType type, std::uint32_t index) const {
  std::vector<const Document*> found;
  for (const Document& document : documents) {
    if (document.type == type && speaks_of(document.surgeries, index, only_surgery(*this, index))) {
      found.push_back(&document);
    }
  }
  return found;
}

const Document* Chart::first_about_surgery(DocType type, std::uint32_t index) const {
  for (const Document& document : documents) {
    if (document.type == type && speaks_of(document.surgeries, index, only_surgery(*this, index))) {
      return &document;
    }
  }
  return nullptr;
}

std::vector<const Checklist*> Chart::checklists_about(std::string_view kind,
                                                      std::uint32_t index) const {
  std::vector<const Checklist*> found;
  const bool only = only_surgery(*this, index);
  for (const Checklist& checklist : checklists) {
    if (checklist.kind.value == kind && speaks_of(checklist.surgeries, index, only)) {
      found.push_back(&checklist);
    }
  }
  return found;
}

bool Chart::inpatient() const {
  return encounter.kind.value == EncounterKind::kInpatient ||
         encounter.kind.value == EncounterKind::kDaySurgery;
}

bool Chart::dead() const {
  return encounter.died.known() || encounter.disposition.value == Disposition::kDeath ||
         has(DocType::kDeathRecord) || has(DocType::kAdmissionDeath24h);
}

const Person* Chart::staff_member(const Person& person) const {
  for (const Person& member : staff) {
    if (same_person(member, person) == SamePerson::kYes) return &member;
  }
  return nullptr;
}

Title Chart::title_of(const Person& person) const {
  const Person* member = staff_member(person);
  if (member != nullptr && member->title != Title::kUnknown) return member->title;
  return person.title;
}

bool is_course_note(DocType type) {
  const int number = wst_number(type);
  return (number >= 37 && number <= 45) || number == 48;
}

}  // namespace emrlint
