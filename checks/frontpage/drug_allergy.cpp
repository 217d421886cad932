// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kEmpty{"empty", "首页未填写药物过敏（有或无）。",
                           "drug allergy on the front page is neither stated nor denied."};
constexpr Message<> kDrug{"drug", "首页填写有药物过敏，未写明过敏药物。",
                          "the front page states a drug allergy and names no drug."};
constexpr Message<> kDenied{"denied", "首页填写无药物过敏，入院记录记有药物过敏史。",
                            "the front page denies drug allergies, the admission record has one."};
constexpr Message<> kStated{"stated", "首页填写有药物过敏，入院记录的过敏史一项选为“无”。",
                            "the front page states a drug allergy; the admission record has "
                            "“none” chosen for allergies."};
constexpr Message<> kRecord{"record", "入院记录中的过敏史", "allergies in the admission record"};

constexpr Option<WordList> kDrugs{"drugs",
                                  {"青霉素|阿莫西林|头孢|磺胺|链霉素|庆大霉素|左氧氟沙星|阿司匹林|"
                                   "布洛芬|碘造影剂|普鲁卡因|利多卡因"},
                                  "表明过敏史中写的是药物的名称",
                                  "names by which an allergy is known to be one to drugs"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"BL", "18(4)"}, {"BL", "3"}, {"ZJ", "既往史1"}};
constexpr int kCore[] = {10, 15};
constexpr MessageInfo kMessages[] = {kEmpty, kDrug, kDenied, kStated, kRecord};
constexpr OptionInfo kOptions[] = {kDrugs};

constexpr std::string_view kFlag = "DE02.10.023.00";

enum class Says { kNothing, kNo, kUnsure, kYes, kYesWithDrug };

// An item is 有 or 无, the code of the form (1 none, 2 some), or the drug itself.
Says said_by(const FrontPageField* field) {
  if (field == nullptr) return Says::kNothing;
  const std::string_view text = field->value.value;
  if (const auto answer = yes_or_no(text)) return *answer ? Says::kYes : Says::kNo;
  if (text == "1" || text == "未发现" || text.starts_with("否认") || text.starts_with("无")) {
    return Says::kNo;
  }
  if (holds_any(text, {"不详|未知|不明|不清"})) return Says::kUnsure;
  return text == "2" ? Says::kYes : Says::kYesWithDrug;
}

struct Admission {
  Says flag = Says::kNothing;
  bool drug = false;  // The text names one, and denies nothing.
  Span span;
};

Admission admission_in(const Chart& chart, WordList drugs) {
  Admission found;
  const Document* record = chart.first(DocType::kAdmissionRecord);
  const Element* flag = record == nullptr ? nullptr : record->element(kFlag);
  if (flag == nullptr) return found;
  const auto answer = yes_or_no(flag->value.value);
  if (!answer) return found;
  found.flag = *answer ? Says::kYes : Says::kNo;
  found.span = flag->value.span;
  if (const Section* section = record->section(SectionType::kAllergy)) {
    for (const Text& text : record->text_of(*section)) {
      const bool denies = holds_any(text.value, {"否认|无|未发现"});
      found.drug |= holds_any(text.value, drugs) && !denies;
    }
  }
  return found;
}

void run(const Chart& chart, const Options& options, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  const FrontPageField* flag = page.filled(FrontPageItem::kAllergyFlag);
  const FrontPageField* drugs = page.filled(FrontPageItem::kAllergyDrugs);
  const Says says = std::max(said_by(flag), said_by(drugs));
  const FrontPageItem item = flag == nullptr && drugs != nullptr ? FrontPageItem::kAllergyDrugs
                                                                 : FrontPageItem::kAllergyFlag;
  const Span where = page.place_of(item);
  const Admission admission = admission_in(chart, options[kDrugs]);
  if (says == Says::kNothing) {
    if (const auto doubt = page.doubt(item)) return report.undecided(of_chart(), *doubt, where);
    report.fail(kEmpty, of_chart(), where);
  } else if (says == Says::kNo && admission.flag == Says::kYes && admission.drug) {
    report.fail(kDenied, of_chart(), where).note(kRecord, admission.span);
  } else if (says >= Says::kYes && admission.flag == Says::kNo) {
    report.fail(kStated, of_chart(), where).note(kRecord, admission.span);
  } else if (says == Says::kYes) {
    if (const auto doubt = page.doubt(FrontPageItem::kAllergyDrugs)) {
      return report.undecided(of_chart(), *doubt, where);
    }
    report.fail(kDrug, of_chart(), where);
  } else {
    report.pass(of_chart());
  }
}

}  // namespace

extern constinit const Check frontpage_drug_allergy{
    {.id = "frontpage-drug-allergy",
     .severity = Severity::kError,
     .title = {"首页应填写药物过敏，并与入院记录相符",
               "The front page states drug allergies as the admission record does"},
     .judged =
         {"出院病历的首页：药物过敏已填写有或无；有的写明过敏药物；与入院记录的过敏史标志不相矛盾"
          "。",
          "Front page of a finished stay: drug allergy is stated or denied; if there is one, the "
          "drug is named; the flag of the admission record does not contradict it."},
     .exceptions =
         {"患者尚在院、首页项目未载入的不判；首页数据中没有此项的无法判定。入院记录只有文字而没有过"
          "敏史"
          "标志的不比较；标志为有而首页为无的，只在过敏史文字写明药物时判定（可能是食物过敏）。入院"
          "记录"
          "缺过敏史由 completeness-allergy-history 判定。",
          "Not while the patient is there, nor where the items were not loaded; undecided where "
          "the "
          "data bring no such item. An admission record without the flag is not compared; where "
          "its flag is set and the front page denies, only if the text names a drug (it may be "
          "food). An admission record without allergies is said by "
          "completeness-allergy-history."},
     .advice = {"向患者核实过敏史，填写首页并使两处一致。",
                "Ask the patient, fill in the front page and let both agree."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
