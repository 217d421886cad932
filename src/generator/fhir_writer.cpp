// SPDX-License-Identifier: Apache-2.0
#include "generator/fhir_writer.h"

#include <string>

#include "generator/fhir_resources.h"
#include "model/ordered.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

constexpr std::string_view kIcd10 = "urn:oid:2.16.156.10011.2.3.3.11";

std::string oid(std::string_view number) { return "urn:oid:" + std::string(number); }

class Writer : private FhirResources {
 public:
  explicit Writer(const Chart& chart) : FhirResources(chart) {}

  std::string write() {
    object([&] {
      text("resourceType", "Bundle");
      text("type", "collection");
      array("entry", [&] { write_entries(); });
    });
    return result();
  }

 private:
  void write_entries() {
    write_patient();
    write_institution();
    for (const Person& person : chart_.staff) write_staff(person);
    write_encounter();
    for (std::size_t i = 0; i < chart_.diagnoses.size(); ++i) write_condition(i);
    for (const Surgery& surgery : told_surgeries(chart_)) write_surgery(surgery);
    for (const Procedure& procedure : chart_.procedures) write_procedure(procedure);
    for (const Order& order : chart_.orders) write_order(order);
    for (const TestResult& result : chart_.results) write_result(result);
    write_events();
    for (const Checklist& checklist : chart_.checklists) write_checklist(checklist);
    write_front_page();
    for (const Document& document : chart_.documents) write_document(document);
  }

  void write_patient() {
    const Patient& patient = chart_.patient;
    resource("Patient", patient_, [&] {
      identifier(oid(oids::kMedicalRecordNumber), patient.id.value);
      array("name", [&] { object([&] { text("text", patient.name); }); });
      if (patient.sex.value != Sex::kUnknown) text("gender", id(patient.sex.value));
      time("birthDate", patient.birth);
      time("deceasedDateTime", chart_.encounter.died);
    });
  }

  void write_institution() {
    const Institution& unit = chart_.institution;
    resource("Organization", unit.id.value, [&] {
      array("extension", [&] { own_text("level", unit.level.value); });
      identifier(oid(oids::kInstitution), unit.id.value);
      text("name", unit.name);
    });
  }

  void write_staff(const Person& person) {
    const std::string number(person.id.value);
    resource("Practitioner", number, [&] {
      identifier(oid(oids::kStaff), number);
      array("name", [&] { object([&] { text("text", person.name); }); });
    });
    resource("PractitionerRole", number + "-role", [&] {
      array("extension", [&] {
        own_text("department", person.department.value);
        if (person.licensed) own_flag("licensed", *person.licensed);
      });
      reference("practitioner", "Practitioner/" + number);
      array("code", [&] {
        object([&] { array("coding", [&] { coding("urn:emrlint:title", id(person.title)); }); });
      });
    });
  }

  void write_encounter() {
    const Encounter& stay = chart_.encounter;
    resource("Encounter", "stay", [&] {
      array("extension", [&] { extend_encounter(); });
      identifier(oid(oids::kStayNumber), stay.id.value);
      text("status", stay.discharged.known() ? "finished" : "in-progress");
      key("class");
      coding("urn:emrlint:encounter-kind", id(stay.kind.value));
      reference("subject", "Patient/" + patient_);
      if (stay.attending.known()) write_attending(stay.attending);
      object("period", [&] {
        time("start", stay.admitted);
        time("end", stay.discharged);
      });
      write_diagnosis_uses();
      if (stay.disposition.value != Disposition::kUnknown) {
        object("hospitalization", [&] {
          concept_of("dischargeDisposition", "urn:emrlint:disposition", id(stay.disposition.value));
        });
      }
      reference("serviceProvider", "Organization/" + std::string(chart_.institution.id.value));
    });
  }

  void extend_encounter() {
    const Encounter& stay = chart_.encounter;
    own_text("chart", chart_.key);
    own_flag("complete", chart_.complete);
    own_text("department", stay.department.value);
    own_text("ward", stay.ward.value);
    own_text("bed", stay.bed.value);
    own_time("archived", stay.archived);
    for (unsigned i = 0; i < static_cast<unsigned>(Source::kCount); ++i) {
      const auto source = static_cast<Source>(i);
      if (chart_.sources.has(source)) own_text("source", id(source));
    }
  }

  void write_attending(const Person& attending) {
    array("participant", [&] {
      object([&] {
        array("type", [&] {
          object([&] {
            array("coding", [&] {
              coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "ATND");
            });
          });
        });
        person("individual", attending, "");
      });
    });
  }

  static std::string condition_id(std::size_t i) { return "dx" + std::to_string(i + 1); }

  void write_diagnosis_uses() {
    if (chart_.diagnoses.empty()) return;
    array("diagnosis", [&] {
      for (std::size_t i = 0; i < chart_.diagnoses.size(); ++i) {
        object([&] {
          reference("condition", "Condition/" + condition_id(i));
          concept_of("use", "urn:emrlint:diagnosis-role", id(chart_.diagnoses[i].role));
        });
      }
    });
  }

  void write_condition(std::size_t i) {
    const Diagnosis& diagnosis = chart_.diagnoses[i];
    resource("Condition", condition_id(i), [&] {
      if (!diagnosis.on_admission.value.empty()) {
        array("extension", [&] { own_text("on-admission", diagnosis.on_admission.value); });
      }
      concept_of("code", kIcd10, diagnosis.code.value, diagnosis.name.value);
      of_stay();
    });
  }

  void performer(Role role, const Person& who) {
    if (!who.known()) return;
    object([&] {
      concept_of("function", "urn:emrlint:role", id(role));
      person("actor", who, "");
    });
  }

  void write_surgery(const Surgery& surgery) {
    resource("Procedure", surgery.id.value, [&] {
      array("extension", [&] { extend_surgery(surgery); });
      text("status", surgery.cancelled ? "not-done" : "completed");
      concept_of("category", "urn:emrlint:procedure-kind", "surgery");
      concept_of("code", oid(oids::kIcd9Cm3), surgery.code.value, surgery.name.value);
      of_stay();
      object("performedPeriod", [&] {
        time("start", surgery.start);
        time("end", surgery.end);
      });
      array("performer", [&] {
        performer(Role::kSurgeon, surgery.surgeon);
        for (const Person& assistant : surgery.assistants) {
          performer(Role::kAssistant, assistant);
        }
      });
    });
  }

  // A row of the front page.
  void write_procedure(const Procedure& procedure) {
    resource("Procedure", procedure.id.value, [&] {
      array("extension", [&] {
        if (procedure.principal) own_flag("principal", true);
        if (procedure.invasive) own_flag("invasive", true);
        own_text("level", procedure.level.value);
        own_text("incision", procedure.incision.value);
        own_text("healing", procedure.healing.value);
      });
      text("status", "completed");
      concept_of("code", oid(oids::kIcd9Cm3), procedure.code.value, procedure.name.value);
      of_stay();
      time("performedDateTime", procedure.at);
      array("performer", [&] { performer(Role::kSurgeon, procedure.by); });
    });
  }

  void extend_surgery(const Surgery& surgery) {
    if (surgery.level) own_integer("level", surgery.level->value);
    if (surgery.urgency.value != Urgency::kUnknown) own_text("urgency", id(surgery.urgency.value));
    if (surgery.planned) own_flag("planned", surgery.planned->value);
    if (surgery.cesarean) own_flag("cesarean", true);
    own_time("left-room", surgery.left_room);
    own_person("planned-surgeon", surgery.planned_surgeon, "");
    own_text("incision", surgery.incision.value);
    own_text("healing", surgery.healing.value);
    own_text("site", surgery.site.value);
    if (surgery.side.value != Side::kUnknown) own_text("side", id(surgery.side.value));
    own_text("destination", surgery.destination.value);
    const Anesthesia& given = surgery.anesthesia;
    if (!given.present) return;
    own_parts("anesthesia", [&] {
      if (given.kind != AnesthesiaKind::kUnknown) own_text("kind", id(given.kind));
      own_text("kind-text", given.kind_text.value);
      if (given.asa) own_integer("asa", given.asa->value);
      own_person("by", given.by, "");
      own_time("start", given.start);
      own_time("end", given.end);
    });
  }
};

}  // namespace

std::string write_fhir(const Chart& chart) { return Writer(chart).write(); }

}  // namespace emrlint
