// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/sex_words.h"

#include <algorithm>
#include <vector>

#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

struct Row {
  std::string_view word;
  Sex only;
};
constexpr Row kRows[] = {
    {"月经", Sex::kFemale},
    {"初潮", Sex::kFemale},
    {"绝经", Sex::kFemale},
    {"痛经", Sex::kFemale},
    {"闭经", Sex::kFemale},
    {"停经", Sex::kFemale},
    {"子宫", Sex::kFemale},
    {"卵巢", Sex::kFemale},
    {"输卵管", Sex::kFemale},
    {"宫颈", Sex::kFemale},
    {"早孕", Sex::kFemale},
    {"剖宫产", Sex::kFemale},
    {"白带", Sex::kFemale},
    {"阴道流血", Sex::kFemale},
    {"阴道壁", Sex::kFemale},
    {"前列腺", Sex::kMale},
    {"睾丸", Sex::kMale},
    {"附睾", Sex::kMale},
    {"阴茎", Sex::kMale},
    {"阴囊", Sex::kMale},
    {"精囊", Sex::kMale},
    {"精索", Sex::kMale},
    {"遗精", Sex::kMale},
    {"早泄", Sex::kMale},
    // No organs of the patient, or not of one sex.
    {"前列腺素", Sex::kUnknown},
    {"前列腺特异", Sex::kUnknown},
    {"前列腺酸性", Sex::kUnknown},
    {"睾丸女性", Sex::kUnknown},
    {"睾丸酮", Sex::kUnknown},
    {"仓鼠卵巢", Sex::kUnknown},
    {"停经验", Sex::kUnknown},
    {"子宫样", Sex::kUnknown},
    {"月经验", Sex::kUnknown},
    {"抗子宫", Sex::kUnknown},
    {"抗卵巢", Sex::kUnknown},
    {"卵巢样", Sex::kUnknown},
    {"睾丸母", Sex::kUnknown},
    {"男性", Sex::kUnknown},
    {"白带鱼", Sex::kUnknown},
    {"月经过", Sex::kUnknown},
    {"月经治", Sex::kUnknown},
    {"月经常", Sex::kUnknown},
    {"月经抗", Sex::kUnknown},
    {"月经皮", Sex::kUnknown},
    {"月经口", Sex::kUnknown},
    {"月经外", Sex::kUnknown},
    {"月经当", Sex::kUnknown},
    {"月经本", Sex::kUnknown},
    {"月经我", Sex::kUnknown},
    {"月经检", Sex::kUnknown},
    {"月经门", Sex::kUnknown},
    {"月经静", Sex::kUnknown},
    {"月经休", Sex::kUnknown},
    {"月经药", Sex::kUnknown},
};

const WordIndex& words() {
  static const WordIndex index = [] {
    std::vector<std::string_view> all;
    for (const Row& row : kRows) all.push_back(row.word);
    return WordIndex(all);
  }();
  return index;
}

// 近3月经治疗, 停经验: the characters meet by chance.
bool by_chance(std::string_view text, std::size_t at) {
  if (!stands_at(text, at, "月经") || at == 0) return false;
  const char before = text[at - 1];
  return (before >= '0' && before <= '9') || ends_at(text, at, "个") || ends_at(text, at, "半") ||
         ends_at(text, at, "数");
}

}  // namespace

std::optional<SexWord> next_sex_word(std::string_view text, std::size_t at) {
  const WordIndex& index = words();
  while ((at = index.skip(text, at)) < text.size()) {
    const int row = index.match(text, at);
    if (row < 0) {
      at += char_length(text, at);
      continue;
    }
    const SexWord word{at, at + kRows[row].word.size(), kRows[row].only};
    if (word.only != Sex::kUnknown && !by_chance(text, at)) return word;
    at = word.to;
  }
  return std::nullopt;
}

bool on_own_body(const Narrative& narrative, const SexWord& word) {
  if (!narrative.reading(word.from, word.to).own_fact()) return false;
  // 女性：子宫……, （男）前列腺: forms that name both sexes, and sentences about patients at large.
  constexpr std::size_t kNear = 300;
  const std::size_t from =
      std::max(narrative.sentence_begin(word.from), word.from - std::min(word.from, kNear));
  const std::string_view before = narrative.text().substr(from, word.to - from);
  constexpr std::string_view kAtLarge[] = {"男性：", "女性：", "男性:", "女性:",  "（男", "（女",
                                           "(男",    "(女",    "多见",  "常见于", "好发"};
  return std::none_of(std::begin(kAtLarge), std::end(kAtLarge),
                      [&](std::string_view sign) { return holds(before, sign); });
}

bool tells_of_own_body(SectionType section) {
  using enum SectionType;
  constexpr SectionType kOwn[] = {kChiefComplaint,
                                  kPresentIllness,
                                  kSymptoms,
                                  kPastHistory,
                                  kGeneralHealth,
                                  kDiseaseHistory,
                                  kSurgeryHistory,
                                  kMenstrualHistory,
                                  kPhysicalExam,
                                  kSpecialtyExam,
                                  kAuxiliaryExam,
                                  kImaging,
                                  kExamReport,
                                  kResult,
                                  kImpression,
                                  kDiagnosis,
                                  kPreliminaryDiagnosis,
                                  kRevisedDiagnosis,
                                  kConfirmedDiagnosis,
                                  kSupplementaryDiagnosis,
                                  kOutpatientDiagnosis,
                                  kAdmissionDiagnosis,
                                  kCurrentDiagnosis,
                                  kPreopDiagnosis,
                                  kIntraopDiagnosis,
                                  kPostopDiagnosis,
                                  kDischargeDiagnosis,
                                  kDeathDiagnosis,
                                  kPathologyDiagnosis,
                                  kCaseFeatures,
                                  kDiagnosisBasis,
                                  kCourse,
                                  kRoundOpinion,
                                  kCaseSummary,
                                  kConditionChange,
                                  kCurrentCondition,
                                  kAdmissionCondition,
                                  kTreatmentCourse,
                                  kTreatmentResult,
                                  kDischargeCondition,
                                  kProcedureName,
                                  kOperationCourse,
                                  kFindingsAndHandling,
                                  kSpecimen};
  return std::find(std::begin(kOwn), std::end(kOwn), section) != std::end(kOwn);
}

}  // namespace emrlint::checks
