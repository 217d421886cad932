// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reader/build.h"
#include "terminology/front_page.h"

namespace emrlint {
namespace {

constexpr std::string_view kAdmittedId = "DE06.00.092.00";
constexpr std::string_view kDischargedId = "DE06.00.017.00";
constexpr std::string_view kDiedId = "DE02.01.036.00";
constexpr std::string_view kDispositionId = "DE06.00.223.00";

Origin origin_of(DocType type) {
  switch (type) {
    case DocType::kFrontPage:
    case DocType::kTcmFrontPage: return Origin::kFrontPage;
    case DocType::kAdmissionRecord:
    case DocType::kAdmissionDischarge24h:
    case DocType::kAdmissionDeath24h: return Origin::kAdmissionRecord;
    case DocType::kDischargeRecord:
    case DocType::kDischargeSummary: return Origin::kDischargeRecord;
    case DocType::kInpatientOrders: return Origin::kOrders;
    default: return Origin::kOtherDocument;
  }
}

// A death record is the record of that event itself.
Origin death_origin_of(DocType type) {
  const bool own = type == DocType::kDeathRecord || type == DocType::kAdmissionDeath24h;
  return own ? Origin::kEventDocument : origin_of(type);
}

void claim_from(const Document& document, Encounter& encounter) {
  for (const Element& element : document.elements) {
    const std::string_view element_id = element.id.value;
    if (element_id != kAdmittedId && element_id != kDischargedId && element_id != kDiedId) continue;
    const std::optional<Located<Time>> time = time_of(element);
    if (!time) continue;
    if (element_id == kAdmittedId) {
      add_claim(encounter.admitted, *time, origin_of(document.type));
    } else if (element_id == kDischargedId) {
      add_claim(encounter.discharged, *time, origin_of(document.type));
    } else {
      add_claim(encounter.died, *time, death_origin_of(document.type));
    }
  }
}

void resolve_disposition(Chart& chart) {
  for (const Document& document : chart.documents) {
    if (chart.encounter.disposition.value != Disposition::kUnknown) return;
    const Element* element = document.element(kDispositionId);
    if (element == nullptr) continue;
    chart.encounter.disposition = {disposition_of(element->value.value), element->value.span};
  }
}

// A ward or department for day surgery says so in its name.
bool names_day_ward(const Text& text) { return text.value.find("日间") != std::string_view::npos; }

EncounterKind kind_told_by(const Document& document) {
  // Elsewhere a progress note or a discharge summary may be an outpatient's.
  if (document.format != Format::kWs500 && document.format != Format::kChartJson) {
    return EncounterKind::kUnknown;
  }
  const int part = wst_number(document.type);
  if (document.type == DocType::kEmergencyObservationRecord) return EncounterKind::kObservation;
  if (document.type == DocType::kOutpatientRecord) return EncounterKind::kOutpatient;
  if (part >= 32 && part <= 53) return EncounterKind::kInpatient;
  return EncounterKind::kUnknown;
}

void resolve_kind(Chart& chart) {
  Located<EncounterKind>& kind = chart.encounter.kind;
  if (kind.value == EncounterKind::kUnknown) {
    for (const Document& document : chart.documents) {
      const EncounterKind told = kind_told_by(document);
      if (told != EncounterKind::kUnknown && kind.value != EncounterKind::kInpatient) {
        kind = {told, document.span};
      }
    }
  }
  if (kind.value != EncounterKind::kInpatient) return;
  for (const Text* text : {&chart.encounter.ward, &chart.encounter.department}) {
    if (names_day_ward(*text)) kind = {EncounterKind::kDaySurgery, text->span};
  }
}

void fill(Text& to, const Text& from) {
  if (to.value.empty()) to = from;
}

// What a reader left in the documents' headers.
void fill_from_headers(Chart& chart) {
  for (const Document& document : chart.documents) {
    const HeaderClaims& header = document.header;
    fill(chart.encounter.id, header.stay_id);
    fill(chart.encounter.department, header.department);
    fill(chart.encounter.ward, header.ward);
    fill(chart.encounter.bed, header.bed);
    fill(chart.patient.id, header.patient_id);
    fill(chart.patient.id_card, header.id_card);
    fill(chart.patient.name, header.name);
    fill(chart.patient.age, header.age);
    fill(chart.patient.age_unit, header.age_unit);
    if (!chart.patient.birth) chart.patient.birth = header.birth;
    if (chart.patient.sex.value == Sex::kUnknown && header.sex) chart.patient.sex = *header.sex;
    fill(chart.institution.name, header.institution);
  }
}

}  // namespace

std::optional<Located<Time>> time_of(const Element& element) {
  std::optional<Time> time = parse_hl7_time(element.value.value);
  if (!time) time = parse_iso_time(element.value.value);
  if (!time) return std::nullopt;
  return Located<Time>{*time, element.value.span};
}

std::optional<Located<Time>> element_time(const Document& document, std::string_view id) {
  for (const Element& element : document.elements) {
    if (element.id.value != id) continue;
    if (const auto time = time_of(element)) return time;
  }
  return std::nullopt;
}

Text element_text(const Document& document, std::string_view id) {
  for (const Element& element : document.elements) {
    if (element.id.value != id) continue;
    if (!element.display.value.empty()) return element.display;
    if (!element.value.value.empty()) return element.value;
  }
  return {};
}

void add_claim(TimeFact& fact, const Located<Time>& time, Origin origin) {
  const auto& claims = fact.claims();
  const bool there = std::any_of(claims.begin(), claims.end(), [&](const TimeClaim& claim) {
    return claim.span == time.span && claim.value == time.value;
  });
  if (!there) fact.add({time.value, time.span, origin});
}

void resolve_stay(Chart& chart) {
  fill_from_headers(chart);
  for (const Document& document : chart.documents) claim_from(document, chart.encounter);
  resolve_disposition(chart);
  resolve_kind(chart);
}

}  // namespace emrlint
