// SPDX-License-Identifier: Apache-2.0
#include "check/age.h"
#include "check/report.h"
#include "checks/consistency/history_statements.h"
#include "checks/consistency/pieces.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, DocType, std::string_view> kOperation{
    "operation", "入院记录写“{0}”，而{1}写“{2}”。",
    "the admission record says “{0}”, and the {1} says “{2}”."};
constexpr Message<std::string_view, DocType, std::string_view> kAllergy{
    "allergy", "入院记录写“{0}”，而{1}写“{2}”。",
    "the admission record says “{0}”, and the {1} says “{2}”."};
constexpr Message<> kThere{"there", "与之矛盾的记载", "the statement that contradicts it"};

constexpr Option<int> kMotherAge{
    "mother_from_age", 14, "自此年龄（岁）起，女性患者的剖宫产视为其本人的手术",
    "age in years from which a caesarean section is a female patient's "
    "own operation, not her birth"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"BL", "18(4)"}};
constexpr int kCore[] = {10, 15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kOperation, kAllergy, kThere};
constexpr OptionInfo kOptions[] = {kMotherAge};

bool may_be_mother(const Chart& chart, int from_age) {
  if (chart.patient.sex.value != Sex::kFemale) return false;
  const auto age = age_at_admission(chart);
  return age && age->surely_above_years(from_age - 1);
}

std::string_view words_of(const Part& part) {
  return part.value.value.substr(part.from, part.to - part.from);
}

// Whether both stand in one sentence: 2019年行剖宫产术，否认手术史 means others.
bool one_sentence(const Statement& a, const Statement& b) {
  return a.place.value.span == b.place.value.span && a.sentence == b.sentence;
}

void judge(const Chart& chart, const Document& record, int from_age, Report& report) {
  bool judged = false;
  bool failed = false;
  const auto compare = [&](const auto& message, const FoundStatement& denial,
                           const FoundStatement& stated) {
    if (stated && one_sentence(*denial, *stated)) return;
    judged = true;
    if (!stated) return;
    failed = true;
    report
        .fail(message, of(chart, record), span_of(denial->place), words_of(denial->place),
              stated->type, words_of(stated->place))
        .at(denial->place)
        .note(kThere, stated->place);
  };
  const auto operations = denial_of_operations(record);
  if (operations && illness_without_operation(record)) {
    const bool mother = may_be_mother(chart, from_age);
    compare(kOperation, operations, earlier_operation(chart, record, mother));
  }
  const auto allergies = denial_of_drug_allergies(record);
  if (allergies) compare(kAllergy, allergies, drug_allergy(chart, record));
  if (judged && !failed) report.pass(of(chart, record));
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document& record : chart.documents) {
    if (record.type != DocType::kAdmissionRecord || of_other_person(chart, record)) continue;
    judge(chart, record, options[kMotherAge], report);
  }
}

}  // namespace

extern constinit const Check history_contradiction{
    {.id = "consistency-history-contradiction",
     .severity = Severity::kWarning,
     .title = {"手术史和药物过敏史不应前后矛盾",
               "The history of operations and drug allergies does not contradict itself"},
     .judged =
         {"入院记录否认全部手术史的：其既往史、婚育史未写本人曾行的手术（剖宫产、切除术、置换术等）"
          "，"
          "体格检查未写手术瘢痕，首次病程、入院评估、术前小结、麻醉术前访视未写其手术史。入院记录否"
          "认"
          "药物过敏史的：其病史及首次病程、入院评估未写对某药过敏。",
          "An admission record that denies every operation: its past and obstetric history names "
          "no "
          "operation of the patient (caesarean section, resection, replacement and the like), its "
          "examination no surgical scar, and first progress note, admission assessment, "
          "preoperative summary and anaesthetic visit no such history. One that denies drug "
          "allergies: its history, first progress note and admission assessment name no drug that "
          "the patient is allergic to."},
     .exceptions =
         {"“余”“其他”“除…外”等有保留的否认，与手术写在同一句的否认，内镜、穿刺、介入、门诊小手术，"
          "家属"
          "的情况不判；现病史缺失或写有手术的，手术史不判；记录前后已在本次住院手术的，瘢痕不判；本"
          "次"
          "住院发现的过敏（皮试）不判；首页与入院记录的过敏由 frontpage-drug-allergy 判定。",
          "Not judged: a denial with a reserve (余, 其他, 除…外) or in one sentence with the "
          "operation; endoscopic, needle, interventional and minor procedures; what is said of "
          "relatives. Operations are not judged where the present illness is missing or tells of "
          "one, scars not where surgery of this stay may have come before the record, allergies "
          "not where a test of this stay shows them. The front page is compared by "
          "frontpage-drug-allergy."},
     .advice = {"向患者核实病史，改正有误的一处。",
                "Ask the patient again and correct the statement that is wrong."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
