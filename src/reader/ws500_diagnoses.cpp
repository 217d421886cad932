// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string_view>

#include "reader/ws500_parts.h"
#include "terminology/diagnosis_role.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

// What an element says of a diagnosis. Name, code and condition on admission of one diagnosis are
// entries of their own that follow one another.
enum class Part : std::uint8_t { kNone, kName, kCode, kOnAdmission };

Part part_of(std::string_view id) {
  if (id == "DE05.01.025.00" || id == "DE05.10.172.00" || id == "DE05.10.152.00" ||
      id == "DE05.10.025.00") {
    return Part::kName;
  }
  if (id == "DE05.01.024.00" || id == "DE05.10.130.00" || id == "DE05.01.021.00" ||
      id == "DE05.01.078.00") {
    return Part::kCode;
  }
  return id == "DE09.00.104.00" ? Part::kOnAdmission : Part::kNone;
}

bool external_cause(std::string_view id) {
  return id == "DE05.01.078.00" || id == "DE05.10.152.00";
}

struct Meaning {
  DiagnosisRole role = DiagnosisRole::kUnknown;
  bool tcm = false;
  bool syndrome = false;  // 证候 beside the disease of traditional medicine.
  bool disease = false;   // 病名, where the element says so.

  // The code of a disease may say so where its name does not.
  friend bool operator==(const Meaning& a, const Meaning& b) {
    return a.role == b.role && a.tcm == b.tcm && a.syndrome == b.syndrome;
  }
};

bool front_page(const Ws500Document& it) {
  return it.document.type == DocType::kFrontPage || it.document.type == DocType::kTcmFrontPage;
}

// The first words that decide; the qualifier repeats them in many documents.
bool says(const Ws500Document& it, std::uint32_t index, std::string_view words) {
  return contains(it.name_of(index), words) ||
         contains(it.node(index).qualifier.value, words);
}

DiagnosisRole discharge_role(const Ws500Document& it, std::uint32_t index) {
  if (says(it, index, "其他") || says(it, index, "次要")) return DiagnosisRole::kDischargeOther;
  for (const std::string_view words : {"主要诊断", "主诊断", "主病"}) {
    if (says(it, index, words)) return DiagnosisRole::kDischargePrincipal;
  }
  // The front page for traditional medicine calls its principal western diagnosis just 疾病.
  const bool principal = front_page(it) && says(it, index, "西医诊断");
  return principal ? DiagnosisRole::kDischargePrincipal : DiagnosisRole::kDischarge;
}

std::optional<DiagnosisRole> role_of_field(SectionType field) {
  switch (field) {
    case SectionType::kConfirmedDiagnosis:
      return DiagnosisRole::kRevised;
    case SectionType::kDeathCause:
      return DiagnosisRole::kDeath;
    case SectionType::kCurrentDiagnosis:
    case SectionType::kSupplementaryDiagnosis:
      return DiagnosisRole::kOther;
    case SectionType::kDiagnosis:
      return DiagnosisRole::kUnknown;
    default:
      break;
  }
  const DiagnosisRole role = diagnosis_role_in(field);
  // A plan, a differential diagnosis: none of the patient's.
  if (role == DiagnosisRole::kUnknown) return std::nullopt;
  return role;
}

std::optional<DiagnosisRole> role_of(const Ws500Document& it, std::uint32_t index) {
  const SectionType field = it.node(index).field;
  const SectionType section = it.section_of(index);
  if (external_cause(it.element(index).id.value)) return DiagnosisRole::kExternalCause;
  const bool discharge = field == SectionType::kDischargeDiagnosis ||
                         (section == SectionType::kDischargeDiagnosis &&
                          (field == SectionType::kUnknown || field == SectionType::kDiagnosis));
  if (discharge) return discharge_role(it, index);
  const std::optional<DiagnosisRole> role = role_of_field(field);
  const bool outpatient = it.document.type == DocType::kOutpatientRecord;
  if (role == DiagnosisRole::kUnknown && outpatient) return DiagnosisRole::kOutpatient;
  return role;
}

Meaning meaning_of(const Ws500Document& it, std::uint32_t index, DiagnosisRole role) {
  const Element& element = it.element(index);
  const std::string_view id = element.id.value;
  const bool tcm = id == "DE05.10.130.00" || id == "DE05.10.172.00" ||
                   element.code_system.value == oids::kTcmDiagnoses || says(it, index, "中医");
  const bool syndrome = tcm && (says(it, index, "证候") || says(it, index, "症候") ||
                                says(it, index, "主症") || says(it, index, "主证"));
  const bool disease = tcm && !syndrome && (says(it, index, "病名") || says(it, index, "主病"));
  return {role, tcm, syndrome, disease};
}

// Collects the diagnoses of one document.
class Collector {
 public:
  explicit Collector(Ws500Document& it) : it_(it) {}

  void add(std::uint32_t index) {
    const Part part = part_of(it_.element(index).id.value);
    if (part == Part::kNone) return;
    if (part == Part::kOnAdmission) return add_condition(index);
    const std::optional<DiagnosisRole> role = role_of(it_, index);
    if (!role) return close();
    const Element& element = it_.element(index);
    if (element.value.value.empty() && element.display.value.empty()) return;
    const Meaning meaning = meaning_of(it_, index, *role);
    if (!fits(part, meaning, element.section)) open(meaning, element.section);
    if (meaning.disease) last().syndrome = false;
    part == Part::kName ? set_name(element) : set_code(element);
  }

  void close() { open_ = false; }

 private:
  Diagnosis& last() { return it_.chart.diagnoses.back(); }

  bool fits(Part part, const Meaning& meaning, std::uint32_t section) {
    if (!open_ || !(meaning == meaning_) || section != section_) return false;
    if (part == Part::kName) return last().name.value.empty() && !named_by_code_;
    // Two names before the first code: nothing tells whose code it is.
    return last().code.value.empty() && !two_names_;
  }

  void open(const Meaning& meaning, std::uint32_t section) {
    two_names_ = open_ && meaning == meaning_ && section == section_ &&
                 last().code.value.empty() && !last().name.value.empty();
    open_ = true;
    named_by_code_ = false;
    meaning_ = meaning;
    section_ = section;
    Diagnosis diagnosis;
    diagnosis.role = meaning.role;
    diagnosis.tcm = meaning.tcm;
    if (meaning.syndrome) diagnosis.syndrome = true;
    diagnosis.document = static_cast<std::uint32_t>(it_.chart.documents.size()) - 1;
    it_.chart.diagnoses.push_back(diagnosis);
  }

  void set_name(const Element& element) {
    last().name = said(&element);
    if (last().code.value.empty()) last().span = last().name.span;
  }

  void set_code(const Element& element) {
    last().code = element.value;
    last().code_system = element.code_system;
    last().span = element.value.value.empty() ? element.display.span : element.value.span;
    if (last().name.value.empty() && !element.display.value.empty()) {
      last().name = element.display;
      named_by_code_ = true;
    }
  }

  void add_condition(std::uint32_t index) {
    const Element& element = it_.element(index);
    if (!open_ || element.section != section_ || !last().on_admission.value.empty()) return;
    last().on_admission = element.value.value.empty() ? element.display : element.value;
    if (named_by_code_ || !last().name.value.empty()) close();
  }

  Ws500Document& it_;
  bool open_ = false;
  bool named_by_code_ = false;
  bool two_names_ = false;
  Meaning meaning_;
  std::uint32_t section_ = 0;
};

}  // namespace

void add_ws500_diagnoses(Ws500Document& it) {
  Collector collector(it);
  const auto count = static_cast<std::uint32_t>(it.document.elements.size());
  for (std::uint32_t i = 0; i < count; ++i) collector.add(i);
}

}  // namespace emrlint
