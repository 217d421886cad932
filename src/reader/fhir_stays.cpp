// SPDX-License-Identifier: Apache-2.0
// Encounters, and who and where they are about.
#include <algorithm>

#include "reader/fhir_resources.h"
#include "terminology/oids.h"

namespace emrlint::fhir {
namespace {

template <typename T>
struct Row {
  std::string_view code;
  T value;
};

// v3-ActCode, and the words of earlier versions.
constexpr Row<EncounterKind> kKinds[] = {
    {"IMP", EncounterKind::kInpatient},     {"ACUTE", EncounterKind::kInpatient},
    {"NONAC", EncounterKind::kInpatient},   {"AMB", EncounterKind::kOutpatient},
    {"EMER", EncounterKind::kEmergency},    {"OBSENC", EncounterKind::kObservation},
    {"SS", EncounterKind::kDaySurgery},     {"inpatient", EncounterKind::kInpatient},
    {"outpatient", EncounterKind::kOutpatient}, {"ambulatory", EncounterKind::kOutpatient},
    {"emergency", EncounterKind::kEmergency},
};

constexpr std::string_view kLeaving = "2.16.156.10011.2.3.1.265";  // 离院方式代码表

constexpr Row<Disposition> kDispositions[] = {
    {"home", Disposition::kHome},       {"alt-home", Disposition::kHome},
    {"other-hcf", Disposition::kTransfer}, {"hosp", Disposition::kTransfer},
    {"long", Disposition::kTransfer},   {"rehab", Disposition::kTransfer},
    {"psy", Disposition::kTransfer},    {"snf", Disposition::kTransfer},
    {"aadvice", Disposition::kAgainstAdvice}, {"exp", Disposition::kDeath},
    {"oth", Disposition::kOther},
};

constexpr Row<Disposition> kChineseDispositions[] = {
    {"1", Disposition::kHome},      {"2", Disposition::kTransfer},
    {"3", Disposition::kCommunity}, {"4", Disposition::kAgainstAdvice},
    {"5", Disposition::kDeath},     {"9", Disposition::kOther},
};

// The patient discharge status codes of the US claim form.
constexpr std::string_view kUsDischarge = "http://www.nubc.org/patient-discharge";
constexpr Row<Disposition> kUsDispositions[] = {
    {"1", Disposition::kHome},      {"01", Disposition::kHome},
    {"02", Disposition::kTransfer}, {"03", Disposition::kTransfer},
    {"07", Disposition::kAgainstAdvice}, {"20", Disposition::kDeath},
};

template <typename T, std::size_t N>
std::optional<T> find(const Row<T> (&rows)[N], std::string_view code) {
  for (const Row<T>& row : rows) {
    if (row.code == code) return row.value;
  }
  return std::nullopt;
}

Located<EncounterKind> kind_of(JsonValue encounter_class) {
  if (encounter_class.is_string()) {
    const auto kind = find(kKinds, encounter_class.str());
    return {kind.value_or(EncounterKind::kUnknown), encounter_class.span()};
  }
  Located<EncounterKind> result;
  any_coding(encounter_class, [&](const Coding& coding) {
    const auto ours = coding.system.value == "urn:emrlint:encounter-kind"
                          ? encounter_kind_from_id(coding.code.value)
                          : find(kKinds, coding.code.value);
    result = {ours.value_or(EncounterKind::kOther), coding.code.span};
    return ours.has_value();
  });
  return result;
}

Located<Disposition> disposition_of(JsonValue disposition) {
  Located<Disposition> result;
  any_coding(disposition, [&](const Coding& coding) {
    const std::string_view code = coding.code.value;
    std::optional<Disposition> found;
    if (coding.system.value == "urn:emrlint:disposition") {
      found = disposition_from_id(code);
    } else if (coding.system.value == kLeaving) {
      found = find(kChineseDispositions, code);
    } else if (coding.system.value == kUsDischarge) {
      found = find(kUsDispositions, code);
    } else {
      found = find(kDispositions, code);
    }
    result = {found.value_or(Disposition::kOther), coding.code.span};
    return found.has_value();
  });
  return result;
}

Sex sex_of(std::string_view gender) {
  if (gender == "male") return Sex::kMale;
  if (gender == "female") return Sex::kFemale;
  return gender == "other" ? Sex::kUnspecified : Sex::kUnknown;
}

// 住院号 or visit number.
Text stay_id(JsonValue identifier, const Resource& encounter) {
  const Text number =
      find_identifier(identifier, {oids::kStayNumber, oids::kOutpatientNumber}, "VN");
  return or_else(or_else(number, first_identifier(identifier)), encounter.id);
}

void read_institution(Record& record, JsonValue provider, const Resource& from, Chart& chart) {
  Resource unit = record.resolve(provider, from);
  if (!unit) {
    chart.institution.id = record.reference_id(provider);
    chart.institution.name = provider["display"].text();
    return;
  }
  const bool department = has_code(unit.value["type"], "dept");
  if (department && chart.encounter.department.value.empty()) {
    chart.encounter.department = unit.value["name"].text();
  }
  if (department) unit = record.resolve(unit.value["partOf"], unit);
  if (!unit) return;
  JsonValue identifier, name, extension, level;
  take(unit.value, {{"identifier", &identifier}, {"name", &name}, {"extension", &extension}});
  take_own(extension, {{"level", &level}});
  chart.institution = {or_else(first_identifier(identifier), unit.id), name.text(), level.text()};
}

// Ward and bed: by the kind of place, which the Encounter or the Location tells. The last one
// counts, as a patient who moved lies there now.
void read_places(Record& record, JsonValue places, const Resource& from, Encounter& out) {
  for (JsonValue place : children(places)) {
    JsonValue reference, type;
    take(place, {{"location", &reference}, {"physicalType", &type}});
    const Resource location = record.resolve(reference, from);
    if (!type) type = location.value["physicalType"];
    const Text name =
        or_else(location.value["name"].text(), reference["display"].text());
    if (has_code(type, "wa")) out.ward = name;
    if (has_code(type, "bd")) out.bed = name;
  }
}

void read_attending(Record& record, JsonValue participants, const Resource& from, Encounter& out) {
  JsonValue primary;
  for (JsonValue participant : children(participants)) {
    JsonValue type, individual;
    take(participant, {{"type", &type}, {"individual", &individual}, {"actor", &individual}});
    if (has_code(type, "ATND")) {
      out.attending = record.person(individual, from);
      return;
    }
    if (!primary && has_code(type, "PPRF")) primary = individual;
  }
  out.attending = record.person(primary, from);
}

DiagnosisRole role_of_use(JsonValue use, std::optional<int> rank) {
  if (const auto ours = diagnosis_role_from_id(own_code(use, "diagnosis-role").value)) return *ours;
  DiagnosisRole role = DiagnosisRole::kUnknown;
  any_coding(use, [&](const Coding& coding) {
    const std::string_view code = coding.code.value;
    if (code == "AD") role = DiagnosisRole::kAdmission;
    if (code == "pre-op") role = DiagnosisRole::kPreop;
    if (code == "post-op") role = DiagnosisRole::kPostop;
    if (code == "CC" || code == "CM") role = DiagnosisRole::kOther;
    if (code == "DD" || code == "billing") {
      // Without a rank nobody can say which of them is the principal one.
      role = !rank         ? DiagnosisRole::kDischarge
             : *rank == 1 ? DiagnosisRole::kDischargePrincipal
                           : DiagnosisRole::kDischargeOther;
    }
    return role != DiagnosisRole::kUnknown;
  });
  return role;
}

void read_uses(Record& record, JsonValue diagnoses, const Resource& from, std::uint32_t chart) {
  for (JsonValue diagnosis : children(diagnoses)) {
    JsonValue condition, use, rank;
    take(diagnosis, {{"condition", &condition}, {"use", &use}, {"rank", &rank}});
    const Resource named = record.resolve(condition, from);
    if (named.type != Type::kCondition || named.number == kNone) continue;
    record.diagnosis_uses.push_back({named.number, chart, kNone, role_of_use(use, rank.integer())});
  }
}

void read_own(Record& record, const Resource& encounter, JsonValue extensions, Chart& chart) {
  if (!extensions) return;
  Encounter& out = chart.encounter;
  JsonValue key, department, ward, bed, archived, complete, stage, died;
  if (!take_own(extensions, {{"chart", &key}, {"department", &department}, {"ward", &ward},
                             {"bed", &bed}, {"archived", &archived}, {"complete", &complete},
                             {"stage", &stage}, {"died", &died}})) {
    return;
  }
  record.chinese = true;
  if (key) chart.key = std::string(key.str());
  if (department) out.department = department.text();
  if (ward) out.ward = ward.text();
  if (bed) out.bed = bed.text();
  out.archived = read_time(archived);
  if (const auto at = read_time(died)) out.died.add({at->value, at->span, Origin::kChartData});
  if (complete.boolean() == true) chart.complete = true;
  if (const auto known = stage_from_id(stage.str())) chart.stage = known;
  each_own(encounter.value, "source", [&](JsonValue source) {
    const auto known = source_from_id(source.str());
    if (!known) return;
    chart.sources.add(*known);
    record.sources_stated[record.current()] = true;
  });
}

bool happens(std::string_view status) {
  return status != "planned" && status != "cancelled" && status != "entered-in-error";
}

// The encounter that the given one is a part of, however deep; null where they go in a circle.
const Resource* whole_of(const Record& record, const Resource& encounter) {
  constexpr int kDeepest = 8;  // Also what ends a circle.
  const Resource* at = &encounter;
  for (int i = 0; i < kDeepest; ++i) {
    const JsonValue part_of = at->value["partOf"];
    if (!part_of) return at;
    const Resource above = record.resolve(part_of, *at);
    if (above.type != Type::kEncounter || above.number == kNone) return at;
    at = &record.resources()[above.number];
  }
  return nullptr;
}

void add_times(JsonValue period, Encounter& out) {
  if (const auto at = read_time(period["start"])) {
    out.admitted.add({at->value, at->span, Origin::kChartData});
  }
  if (const auto at = read_time(period["end"])) {
    out.discharged.add({at->value, at->span, Origin::kChartData});
  }
}

// Died in this stay, not years after it.
void add_death(JsonValue deceased, const Stay& stay, Encounter& out) {
  const auto at = read_time(deceased);
  if (!at || !stay.start || certainly_before(at->value, *stay.start)) return;
  if (stay.end && certainly_after(at->value, *stay.end)) return;
  if (!stay.end && out.disposition.value != Disposition::kUnknown) return;
  out.died.add({at->value, at->span, Origin::kChartData});
}

struct Told {
  JsonValue identifier, status, kind, service, subject, participant, period, diagnosis;
  JsonValue hospitalization, location, provider, part_of, extension;
};

Told read_told(JsonValue encounter) {
  Told told;
  take(encounter,
       {{"identifier", &told.identifier}, {"status", &told.status}, {"class", &told.kind},
        {"serviceType", &told.service}, {"subject", &told.subject},
        {"participant", &told.participant}, {"period", &told.period},
        {"actualPeriod", &told.period}, {"diagnosis", &told.diagnosis},
        {"hospitalization", &told.hospitalization}, {"admission", &told.hospitalization},
        {"location", &told.location}, {"serviceProvider", &told.provider},
        {"partOf", &told.part_of}, {"extension", &told.extension}});
  return told;
}

void read_subject(Record& record, JsonValue subject, const Resource& from, Chart& chart,
                  Stay& stay) {
  const Resource patient = record.resolve(subject, from);
  if (patient.type != Type::kPatient) {
    chart.patient.id = record.reference_id(subject);
    chart.patient.name = subject["display"].text();
    return;
  }
  stay.patient = patient.number;
  fill_patient(record, patient, chart.patient);
  add_death(patient.value["deceasedDateTime"], stay, chart.encounter);
}

void read_stay(Record& record, const Resource& resource) {
  const Told told = read_told(resource.value);
  const std::string_view status = told.status.str();
  if (!happens(status)) return;
  if (told.part_of) {
    const Resource* whole = whole_of(record, resource);
    if (whole == nullptr) record.circles.push_back(told.part_of.key_span());
    if (whole != nullptr && whole->number != resource.number) return;
  }
  Stay stay;
  stay.encounter = resource.number;
  stay.chart = record.new_chart();
  Chart& chart = *record.enter(stay.chart);
  Encounter& out = chart.encounter;
  out.id = stay_id(told.identifier, resource);
  chart.key = std::string(out.id.value);
  out.span = chart.span = resource.where;
  out.kind = kind_of(told.kind);
  out.department = label(told.service);
  add_times(told.period, out);
  if (out.admitted) stay.start = out.admitted.value();
  if (out.discharged) stay.end = out.discharged.value();
  out.disposition = disposition_of(told.hospitalization["dischargeDisposition"]);
  if (status == "in-progress" || status == "onleave") chart.stage = Stage::kRunning;
  read_places(record, told.location, resource, out);
  read_institution(record, told.provider, resource, chart);
  read_attending(record, told.participant, resource, out);
  read_own(record, resource, told.extension, chart);
  read_uses(record, told.diagnosis, resource, stay.chart);
  read_subject(record, told.subject, resource, chart, stay);
  record.stays.push_back(stay);
}

}  // namespace

void fill_patient(Record& record, const Resource& patient, Patient& out) {
  JsonValue identifier, name, gender, birth;
  take(patient.value, {{"identifier", &identifier}, {"name", &name}, {"gender", &gender},
                       {"birthDate", &birth}});
  out.id = find_identifier(identifier, {oids::kMedicalRecordNumber}, "MR");
  if (out.id.value.empty()) out.id = patient.id;
  out.id_card = find_identifier(identifier, {oids::kIdentityCard, "urn:emrlint:id-card"}, "NI");
  out.name = read_name(record, name);
  if (gender.is_string()) out.sex = {sex_of(gender.str()), gender.span()};
  out.birth = read_time(birth);
  const JsonValue age = own(patient.value, "age");
  out.age = age["value"].text();
  out.age_unit = or_else(age["unit"].text(), age["code"].text());
  for (JsonValue item : children(identifier)) {
    if (is_chinese_oid(item["system"].str())) record.chinese = true;
  }
}

void read_stays(Record& record) {
  for (const Resource& resource : record.resources()) {
    if (resource.type == Type::kEncounter) read_stay(record, resource);
  }
  std::stable_sort(record.stays.begin(), record.stays.end(),
                   [](const Stay& a, const Stay& b) { return a.patient < b.patient; });
  for (std::size_t i = 0; i < record.stays.size(); ++i) {
    record.stay_of[record.stays[i].encounter] = static_cast<std::uint32_t>(i);
  }
  for (const Resource& resource : record.resources()) {
    if (resource.type != Type::kEncounter || record.stay_of[resource.number] != kNone) continue;
    const Resource* whole = whole_of(record, resource);
    if (whole != nullptr) record.stay_of[resource.number] = record.stay_of[whole->number];
  }
}

}  // namespace emrlint::fhir
