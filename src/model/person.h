// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_PERSON_H_
#define EMRLINT_MODEL_PERSON_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "base/time.h"

namespace emrlint {

// Professional title, in rising order for physicians. kTrainee is 试用期 or without a licence.
enum class Title : std::uint8_t {
  kUnknown, kStudent, kTrainee, kResident, kAttending, kAssociateChief, kChief,
  kNurse, kHeadNurse, kTechnician, kPharmacist, kOther,
};

enum class Sex : std::uint8_t { kUnknown, kMale, kFemale, kUnspecified };  // GB/T 2261.1: 0 1 2 9

// What somebody did on a document: the capacity in which he signs or takes part.
enum class Role : std::uint8_t {
  kUnknown, kAuthor, kRecorder, kResident, kAttending, kChief, kSuperior, kDirector, kReviewer,
  kSurgeon, kFirstAssistant, kSecondAssistant, kAssistant, kAnesthetist, kScrubNurse,
  kCirculatingNurse, kNurse, kHost, kMember, kRescuer, kRequester, kConsultant, kOutgoing,
  kIncoming, kOrderer, kExecutor, kVerifier, kCoder, kPatient, kAgent, kWitness, kInformant,
};

std::string_view id(Title title);  // "associate-chief"
std::string_view id(Role role);    // "first-assistant"
std::string_view id(Sex sex);      // "female"
std::optional<Title> title_from_id(std::string_view id);
std::optional<Role> role_from_id(std::string_view id);
std::optional<Sex> sex_from_id(std::string_view id);
bool is_patient_side(Role role);  // Patient or agent: signs a consent, does not write a record.

// A member of staff, as far as the chart says who it is.
struct Person {
  Text id;
  Text name;
  Title title = Title::kUnknown;
  Text title_text;  // As written: 副主任医师.
  Text department;
  std::optional<bool> licensed;

  bool known() const { return !id.value.empty() || !name.value.empty(); }
  Span span() const { return name.value.empty() ? id.span : name.span; }
};

// Same and different are certain; kUnknown where one has only an id and the other only a name.
enum class SamePerson : std::uint8_t { kYes, kNo, kUnknown };
SamePerson same_person(const Person& a, const Person& b);

struct Signature {
  Role role = Role::kUnknown;
  Text role_text;  // As written: 主治医师.
  Person person;
  std::optional<Located<Time>> at;
  Span span;       // The element that holds the signature.
};

struct Participant {
  Role role = Role::kMember;
  Person person;
};

}  // namespace emrlint

#endif  // EMRLINT_MODEL_PERSON_H_
