// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/attendance.h"
#include "check/report.h"
#include "checks/signature/parties.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Personal> kUnsigned{
    "unsigned", "{0}没有查房的上级医师（{1}）本人的签名。",
    "the {0} is not signed by the senior physician of the round ({1})."};
constexpr Message<DocType, Title> kNoSuchTitle{
    "no-such-title", "{0}标明为{1}查房，签名者中没有{1}或更高职称的医师。",
    "the {0} is headed as the round of the {1}; none of those who signed has that title or a "
    "higher one."};

constexpr Missing kWho{"round-physician", "查房医师是谁（未以数据列出）",
                       "who made the round (not given as data)"};

constexpr Citation kBasis[] = {{"BL", "22(3)"}, {"BL", "8"}, {"ZJ", "书写基本要求2"}};
constexpr int kCore[] = {2, 15};
constexpr MessageInfo kMessages[] = {kUnsigned, kNoSuchTitle};

bool senior(Title title) { return title >= Title::kAttending && title <= Title::kChief; }
bool senior(Role role) {
  return role == Role::kAttending || role == Role::kChief || role == Role::kSuperior ||
         role == Role::kDirector;
}

// Those who may have made the round: of the participants the seniors, of these the ones with the
// title that the heading names.
std::vector<const Person*> rounders(const Chart& chart, const Document& note) {
  std::vector<const Person*> seniors, titled;
  const Title named = title_named_in(note.title.value);
  for (const Participant& participant : note.participants) {
    if (!is_staff(participant.role) || !participant.person.known()) continue;
    const Title title = chart.title_of(participant.person);
    if (!senior(participant.role) && !senior(title)) continue;
    seniors.push_back(&participant.person);
    if (named != Title::kUnknown && title == named) titled.push_back(&participant.person);
  }
  return titled.empty() ? seniors : titled;
}

// Whether one of the people has signed.
Signs signed_by(const Document& note, const std::vector<const Person*>& people) {
  Signs best = Signs::kNo;
  for (const Signature& signature : note.signatures) {
    if (!is_staff(signature.role)) continue;
    for (const Person* person : people) {
      const SamePerson same = same_signer(signature.person, *person);
      if (same == SamePerson::kYes) return Signs::kYes;
      if (same == SamePerson::kUnknown) best = Signs::kUnknown;
    }
  }
  return best;
}

bool signed_by_staff(const Document& note) {
  return std::any_of(note.signatures.begin(), note.signatures.end(),
                     [](const Signature& s) { return is_staff(s.role); });
}

void judge_people(const Document& note, Subject subject, const std::vector<const Person*>& people,
                  Report& report) {
  switch (signed_by(note, people)) {
    case Signs::kYes:
      return report.pass(subject);
    case Signs::kUnknown:
      return report.undecided(subject, missing::kPerson, note.span);
    case Signs::kNo:
      break;
  }
  if (note.broken) return report.undecided(subject, missing::kRestOfDocument);
  report.fail(kUnsigned, subject, people.front()->span(), note.type, name_of(*people.front()));
}

// Nobody is named as taking part: the title in the heading has to be among the signers'.
void judge_heading(const Chart& chart, const Document& note, Subject subject, Report& report) {
  const Title named = title_named_in(note.title.value);
  if (!senior(named)) return report.undecided(subject, kWho, note.span);
  bool unknown = false;
  for (const Signature& signature : note.signatures) {
    if (!is_staff(signature.role)) continue;
    const Title title = chart.title_of(signature.person);
    if (senior(title) && title >= named) return report.pass(subject);
    unknown |= title == Title::kUnknown;
  }
  if (note.broken) return report.undecided(subject, missing::kRestOfDocument);
  if (unknown) return report.undecided(subject, missing::kTitle, note.span);
  report.fail(kNoSuchTitle, subject, note.title.span, note.type, named);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document* note : current_documents(chart)) {
    if (note->type != DocType::kSeniorRoundNote) continue;
    if (!signed_by_staff(*note)) continue;  // Said by signature-missing.
    const std::vector<const Person*> people = rounders(chart, *note);
    const Subject subject = of(chart, *note);
    if (people.empty()) {
      judge_heading(chart, *note, subject, report);
    } else {
      judge_people(*note, subject, people, report);
    }
  }
}

}  // namespace

extern constinit const Check signature_senior_round{
    {.id = "signature-senior-round",
     .severity = Severity::kWarning,
     .title = {"上级医师查房记录应由查房医师本人签名",
               "The physician who made the round signs the round note"},
     .judged =
         {"上级医师查房记录：参加者中查房的上级医师（标题写明职称的，具有该职称者）在签名者之"
          "列；没有列出参加者的，签名者中有标题所写职称或更高职称的医师。",
          "Each senior round note: the senior among the participants (with the title that the "
          "heading names, if it does) has signed; where no participant is listed, somebody "
          "with the title of the heading or a higher one."},
     .exceptions =
         {"没有任何签名的由 signature-missing 提示。查房医师未以数据列出且标题没有职称的、"
          "签名者身份或职称不明的无法判定。",
          "Not judged where nobody signed (signature-missing). Undecided where neither "
          "data nor heading tell who made the round, or who or of what title a signer "
          "is."},
     .advice = {"请查房医师本人审阅后签名。", "Have the physician who made the round sign."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
