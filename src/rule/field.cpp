// SPDX-License-Identifier: Apache-2.0
#include "rule/field.h"

#include <algorithm>
#include <initializer_list>

#include "model/ordered.h"

namespace emrlint {
namespace {

bool filled(const Text& text) {
  return text.value.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

template <Text HeaderClaims::*Claim>
bool header(const Chart&, const Document& document) {
  return filled(document.header.*Claim);
}

template <Text HeaderClaims::*Claim, Text Patient::*Stated>
bool of_patient(const Chart& chart, const Document& document) {
  return filled(document.header.*Claim) || filled(chart.patient.*Stated);
}

template <Text HeaderClaims::*Claim, Text Encounter::*Stated>
bool of_stay(const Chart& chart, const Document& document) {
  return filled(document.header.*Claim) || filled(chart.encounter.*Stated);
}

bool institution(const Chart& chart, const Document& document) {
  return filled(document.header.institution) || filled(chart.institution.name);
}

bool sex(const Chart& chart, const Document& document) {
  return document.header.sex.has_value() || chart.patient.sex.value != Sex::kUnknown;
}

bool age(const Chart& chart, const Document& document) {
  return filled(document.header.age) || document.header.birth.has_value() ||
         filled(chart.patient.age) || chart.patient.birth.has_value();
}

template <TimeFact Encounter::*Fact>
bool stay_time(const Chart& chart, const Document&) {
  return (chart.encounter.*Fact).known();
}

// BL 22(21) asks a death record for the minute. Only its own statement can lack it; other data may
// be an extract of the day.
bool death_minute(const Chart& chart, const Document&) {
  const std::vector<TimeClaim>& claims = chart.encounter.died.claims();
  const auto own = [](const TimeClaim& c) { return c.origin == Origin::kEventDocument; };
  const auto exact = [](const TimeClaim& c) { return c.value.exact(); };
  return std::none_of(claims.begin(), claims.end(), own) ||
         std::any_of(claims.begin(), claims.end(), exact);
}

bool recorded(const Chart&, const Document& document) { return document.recorded.has_value(); }
bool held(const Chart&, const Document& document) { return document.held.has_value(); }

bool takes_part(const Document& document, Role role) {
  const auto same = [role](const auto& one) { return one.role == role && one.person.known(); };
  return std::any_of(document.signatures.begin(), document.signatures.end(), same) ||
         std::any_of(document.participants.begin(), document.participants.end(), same);
}

template <Role Wanted>
bool person(const Chart&, const Document& document) {
  return takes_part(document, Wanted);
}

bool signature(const Chart&, const Document& document) {
  return std::any_of(document.signatures.begin(), document.signatures.end(),
                     [](const Signature& s) { return !is_patient_side(s.role); });
}

bool author(const Chart&, const Document& document) { return document.author.known(); }
bool participants(const Chart&, const Document& document) { return !document.participants.empty(); }

bool narrator(const Chart&, const Document& document) {
  return document.has_text(SectionType::kNarrator) || takes_part(document, Role::kInformant);
}

// Of a record that speaks of several surgeries, one that tells is enough.
template <auto Given>
bool surgery_fact(const Chart& chart, const Document& document) {
  const std::vector<std::uint32_t>& linked = document.surgeries;
  if (linked.empty()) return only_surgery(chart, 0) && Given(chart.surgeries.front());
  return std::any_of(linked.begin(), linked.end(),
                     [&](std::uint32_t index) { return Given(chart.surgeries[index]); });
}

constexpr auto kSurgeon = [](const Surgery& s) { return s.surgeon.known(); };
constexpr auto kAssistants = [](const Surgery& s) { return !s.assistants.empty(); };
constexpr auto kStart = [](const Surgery& s) { return s.start.known(); };
constexpr auto kEnd = [](const Surgery& s) { return s.end.known(); };
// A date that is written wrongly is not missing: structure-time says at its place what it is.
constexpr auto kDate = [](const Surgery& s) {
  return s.start.known() || s.end.known() || s.malformed_time;
};
constexpr auto kName = [](const Surgery& s) { return filled(s.name); };
constexpr auto kAnesthesia = [](const Surgery& s) {
  return s.anesthesia.kind != AnesthesiaKind::kUnknown || filled(s.anesthesia.kind_text);
};
constexpr auto kAnesthetist = [](const Surgery& s) { return s.anesthesia.by.known(); };

template <Role Wanted, auto Given>
bool person_of_surgery(const Chart& chart, const Document& document) {
  return takes_part(document, Wanted) || surgery_fact<Given>(chart, document);
}

bool assistants(const Chart& chart, const Document& document) {
  return takes_part(document, Role::kFirstAssistant) || takes_part(document, Role::kAssistant) ||
         surgery_fact<kAssistants>(chart, document);
}

bool surgery_name(const Chart& chart, const Document& document) {
  return document.type == DocType::kCesareanRecord ||  // Its title is the name.
         document.has_text(SectionType::kProcedureName) || surgery_fact<kName>(chart, document);
}

bool anesthesia_method(const Chart& chart, const Document& document) {
  return document.has_text(SectionType::kAnesthesiaMethod) ||
         surgery_fact<kAnesthesia>(chart, document);
}

// A visit has one time; a record made at the visit tells it too.
bool visit_time(const Chart& chart, const Document& document) {
  return chart.encounter.admitted.known() || document.recorded || document.held ||
         document.element("DE06.00.062.00") != nullptr;
}

bool has_any(const Document& document, std::initializer_list<SectionType> types) {
  return std::any_of(types.begin(), types.end(),
                     [&](SectionType type) { return document.has_text(type); });
}

// In the record, or as data of the visit.
bool visit_diagnosis(const Chart& chart, const Document& document) {
  using enum SectionType;
  return !chart.diagnoses.empty() ||
         has_any(document,
                 {kDiagnosis, kPreliminaryDiagnosis, kRevisedDiagnosis, kConfirmedDiagnosis,
                  kSupplementaryDiagnosis, kOutpatientDiagnosis, kCurrentDiagnosis, kProblemList});
}

bool visit_treatment(const Chart& chart, const Document& document) {
  using enum SectionType;
  return !chart.orders.empty() || chart.has(DocType::kWesternPrescription) ||
         chart.has(DocType::kTcmPrescription) ||
         has_any(document,
                 {kTreatmentPlan, kTreatment, kTreatmentPrinciple, kTreatmentCourse, kOrders,
                  kMedication, kProcedures, kHealthGuidance, kPrecautions, kFollowup});
}

using H = HeaderClaims;
using E = Encounter;
constexpr bool kOfSurgery = true;

constexpr Field kFields[] = {
    {"name", {"姓名", "name"}, of_patient<&H::name, &Patient::name>},
    {"sex", {"性别", "sex"}, sex},
    {"age", {"年龄", "age"}, age},
    {"patient-id", {"病案号", "patient number"}, of_patient<&H::patient_id, &Patient::id>},
    {"stay-id", {"住院号", "stay number"}, of_stay<&H::stay_id, &E::id>},
    {"department", {"科别", "department"}, of_stay<&H::department, &E::department>},
    {"ward", {"病区", "ward"}, of_stay<&H::ward, &E::ward>},
    {"room", {"病房", "room"}, header<&H::room>},
    {"bed", {"床号", "bed"}, of_stay<&H::bed, &E::bed>},
    {"institution", {"医疗机构名称", "institution"}, institution},
    {"admission-time", {"入院时间", "time of admission"}, stay_time<&E::admitted>},
    {"discharge-time", {"出院时间", "time of discharge"}, stay_time<&E::discharged>},
    {"death-time", {"死亡时间", "time of death"}, stay_time<&E::died>},
    {"death-minute", {"死亡时间的时、分", "hour and minute of death"}, death_minute},
    {"recorded-time", {"记录时间", "time of recording"}, recorded},
    {"held-time", {"讨论（查房）时间", "time of the discussion or round"}, held},
    {"author", {"记录者", "author"}, author},
    {"signature", {"医师签名", "physician's signature"}, signature},
    {"participants", {"参加人员", "participants"}, participants},
    {"host", {"主持人", "host"}, person<Role::kHost>},
    {"narrator", {"病史陈述者", "narrator"}, narrator},
    {"surgeon", {"手术者", "surgeon"}, person_of_surgery<Role::kSurgeon, kSurgeon>, kOfSurgery},
    {"assistants", {"助手", "assistants"}, assistants, kOfSurgery},
    {"anesthetist",
     {"麻醉医师", "anaesthetist"},
     person_of_surgery<Role::kAnesthetist, kAnesthetist>,
     kOfSurgery},
    {"visit-time", {"就诊时间", "time of the visit"}, visit_time},
    {"visit-diagnosis", {"诊断", "diagnosis"}, visit_diagnosis},
    {"visit-treatment", {"治疗意见", "treatment"}, visit_treatment},
    {"surgery-name", {"手术名称", "name of the surgery"}, surgery_name, kOfSurgery},
    {"surgery-date", {"手术日期", "date of the surgery"}, surgery_fact<kDate>, kOfSurgery},
    {"surgery-start", {"手术开始时间", "start of the surgery"}, surgery_fact<kStart>, kOfSurgery},
    {"surgery-end", {"手术结束时间", "end of the surgery"}, surgery_fact<kEnd>, kOfSurgery},
    {"anesthesia-method", {"麻醉方法", "method of anaesthesia"}, anesthesia_method, kOfSurgery},
};

}  // namespace

std::vector<const Field*> read_fields(RuleReader& reader, std::string_view key) {
  std::vector<std::string_view> ids;
  for (const Field& field : kFields) ids.push_back(field.id);
  std::vector<const Field*> found;
  for (const TomlValue* value : reader.table().texts(key)) {
    const auto index = reader.table().word(*value, {"项目", "field"}, ids);
    if (index) found.push_back(&kFields[*index]);
  }
  return found;
}

Argument joined(const std::vector<Argument>& names) {
  Argument all;
  for (const Argument& name : names) {
    all.zh += (all.zh.empty() ? "" : "、") + name.zh;
    all.en += (all.en.empty() ? "" : ", ") + name.en;
  }
  return all;
}

}  // namespace emrlint
