// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_SIGNATURE_PATIENT_SIDE_H_
#define EMRLINT_CHECKS_SIGNATURE_PATIENT_SIDE_H_

#include "checks/signature/parties.h"

namespace emrlint::checks {

// Whether a signature is that of the patient, an agent, or somebody who may sign for them (BL 10).
Signs signs_for_patient(const Chart& chart, const Document& document, const Signature& signature);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_SIGNATURE_PATIENT_SIDE_H_
