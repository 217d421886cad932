// SPDX-License-Identifier: Apache-2.0
// The resources of a chart's events and records. Internal to the generator.
#ifndef EMRLINT_GENERATOR_FHIR_RESOURCES_H_
#define EMRLINT_GENERATOR_FHIR_RESOURCES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/fhir_json.h"

namespace emrlint {

// Writes one entry of the Bundle for each call.
class FhirResources : protected FhirJson {
 protected:
  explicit FhirResources(const Chart& chart)
      : chart_(chart), patient_(chart.patient.id.value), stay_("Encounter/stay") {}

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

  void write_order(const Order& order);
  void write_result(const TestResult& result);
  // The events of the stay: Flag for a condition, Communication for a critical value, else Basic.
  void write_events();
  void write_checklist(const Checklist& checklist);
  void write_front_page();
  void write_document(const Document& document);

  const Chart& chart_;
  std::string patient_;
  std::string stay_;

 private:
  void write_event(const Condition& event);
  void write_event(const CriticalValue& event);
  void write_event(const Consultation& event);
  void write_event(const Transfer& event);
  void write_event(const Handover& event);
  void write_event(const Rescue& event);
  void write_event(const Round& event);
  void write_event(const Transfusion& event);
  template <typename Extend>
  void basic(std::string_view kind, const Text& id, Extend extend);
  void write_dosage(const Order& order);
  void write_item(const ResultItem& item, std::size_t i);
  void write_phase(const ChecklistPhase& phase);
  void answer(std::string_view name, std::string_view value);
  void write_author(const Person& author);
  void write_attester(const Signature& signature);
  void write_section(const Document& document, const Section& section);
};

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_FHIR_RESOURCES_H_
