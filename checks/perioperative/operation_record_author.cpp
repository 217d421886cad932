// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/perioperative/records.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal> kAuthor{
    "author", "手术记录由{0}书写，并非本次手术的术者或第一助手。",
    "the operation record was written by {0}, neither the surgeon nor the first assistant."};
constexpr Message<Personal, Personal> kUnsigned{
    "unsigned", "手术记录由第一助手{0}书写，未见术者{1}的签名。",
    "the first assistant {0} wrote the operation record, and the surgeon {1} has not signed it."};
constexpr Message<Personal> kSurgeon{"surgeon", "术者：{0}", "the surgeon: {0}"};

constexpr Citation kBasis[] = {{"BL", "22(15)"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kAuthor, kUnsigned, kSurgeon};

Personal name_of(const Person& person) {
  return {person.name.value.empty() ? person.id.value : person.name.value};
}

// The writer: the author of the record, else who signed as such.
const Person* writer(const Document& record) {
  if (record.author.known()) return &record.author;
  for (const Role role : {Role::kAuthor, Role::kRecorder}) {
    const Signature* signature = record.signature(role);
    if (signature != nullptr && signature->person.known()) return &signature->person;
  }
  return nullptr;
}

SamePerson signed_by(const Document& record, const Person& surgeon) {
  SamePerson best = SamePerson::kNo;
  for (const Signature& signature : record.signatures) {
    const SamePerson same = same_person(signature.person, surgeon);
    if (same == SamePerson::kYes) return same;
    if (same == SamePerson::kUnknown && signature.person.known()) best = same;
  }
  return best;
}

void judge_assistant(const Document& record, const Surgery& surgery, const Person& author,
                     Subject subject, Report& report) {
  switch (signed_by(record, surgery.surgeon)) {
    case SamePerson::kYes:
      return report.pass(subject);
    case SamePerson::kUnknown:
      return report.undecided(subject, missing::kPerson, record.span);
    case SamePerson::kNo:
      break;
  }
  if (record.broken) return report.undecided(subject, missing::kRestOfDocument, record.span);
  report.fail(kUnsigned, subject, author.span(), name_of(author), name_of(surgery.surgeon))
      .note(kSurgeon, surgery.surgeon.span(), name_of(surgery.surgeon));
}

void judge(const Document& record, const Surgery& surgery, Subject subject, Report& report) {
  const Person* author = writer(record);
  if (author == nullptr || !surgery.surgeon.known()) {
    return report.undecided(subject, missing::kPerson, record.span);
  }
  const SamePerson surgeon = same_person(*author, surgery.surgeon);
  if (surgeon == SamePerson::kYes) return report.pass(subject);
  if (surgeon == SamePerson::kUnknown || surgery.assistants.empty()) {
    return report.undecided(subject, missing::kPerson, author->span());
  }
  // The assistants stand in their order: the first one is the first assistant.
  switch (same_person(*author, surgery.assistants.front())) {
    case SamePerson::kYes:
      return judge_assistant(record, surgery, *author, subject, report);
    case SamePerson::kUnknown:
      return report.undecided(subject, missing::kPerson, author->span());
    case SamePerson::kNo:
      break;
  }
  report.fail(kAuthor, subject, author->span(), name_of(*author))
      .note(kSurgeon, surgery.surgeon.span(), name_of(surgery.surgeon));
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const Records records =
        records_about(chart, i, {DocType::kOperationRecord, DocType::kCesareanRecord});
    if (records.all.empty()) continue;  // Said by periop-operation-record.
    judge(*records.all.front(), surgery, of_surgery(i), report);
  }
}

}  // namespace

extern constinit const Check periop_operation_record_author{
    {.id = "periop-operation-record-author",
     .severity = Severity::kError,
     .title = {"手术记录应由术者书写，第一助手书写的应有术者签名",
               "The surgeon writes the operation record, or signs what the first assistant wrote"},
     .judged =
         {"手术记录的书写者是本次手术的术者；由第一助手书写的，有术者签名。",
          "The author of the operation record is the surgeon, or the first assistant with the "
          "signature of the surgeon."},
     .exceptions =
         {"没有手术记录时不判，由 periop-operation-record "
          "提示；取消的手术不判。书写者、术者或助手不明的"
          "无法判定。",
          "Not judged without an operation record, said by periop-operation-record, nor for "
          "cancelled surgeries. Undecided where author, surgeon or assistants are not known."},
     .advice = {"由术者书写或审阅签名；术者、助手登记有误的请更正。",
                "Have the surgeon write or sign the record; correct the list of surgeon and "
                "assistants where it is wrong."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
