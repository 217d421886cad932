// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/near_text.h"

namespace emrlint::checks {
namespace {

constexpr SameTextMessages kSays{
    .equal = {"equal", "{0}（{1}字）与另一患者病历{2}中先写的文字完全相同。",
              "{0} ({1} characters or words): word for word what was written before in another "
              "patient's chart, {2}."},
    .undated =
        {"equal-undated", "{0}（{1}字）与另一患者病历{2}中的文字完全相同，书写时间分不出先后。",
         "{0} ({1} characters or words): word for word a text in another patient's chart, {2}; "
         "the times of writing do not tell which was first."},
    .common = Severity::kWarning};

// Forms whose values are the patient's own are no copies.
constexpr NearTextRule kNearRule{
    .near = {"near", "{0}（不计套话{1}字）中有{2}字（{3}%）与另一患者病历{4}中先写的文字相同。",
             "{0}: of {1} characters or words without boilerplate {2} ({3} %) stand word for word "
             "in what was written before in another patient's chart, {4}."},
    .undated = {"near-undated",
                "{0}（不计套话{1}字）中有{2}字（{3}%）与另一患者病历{4}中的文字相同，书写时间分不出"
                "先后。",
                "{0}: of {1} characters or words without boilerplate {2} ({3} %) stand word for "
                "word in another patient's chart, {4}; the times of writing do not tell which was "
                "first."},
    .numbers = 0.75};

constexpr Option<int> kLeast{"min_chars", 80, kShorter.zh, kShorter.en};
constexpr Option<int> kCap{"cap", 20, kTemplate.zh, kTemplate.en};
constexpr Option<double> kShare{"near", 0.9, kNearly.zh, kNearly.en};

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZZ", "6"}, {"ZJ", "书写基本要求1"}};
constexpr int kCore[] = {10, 15};
constexpr MessageInfo kMessages[] = {kSays.equal,     kSays.undated,  kSays.many,
                                     kSays.source,    kNearRule.near, kNearRule.undated,
                                     kNearRule.source};
constexpr OptionInfo kOptions[] = {kLeast, kCap, kShare};

// What is told of one patient alone. The course of an operation, the discussions and the reasoning
// have checks of their own.
constexpr SectionType kNarratives[] = {SectionType::kPresentIllness,  SectionType::kCaseFeatures,
                                       SectionType::kCourse,          SectionType::kRoundOpinion,
                                       SectionType::kTreatmentCourse, SectionType::kConditionChange,
                                       SectionType::kCurrentCondition};

bool note(DocType type) {
  return type == DocType::kProgressNote || type == DocType::kSeniorRoundNote;
}

// What others may well write alike is no near copy.
void take(SameTexts& texts, const Document& document, SectionType type,
          std::span<const Text> pieces, double share) {
  Fact* const fact = texts.add(document, type, pieces);
  if (fact == nullptr) return;
  // After the same operation on one day it may well read alike.
  if (type == SectionType::kTreatmentCourse) fact->words[kCommon] = "summary";
  if (fact->word(kCommon).empty()) texts.seek_near(*fact, pieces, share);
}

void emit(const Chart& chart, const Options& options, std::vector<Fact>& facts) {
  SameTexts texts(chart, options[kLeast], options[kCap], facts);
  const double share = options[kShare];
  for (const Document* const document : texts.documents()) {
    bool any = false;
    for (const SectionType type : kNarratives) {
      const Section* const section = document->section(type);
      if (section == nullptr || document->text_of(*section).empty()) continue;
      any = true;
      take(texts, *document, type, document->text_of(*section), share);
    }
    // Of a note without such a heading all is narrative.
    if (!any && note(document->type)) {
      take(texts, *document, SectionType::kUnknown, document->narrative(), share);
    }
  }
}

void judge(std::span<const Fact> facts, Report& report) {
  if (near_group(facts)) return judge_near_text(facts, kNearRule, report);
  judge_same_text(facts, kSays, report);
}

}  // namespace

extern constinit const Check other_patient_narrative{
    .info =
        {.id = "duplication-other-patient-narrative",
         .severity = Severity::kError,
         .title = {"病情记述不应与他人病历相同", "No narrative is another patient's"},
         .judged =
             {"现病史、病例特点、病程、查房意见、诊疗经过、病情变化、目前情况（80字以上）：与同一"
              "次运行所查的其他患者病历中先写的文字完全相同（不计标点、空格、全半角、大小写，数值"
              "须相同）为“必改”；诊疗经过，以及文中没有数值（条目序号不算）的，为“建议”。九成以上"
              "的文字与之相同为近似，为“建议”。",
              "Present illness, case features, course, round opinion, course of treatment, "
              "change of condition and current condition with 80 characters or more: equal to "
              "what was written before in the chart of another patient of the run, numbers "
              "included, without punctuation, blanks, width and case, is an error; a course of "
              "treatment, and a text without numbers but those of items, a warning. Nine tenths "
              "of the text, a near copy, are a warning."},
         .exceptions =
             {"近似按逐字比对：不计套话（内置套话及本院套话表），通篇未改动的字数所占比例；见于50"
              "份以上病历的措辞不算相同。诊疗经过、没有数值的文字，以及四分之一以上的数值不同的（按"
              "模板填写），不判近似。近似须重读病历核对，病历已不在原处或已改动的，无法判定。只查一"
              "份病历"
              "时不评价。字数不计以“无”“否认”开头、含“未”或以“正常”“阴性”结尾的分句；外文单词按"
              "两字、数值按半字计。同一患者（身份证号，或本机构患者编号相同）的历次病历之间可以沿"
              "用；分不清是否同一患者，或文书未能读全的，无法判定。见于20名以上患者的文字视为模板"
              "，只在最早的一份提示一次（近似的不提示），其余不评价。被替代的版本、文书头为他人的"
              "文书不比较；同一病历内重复的由其他检查判定。手术经过、讨论、拟诊讨论另有检查。字数"
              "、比例和人数是可调参数，条文没有数值。",
              "Of a near copy so many characters or words stand unchanged in the other text, "
              "boilerplate (the list of the program and the table of the hospital) left out; "
              "wording of more than 50 charts does not count as the same. A course of treatment, "
              "a text without numbers, and one more than a quarter of whose numbers are others, a "
              "form, are no near copies. Both charts are read again to compare them: undecided "
              "where one is "
              "gone or was changed. Nothing is judged in a run of one chart. Clauses that begin "
              "with 无 or 否认, hold 未 or end in 正常 or 阴性 do not count for the length; a "
              "word of letters counts for two characters, a number for a half. Charts of one "
              "patient (identity card, or number in the hospital) may repeat each other; "
              "undecided where it cannot be told whether it is one, and where a document could "
              "not be read to its end. What stands in the charts of more than 20 patients is "
              "taken for a template and told once, in the first chart, if it is equal; the "
              "others are not judged. Replaced versions and documents with another patient's "
              "header are left out; what repeats inside a chart, the courses of operations, "
              "discussions and reasoning have checks of their own. All numbers are options, the "
              "article has none."},
         .advice = {"核对两份病历，按本患者的实际情况重新书写；属实的予以说明。",
                    "Compare both charts and write what is true of this patient."},
         .basis = kBasis,
         .core_systems = kCore,
         .messages = kMessages,
         .options = kOptions},
    .emit = &emit,
    .judge = &judge};

}  // namespace emrlint::checks
