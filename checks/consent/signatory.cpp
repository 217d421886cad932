// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/age.h"
#include "check/report.h"
#include "check/words.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType> kNoReason{
    "no-reason", "{0}由他人代患者签名，病历中未见授权委托书，也未写明患者本人不能签署的原因。",
    "somebody signed the {0} for the patient; the chart holds no authorisation and no reason why "
    "the "
    "patient did not sign."};

constexpr Missing kCompetence{
    "competence", "患者能否本人签署（病情、意识、行为能力）",
    "whether the patient could sign (condition, consciousness, capacity)"};

constexpr Option<WordList> kReasons{
    "reasons",
    {"昏迷|嗜睡|昏睡|神志不清|神志模糊|神志淡漠|意识不清|意识障碍|意识模糊|意识丧失|谵妄|镇静|休克|"
     "无法签字|不能签字|不便签字|无法签名|不能签名|无法签署|不能签署|不便签署|无法书写|不能书写|"
     "无法本人|不能本人|精神分裂|精神障碍|痴呆|阿尔茨海默|认知功能|智力|行为能力|失语|言语不清|"
     "语言障碍|偏瘫|上肢骨折|手外伤|文盲|不识字|不会写字|保护性医疗|不宜向患者|隐瞒|保密|委托|"
     "授权委托|授权书|被授权|监护人|法定代理|代签|代为签|聋哑|耳聋|失聪|听力下降|失明|视力差|"
     "视物不清|骨折固定|气管插管|被约束|全麻状态|麻醉状态"},
    "文书写明患者本人不能签署的用语",
    "words by which a record tells why the patient did not sign"};
constexpr Option<int> kAdult{"adult", 18, "几岁起由本人签署", "from what age patients sign"};

constexpr Citation kBasis[] = {{"BL", "10"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNoReason};
constexpr OptionInfo kOptions[] = {kReasons, kAdult};

bool asks_for_patient(DocType type) {
  return type == DocType::kOperationConsent || type == DocType::kAnesthesiaConsent ||
         type == DocType::kTransfusionConsent || type == DocType::kSpecialProcedureConsent;
}

struct SignedBy {
  bool patient = false;
  const Signature* agent = nullptr;
};

SignedBy signed_by(const Chart& chart, const Document& consent) {
  SignedBy by;
  const std::string_view name = chart.patient.name.value;
  for (const Signature& one : consent.signatures) {
    const bool same = !name.empty() && one.person.name.value == name;
    if (one.role == Role::kPatient || (same && !is_staff(one.role))) by.patient = true;
    if (one.role == Role::kAgent && !same && by.agent == nullptr) by.agent = &one;
  }
  return by;
}

// Of what was done under anaesthesia: every patient is intubated or sedated there.
bool under_anesthesia(DocType type) {
  return type == DocType::kAnesthesiaRecord || type == DocType::kOperationRecord ||
         type == DocType::kCesareanRecord || type == DocType::kPacuRecord ||
         type == DocType::kAnesthesiaPostopVisit;
}

// What bears on all consents of the chart, looked for once.
class Reasons {
 public:
  Reasons(const Chart& chart, WordList words) : chart_(chart), words_(words) {}

  bool known() {
    if (!known_) {
      const auto& documents = chart_.documents;
      known_ = chart_.has(DocType::kProxyAuthorisation) ||
               std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
                 return !under_anesthesia(document.type) && tells_any(document, words_);
               });
    }
    return *known_;
  }

 private:
  const Chart& chart_;
  WordList words_;
  std::optional<bool> known_;
};

// Whoever is critically ill or was rescued may not have been able to sign.
bool gravely_ill(const Chart& chart) {
  return !chart.rescues.empty() ||
         std::any_of(chart.conditions.begin(), chart.conditions.end(),
                     [](const Condition& it) { return it.severity == Acuity::kCritical; });
}

void judge(const Chart& chart, const Document& consent, const Options& options, Reasons& reasons,
           Report& report) {
  const SignedBy by = signed_by(chart, consent);
  const Subject subject = of(chart, consent);
  if (by.patient) return report.pass(subject);
  if (by.agent == nullptr) return;  // Unsigned, or by whom is not told: another check's.
  const std::optional<Age> age = age_at_admission(chart);
  if (age && age->years() < options[kAdult]) return report.pass(subject);
  if (reasons.known()) return report.pass(subject);
  if (!age) return report.undecided(subject, missing::kAge, by.agent->span);
  if (!chart.complete || chart.cut_off) {
    return report.undecided(subject, missing::kRestOfChart, by.agent->span);
  }
  if (consent.broken) return report.undecided(subject, missing::kRestOfDocument, consent.span);
  if (gravely_ill(chart)) return report.undecided(subject, kCompetence, by.agent->span);
  report.fail(kNoReason, subject, by.agent->span, consent.type);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.realm == Realm::kOther) return;
  Reasons reasons(chart, options[kReasons]);
  for (const Document* consent : current_documents(chart)) {
    if (asks_for_patient(consent->type)) judge(chart, *consent, options, reasons, report);
  }
}

}  // namespace

extern constinit const Check consent_signatory{
    {.id = "consent-signatory",
     .severity = Severity::kError,
     .title = {"知情同意书应由患者本人或有权的人签署",
               "A consent is signed by the patient or by somebody who may"},
     .judged = {"手术、麻醉、输血、特殊检查（治疗）同意书：由患者本人签署；由他人签署的，病历中有授"
                "权委托书，或文书写明本"
                "人不能签署、实施保护性医疗措施等原因，或患者未满18岁（可调）。",
                "Consents for surgery, anaesthesia, transfusion and special examinations: the "
                "patient signs; "
                "where somebody else did, the chart holds an authorisation, or a record tells why "
                "(unable "
                "to sign, protective measures), or the patient is under 18 (an option)."},
     .exceptions =
         {"没有患方签名的由 signature-missing "
          "判定；病危（重）通知书是向家属告知的，不评价。年龄不明，患者病危或经抢救"
          "而能否签署不明，单份文书、文书未能完整读取的无法判定。签署人与患者的关系不在此判定。",
          "Where nobody signed, signature-missing says so. Notices of a critical condition are for "
          "the "
          "family and not judged. Undecided where the age is not known, where the patient was "
          "critically ill or rescued and may not have been able to, for a lone document or one "
          "that "
          "could not be read whole. How the signer is related is not judged."},
     .advice = {"由患者本人签署；委托他人的，补归授权委托书或在病程中写明原因。",
                "The patient signs; file the authorisation, or write down why somebody else did."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
