// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>

#include "reader/chart_json_tables.h"

namespace emrlint::chart_json {
namespace {

Enumeration sort_words(Enumeration enumeration) {
  for (std::size_t i = 0; i < enumeration.ids.size(); ++i) {
    enumeration.sorted.emplace_back(enumeration.ids[i], static_cast<std::uint8_t>(i));
  }
  std::sort(enumeration.sorted.begin(), enumeration.sorted.end());
  return enumeration;
}

// The words of an enumeration of the model, as its id() spells them, up to its last enumerator.
template <typename E>
Enumeration words(std::string_view name, E last) {
  Enumeration enumeration{name, {}, {}};
  for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
    enumeration.ids.push_back(id(static_cast<E>(i)));
  }
  return sort_words(std::move(enumeration));
}

// For enumerations that have no ids elsewhere.
Enumeration words(std::string_view name, std::initializer_list<std::string_view> ids) {
  return sort_words({name, ids, {}});
}

}  // namespace

template <>
const Enumeration& enumeration_of<Acuity>() {
  static const Enumeration kWords = words("acuity", {"serious", "critical"});
  return kWords;
}

template <>
const Enumeration& enumeration_of<AnesthesiaKind>() {
  static const Enumeration kWords = words("anesthesia-kind", AnesthesiaKind::kOther);
  return kWords;
}

template <>
const Enumeration& enumeration_of<ConsultationKind>() {
  static const Enumeration kWords =
      words("consultation-kind", ConsultationKind::kMultidisciplinary);
  return kWords;
}

template <>
const Enumeration& enumeration_of<DiagnosisRole>() {
  static const Enumeration kWords = words("diagnosis-role", DiagnosisRole::kOther);
  return kWords;
}

template <>
const Enumeration& enumeration_of<Disposition>() {
  static const Enumeration kWords = words("disposition", Disposition::kOther);
  return kWords;
}

template <>
const Enumeration& enumeration_of<DocType>() {
  static const Enumeration kWords =
      words("document-type", static_cast<DocType>(kDocTypeCount - 1));
  return kWords;
}

template <>
const Enumeration& enumeration_of<EncounterKind>() {
  static const Enumeration kWords = words("encounter-kind", EncounterKind::kOther);
  return kWords;
}

template <>
const Enumeration& enumeration_of<Realm>() {
  static const Enumeration kWords = words("realm", {"unknown", "china", "other"});
  return kWords;
}

template <>
const Enumeration& enumeration_of<Role>() {
  static const Enumeration kWords = words("role", Role::kInformant);
  return kWords;
}

template <>
const Enumeration& enumeration_of<SectionType>() {
  static const Enumeration kWords =
      words("section-type", static_cast<SectionType>(kSectionTypeCount - 1));
  return kWords;
}

template <>
const Enumeration& enumeration_of<Sex>() {
  static const Enumeration kWords = words("sex", Sex::kUnspecified);
  return kWords;
}

template <>
const Enumeration& enumeration_of<Side>() {
  static const Enumeration kWords = words("side", Side::kNone);
  return kWords;
}

template <>
const Enumeration& enumeration_of<Source>() {
  static const Enumeration kWords =
      words("source", static_cast<Source>(static_cast<unsigned>(Source::kCount) - 1));
  return kWords;
}

template <>
const Enumeration& enumeration_of<Stage>() {
  static const Enumeration kWords = words("stage", Stage::kArchived);
  return kWords;
}

template <>
const Enumeration& enumeration_of<Title>() {
  static const Enumeration kWords = words("title", Title::kOther);
  return kWords;
}

template <>
const Enumeration& enumeration_of<Urgency>() {
  static const Enumeration kWords = words("urgency", Urgency::kLifeSaving);
  return kWords;
}

template <>
const Enumeration& enumeration_of<ValueKind>() {
  static const Enumeration kWords =
      words("value-kind", {"none", "text", "coded", "time", "quantity", "boolean", "number",
                           "identifier", "other"});
  return kWords;
}

}  // namespace emrlint::chart_json
