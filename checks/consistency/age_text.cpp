// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/report.h"
#include "checks/consistency/pieces.h"
#include "checks/consistency/told_ages.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, int, int, int> kDiffers{
    "differs", "{0}写患者现年{1}岁，按病历推算为{2}岁，相差超过{3}岁。",
    "the {0} gives the patient's present age as {1}; by the chart it is {2}, which differs by more "
    "than {3} years."};
constexpr Message<> kBirth{"birth", "出生日期", "the birth date"};
constexpr Message<> kAge{"age", "病历中的年龄", "the age in the chart"};

constexpr Option<int> kTolerance{"tolerance", 1, "允许的偏差（岁；虚岁）",
                                 "tolerance in years, which some count from 1"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZZ", "6"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kDiffers, kBirth, kAge};
constexpr OptionInfo kOptions[] = {kTolerance};

void judge(const Chart& chart, const Document& document, int tolerance, std::vector<int>& said,
           Report& report) {
  if (of_other_person(chart, document)) return;
  const std::vector<ToldAge>& told = told_ages(chart, document, report);
  if (told.empty()) return;
  const Subject subject = of(chart, document);
  const auto age = age_in(chart, document);
  if (!age) return report.undecided(subject, missing::kAge, span_of(told.front().place));
  const auto wrong = std::find_if(told.begin(), told.end(), [&](const ToldAge& one) {
    return !agrees(one.years, *age, tolerance);
  });
  if (wrong == told.end()) return report.pass(subject);
  const int years = wrong->years;
  if (as_in_header(document, years)) return;
  if (std::find(said.begin(), said.end(), years) != said.end()) return;
  said.push_back(years);
  Outcome& outcome = report.fail(kDiffers, subject, document.span, document.type, years,
                                 middle_years(*age), tolerance);
  outcome.at(wrong->place);
  outcome.note(chart.patient.birth ? kBirth : kAge, place_of_age(chart));
}

void run(const Chart& chart, const Options& options, Report& report) {
  std::vector<int> said;
  for (const Document& document : chart.documents) {
    judge(chart, document, options[kTolerance], said, report);
  }
}

}  // namespace

extern constinit const Check age_text{
    {.id = "consistency-age-text",
     .severity = Severity::kError,
     .title = {"文字中的患者年龄应与实际年龄相符", "The age in the narrative is the patient's"},
     .judged =
         {"每份文书中关于患者现年的文字（“患者，男，45岁”“45岁男性患者”“年龄45岁”）与由出生日期推算"
          "的年龄（入院至书写时；没有出生日期时为病历中的年龄）相差不超过1岁。",
          "Where a document tells the patient's present age (“患者，男，45岁”, “45岁男性患者”, "
          "“年龄45岁”), it is within a year of that by the birth date, from admission to the time "
          "of writing; without a birth date, of the age in the chart."},
     .exceptions =
         {"过去的年龄（“30岁时”“26岁结婚”）、约数、范围、亲属和新生儿的年龄、既往史等章节不判；以月"
          "、"
          "天记载的不判；同一错误年龄只在首份文书中指出；与文书文档头年龄相同的由 "
          "consistency-age-birth 判定；出生日期和年龄都没有时无法判定。",
          "Not judged: past ages (“30岁时”), approximate ones and ranges, relatives and newborns, "
          "sections of past history, ages in months or days. One wrong age is said once; one that "
          "stands in the header too is said by consistency-age-birth. Undecided without a birth "
          "date and an age."},
     .advice = {"核对是否由他人病历复制而来，改正年龄。",
                "Check whether the text was copied from another record, and correct the age."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
