// SPDX-License-Identifier: Apache-2.0
#include "model/events.h"

#include "model/enum_table.h"

namespace emrlint {
namespace {

constexpr Entry<ConsultationKind> kConsultationKindIds[] = {
    {ConsultationKind::kUnknown, "unknown"},
    {ConsultationKind::kRoutine, "routine"},
    {ConsultationKind::kUrgent, "urgent"},
    {ConsultationKind::kExternal, "external"},
    {ConsultationKind::kMultidisciplinary, "multidisciplinary"},
};

}  // namespace

std::string_view id(ConsultationKind value) { return id_in(kConsultationKindIds, value); }
std::optional<ConsultationKind> consultation_from_id(std::string_view text) {
  return value_in(kConsultationKindIds, text);
}

}  // namespace emrlint
