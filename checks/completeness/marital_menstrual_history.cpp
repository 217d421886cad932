// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/age.h"
#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kMissing{"missing", "入院记录缺少：{0}。",
                                      "the admission record lacks: {0}."};

constexpr Option<int> kLeastAge{"least_age", 10, "满多少岁起要求（条文未写年龄）",
                                "asked for from this age in years on; the article names none"};
constexpr Option<WordList> kMarital{"marital_words",
                                    {"婚|配偶|子女|生育|育有|孕"},
                                    "个人史、月经史中表明写了婚育史的词语",
                                    "words by which other histories tell of marriage and children"};
constexpr Option<WordList> kMenstrual{"menstrual_words",
                                      {"月经|初潮|绝经|闭经"},
                                      "个人史、婚育史中表明写了月经史的词语",
                                      "words by which other histories tell of menstruation"};

constexpr Citation kBasis[] = {{"BL", "18(5)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kLeastAge, kMarital, kMenstrual};

constexpr Bilingual kMaritalName{"婚育史", "marital and obstetric history"};
constexpr Bilingual kMenstrualName{"月经史", "menstrual history"};
constexpr Bilingual kBothNames{"婚育史、月经史",
                               "marital and obstetric history, menstrual history"};

// The article treats both under one heading, and records put them under 个人史 as well.
bool tells(const Document& document, SectionType own, WordList words) {
  if (document.has_text(own)) return true;
  const SectionType others[] = {SectionType::kPersonalHistory, SectionType::kMaritalHistory,
                                SectionType::kMenstrualHistory};
  return std::any_of(std::begin(others), std::end(others), [&](SectionType type) {
    const Section* section = document.section(type);
    if (section == nullptr) return false;
    const auto texts = document.text_of(*section);
    return std::any_of(texts.begin(), texts.end(),
                       [&](const Text& text) { return holds_any(text.value, words); });
  });
}

Span place_of(const Document& document) {
  for (const SectionType type : {SectionType::kMaritalHistory, SectionType::kMenstrualHistory}) {
    const Section* section = document.section(type);
    if (section != nullptr && document.blank(*section)) return section->span;
  }
  return document.span;
}

void judge(const Chart& chart, const Document& document, const Options& options, Report& report) {
  const Subject subject = of(chart, document);
  const Sex sex = chart.patient.sex.value;
  const bool marital = tells(document, SectionType::kMaritalHistory, options[kMarital]);
  const bool menstrual = tells(document, SectionType::kMenstrualHistory, options[kMenstrual]);
  if (marital && (menstrual || sex == Sex::kMale)) return report.pass(subject);
  const std::optional<Age> age = age_at_admission(chart);
  const int least = options[kLeastAge];
  if (age && age->least_days < least * 365) return;
  if (document.broken) return report.undecided(subject, missing::kRestOfDocument, document.span);
  if (!age) return report.undecided(subject, missing::kAge, document.span);
  if (sex != Sex::kMale && sex != Sex::kFemale && marital) {
    return report.undecided(subject, missing::kSex, document.span);
  }
  const bool woman = sex == Sex::kFemale && !menstrual;
  report.fail(kMissing, subject, place_of(document),
              marital ? kMenstrualName
              : woman ? kBothNames
                      : kMaritalName);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document& document : chart.documents) {
    if (document.type == DocType::kAdmissionRecord) judge(chart, document, options, report);
  }
}

}  // namespace

extern constinit const Check marital_menstrual_history{
    {.id = "completeness-marital-menstrual-history",
     .severity = Severity::kWarning,
     .title = {"入院记录应有婚育史，女性患者还应有月经史",
               "An admission record states the marital and, of a woman, the menstrual history"},
     .judged = {"入院记录的婚育史不为空；女性患者的月经史不为空。并入个人史或合写在一处的，按文字内"
                "容识别。",
                "The marital and obstetric history is not empty, nor is the menstrual history of a "
                "woman; where they stand under another of these headings, words tell."},
     .exceptions =
         {"不满10岁的不判（年龄可调；条文只写“女性患者”，没有年龄）；年龄不明、性别不明而无法判定的"
          "，不作判定；各要素是否齐全不在本检查之内。",
          "Not under 10 years (an option: the article says “women” and names no age); undecided "
          "where age or sex is unknown and would decide. The items are not judged one by one."},
     .advice = {"写明婚姻状况、结婚年龄、配偶健康状况、有无子女；女性写明初潮年龄、行经期天数、间隔"
                "天数、末次月经时间或闭经年龄、月经量、痛经及生育情况。",
                "Write marriage, health of the spouse and children; of a woman menarche, days of "
                "bleeding and interval, last period or menopause, amount, pain and births."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
