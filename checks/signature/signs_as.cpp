// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "checks/signature/parties.h"
#include "checks/signature/patient_side.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

// A signature that may be of anybody among the physicians: by its role or its rank.
bool open_role(Role role) {
  switch (role) {
    case Role::kSurgeon:
    case Role::kFirstAssistant:
    case Role::kSecondAssistant:
    case Role::kAssistant:
    case Role::kAnesthetist:
    case Role::kConsultant:
    case Role::kRequester:
    case Role::kCoder:
      return false;
    default:
      return is_staff(role) && !is_nurse(role);
  }
}

Signs physician(const Chart& chart, const Signature& signature) {
  if (!is_staff(signature.role) || is_nurse(signature.role)) return Signs::kNo;
  const Title title = chart.title_of(signature.person);
  if (title != Title::kUnknown && title != Title::kOther) {
    return is_physician(title) ? Signs::kYes : Signs::kNo;
  }
  switch (signature.role) {
    case Role::kUnknown:
    case Role::kCoder:
    case Role::kVerifier:
    case Role::kExecutor:
      return Signs::kUnknown;
    default:
      return Signs::kYes;
  }
}

// Signed by one of these people under another role? Nobody known: their role decides alone.
Signs one_of(const std::vector<const Person*>& people, const Signature& signature) {
  if (people.empty()) return Signs::kUnknown;
  bool all_others = true;
  for (const Person* person : people) {
    const SamePerson same = same_signer(*person, signature.person);
    if (same == SamePerson::kYes) return Signs::kYes;
    all_others &= same == SamePerson::kNo;
  }
  return all_others ? Signs::kNo : Signs::kUnknown;
}

std::vector<const Person*> surgeons(const Chart& chart, const Document& document) {
  std::vector<const Person*> found;
  for (const Surgery* surgery : surgeries_of(chart, document)) {
    if (surgery->surgeon.known()) found.push_back(&surgery->surgeon);
    if (surgery->planned_surgeon.known()) found.push_back(&surgery->planned_surgeon);
  }
  return found;
}

Signs surgeon(const Chart& chart, const Document& document, const Signature& signature) {
  if (signature.role == Role::kSurgeon) return Signs::kYes;
  if (!is_staff(signature.role)) return Signs::kNo;
  const Signs by_person = one_of(surgeons(chart, document), signature);
  if (by_person != Signs::kUnknown) return by_person;
  return open_role(signature.role) ? Signs::kUnknown : Signs::kNo;
}

// Another anaesthetist than the one of the operation may visit and sign.
Signs anesthetist(const Chart& chart, const Document& document, const Signature& signature) {
  if (signature.role == Role::kAnesthetist) return Signs::kYes;
  if (!is_staff(signature.role)) return Signs::kNo;
  for (const Surgery* surgery : surgeries_of(chart, document)) {
    const Person& by = surgery->anesthesia.by;
    if (same_signer(by, signature.person) == SamePerson::kYes) return Signs::kYes;
  }
  return open_role(signature.role) ? Signs::kUnknown : Signs::kNo;
}

Signs author(const Document& document, const Signature& signature) {
  if (!is_staff(signature.role)) return Signs::kNo;
  if (!document.author.known()) return Signs::kUnknown;
  return one_of({&document.author}, signature);
}

Signs recorder(const Document& document, const Signature& signature) {
  switch (signature.role) {
    case Role::kRecorder:
    case Role::kAuthor:
    case Role::kResident:
      return Signs::kYes;
    case Role::kUnknown:  // Of a shared document the author may be another than the recorder.
      return author(document, signature) == Signs::kYes ? Signs::kYes : Signs::kUnknown;
    default:
      return author(document, signature);
  }
}

Signs operating(const Chart& chart, const Document& document, const Signature& signature) {
  if (signature.role == Role::kSurgeon) return Signs::kYes;
  const Signs is = physician(chart, signature);
  if (is == Signs::kNo) return is;
  return author(document, signature) == Signs::kYes ? Signs::kYes : Signs::kUnknown;
}

// The surgeon or an assistant may be the treating physician as well.
Signs treating(const Chart& chart, const Signature& signature) {
  const Signs is = physician(chart, signature);
  if (is == Signs::kNo || signature.role == Role::kAnesthetist) return Signs::kNo;
  return is == Signs::kYes && open_role(signature.role) ? Signs::kYes : Signs::kUnknown;
}

Signs nurse(const Chart& chart, const Signature& signature) {
  if (is_nurse(signature.role)) return Signs::kYes;
  const Title title = chart.title_of(signature.person);
  if (title == Title::kNurse || title == Title::kHeadNurse) return Signs::kYes;
  if (title != Title::kUnknown && title != Title::kOther) return Signs::kNo;
  return open_role(signature.role) ? Signs::kUnknown : Signs::kNo;
}

Signs nurse_as(const Chart& chart, const Signature& signature, Role role) {
  if (signature.role == role) return Signs::kYes;
  if (signature.role == Role::kScrubNurse || signature.role == Role::kCirculatingNurse) {
    return Signs::kNo;
  }
  return nurse(chart, signature) == Signs::kNo ? Signs::kNo : Signs::kUnknown;
}

Signs only(const Signature& signature, Role role) {
  if (signature.role == role) return Signs::kYes;
  return open_role(signature.role) ? Signs::kUnknown : Signs::kNo;
}

}  // namespace

Signs signs_as(const Chart& chart, const Document& document, const Signature& signature,
               Party party) {
  switch (party) {
    case Party::kPhysician:
      return physician(chart, signature);
    case Party::kOperator:
      return operating(chart, document, signature);
    case Party::kConsultant:
      return only(signature, Role::kConsultant);
    case Party::kRequester:
      return only(signature, Role::kRequester);
    case Party::kRecorder:
      return recorder(document, signature);
    case Party::kAnesthetist:
      return anesthetist(chart, document, signature);
    case Party::kSurgeon:
      return surgeon(chart, document, signature);
    case Party::kTreatingPhysician:
      return treating(chart, signature);
    case Party::kNurse:
      return nurse(chart, signature);
    case Party::kCirculatingNurse:
      return nurse_as(chart, signature, Role::kCirculatingNurse);
    case Party::kScrubNurse:
      return nurse_as(chart, signature, Role::kScrubNurse);
    case Party::kPatientSide:
      return signs_for_patient(chart, document, signature);
  }
  return Signs::kUnknown;
}

}  // namespace emrlint::checks
