// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/consistency/names.h"

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

// 0 and 9 of GB/T 2261.1 say that it is not known or not told.
bool stated(Sex sex) { return sex == Sex::kMale || sex == Sex::kFemale; }

// Judges the claims of one document one by one; the first that differs is the finding.
class Identity {
 public:
  Identity(const Chart& chart, const Document& document, Report& report)
      : chart_(chart), document_(document), report_(report) {}

  void judge() {
    const HeaderClaims& claims = document_.header;
    const Patient& patient = chart_.patient;
    const NameIs name = name_in(chart_, claims.name.value);
    if (name == NameIs::kOfRelative) return;
    if (name == NameIs::kToCompare) compare(kName, claims.name, patient.name, same_name);
    compare(kCard, claims.id_card, patient.id_card, same_card);
    compare_sex(claims, patient);
    compare_birth(claims, patient);
    if (compared_ && !failed_) report_.pass(of(chart_, document_));
  }

 private:
  void compare(Bilingual what, const Text& here, const Text& there,
               bool (*same)(std::string_view, std::string_view)) {
    if (here.value.empty() || there.value.empty()) return;
    if (masked(here.value) || masked(there.value)) return;
    compared_ = true;
    if (!same(here.value, there.value)) fail(what, here, there);
  }
  void compare_sex(const HeaderClaims& claims, const Patient& patient) {
    if (!claims.sex || !stated(claims.sex->value) || !stated(patient.sex.value)) return;
    compared_ = true;
    const Sex here = claims.sex->value, there = patient.sex.value;
    if (here == there || failed_) return;
    failed_ = true;
    report_.fail(kSexDiffers, of(chart_, document_), claims.sex->span, here, there)
        .note(kOther, patient.sex.span, kSexWord);
  }
  void compare_birth(const HeaderClaims& claims, const Patient& patient) {
    if (!claims.birth || !patient.birth) return;
    const Time &here = claims.birth->value, &there = patient.birth->value;
    compared_ = true;
    if (!certainly_before(here, there) && !certainly_before(there, here)) return;
    const std::string a = to_string(here), b = to_string(there);
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
         {"缺少、被星号遮盖、未说明的项目不比较；出生日期按其精度比较；姓名中的空格、间隔点、全半角"
          "不计，以空格分词的可省略首词以后的部分。母亲病历中的新生儿文书（“张三之女”）和新生儿病"
          "历中的母亲文书不判；新生儿取名前后的姓名不比较。其他改名未在数据中注明的会提示，可用豁免"
          "说明。病案号、住院号不在本检查之内。",
          "What is missing, starred out or not told is not compared; a birth date as precisely as "
          "it is written; blanks, points and width in a name do not count, and of a name in words "
          "some behind the first may be left out. A newborn's document in its mother's chart, or "
          "hers in its own, is not judged, nor the name of a newborn before and after it got one. "
          "Other renamings can be waived. Numbers of patient and stay are not judged."},
     .advice = {"核对文书是否误归入他人病历，或改正录入错误的项目。",
                "See whether the document was filed to the wrong chart, or correct the item."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
