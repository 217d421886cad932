// SPDX-License-Identifier: Apache-2.0
#include "model/surgery.h"

#include "model/enum_table.h"

namespace emrlint {
namespace {

constexpr Entry<Urgency> kUrgencyIds[] = {
    {Urgency::kUnknown, "unknown"},
    {Urgency::kElective, "elective"},
    {Urgency::kUrgent, "urgent"},
    {Urgency::kEmergency, "emergency"},
    {Urgency::kLifeSaving, "life-saving"},
};

constexpr Entry<Side> kSideIds[] = {
    {Side::kUnknown, "unknown"},
    {Side::kLeft, "left"},
    {Side::kRight, "right"},
    {Side::kBoth, "both"},
    {Side::kNone, "none"},
};

constexpr Entry<AnesthesiaKind> kAnesthesiaKindIds[] = {
    {AnesthesiaKind::kUnknown, "unknown"},
    {AnesthesiaKind::kGeneral, "general"},
    {AnesthesiaKind::kNeuraxial, "neuraxial"},
    {AnesthesiaKind::kNerveBlock, "nerve-block"},
    {AnesthesiaKind::kLocal, "local"},
    {AnesthesiaKind::kSedation, "sedation"},
    {AnesthesiaKind::kCombined, "combined"},
    {AnesthesiaKind::kOther, "other"},
};

}  // namespace

std::string_view id(Urgency value) { return id_in(kUrgencyIds, value); }
std::optional<Urgency> urgency_from_id(std::string_view text) {
  return value_in(kUrgencyIds, text);
}
std::string_view id(Side value) { return id_in(kSideIds, value); }
std::optional<Side> side_from_id(std::string_view text) {
  return value_in(kSideIds, text);
}
std::string_view id(AnesthesiaKind value) { return id_in(kAnesthesiaKindIds, value); }
std::optional<AnesthesiaKind> anesthesia_from_id(std::string_view text) {
  return value_in(kAnesthesiaKindIds, text);
}

}  // namespace emrlint
