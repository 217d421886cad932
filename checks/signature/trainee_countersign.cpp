// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/signature/parties.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Personal, Bilingual> kAlone{
    "alone", "{0}由{1}（{2}）书写，没有本医疗机构注册的医务人员审阅、修改的签名。",
    "the {0} was written by {1} ({2}); nobody registered with the hospital has countersigned it."};

constexpr Missing kQualification{"qualification", "书写者或签名者是否为实习、试用期人员",
                                 "whether the writer or a signer is in training"};

constexpr Option<bool> kUnlicensed{
    "unlicensed", true, "有职称而未取得执业资格的（如规培人员）按试用期人员判定",
    "somebody with a title but no licence, as in residency training, counts as a trainee"};

constexpr Citation kBasis[] = {{"BL", "8"}, {"BL", "22(2)"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kAlone};
constexpr OptionInfo kOptions[] = {kUnlicensed};
// A trainee's first progress note is the same defect seen from its own article.
constexpr std::string_view kSupersedes[] = {"signature-role-qualification"};

constexpr Bilingual kStudent{"实习人员", "a student"};
constexpr Bilingual kTrainee{"试用期人员", "on probation"};
constexpr Bilingual kNoLicence{"未取得执业资格", "not licensed"};

Bilingual status_of(const Chart& chart, const Person& person) {
  switch (chart.title_of(person)) {
    case Title::kStudent:
      return kStudent;
    case Title::kTrainee:
      return kTrainee;
    default:
      return kNoLicence;
  }
}

struct Judge {
  const Chart& chart;
  bool unlicensed;

  Registered status(const Person& person) const {
    const Registered status = registered(chart, person);
    const Title title = chart.title_of(person);
    const bool titled = is_physician(title) && title >= Title::kResident;
    return status == Registered::kNo && titled && !unlicensed ? Registered::kYes : status;
  }
};

struct Hands {
  const Person* trainee = nullptr;  // The writer, certainly in training.
  bool writer_unknown = false;
  bool countersigned = false;
  bool signer_unknown = false;
};

// Who wrote it: its author; where none is named, the trainee if only trainees signed.
Hands hands_of(const Judge& judge, const Document& document) {
  Hands hands;
  const Person* signed_by_trainee = nullptr;
  for (const Signature& signature : document.signatures) {
    if (!is_staff(signature.role)) continue;
    switch (judge.status(signature.person)) {
      case Registered::kYes:
        hands.countersigned = true;
        break;
      case Registered::kUnknown:
        hands.signer_unknown = true;
        break;
      case Registered::kNo:
        signed_by_trainee = &signature.person;
        break;
    }
  }
  if (!document.author.known()) {
    hands.trainee = signed_by_trainee;
    return hands;
  }
  const Registered author = judge.status(document.author);
  if (author == Registered::kUnknown) hands.writer_unknown = true;
  if (author != Registered::kNo) return hands;
  const bool signed_too = signed_by_trainee != nullptr &&
                          same_signer(*signed_by_trainee, document.author) == SamePerson::kYes;
  hands.trainee = signed_too ? signed_by_trainee : &document.author;
  return hands;
}

bool signed_by_staff(const Document& document) {
  for (const Signature& signature : document.signatures) {
    if (is_staff(signature.role)) return true;
  }
  return false;
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Judge judge{chart, options[kUnlicensed]};
  bool no_table = false;
  for (const Document* document : current_documents(chart)) {
    if (demands_of(document->type).empty()) continue;
    if (!signed_by_staff(*document)) continue;  // Said by signature-missing.
    const Hands hands = hands_of(judge, *document);
    const Subject subject = of(chart, *document);
    if (hands.trainee != nullptr && hands.countersigned) {
      report.pass(subject);
    } else if (hands.countersigned || (hands.trainee == nullptr && !hands.writer_unknown)) {
      continue;
    } else if (document->broken) {
      report.undecided(subject, missing::kRestOfDocument);
    } else if (hands.trainee != nullptr && !hands.signer_unknown) {
      report.fail(kAlone, subject, hands.trainee->span(), document->type, name_of(*hands.trainee),
                  status_of(chart, *hands.trainee));
    } else if (chart.sources.has(Source::kStaff)) {
      report.undecided(subject, kQualification, document->span);
    } else {
      no_table = true;
    }
  }
  if (no_table) report.undecided(of_chart(), missing_source(Source::kStaff));
}

}  // namespace

extern constinit const Check signature_trainee_countersign{
    {.id = "signature-trainee-countersign",
     .severity = Severity::kError,
     .title = {"实习、试用期人员书写的病历应经注册医务人员审阅签名",
               "What a trainee wrote is countersigned by somebody registered with the hospital"},
     .judged =
         {"书写者在人员表或文书中为实习、试用期人员或未取得执业资格的文书：签名者中有本医疗机构"
          "注册的医务人员（有职称或执业资格）。",
          "Each document whose writer is, by the table of staff or the document itself, a "
          "student, on probation or without a licence: one of those who signed has a title "
          "or a licence."},
     .exceptions =
         {"没有任何签名的由 signature-missing "
          "提示。未写明书写者的，只有签名者全为实习、试用期人员时判"
          "定。进修人员由医疗机构认定，不在此列。书写者或签名者的资格不明、人员表未载入的无法判定"
          "。",
          "Not judged where nobody signed (signature-missing). Where no writer is named, judged "
          "only "
          "if trainees alone signed. Visiting physicians write by decision of the hospital. "
          "Undecided where it is not known whether writer or signers are in training, or the table "
          "of staff is not loaded."},
     .advice = {"请本医疗机构注册的医务人员审阅、修改并签名。",
                "Somebody registered with the hospital reviews, corrects and signs it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
