// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "check/report.h"
#include "checks/privacy/numbers.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Bilingual> kFound{
    "found", "{0}的正文中写有{1}，此处并不需要。",
    "the text of the {0} holds {1}, which is not needed here."};

constexpr Bilingual kCitizenNumber{"身份证号", "an identity number"};
constexpr Bilingual kMobile{"手机号码", "a mobile phone number"};

constexpr Citation kBasis[] = {{"ZL", "24"}, {"HX", "18-5"}, {"ZZ", "8"}};
constexpr int kCore[] = {18};
constexpr MessageInfo kMessages[] = {kFound};

std::optional<PersonNumber> first_number(const Document& document) {
  const Range narrator = narrator_texts(document);
  for (std::size_t i = 0; i < document.texts.size(); ++i) {
    if (inside(narrator, i)) continue;
    if (auto found = next_person_number(document.texts[i], 0)) return found;
  }
  return std::nullopt;
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (!clinical_record(document.type) || document.texts.empty()) continue;
    const std::optional<PersonNumber> found = first_number(document);
    if (!found) {
      report.pass(of(chart, document));
      continue;
    }
    const Bilingual kind = found->kind == NumberKind::kCitizen ? kCitizenNumber : kMobile;
    report.fail(kFound, of(chart, document), found->text.span, document.type, kind)
        .at(found->part());
  }
}

}  // namespace

extern constinit const Check privacy_identifier_in_text{
    {.id = "privacy-identifier-in-free-text",
     .severity = Severity::kWarning,
     .title = {"病历正文不应写入不必要的身份证号、手机号码",
               "The text of a record holds no identity or phone numbers that it does not need"},
     .judged =
         {"入院记录、病程记录、手术与术前文书、死亡文书的正文：写有校验正确的18位身份证号或11位手机"
          "号码的，每份文书指出第一处。",
          "The text of admission, course, operation, preoperative and death records: an "
          "identity number of 18 digits whose check digit is right, or a mobile number of 11 "
          "digits; the first place of each document."},
     .exceptions =
         {"同意书、谈话、出院指导、首页和病史陈述者一栏不评价；更长号码中的一段、字母后的号码不"
          "算；银行卡号不识别。",
          "Not for consents, talks, guidance, front pages and the narrator of the "
          "history; not for parts of longer numbers or numbers behind letters; bank "
          "cards are not recognised."},
     .advice = {"删去不必要的号码；确需联系的写在联系人一栏。",
                "Leave such numbers out; what is needed to reach somebody belongs to the contact."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
