// SPDX-License-Identifier: Apache-2.0
#include "generator/fhir_writer.h"

#include <string>

#include "generator/fhir_json.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

constexpr std::string_view kIcd10 = "urn:oid:2.16.156.10011.2.3.3.11";

std::string oid(std::string_view number) { return "urn:oid:" + std::string(number); }

std::string div_of(std::string_view narrative) {
  std::string out = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>";
  for (const char c : narrative) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out + "</p></div>";
}

class Writer : private FhirJson {
 public:
  explicit Writer(const Chart& chart)
      : chart_(chart), patient_(chart.patient.id.value), stay_("Encounter/stay") {}

  std::string write() {
    object([&] {
      text("resourceType", "Bundle");
      text("type", "collection");
      array("entry", [&] { write_entries(); });
    });
    return result();
  }

 private:
  template <typename Write>
  void resource(std::string_view type, std::string_view id, Write write) {
    object([&] {
      object("resource", [&] {
        text("resourceType", type);
        text("id", id);
        write();
      });
    });
  }

  void of_stay() {
    reference("subject", "Patient/" + patient_);
    reference("encounter", stay_);
  }

  void write_entries() {
    write_patient();
    write_institution();
    for (const Person& person : chart_.staff) write_staff(person);
    write_encounter();
    for (std::size_t i = 0; i < chart_.diagnoses.size(); ++i) write_condition(i);
    for (const Surgery& surgery : chart_.surgeries) write_surgery(surgery);
    for (const Order& order : chart_.orders) write_order(order);
    for (const TestResult& result : chart_.results) write_result(result);
    for (const Consultation& consultation : chart_.consultations) write_event(consultation);
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
        object([&] {
          array("coding", [&] { coding("urn:emrlint:title", id(person.title)); });
        });
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
          concept_of("dischargeDisposition", "urn:emrlint:disposition",
                     id(stay.disposition.value));
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

  void extend_surgery(const Surgery& surgery) {
    if (surgery.level) own_integer("level", surgery.level->value);
    if (surgery.urgency.value != Urgency::kUnknown) own_text("urgency", id(surgery.urgency.value));
    if (surgery.planned) own_flag("planned", surgery.planned->value);
    if (surgery.cesarean) own_flag("cesarean", true);
    own_time("left-room", surgery.left_room);
    own_person("planned-surgeon", surgery.planned_surgeon, "");
    own_text("incision", surgery.incision.value);
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

  void write_order(const Order& order) {
    const bool drug = order.kind.value == "drug";
    resource(drug ? "MedicationRequest" : "ServiceRequest", order.id.value, [&] {
      array("extension", [&] {
        own_text("term", order.term.value);
        own_time("stop", order.stop);
        own_time("executed", order.executed);
        own_person("executor", order.executor, "");
        own_person("verifier", order.verifier, "");
        about(order.about);
      });
      text("status", order.cancelled ? drug ? "cancelled" : "revoked" : "completed");
      text("intent", "order");
      array("category", [&] {
        object([&] {
          array("coding", [&] { coding("urn:emrlint:order-kind", order.kind.value); });
        });
      });
      concept_of(drug ? "medicationCodeableConcept" : "code", "", "", order.content.value);
      of_stay();
      time("authoredOn", order.start);
      person("requester", order.by, "");
      if (drug) write_dosage(order);
    });
  }

  void write_dosage(const Order& order) {
    array("dosageInstruction", [&] {
      object([&] {
        if (!order.frequency.value.empty()) {
          object("timing", [&] { concept_of("code", "", "", order.frequency.value); });
        }
        if (!order.route.value.empty()) concept_of("route", "", "", order.route.value);
        if (order.dose.value.empty()) return;
        array("doseAndRate", [&] {
          object([&] {
            object("doseQuantity", [&] {
              number("value", order.dose.value);
              text("unit", order.dose_unit);
            });
          });
        });
      });
    });
  }

  void write_result(const TestResult& result) {
    resource("DiagnosticReport", result.id.value, [&] {
      if (!result.items.empty()) {
        array("contained", [&] {
          for (std::size_t i = 0; i < result.items.size(); ++i) write_item(result.items[i], i);
        });
      }
      text("status", "final");
      array("category", [&] {
        object([&] {
          array("coding", [&] { coding("urn:emrlint:result-kind", result.kind.value); });
        });
      });
      concept_of("code", "", result.code.value, result.name.value);
      of_stay();
      time("effectiveDateTime", result.collected);
      time("issued", result.reported);
      if (!result.items.empty()) {
        array("result", [&] {
          for (std::size_t i = 0; i < result.items.size(); ++i) {
            object([&] { text("reference", "#i" + std::to_string(i + 1)); });
          }
        });
      }
      text("conclusion", result.conclusion);
    });
  }

  void write_item(const ResultItem& item, std::size_t i) {
    object([&] {
      text("resourceType", "Observation");
      text("id", "i" + std::to_string(i + 1));
      text("status", "final");
      concept_of("code", "", item.code.value, item.name.value);
      object("valueQuantity", [&] {
        number("value", item.value.value);
        text("unit", item.unit);
      });
      if (item.flag.value.empty()) return;
      array("interpretation", [&] { object([&] { text("text", item.flag); }); });
    });
  }

  void write_event(const Consultation& event) {
    resource("Basic", event.id.value, [&] {
      array("extension", [&] {
        own_reference("encounter", stay_);
        own_text("kind", id(event.kind));
        own_time("requested", event.requested);
        own_time("arrived", event.arrived);
        own_time("done", event.done);
        own_text("from-department", event.from_department.value);
        own_text("department", event.department.value);
        own_person("consultant", event.consultant, "");
        if (event.cancelled) own_flag("cancelled", true);
      });
      concept_of("code", "urn:emrlint:event", "consultation");
      reference("subject", "Patient/" + patient_);
    });
  }

  void write_checklist(const Checklist& checklist) {
    resource("QuestionnaireResponse", checklist.id.value, [&] {
      array("extension", [&] {
        about(checklist.about);
        signatures(checklist.signatures, patient_);
      });
      text("questionnaire", "urn:emrlint:checklist:" + std::string(checklist.kind.value));
      text("status", "completed");
      of_stay();
      time("authored", checklist.at);
      array("item", [&] {
        for (const ChecklistPhase& phase : checklist.phases) write_phase(phase);
        for (const ResultItem& item : checklist.items) answer(item.name.value, item.value.value);
      });
    });
  }

  void write_phase(const ChecklistPhase& phase) {
    object([&] {
      array("extension", [&] {
        own_time("at", phase.at);
        signatures(phase.signatures, patient_);
      });
      text("linkId", phase.phase);
      list("item", phase.items, [&](const Text& item) {
        object([&] { text("linkId", item); });
      });
    });
  }

  void answer(std::string_view name, std::string_view value) {
    object([&] {
      text("linkId", name);
      array("answer", [&] { object([&] { text("valueString", value); }); });
    });
  }

  void write_front_page() {
    if (chart_.front_page.empty()) return;
    resource("QuestionnaireResponse", "front-page", [&] {
      text("questionnaire", "urn:emrlint:front-page");
      text("status", "completed");
      of_stay();
      list("item", chart_.front_page, [&](const FrontPageField& field) {
        answer(field.name.value, field.value.value);
      });
    });
  }

  void write_document(const Document& document) {
    resource("Composition", document.id.value, [&] {
      array("extension", [&] {
        own_time("held", document.held);
        about(document.about);
        for (const Participant& participant : document.participants) {
          own_parts("participant", [&] {
            own_text("role", id(participant.role));
            own_person("by", participant.person, "");
          });
        }
      });
      text("status", "final");
      concept_of("type", "urn:emrlint:document-type", id(document.type));
      of_stay();
      time("date", document.recorded);
      array("author", [&] { write_author(document.author); });
      text("title", document.title);
      list("attester", document.signatures, [&](const Signature& it) { write_attester(it); });
      list("section", document.sections, [&](const Section& it) { write_section(document, it); });
    });
  }

  void write_author(const Person& author) {
    object([&] {
      text("reference", "Practitioner/" + std::string(author.id.value));
      text("display", author.name);
    });
  }

  void write_attester(const Signature& signature) {
    const bool patient = signature.role == Role::kPatient;
    object([&] {
      array("extension", [&] { own_text("role", id(signature.role)); });
      text("mode", patient ? "personal" : "professional");
      time("time", signature.at);
      person("party", signature.person, patient ? std::string_view(patient_) : std::string_view());
    });
  }

  void write_section(const Document& document, const Section& section) {
    std::string narrative;
    for (const Text& piece : document.text_of(section)) narrative += piece.value;
    object([&] {
      text("title", name(section.type, Lang::kZh));
      concept_of("code", "urn:emrlint:section-type", id(section.type));
      object("text", [&] {
        text("status", "generated");
        text("div", div_of(narrative));
      });
    });
  }

  const Chart& chart_;
  std::string patient_;
  std::string stay_;
};

}  // namespace

std::string write_fhir(const Chart& chart) { return Writer(chart).write(); }

}  // namespace emrlint
