// SPDX-License-Identifier: Apache-2.0
// Procedures, and those of them that are surgeries.
#include <string>
#include <utility>

#include "reader/cda_roles.h"
#include "reader/fhir_resources.h"
#include "terminology/icd.h"

namespace emrlint::fhir {
namespace {

constexpr std::string_view kSurgicalProcedure = "387713003";  // SNOMED CT

Coding procedure_coding(JsonValue code) {
  Coding first, icd;
  any_coding(code, [&](const Coding& coding) {
    if (!first) first = coding;
    if (coding.system.value.empty()) return false;
    if (procedure_system(coding.system.value) == CodeSystem::kOther) return false;
    icd = coding;
    return true;
  });
  return icd ? icd : first;
}

// What somebody did, by our code or by SNOMED CT. Kinds of physicians say it in a surgery, too.
Role performer_role(JsonValue function) {
  if (const auto role = role_from_id(own_code(function, "role").value)) return *role;
  Role role = Role::kUnknown;
  any_coding(function, [&](const Coding& coding) {
    const std::string_view code = coding.code.value;
    if (code == "304292004" || code == "304282004") role = Role::kSurgeon;
    if (code == "88189002" || code == "158967008") role = Role::kAnesthetist;
    if (code == "415506007" || code == "413854007") role = Role::kScrubNurse;
    if (code == "413852006") role = Role::kCirculatingNurse;
    return role != Role::kUnknown;
  });
  return role != Role::kUnknown ? role : role_from_text(label(function).value);
}

Located<Side> side_of(JsonValue site) {
  Located<Side> side;
  any_coding(site, [&](const Coding& coding) {
    const std::string_view code = coding.code.value;
    if (code == "7771000") side = {Side::kLeft, coding.code.span};
    if (code == "24028007") side = {Side::kRight, coding.code.span};
    if (code == "51440002") side = {Side::kBoth, coding.code.span};
    return side.value != Side::kUnknown;
  });
  return side;
}

void read_performers(Record& record, JsonValue performers, const Resource& from,
                     Surgery& surgery) {
  for (JsonValue performer : children(performers)) {
    JsonValue function, actor;
    take(performer, {{"function", &function}, {"actor", &actor}});
    Person person = record.person(actor, from);
    switch (performer_role(function)) {
      case Role::kSurgeon:
        if (!surgery.surgeon.known()) surgery.surgeon = std::move(person);
        break;
      case Role::kFirstAssistant:
        surgery.assistants.insert(surgery.assistants.begin(), std::move(person));
        break;
      case Role::kSecondAssistant:
      case Role::kAssistant:
        surgery.assistants.push_back(std::move(person));
        break;
      case Role::kAnesthetist:
        if (!surgery.anesthesia.by.known()) surgery.anesthesia.by = std::move(person);
        surgery.anesthesia.present = true;
        break;
      default:
        break;
    }
  }
}

void add_time(TimeFact& fact, const std::optional<Located<Time>>& at) {
  if (at) fact.add({at->value, at->span, Origin::kChartData});
}

std::optional<Located<int>> read_integer(JsonValue value) {
  if (const auto number = value.integer()) return Located<int>{*number, value.span()};
  return std::nullopt;
}

void read_anesthesia(Record& record, JsonValue value, const Resource& from, Anesthesia& out) {
  if (!value) return;
  JsonValue kind, text, asa, by, start, end;
  take_own(value["extension"], {{"kind", &kind}, {"kind-text", &text}, {"asa", &asa}, {"by", &by},
                                {"start", &start}, {"end", &end}});
  out.present = true;
  out.kind = anesthesia_from_id(kind.str()).value_or(AnesthesiaKind::kUnknown);
  out.kind_text = or_else(text.text(), kind.text());
  out.asa = read_integer(asa);
  if (by) out.by = record.person(by, from);
  add_time(out.start, read_time(start));
  add_time(out.end, read_time(end));
}

void read_own_of_surgery(Record& record, JsonValue extensions, const Resource& from,
                         Surgery& surgery) {
  JsonValue level, urgency, planned, cancelled, cesarean, left_room, planned_surgeon, incision;
  JsonValue healing;
  JsonValue side, site, destination, anesthesia;
  if (!take_own(extensions,
                {{"level", &level}, {"urgency", &urgency}, {"planned", &planned},
                 {"cancelled", &cancelled}, {"cesarean", &cesarean}, {"left-room", &left_room},
                 {"planned-surgeon", &planned_surgeon}, {"incision", &incision},
                 {"healing", &healing}, {"side", &side},
                 {"site", &site}, {"destination", &destination}, {"anesthesia", &anesthesia}})) {
    return;
  }
  record.chinese = true;
  surgery.level = read_integer(level);
  if (const auto known = urgency_from_id(urgency.str())) {
    surgery.urgency = {*known, urgency.span()};
  }
  if (const auto said = planned.boolean()) {
    surgery.planned = Located<bool>{*said, planned.span()};
  }
  if (cancelled.boolean() == true) surgery.cancelled = true;
  if (cesarean.boolean() == true) surgery.cesarean = true;
  add_time(surgery.left_room, read_time(left_room));
  if (planned_surgeon) surgery.planned_surgeon = record.person(planned_surgeon, from);
  surgery.incision = incision.text();
  surgery.healing = healing.text();
  if (site) surgery.site = site.text();
  if (const auto known = side_from_id(side.str())) surgery.side = {*known, side.span()};
  surgery.destination = destination.text();
  read_anesthesia(record, anesthesia, from, surgery.anesthesia);
}

struct Performed {
  JsonValue identifier, status, code, performed, performer, site, extension;
};

// What the chart calls events of that kind; empty for what is none.
std::string_view event_kind(const Resource& resource) {
  switch (resource.type) {
    case Type::kProcedure:
      return is_surgery(resource.value) ? "surgeries" : "procedures";
    case Type::kFlag:
      return "conditions";
    case Type::kCommunication:
      return "critical_values";
    case Type::kMedicationRequest:
    case Type::kServiceRequest:
    case Type::kNutritionOrder:
      return "orders";
    case Type::kDiagnosticReport:
      return "results";
    case Type::kQuestionnaireResponse:
      return "checklists";
    case Type::kBasic: {
      const std::string_view event = own_code(resource.value["code"], "event").value;
      if (event == "consultation") return "consultations";
      if (event == "transfer") return "transfers";
      if (event == "handover") return "handovers";
      if (event == "rescue") return "rescues";
      if (event == "transfusion") return "transfusions";
      if (event == "round") return "rounds";
      return event == "follow-up" ? "followups" : std::string_view();
    }
    default:
      return {};
  }
}

void add_surgery(Record& record, const Resource& resource, const Performed& told, Chart& chart) {
  const Coding coding = procedure_coding(told.code);
  Surgery surgery;
  surgery.id = or_else(first_identifier(told.identifier), resource.id);
  surgery.code = coding.code;
  surgery.name = or_else(told.code["text"].text(), coding.display);
  surgery.span = surgery.name.value.empty() ? resource.where : surgery.name.span;
  surgery.cancelled = told.status.str() == "not-done";
  add_time(surgery.start, start_of(told.performed));
  add_time(surgery.end, end_of(told.performed));
  surgery.site = label(told.site);
  surgery.side = side_of(told.site);
  read_performers(record, told.performer, resource, surgery);
  read_own_of_surgery(record, told.extension, resource, surgery);
  chart.surgeries.push_back(std::move(surgery));
}

void add_procedure(Record& record, const Resource& resource, const Performed& told,
                   Chart& chart) {
  if (told.status.str() == "not-done") return;
  const Coding coding = procedure_coding(told.code);
  Procedure procedure;
  procedure.id = or_else(first_identifier(told.identifier), resource.id);
  procedure.code = coding.code;
  procedure.name = or_else(told.code["text"].text(), coding.display);
  procedure.code_system = coding.system;
  procedure.span = procedure.name.value.empty() ? resource.where : procedure.name.span;
  procedure.at = start_of(told.performed);
  procedure.document = record.listed_in[resource.number];
  procedure.by = record.person(told.performer.first()["actor"], resource);
  JsonValue principal, invasive, level, incision, healing;
  take_own(told.extension, {{"principal", &principal}, {"invasive", &invasive}, {"level", &level},
                            {"incision", &incision}, {"healing", &healing}});
  procedure.level = level.text();
  procedure.incision = incision.text();
  procedure.healing = healing.text();
  procedure.principal = principal.boolean().value_or(false);
  procedure.invasive = invasive.boolean().value_or(false);
  chart.procedures.push_back(std::move(procedure));
}

}  // namespace

bool is_surgery(JsonValue procedure) {
  const JsonValue category = procedure["category"];
  return category && (has_code(category, kSurgicalProcedure) ||
                      own_code(category, "procedure-kind").value == "surgery");
}

void add_about(Record& record, const Resource& from, JsonValue references,
               std::vector<Text>& about) {
  const auto add = [&](JsonValue reference) {
    const Resource named = record.resolve(reference, from);
    const std::string_view kind = event_kind(named);
    if (kind.empty()) return;
    const Text id = or_else(first_identifier(named.value["identifier"]), named.id);
    const Span span = reference.span();
    about.push_back({record.keep(span, std::string(kind) + '/' + std::string(id.value)), span});
  };
  if (references.is_array()) {
    for (JsonValue reference : children(references)) add(reference);
  } else if (references) {
    add(references);
  }
}

void read_procedure(Record& record, const Resource& resource) {
  JsonValue category, subject, encounter;
  Performed told;
  take(resource.value,
       {{"identifier", &told.identifier}, {"status", &told.status}, {"category", &category},
        {"code", &told.code}, {"subject", &subject}, {"encounter", &encounter},
        {"performedPeriod", &told.performed}, {"performedDateTime", &told.performed},
        {"performer", &told.performer}, {"bodySite", &told.site},
        {"extension", &told.extension}});
  if (told.status.str() == "entered-in-error") return;
  Chart* const chart = record.enter(resource, encounter, subject, start_of(told.performed));
  if (chart == nullptr) return;
  if (category && is_surgery(resource.value)) {
    add_surgery(record, resource, told, *chart);
  } else {
    add_procedure(record, resource, told, *chart);
  }
}

}  // namespace emrlint::fhir
