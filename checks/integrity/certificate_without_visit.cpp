// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/report.h"
#include "check/visit.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Personal> kOther{
    "other", "{0}由{1}开具，而本次就诊的病历由他人书写和签名，未见其诊查的记录。",
    "{1} made out the {0}; others wrote and signed the record of this visit, and none tells that "
    "{1} saw the patient."};
constexpr Message<> kVisit{"visit", "本次就诊的病历", "the record of the visit"};

constexpr Missing kVisitRecord{"visit-record", "本次就诊的病历", "the record of the visit"};

constexpr Citation kBasis[] = {{"ZZ", "6"}, {"ZL", "45"}};
constexpr int kCore[] = {1, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kOther, kVisit};

bool is_prescription(DocType type) {
  return type == DocType::kWesternPrescription || type == DocType::kTcmPrescription;
}

bool tells_of_visit(DocType type) {
  return type == DocType::kOutpatientRecord || type == DocType::kEmergencyObservationRecord ||
         type == DocType::kRescueRecord || type == DocType::kConsultationRecord;
}

using People = std::vector<const Person*>;

// Whoever wrote, signed or had a part in it for the hospital.
void add_people(const Document& document, People& people) {
  if (document.author.known()) people.push_back(&document.author);
  for (const Signature& signature : document.signatures) {
    if (is_staff(signature.role) && signature.person.known()) people.push_back(&signature.person);
  }
  for (const Participant& participant : document.participants) {
    if (participant.person.known()) people.push_back(&participant.person);
  }
}

// The physicians who made it out: those whose title or part says so, for others sign it as well,
// who check and hand out the drugs.
People prescribers(const Chart& chart, const Document& prescription) {
  People all, physicians;
  add_people(prescription, all);
  for (const Person* person : all) {
    if (is_physician(chart.title_of(*person))) physicians.push_back(person);
  }
  if (physicians.empty() && prescription.author.known()) return {&prescription.author};
  return physicians;
}

// Whether one of the prescribers is one of those who saw the patient.
SamePerson any_same(const People& prescribers, const People& saw) {
  SamePerson best = SamePerson::kNo;
  for (const Person* a : prescribers) {
    for (const Person* b : saw) {
      const SamePerson same = same_signer(*a, *b);
      if (same == SamePerson::kYes) return same;
      if (same == SamePerson::kUnknown) best = same;
    }
  }
  return best;
}

void judge(const Chart& chart, const Document& prescription, const People& saw,
           const Document* record, Report& report) {
  const Subject subject = of(chart, prescription);
  const People who = prescribers(chart, prescription);
  if (who.empty()) return report.undecided(subject, missing::kPerson, prescription.span);
  const SamePerson same = any_same(who, saw);
  if (same == SamePerson::kYes) return report.pass(subject);
  if (record == nullptr) return report.undecided(subject, kVisitRecord, prescription.span);
  if (same == SamePerson::kUnknown) {
    return report.undecided(subject, missing::kPerson, prescription.span);
  }
  if (!chart.complete || chart.cut_off) {
    return report.undecided(subject, missing::kRestOfChart, prescription.span);
  }
  report.fail(kOther, subject, prescription.span, prescription.type, name_of(*who.front()))
      .note(kVisit, record->span);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!is_visit(chart)) return;
  People saw;
  if (chart.encounter.attending.known()) saw.push_back(&chart.encounter.attending);
  const Document* record = nullptr;
  const std::vector<const Document*> documents = current_documents(chart);
  for (const Document* document : documents) {
    if (!tells_of_visit(document->type)) continue;
    add_people(*document, saw);
    // A record that names nobody may be the prescriber's.
    const bool named = document->author.known() || !document->signatures.empty();
    if (record == nullptr && named && !document->broken) record = document;
  }
  for (const Document* document : documents) {
    if (is_prescription(document->type)) judge(chart, *document, saw, record, report);
  }
}

}  // namespace

extern constinit const Check integrity_certificate_without_visit{
    {.id = "integrity-certificate-without-visit",
     .severity = Severity::kWarning,
     .title = {"开具处方的医师应亲自诊查患者", "Whoever prescribes has seen the patient"},
     .judged =
         {"门诊、急诊、留观病历中的处方：开具的医师书写、签署或参加了本次就诊的病历、留观、抢救或会"
          "诊记录，或是本次就诊的接诊医师。",
          "Prescriptions of a visit: the physician who made it out wrote, signed or had a part in "
          "the record of the visit, of the observation, a rescue or a consultation, or is the "
          "physician of the visit."},
     .exceptions =
         {"诊断证明等医学证明没有可识别的文书类型，不判；住院病历不判。没有就诊病历、处方没有医师"
          "姓名、姓名与工号不能确认是否同一人、病历不全的无法判定。",
          "Medical certificates have no type of document by which they could be told, and are not "
          "judged; nor are stays. Undecided without a record of the visit, without the name of a "
          "physician, where it cannot be told whether two names are one person, and in a chart "
          "that is not whole."},
     .advice = {"由亲自诊查的医师开具处方；确已诊查的，补充诊查记录。",
                "Whoever examines the patient prescribes; if the examination took place, record "
                "it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
