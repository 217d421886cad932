// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string_view>

#include "check/report.h"
#include "checks/consistency/pieces.h"
#include "checks/privacy/numbers.h"
#include "checks/privacy/whose_number.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Bilingual> kFound{
    "found", "{0}的正文中写有他人的身份证号（与患者的{1}不符）。",
    "the text of the {0} holds the identity number of another person ({1} of the patient "
    "differs)."};

constexpr Option<WordList> kRelated{
    "related_words",
    {kRelatedWords},
    "同一句中出现即不评价的用语（亲属、联系人、供者、曾用号码、其他编号等）",
    "words in the sentence for relatives, contacts, donors, former numbers and numbers of other "
    "kinds, of which none is judged"};

constexpr Citation kBasis[] = {{"ZL", "24"}, {"GL", "6"}, {"ZZ", "8"}};
constexpr int kCore[] = {18};
constexpr std::string_view kSupersedes[] = {"privacy-identifier-in-free-text"};
constexpr MessageInfo kMessages[] = {kFound};
constexpr OptionInfo kOptions[] = {kRelated};

void judge(const Chart& chart, const Document& document, WordList related, Report& report) {
  bool unknown = false;
  const Range narrator = narrator_texts(document);
  for (std::size_t i = 0; i < document.texts.size(); ++i) {
    if (inside(narrator, i)) continue;
    const Text& text = document.texts[i];
    std::size_t at = 0;
    while (const auto number = next_person_number(text, at)) {
      at = number->to;
      if (number->kind != NumberKind::kCitizen || of_related(*number, related)) continue;
      const Whose it = whose(chart, document, number->value());
      unknown = unknown || it.unknown;
      if (!it.other) continue;
      report.fail(kFound, of(chart, document), number->text.span, document.type, *it.other)
          .at(number->part());
      return;
    }
  }
  unknown ? report.undecided(of(chart, document), missing::kPerson)
          : report.pass(of(chart, document));
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!grown_up(chart)) return;
  for (const Document& document : chart.documents) {
    const bool discharge =
        document.type == DocType::kDischargeRecord || document.type == DocType::kDischargeSummary;
    if (!discharge && !clinical_record(document.type)) continue;
    if (!document.texts.empty() && !of_other_person(chart, document))
      judge(chart, document, options[kRelated], report);
  }
}

}  // namespace

extern constinit const Check privacy_other_person_identifier{
    {.id = "privacy-other-person-identifier",
     .severity = Severity::kWarning,
     .title = {"病历正文不应写入他人的身份证号",
               "The text of a record holds no identity number of another person"},
     .judged =
         {"入院记录、病程记录、手术与术前文书、出院和死亡文书的正文：校验正确的18位身份证号与患者的"
          "身份证号不同；患者身份证号未知的，号码中的出生日期或性别与患者不同。",
          "The text of admission, course, operation, preoperative, discharge and death records: an "
          "identity number with a right check digit that is not the patient's; where that is not "
          "known, one whose birth date or sex are not the patient's."},
     .exceptions =
         {"同一句提到亲属、联系人、代理人、供者、曾用号码或其他编号的不评价（用语可调）；14岁以下患"
          "者、同意书、谈话记录"
          "和病史陈述者一栏不评价；手机号码无从知道是谁的；不知患者出生日期和身份证号的无法判定。不"
          "与其他患者的病历比对。",
          "Not where the sentence names a relative, contact, agent, donor, a former number or "
          "one of another kind (the words are an option), nor for patients under 14, consents, "
          "talks and the narrator; whose a mobile "
          "number is nothing tells; undecided where neither number nor birth date of the patient "
          "is "
          "known. Charts of other patients are not compared."},
     .advice = {"核对是否误粘贴他人病历内容，删去他人的身份信息。",
                "Check whether text of another patient was pasted, and remove the number."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
