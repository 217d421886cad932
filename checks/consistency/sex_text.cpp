// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/age.h"
#include "check/report.h"
#include "checks/consistency/pieces.h"
#include "checks/consistency/sex_claims.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, std::string_view, Sex, Sex> kOrgan{
    "organ", "{0}写有“{1}”，只见于{2}性，而患者性别为{3}。",
    "the {0} speaks of “{1}”, which is of {2} patients only, and the patient is {3}."};
constexpr Message<DocType, std::string_view, Sex> kStated{
    "stated", "{0}写患者为“{1}”，而患者性别为{2}。",
    "the {0} calls the patient “{1}”, and the patient is {2}."};
constexpr Message<> kSex{"sex", "患者性别", "the patient's sex"};

constexpr Option<int> kFromAge{"from_age", 14,
                               "自此年龄（岁）起判定：幼儿病历常写母亲的孕产情况，不易区分",
                               "age in years from which it is judged: records of children tell of "
                               "the mother's pregnancy"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZZ", "6"}};
constexpr int kCore[] = {10, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kOrgan, kStated, kSex};
constexpr OptionInfo kOptions[] = {kFromAge};

void say(const Chart& chart, const Document& document, const SexClaim& found, Report& report) {
  const Subject subject = of(chart, document);
  const Located<Sex>& sex = chart.patient.sex;
  Outcome& outcome = found.stated ? report.fail(kStated, subject, document.span, document.type,
                                                found.words(), sex.value)
                                  : report.fail(kOrgan, subject, document.span, document.type,
                                                found.words(), found.only, sex.value);
  outcome.at(found.place).note(kSex, sex.span);
}

void judge(const Chart& chart, const Document& document, int from_age, Report& report) {
  const Sex sex = chart.patient.sex.value;
  const std::vector<SexClaim> claims = sex_claims(chart, document, report);
  const auto found = std::find_if(claims.begin(), claims.end(),
                                  [&](const SexClaim& claim) { return claim.only != sex; });
  if (found == claims.end()) {
    if (!claims.empty()) report.pass(of(chart, document));
    return;
  }
  const auto age = age_at_admission(chart);
  if (sex == Sex::kUnknown || !age) {
    return report.undecided(of(chart, document), age ? missing::kSex : missing::kAge,
                            span_of(found->place));
  }
  if (age->surely_above_years(from_age - 1)) say(chart, document, *found, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!sex_tells(chart)) return;
  for (const Document& document : chart.documents) {
    judge(chart, document, options[kFromAge], report);
  }
}

}  // namespace

extern constinit const Check sex_text{
    {.id = "consistency-sex-text",
     .severity = Severity::kError,
     .title = {"病历文字应与患者性别相符", "The narrative agrees with the patient's sex"},
     .judged =
         {"每份文书的病史、检查、诊断、手术经过和病程：男性患者不写作其本人的月经、子宫、卵巢等，女"
          "性患者"
          "不写作其本人的前列腺、睾丸、阴茎等；“患者，男，45岁”中的性别与患者性别一致。",
          "History, examination, diagnoses, operation and course of each document: no "
          "menstruation, "
          "uterus or ovaries of a male patient's own, no prostate, testes or penis of a female "
          "patient's own; the sex in “患者，男，45岁” is the patient's."},
     .exceptions =
         {"否定、存疑、假设、计划的内容，家属、配偶、母亲、新生儿、供者的情况，家族史、婚育史、鉴别"
          "诊断和"
          "告知内容不判；14岁以下、性别“未说明”或“未知”、性发育异常的不判；代词（他、她）不判；"
          "有编码的诊断和手术名称由编码检查判定；文书文档头性别不一致的由 "
          "consistency-patient-identity 判定；性别或年龄缺失时无法判定。",
          "Not judged: what is negated, uncertain, supposed or planned; family, spouse, mother, "
          "newborn or donor; family and marital history, differential diagnosis, information for "
          "consent; patients below 14, of unspecified or unknown sex or with a disorder of sex "
          "development; pronouns. Names of coded diagnoses and procedures are "
          "judged by the coding checks, a header of the other sex by "
          "consistency-patient-identity. Undecided without sex or age."},
     .advice = {"核对是否由他人病历复制而来，改正文字或患者性别。",
                "Check whether the text was copied from another record; correct it or the sex."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
