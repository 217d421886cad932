// SPDX-License-Identifier: Apache-2.0
// Probes of duplication-copy-error: who the patient is.
#include <algorithm>

#include "checks/consistency/pieces.h"
#include "checks/consistency/sex_claims.h"
#include "checks/consistency/told_ages.h"
#include "checks/duplication/copy_error.h"

namespace emrlint::checks {
namespace {

using namespace copy_error;

constexpr int kAdult = 14;     // As the option of consistency-sex-text: below, mothers are told of.
constexpr int kTolerance = 1;  // As that of consistency-age-text.
constexpr Bilingual kPatientSex{"患者性别", "the patient's sex"};
constexpr Bilingual kPatientAge{"出生日期或年龄", "the birth date or age"};

void judge_sex(const CopyJudge& judge, const Document& document) {
  const Subject subject = of(judge.chart, document, "sex");
  const Located<Sex>& sex = judge.chart.patient.sex;
  const auto age = age_at_admission(judge.chart);
  bool copied = false;
  for (const SexClaim& claim : sex_claims(judge.chart, document, judge.report)) {
    const auto copy = judge.find(document, claim.place);
    if (!copy) continue;
    copied = true;
    if (claim.only == sex.value) continue;
    if (sex.value == Sex::kUnknown || !age) {
      return judge.report.undecided(subject, age ? missing::kSex : missing::kAge,
                                    span_of(claim.place));
    }
    if (!age->surely_above_years(kAdult - 1)) return;
    place_copy(
        judge.report.fail(kSex, subject, document.span, document.type, claim.words(), sex.value),
        claim.place, *copy)
        .note(kFact, sex.span, kPatientSex);
    return;
  }
  if (copied) judge.report.pass(subject);
}

void judge_age(const CopyJudge& judge, const Document& document, std::vector<int>& said) {
  const Subject subject = of(judge.chart, document, "age");
  const auto age = age_in(judge.chart, document);
  bool copied = false;
  for (const ToldAge& told : told_ages(judge.chart, document, judge.report)) {
    const auto copy = judge.find(document, told.place);
    if (!copy) continue;
    if (!age) return judge.report.undecided(subject, missing::kAge, span_of(told.place));
    copied = true;
    if (agrees(told.years, *age, kTolerance)) continue;
    if (as_in_header(document, told.years)) return;
    if (std::find(said.begin(), said.end(), told.years) != said.end()) return;
    said.push_back(told.years);
    place_copy(judge.report.fail(kAge, subject, document.span, document.type, told.years,
                                 middle_years(*age)),
               told.place, *copy)
        .note(kFact, place_of_age(judge.chart), kPatientAge);
    return;
  }
  if (copied) judge.report.pass(subject);
}

}  // namespace

void probe_sex(const CopyJudge& judge) {
  if (!sex_tells(judge.chart)) return;
  for (const Document& document : judge.chart.documents) {
    if (judge.copies.copied(document)) judge_sex(judge, document);
  }
}

void probe_age(const CopyJudge& judge) {
  std::vector<int> said;  // One wrong age is said once.
  for (const Document& document : judge.chart.documents) {
    if (!judge.copies.copied(document) || of_other_person(judge.chart, document)) continue;
    judge_age(judge, document, said);
  }
}

}  // namespace emrlint::checks
