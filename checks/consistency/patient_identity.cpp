// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Personal, Personal> kDiffers{
    "differs", "本文书的{0}（{1}）与病历中的（{2}）不一致。",
    "the {0} in this document ({1}) differs from the chart's ({2})."};
constexpr Message<Sex, Sex> kSexDiffers{
    "sex-differs", "本文书的性别（{0}）与病历中的（{1}）不一致。",
    "the sex in this document ({0}) differs from the chart's ({1})."};
constexpr Message<Bilingual> kOther{"other", "病历中的{0}", "the {0} of the chart"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"GL", "7"}, {"HX", "10-2"}};
constexpr int kCore[] = {10, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kDiffers, kSexDiffers, kOther};

constexpr Bilingual kName{"患者姓名", "patient's name"};
constexpr Bilingual kSexWord{"性别", "sex"};
constexpr Bilingual kBirth{"出生日期", "birth date"};
constexpr Bilingual kCard{"身份证号", "identity card number"};

std::string_view first_word(std::string_view& rest) {
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  const std::string_view word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(word.size());
  return word;
}

// A name in words, of which some behind the first may be left out: Testa (Ann) Sampleson (Jr.).
bool shortened(std::string_view brief, std::string_view full) {
  std::string_view brief_rest = brief;
  std::string_view full_rest = full;
  std::string_view word = first_word(brief_rest);
  if (word != first_word(full_rest)) return false;
  word = first_word(brief_rest);
  if (word.empty()) return false;  // A given name alone could be anybody's.
  while (!word.empty() && !full_rest.empty()) {
    if (first_word(full_rest) == word) word = first_word(brief_rest);
  }
  return word.empty();
}

bool same_name(std::string_view a, std::string_view b) {
  return a == b || shortened(a, b) || shortened(b, a);
}

// Judges the claims of one document one by one; the first that differs is the finding.
class Identity {
 public:
  Identity(const Chart& chart, const Document& document, Report& report)
      : chart_(chart), document_(document), report_(report) {}

  void judge() {
    const HeaderClaims& claims = document_.header;
    const Patient& patient = chart_.patient;
    compare(kName, claims.name, patient.name, same_name(claims.name.value, patient.name.value));
    compare(kCard, claims.id_card, patient.id_card, claims.id_card.value == patient.id_card.value);
    compare_sex(claims, patient);
    compare_birth(claims, patient);
    if (compared_ && !failed_) report_.pass(of(chart_, document_));
  }

 private:
  void compare(Bilingual what, const Text& here, const Text& there, bool same) {
    if (here.value.empty() || there.value.empty()) return;
    compared_ = true;
    if (!same) fail(what, here, there);
  }
  void compare_sex(const HeaderClaims& claims, const Patient& patient) {
    if (!claims.sex || patient.sex.value == Sex::kUnknown) return;
    if (claims.sex->value == Sex::kUnknown) return;
    compared_ = true;
    if (claims.sex->value == patient.sex.value) return;
    if (failed_) return;
    failed_ = true;
    report_
        .fail(kSexDiffers, of(chart_, document_), claims.sex->span, claims.sex->value,
              patient.sex.value)
        .note(kOther, patient.sex.span, kSexWord);
  }
  void compare_birth(const HeaderClaims& claims, const Patient& patient) {
    if (!claims.birth || !patient.birth) return;
    const Time& here = claims.birth->value;
    const Time& there = patient.birth->value;
    compared_ = true;
    if (!certainly_before(here, there) && !certainly_before(there, here)) return;
    const std::string a = to_string(here);
    const std::string b = to_string(there);
    fail(kBirth, {a, claims.birth->span}, {b, patient.birth->span});
  }
  void fail(Bilingual what, const Text& here, const Text& there) {
    if (failed_) return;
    failed_ = true;
    report_
        .fail(kDiffers, of(chart_, document_), here.span, what, Personal{here.value},
              Personal{there.value})
        .note(kOther, there.span, what);
  }

  const Chart& chart_;
  const Document& document_;
  Report& report_;
  bool compared_ = false;
  bool failed_ = false;
};

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) Identity(chart, document, report).judge();
}

}  // namespace

extern constinit const Check patient_identity{
    {.id = "consistency-patient-identity",
     .severity = Severity::kError,
     .title = {"各文书的患者身份应一致", "All documents name the same patient"},
     .judged = {"每份文书文档头中的姓名、身份证号、性别、出生日期与病历中患者的相同项目一致。",
                "Name, identity card number, sex and birth date in the header of each document "
                "agree with the chart's patient."},
     .exceptions =
         {"缺少的项目不比较；出生日期只有年或月时按其精度比较；以空格分词的姓名可省略首词以后的部分"
          "。"
          "改名、新生"
          "儿命名未在数据中注明的会提示，可用豁免说明。",
          "What is missing is not compared; a birth date is compared as precisely as it is "
          "written; of a name in words some behind the first may be left out. A renaming that "
          "the data do not tell of is reported and can be waived."},
     .advice = {"核对文书是否误归入他人病历，或改正录入错误的项目。",
                "See whether the document was filed to the wrong chart, or correct the item."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
