// SPDX-License-Identifier: Apache-2.0
// FHIR data types for the writer. Internal to the generator.
#ifndef EMRLINT_GENERATOR_FHIR_JSON_H_
#define EMRLINT_GENERATOR_FHIR_JSON_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/json_text.h"
#include "model/chart.h"

namespace emrlint {

class FhirJson : public JsonText {
 public:
  void reference(std::string_view name, const std::string& target);
  // Somebody of the staff by reference, the patient by his, anybody else by name.
  void person(std::string_view name, const Person& person, std::string_view patient);
  void coding(std::string_view system, std::string_view code, std::string_view display = {});
  // A CodeableConcept with one coding; `text` may be empty.
  void concept_of(std::string_view name, std::string_view system, std::string_view code,
                  std::string_view text = {});
  void identifier(std::string_view system, std::string_view value);

  // Members of an "extension" array.
  void own_text(std::string_view name, std::string_view value);
  void own_flag(std::string_view name, bool value);
  void own_integer(std::string_view name, int value);
  void own_time(std::string_view name, const std::optional<Located<Time>>& value);
  void own_time(std::string_view name, const TimeFact& value);
  void own_person(std::string_view name, const Person& person, std::string_view patient);
  void own_reference(std::string_view name, const std::string& target);
  template <typename Write>
  void own_parts(std::string_view name, Write write) {
    object([&] {
      text("url", "urn:emrlint:" + std::string(name));
      array("extension", write);
    });
  }
  void signatures(const std::vector<Signature>& signatures, std::string_view patient);
  // "surgeries/s1" as extensions that refer to the resource.
  void about(const std::vector<Text>& references);
};

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_FHIR_JSON_H_
