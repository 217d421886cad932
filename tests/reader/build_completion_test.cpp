// SPDX-License-Identifier: Apache-2.0
#include "reader/build_support.h"

#include "reader/build.h"

namespace emrlint {
namespace {

using namespace build_test;

std::string completed(DocType type, std::vector<Signature> signatures) {
  return shown(completion_of(document(type, std::move(signatures))));
}

TEST_CASE("completion is the latest signature that the regulation asks for") {
  using enum Role;
  const std::string eight = "2024-03-01 08:00", nine = "2024-03-01 09:00";
  const auto early = [](Role role) { return signed_by(role, "202403010800"); };
  const auto late = [](Role role) { return signed_by(role, "202403010900"); };
  const auto never = [](Role role) { return signed_by(role, ""); };
  struct Row {
    const char* what;
    DocType type;
    std::vector<Signature> signatures;
    std::string time;
  };
  const Row rows[] = {
      {"nobody signed", DocType::kAdmissionRecord, {}, "none"},
      {"writer, then reviewed", DocType::kAdmissionRecord, {early(kResident), late(kChief)}, eight},
      {"no writer by role", DocType::kAdmissionRecord, {early(kAttending), late(kChief)}, nine},
      {"signed without a time",
       DocType::kAdmissionRecord,
       {never(kResident), late(kChief)},
       "none"},
      {"a role that can't write it", DocType::kAdmissionRecord, {early(kNurse)}, "none"},
      {"surgeon signs after his assistant",
       DocType::kOperationRecord,
       {early(kFirstAssistant), late(kSurgeon)},
       nine},
      {"assistant alone", DocType::kOperationRecord, {early(kFirstAssistant)}, "none"},
      {"by title only", DocType::kOperationRecord, {early(kAttending)}, eight},
      {"anaesthetist", DocType::kAnesthesiaRecord, {early(kAnesthetist), late(kNurse)}, eight},
      {"both sides of a handover",
       DocType::kHandoverRecord,
       {early(kOutgoing), late(kIncoming)},
       nine},
      {"recorder of a discussion",
       DocType::kPreopDiscussion,
       {early(kRecorder), late(kHost)},
       eight},
      {"three of a checklist",
       DocType::kSafetyChecklist,
       {early(kSurgeon), early(kAnesthetist), late(kCirculatingNurse)},
       nine},
      {"consent",
       DocType::kOperationConsent,
       {early(kResident), early(kSurgeon), late(kPatient)},
       nine},
      {"consent by an agent",
       DocType::kTransfusionConsent,
       {late(kAttending), early(kAgent)},
       nine},
      {"consent without the patient", DocType::kOperationConsent, {early(kSurgeon)}, "none"},
      {"consent without a physician", DocType::kOperationConsent, {early(kPatient)}, "none"},
      {"consent, patient without a time",
       DocType::kAnesthesiaConsent,
       {early(kAnesthetist), never(kPatient)},
       "none"},
      {"proxy", DocType::kProxyAuthorisation, {early(kPatient), late(kAgent)}, nine},
      {"patient on a record", DocType::kAdmissionRecord, {early(kResident), late(kPatient)}, eight},
      {"type without a rule: all staff",
       DocType::kFrontPage,
       {early(kResident), late(kCoder)},
       nine},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(completed(row.type, row.signatures) == row.time);
  }
}

TEST_CASE("what a trainee writes is complete with the senior's signature") {
  std::vector<Signature> signatures = {signed_by(Role::kResident, "202403010800"),
                                       signed_by(Role::kAttending, "202403011700")};
  CHECK(completed(DocType::kProgressNote, signatures) == "2024-03-01 08:00");
  signatures[0].person.title = Title::kTrainee;
  CHECK(completed(DocType::kProgressNote, signatures) == "2024-03-01 17:00");
  signatures[0].person.title = Title::kUnknown;
  signatures[0].person.licensed = false;
  CHECK(completed(DocType::kProgressNote, signatures) == "2024-03-01 17:00");
}

TEST_CASE("the time of writing is no completion") {
  Chart chart = fragment("ZY1", document(DocType::kAdmissionRecord));
  chart.documents[0].recorded = at("202403011130");
  CHECK_FALSE(only(list(std::move(chart))).documents[0].completed);
}

TEST_CASE("a day is later than a moment of it") {
  CHECK(completed(DocType::kHandoverRecord, {signed_by(Role::kOutgoing, "20240301"),
                                             signed_by(Role::kIncoming, "202403011200")}) ==
        "2024-03-01");
}

}  // namespace
}  // namespace emrlint
