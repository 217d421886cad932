// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "text/find_word.h"
#include "text/narrative.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kNoSurgeon{"no-surgeon",
                                      "四级手术{0}术后首次转运未见参与手术的医师陪同。",
                                      "no physician of the level 4 surgery {0} went with the "
                                      "patient on the first transport after it."};
constexpr Message<std::string_view> kThirdParty{
    "third-party", "术后患者由“{0}”转运，未见医务人员陪同。",
    "“{0}” moved the patient after surgery; no member of staff is said to have gone along."};

constexpr Missing kEscort{"escort", "术后转运的陪同人员", "who went with the patient"};

constexpr Citation kBasis[] = {{"SA", "9"}};
constexpr int kCore[] = {5, 12};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNoSurgeon, kThirdParty};

constexpr WordList kSurgeons{
    "手术医师|手术医生|手术者|主刀|术者|一助|第一助手|外科医师|手术组医师|管床医师"};
constexpr WordList kStaff{"医师|医生|护士|护师|麻醉"};
constexpr WordList kOthers{"护工|第三方|运送人员|运送工|外勤|陪检|勤务|工勤|保洁"};
constexpr WordList kMoved{"护送|陪同|转运|送至|送入|送回|送返|返病房|交接"};

bool of_team(const Surgery& surgery, const Person& person) {
  const auto same = [&](const Person& other) {
    return same_person(person, other) == SamePerson::kYes;
  };
  return same(surgery.surgeon) ||
         std::any_of(surgery.assistants.begin(), surgery.assistants.end(), same);
}

// One of the words, but not behind a box that is not ticked.
bool ticked(const Document& form, WordList words) {
  return std::any_of(form.texts.begin(), form.texts.end(), [&](const Text& text) {
    return any_word(words, [&](std::string_view word) {
      const std::size_t at = find_word(text.value, word);
      return at != text.value.npos && !ends_at(text.value, at, "□") &&
             !ends_at(text.value, at, "☐");
    });
  });
}

bool names_team(const Surgery& surgery, const Document& form) {
  const auto named = [&](const Person& person) {
    const std::string_view name = person.name.value;
    return !name.empty() && tells_any(form, WordList{name});
  };
  return named(surgery.surgeon) ||
         std::any_of(surgery.assistants.begin(), surgery.assistants.end(), named);
}

// Somebody of the team signed the form, or it says so.
bool with_surgeon(const Surgery& surgery, const Document& form) {
  const bool by_signature =
      std::any_of(form.signatures.begin(), form.signatures.end(), [&](const Signature& one) {
        return one.role == Role::kSurgeon || of_team(surgery, one.person);
      });
  const bool by_part =
      std::any_of(form.participants.begin(), form.participants.end(),
                  [&](const Participant& one) { return of_team(surgery, one.person); });
  return by_signature || by_part || names_team(surgery, form) || ticked(form, kSurgeons);
}

bool names_staff(const std::vector<const Document*>& forms) {
  return std::any_of(forms.begin(), forms.end(),
                     [](const Document* form) { return ticked(*form, kStaff); });
}

// A sentence of the transport that names others and no staff: where it names them in the text.
std::string_view third_party(std::string_view text) {
  std::string_view found;
  any_word(kOthers, [&](std::string_view word) {
    const std::size_t at = find_word(text, word);
    if (at == text.npos) return false;
    const Narrative narrative(text);
    const std::size_t from = narrative.sentence_begin(at);
    const std::string_view sentence = text.substr(from, narrative.clause_end(at) - from);
    const bool negated = narrative.reading(at, at + word.size()).polarity == Polarity::kNegated;
    if (!negated && holds_any(sentence, kMoved) && !holds_any(sentence, kStaff)) {
      found = text.substr(at, word.size());
    }
    return !found.empty();
  });
  return found;
}

// Whether nobody else went along.
bool judge_third_party(std::size_t index, const std::vector<const Document*>& forms,
                       Report& report) {
  const Subject subject = of_surgery(index, "third-party");
  for (const Document* form : forms) {
    for (const Text& text : form->texts) {
      const std::string_view word = third_party(text.value);
      if (word.empty()) continue;
      if (names_staff(forms)) {
        report.pass(subject);
        return false;
      }
      const auto from = static_cast<std::uint32_t>(word.data() - text.value.data());
      report.fail(kThirdParty, subject, text.span, word)
          .at({text, from, from + static_cast<std::uint32_t>(word.size())});
      return true;
    }
  }
  report.pass(subject);
  return false;
}

void judge(const Chart& chart, std::size_t index, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Records records = records_about(chart, index, {DocType::kTransferHandover});
  const bool general = surgery.anesthesia.kind == AnesthesiaKind::kGeneral;
  const int level = surgery.level ? surgery.level->value : 0;
  if (records.all.empty()) {
    // That there is no form is another check's; who went along may stand nowhere else.
    if (level == 4) report.undecided(of_surgery(index, "escort"), kEscort, surgery.span);
    return;
  }
  const bool alone = (level >= 3 || general) && judge_third_party(index, records.all, report);
  if (level != 4 || alone) return;
  const Document& form = *records.all.front();
  const Subject subject = of_surgery(index, "escort");
  if (with_surgeon(surgery, form)) {
    report.pass(subject);
  } else if (form.broken) {
    report.undecided(subject, missing::kRestOfDocument, form.span);
  } else if (!tells_any(form, kStaff) && !tells_any(form, kOthers) && form.signatures.empty()) {
    report.undecided(subject, kEscort, form.span);
  } else {
    report.fail(kNoSurgeon, subject, form.span, surgery);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient()) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (!chart.surgeries[i].cancelled) judge(chart, i, report);
  }
}

}  // namespace

extern constinit const Check periop_level4_escort{
    {.id = "periop-level4-escort",
     .severity = Severity::kWarning,
     .title =
         {"四级手术术后首次转运应由手术医师全程陪同",
          "A physician of the surgery goes along on the first transport after a level 4 surgery"},
     .judged =
         {"住院手术两项：四级手术的术后转运交接单写明有参与手术的医师陪同，或由其签名；三、四级和全"
          "麻手术的交接单没有写明仅由"
          "护工等第三方人员转运。",
          "Surgeries of inpatients, two judgements: the transfer form of a level 4 surgery says "
          "that a "
          "physician of the surgery went along, or bears the signature of one; that of a level 3 "
          "or 4 "
          "surgery or a general anaesthesia does not say that somebody who is no staff moved the "
          "patient alone."},
     .exceptions =
         {"手术级别不明的不评价陪同；没有交接单的由 periop-postop-handover-form "
          "判定，四级手术的陪同此时无法判定；交接单未写明"
          "人员、未能完整读取的无法判定。",
          "The escort is not judged where the level is not known. Where there is no form, "
          "periop-postop-handover-form says so and the escort is undecided, as where the form "
          "names "
          "nobody or could not be read whole."},
     .advice = {"四级手术患者由参与手术的医师陪同转运，面对面交接并在交接单签名。",
                "A physician of the surgery goes along, hands over in person and signs the form."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
