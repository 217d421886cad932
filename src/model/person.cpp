// SPDX-License-Identifier: Apache-2.0
#include "model/person.h"

#include "model/enum_table.h"

namespace emrlint {
namespace {

constexpr Entry<Title> kTitleIds[] = {
    {Title::kUnknown, "unknown"},
    {Title::kStudent, "student"},
    {Title::kTrainee, "trainee"},
    {Title::kResident, "resident"},
    {Title::kAttending, "attending"},
    {Title::kAssociateChief, "associate-chief"},
    {Title::kChief, "chief"},
    {Title::kNurse, "nurse"},
    {Title::kHeadNurse, "head-nurse"},
    {Title::kTechnician, "technician"},
    {Title::kPharmacist, "pharmacist"},
    {Title::kOther, "other"},
};

constexpr Entry<Sex> kSexIds[] = {
    {Sex::kUnknown, "unknown"},
    {Sex::kMale, "male"},
    {Sex::kFemale, "female"},
    {Sex::kUnspecified, "unspecified"},
};

constexpr Entry<Role> kRoleIds[] = {
    {Role::kUnknown, "unknown"},
    {Role::kAuthor, "author"},
    {Role::kRecorder, "recorder"},
    {Role::kResident, "resident"},
    {Role::kAttending, "attending"},
    {Role::kChief, "chief"},
    {Role::kSuperior, "superior"},
    {Role::kDirector, "director"},
    {Role::kReviewer, "reviewer"},
    {Role::kSurgeon, "surgeon"},
    {Role::kFirstAssistant, "first-assistant"},
    {Role::kSecondAssistant, "second-assistant"},
    {Role::kAssistant, "assistant"},
    {Role::kAnesthetist, "anesthetist"},
    {Role::kScrubNurse, "scrub-nurse"},
    {Role::kCirculatingNurse, "circulating-nurse"},
    {Role::kNurse, "nurse"},
    {Role::kHost, "host"},
    {Role::kMember, "member"},
    {Role::kRescuer, "rescuer"},
    {Role::kRequester, "requester"},
    {Role::kConsultant, "consultant"},
    {Role::kOutgoing, "outgoing"},
    {Role::kIncoming, "incoming"},
    {Role::kOrderer, "orderer"},
    {Role::kExecutor, "executor"},
    {Role::kVerifier, "verifier"},
    {Role::kCoder, "coder"},
    {Role::kPatient, "patient"},
    {Role::kAgent, "agent"},
    {Role::kWitness, "witness"},
    {Role::kInformant, "informant"},
};

}  // namespace

std::string_view id(Title value) { return id_in(kTitleIds, value); }
std::optional<Title> title_from_id(std::string_view text) {
  return value_in(kTitleIds, text);
}
std::string_view id(Sex value) { return id_in(kSexIds, value); }
std::optional<Sex> sex_from_id(std::string_view text) {
  return value_in(kSexIds, text);
}
std::string_view id(Role value) { return id_in(kRoleIds, value); }
std::optional<Role> role_from_id(std::string_view text) {
  return value_in(kRoleIds, text);
}

bool is_patient_side(Role role) { return role == Role::kPatient || role == Role::kAgent; }

SamePerson same_person(const Person& a, const Person& b) {
  const bool ids = !a.id.value.empty() && !b.id.value.empty();
  if (ids) return a.id.value == b.id.value ? SamePerson::kYes : SamePerson::kNo;
  const bool names = !a.name.value.empty() && !b.name.value.empty();
  if (names) return a.name.value == b.name.value ? SamePerson::kYes : SamePerson::kNo;
  return SamePerson::kUnknown;
}

}  // namespace emrlint
