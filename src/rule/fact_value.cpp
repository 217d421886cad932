// SPDX-License-Identifier: Apache-2.0
#include "rule/fact_value.h"

#include <iterator>

namespace emrlint {

// A row of the vocabulary. `read` gets the thing that the scope names; the others may be null.
struct FactType {
  FactScope scope;
  std::string_view id;
  Bilingual name;
  std::optional<FactValue> (*read)(const Chart& chart, const Surgery* surgery,
                                   const Document* document);
};

namespace {

std::optional<FactValue> of_text(const Text& text, bool personal = false) {
  if (text.value.empty()) return std::nullopt;
  const Argument shown = personal ? to_argument(Personal{text.value}) : to_argument(text.value);
  return FactValue{shown, text.value, nullptr, {}, text.span};
}

std::optional<FactValue> of_person(const Person& person) {
  if (!person.known()) return std::nullopt;
  const Text& shown = person.name.value.empty() ? person.id : person.name;
  return FactValue{to_argument(Personal{shown.value}), {}, &person, {}, person.span()};
}

std::optional<FactValue> of_time(const Time& time, Span span) {
  return FactValue{to_argument(time), {}, nullptr, time, span};
}

std::optional<FactValue> of_fact(const TimeFact& fact) {
  return fact.known() ? of_time(fact.value(), fact.span()) : std::nullopt;
}

std::optional<FactValue> of_sex(const Located<Sex>& sex) {
  if (sex.value != Sex::kMale && sex.value != Sex::kFemale) return std::nullopt;
  return FactValue{to_argument(sex.value), id(sex.value), nullptr, {}, sex.span};
}

using Read = std::optional<FactValue>;
constexpr bool kPersonal = true;

template <auto Member, bool Hidden = false>
Read patient(const Chart& chart, const Surgery*, const Document*) {
  return of_text(chart.patient.*Member, Hidden);
}

template <auto Member>
Read stay(const Chart& chart, const Surgery*, const Document*) {
  return of_text(chart.encounter.*Member);
}

template <auto Member>
Read stay_time(const Chart& chart, const Surgery*, const Document*) {
  return of_fact(chart.encounter.*Member);
}

Read patient_sex(const Chart& chart, const Surgery*, const Document*) {
  return of_sex(chart.patient.sex);
}

Read patient_birth(const Chart& chart, const Surgery*, const Document*) {
  const auto& birth = chart.patient.birth;
  return birth ? of_time(birth->value, birth->span) : std::nullopt;
}

template <auto Member>
Read surgery_person(const Chart&, const Surgery* surgery, const Document*) {
  return of_person(surgery->*Member);
}

Read surgery_anesthetist(const Chart&, const Surgery* surgery, const Document*) {
  return of_person(surgery->anesthesia.by);
}

template <auto Member>
Read surgery_text(const Chart&, const Surgery* surgery, const Document*) {
  return of_text(surgery->*Member);
}

template <auto Member>
Read surgery_time(const Chart&, const Surgery* surgery, const Document*) {
  return of_fact(surgery->*Member);
}

template <auto Member, bool Hidden = false>
Read header(const Chart&, const Surgery*, const Document* document) {
  return of_text(document->header.*Member, Hidden);
}

Read header_sex(const Chart&, const Surgery*, const Document* document) {
  return document->header.sex ? of_sex(*document->header.sex) : std::nullopt;
}

Read header_birth(const Chart&, const Surgery*, const Document* document) {
  const auto& birth = document->header.birth;
  return birth ? of_time(birth->value, birth->span) : std::nullopt;
}

Read author(const Chart&, const Surgery*, const Document* document) {
  return of_person(document->author);
}

template <Role Wanted>
Read taking_part(const Chart&, const Surgery*, const Document* document) {
  for (const Participant& one : document->participants) {
    if (one.role == Wanted && one.person.known()) return of_person(one.person);
  }
  const Signature* signature = document->signature(Wanted);
  return signature != nullptr ? of_person(signature->person) : std::nullopt;
}

constexpr FactScope kStay = FactScope::kStay;
constexpr FactScope kSurgery = FactScope::kSurgery;
constexpr FactScope kDocument = FactScope::kDocument;
using H = HeaderClaims;

constexpr FactType kFacts[] = {
    {kStay, "name", {"姓名", "name"}, patient<&Patient::name, kPersonal>},
    {kStay, "sex", {"性别", "sex"}, patient_sex},
    {kStay, "birth", {"出生日期", "date of birth"}, patient_birth},
    {kStay, "patient-id", {"病案号", "patient number"}, patient<&Patient::id, kPersonal>},
    {kStay, "id-card", {"身份证号", "identity number"}, patient<&Patient::id_card, kPersonal>},
    {kStay, "stay-id", {"住院号", "stay number"}, stay<&Encounter::id>},
    {kStay, "department", {"科别", "department"}, stay<&Encounter::department>},
    {kStay, "admission", {"入院时间", "time of admission"}, stay_time<&Encounter::admitted>},
    {kStay, "discharge", {"出院时间", "time of discharge"}, stay_time<&Encounter::discharged>},
    {kStay, "death", {"死亡时间", "time of death"}, stay_time<&Encounter::died>},
    {kSurgery, "surgeon", {"手术者", "surgeon"}, surgery_person<&Surgery::surgeon>},
    {kSurgery,
     "planned-surgeon",
     {"计划手术者", "planned surgeon"},
     surgery_person<&Surgery::planned_surgeon>},
    {kSurgery, "anesthetist", {"麻醉医师", "anaesthetist"}, surgery_anesthetist},
    {kSurgery, "name", {"手术名称", "name"}, surgery_text<&Surgery::name>},
    {kSurgery, "code", {"手术编码", "code"}, surgery_text<&Surgery::code>},
    {kSurgery, "site", {"手术部位", "site"}, surgery_text<&Surgery::site>},
    {kSurgery, "start", {"开始时间", "start"}, surgery_time<&Surgery::start>},
    {kSurgery, "end", {"结束时间", "end"}, surgery_time<&Surgery::end>},
    {kDocument, "name", {"姓名", "name"}, header<&H::name, kPersonal>},
    {kDocument, "sex", {"性别", "sex"}, header_sex},
    {kDocument, "birth", {"出生日期", "date of birth"}, header_birth},
    {kDocument, "patient-id", {"病案号", "patient number"}, header<&H::patient_id, kPersonal>},
    {kDocument, "id-card", {"身份证号", "identity number"}, header<&H::id_card, kPersonal>},
    {kDocument, "stay-id", {"住院号", "stay number"}, header<&H::stay_id>},
    {kDocument, "department", {"科别", "department"}, header<&H::department>},
    {kDocument, "author", {"书写者", "author"}, author},
    {kDocument, "surgeon", {"手术者", "surgeon"}, taking_part<Role::kSurgeon>},
    {kDocument,
     "first-assistant",
     {"第一助手", "first assistant"},
     taking_part<Role::kFirstAssistant>},
    {kDocument, "anesthetist", {"麻醉医师", "anaesthetist"}, taking_part<Role::kAnesthetist>},
};

constexpr Bilingual kScopeNames[] = {{"本次住院", "the stay"}, {"手术", "the surgery"}};

// "stay", "surgery", "document" and the types of documents, in this order.
std::vector<std::string_view> scope_ids() {
  std::vector<std::string_view> ids{"stay", "surgery", "document"};
  for (std::size_t i = 1; i < kDocTypeCount; ++i) ids.push_back(id(static_cast<DocType>(i)));
  return ids;
}

}  // namespace

SamePerson compare(const FactValue& a, const FactValue& b) {
  if (a.person != nullptr && b.person != nullptr) return same_person(*a.person, *b.person);
  if (a.time && b.time) {
    const bool apart = certainly_before(*a.time, *b.time) || certainly_after(*a.time, *b.time);
    return apart ? SamePerson::kNo : SamePerson::kYes;
  }
  return a.text == b.text ? SamePerson::kYes : SamePerson::kNo;
}

std::optional<FactName> FactName::read(RuleReader& reader, std::string_view key) {
  TableReader& table = reader.table();
  const TomlValue* value = table.require(key);
  if (value == nullptr) return std::nullopt;
  const std::size_t slash = std::min(value->text.find('/'), value->text.size());
  TomlValue scope = *value, fact = *value;
  scope.text.resize(slash);
  fact.text.erase(0, std::min(slash + 1, fact.text.size()));
  const auto scope_index = table.word(scope, {"事实的出处", "place of a fact"}, scope_ids());
  if (!scope_index) return std::nullopt;
  FactName name;
  if (*scope_index > 2) name.document_ = static_cast<DocType>(*scope_index - 2);
  const auto wanted = static_cast<FactScope>(std::min<std::size_t>(*scope_index, 2));
  std::vector<std::string_view> ids;
  for (const FactType& type : kFacts) {
    if (type.scope != wanted) continue;
    ids.push_back(type.id);
    if (type.id == fact.text) name.type_ = &type;
  }
  if (!table.word(fact, {"事实", "fact"}, ids)) return std::nullopt;
  return name;
}

FactScope FactName::scope() const { return type_->scope; }

Argument FactName::name() const {
  Argument of = type_->scope == FactScope::kDocument
                    ? to_argument(document_ == DocType::kUnknown
                                      ? Bilingual{"文书", "the document"}
                                      : Bilingual{emrlint::name(document_, Lang::kZh),
                                                  emrlint::name(document_, Lang::kEn)})
                    : to_argument(kScopeNames[static_cast<std::size_t>(type_->scope)]);
  return {of.zh + "的" + std::string(type_->name.zh), std::string(type_->name.en) + " of " + of.en};
}

std::optional<FactValue> FactName::of_stay(const Chart& chart) const {
  return type_->read(chart, nullptr, nullptr);
}

std::optional<FactValue> FactName::of_surgery(const Chart& chart, const Surgery& surgery) const {
  return type_->read(chart, &surgery, nullptr);
}

std::optional<FactValue> FactName::of_document(const Chart& chart, const Document& document) const {
  return type_->read(chart, nullptr, &document);
}

}  // namespace emrlint
