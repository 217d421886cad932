// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_REQUIRED_DOCUMENTS_H_
#define EMRLINT_CHECKS_COMPLETENESS_REQUIRED_DOCUMENTS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "check/check.h"

// The table of required_documents.def.
namespace emrlint::checks {

enum class CallingEvent : std::uint8_t {
  kStay,
  kLongStay,
  kMonthOfStay,
  kDischarge,
  kDeath,
  kSurgery,
  kLevel4Surgery,
  kAnesthesia,
  kTransfusion,
  kSeriousCondition,
  kConsultation,
  kRescue,
  kTransferOut,
  kTransferIn,
  kHandoverOut,
  kHandoverIn,
  kInvasiveProcedure,
  kVaginalBirth,
  kNursingDocuments,
  kObservation,
  kRescueAtVisit,
};

struct RequiredDocument {
  CallingEvent event;
  DocType document;
  std::string_view check;  // That says its absence.
  Citation basis;
};

std::span<const RequiredDocument> required_documents();

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_REQUIRED_DOCUMENTS_H_
