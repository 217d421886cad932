// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/report.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Personal, Personal> kOther{
    "other", "{0}的手术者签名为{1}，所记手术者为{2}，不是同一人。",
    "the surgeon's signature on the {0} is {1}'s, the surgeon that it names is {2}."};
constexpr Message<Personal> kNamed{"named", "手术者：{0}", "the surgeon: {0}"};

constexpr Citation kBasis[] = {{"BL", "22(15)"}, {"BL", "8"}};
constexpr int kCore[] = {12, 15};
constexpr MessageInfo kMessages[] = {kOther, kNamed};

// The surgeons that the record names; else those of the surgery that it speaks of.
std::vector<const Person*> named_surgeons(const Chart& chart, const Document& record) {
  std::vector<const Person*> named;
  for (const Participant& participant : record.participants) {
    if (participant.role == Role::kSurgeon && participant.person.known()) {
      named.push_back(&participant.person);
    }
  }
  if (!named.empty()) return named;
  for (const Surgery* surgery : surgeries_of(chart, record)) {
    if (!surgery->cancelled && surgery->surgeon.known()) named.push_back(&surgery->surgeon);
  }
  return named;
}

// The signer is also the author, whom periop-operation-record-author judges by the same surgeon.
bool judged_as_author(const Chart& chart, const Document& record, const Person& signer) {
  if (same_person(record.author, signer) != SamePerson::kYes) return false;
  const auto surgeries = surgeries_of(chart, record);
  return std::any_of(surgeries.begin(), surgeries.end(), [&](const Surgery* surgery) {
    return !surgery->assistants.empty() &&
           same_person(record.author, surgery->surgeon) == SamePerson::kNo &&
           same_person(record.author, surgery->assistants.front()) != SamePerson::kUnknown;
  });
}

void judge(const Chart& chart, const Document& record, Report& report) {
  const std::vector<const Person*> named = named_surgeons(chart, record);
  const Subject subject = of(chart, record);
  const Signature* other = nullptr;
  bool unknown = false;
  for (const Signature& signature : record.signatures) {
    if (signature.role != Role::kSurgeon || !signature.person.known()) continue;
    bool all_others = !named.empty();
    for (const Person* surgeon : named) {
      const SamePerson same = same_signer(signature.person, *surgeon);
      if (same == SamePerson::kYes) return report.pass(subject);
      all_others &= same == SamePerson::kNo;
    }
    if (all_others)
      other = &signature;
    else
      unknown = true;
  }
  if (unknown) return report.undecided(subject, missing::kPerson, record.span);
  if (other == nullptr || judged_as_author(chart, record, other->person)) return;
  report
      .fail(kOther, subject, other->person.span(), record.type, name_of(other->person),
            name_of(*named.front()))
      .note(kNamed, named.front()->span(), name_of(*named.front()));
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document* document : current_documents(chart)) {
    if (document->type == DocType::kOperationRecord || document->type == DocType::kCesareanRecord) {
      judge(chart, *document, report);
    }
  }
}

}  // namespace

extern constinit const Check signature_surgeon_matches{
    {.id = "signature-surgeon-matches",
     .severity = Severity::kError,
     .title = {"手术记录的手术者签名应是手术者本人",
               "The surgeon's signature on an operation record is the surgeon's"},
     .judged = {"手术记录（剖宫产记录）上以手术者身份签名的，是记录中的手术者（未列出时为该手术登记"
                "的手术者）；有几名手术者的，任一人签名即可。",
                "Who signs an operation record (of a caesarean) as the surgeon is the surgeon that "
                "the record names, else the one of the surgery; of several surgeons one is "
                "enough."},
     .exceptions =
         {"没有手术者签名的由 signature-missing 提示；签名者就是书写者的由 "
          "periop-operation-record-author "
          "判定。手术者或签名者身份不明（仅有工号或仅有姓名、工号与姓"
          "名相矛盾）的无法判定。",
          "Not judged without a surgeon's signature (signature-missing) or where the signer is "
          "also "
          "the author (periop-operation-record-author). Undecided where surgeon and signer cannot "
          "be compared: a number only against a name only, or number and name that disagree."},
     .advice = {"核对手术者登记和签名，由手术者本人签名。",
                "Check who operated; the surgeon signs in person."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
