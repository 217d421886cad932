// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/birth_codes.h"
#include "checks/obstetric/delivery.h"

namespace emrlint::checks {
namespace {

using Code = std::string_view;

constexpr Message<Code> kMissing{
    "missing", "编码“{0}”表明本次住院分娩，出院诊断中没有分娩结局编码（Z37）。",
    "the code “{0}” tells of a birth in this stay, and no discharge diagnosis has the outcome "
    "(Z37)."};
constexpr Message<> kUncoded{
    "missing-with-record",
    "本次住院有剖宫产、助产手术或分娩记录，出院诊断中没有分娩结局编码（Z37）。",
    "the stay has a caesarean section, an assisted birth or a record of the birth, and no "
    "discharge diagnosis has the outcome (Z37)."};
constexpr Message<int> kSeveral{"several", "出院诊断中有{0}个分娩结局编码（Z37），只应有一个。",
                                "{0} discharge diagnoses are outcomes of delivery (Z37); there is "
                                "one only."};
constexpr Message<Code, Code> kAbortion{
    "abortion", "分娩结局编码“{0}”与流产编码“{1}”并存，流产不编分娩结局。",
    "the outcome of delivery “{0}” stands beside the abortion “{1}”, which has none."};
constexpr Message<Code, Code> kFew{
    "one-child", "分娩结局编码“{0}”为单胎，而编码“{1}”为多胎。",
    "the outcome of delivery “{0}” is of one child, and the code “{1}” is of several."};
constexpr Message<Code, Code> kMany{
    "children", "编码“{0}”为单胎分娩，而分娩结局编码“{1}”为多胎。",
    "the code “{0}” is of the birth of one child, and the outcome “{1}” is of several."};
constexpr Message<Code, Code> kNumber{
    "number", "分娩结局编码“{0}”与妊娠编码“{1}”的胎数不同。",
    "the outcome of delivery “{0}” and the pregnancy “{1}” differ in the number of children."};
constexpr Message<Code, Code> kMode{
    "vaginal", "编码“{0}”为阴道分娩，而病历中有剖宫产“{1}”。",
    "the code “{0}” is of a vaginal birth, and the chart has the caesarean section “{1}”."};
constexpr Message<Code> kNoSection{
    "no-section", "编码“{0}”为剖宫产分娩，而病历的手术操作中没有剖宫产。",
    "the code “{0}” is of a caesarean birth, and no operation of the chart is one."};
constexpr Message<Code, Code> kAssisted{
    "assisted", "编码“{0}”为顺产，而病历中有器械助产“{1}”。",
    "the code “{0}” is of a spontaneous birth, and the chart has the extraction “{1}”."};
constexpr Message<> kOther{"other", "与之不符的编码", "what it does not agree with"};

constexpr Citation kBasis[] = {{"SY", "14"}, {"ICD10", "卷1 第15章 O80–O84、第21章 Z37"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMissing, kUncoded, kSeveral,   kAbortion, kFew,  kMany,
                                     kNumber,  kMode,    kNoSection, kAssisted, kOther};

constexpr Missing kCodes{"diagnosis-codes", "全部出院诊断的 ICD-10 编码",
                         "the ICD-10 codes of all discharge diagnoses"};
constexpr Missing kOperations{"operations", "手术操作的编码或名称",
                              "codes or names of the operations"};

constexpr Subject kOutcomeOf = {SubjectKind::kChart, 0, "outcome"};
constexpr Subject kChildrenOf = {SubjectKind::kChart, 0, "children"};
constexpr Subject kModeOf = {SubjectKind::kChart, 0, "mode"};

class Judge {
 public:
  Judge(const Chart& chart, const Delivery& delivery, const BirthCodes& codes, Report& report)
      : chart_(chart), delivery_(delivery), codes_(codes), report_(report) {}

  void outcome() {
    if (codes_.outcomes.size() > 1) {
      const int count = static_cast<int>(codes_.outcomes.size());
      report_.fail(kSeveral, kOutcomeOf, codes_.outcomes[1]->code.span, count)
          .note(kOther, codes_.outcomes[0]->code.span);
    } else if (codes_.outcomes.size() == 1) {
      const Diagnosis& d = *codes_.outcomes.front();
      if (codes_.abortion == nullptr) return report_.pass(kOutcomeOf);
      clash(kAbortion, kOutcomeOf, d.code, codes_.abortion->code);
    } else if (!codes_.after || codes_.delivery() != nullptr) {
      absent();
    }
  }

  void children() {
    const int born = delivery_.children();
    if (codes_.outcomes.size() != 1 || born == 0) return;
    const Text& outcome = codes_.outcomes.front()->code;
    const Diagnosis* several = codes_.multiple != nullptr ? codes_.multiple : codes_.pregnancy;
    if (born == 1 && several != nullptr && !codes_.fewer) {
      clash(kFew, kChildrenOf, outcome, several->code);
    } else if (born > 1 && codes_.single != nullptr && codes_.multiple == nullptr) {
      clash(kMany, kChildrenOf, codes_.single->code, outcome);
    } else if (born > 1 && codes_.pregnancy != nullptr && !codes_.fewer && other_number(born)) {
      clash(kNumber, kChildrenOf, outcome, codes_.pregnancy->code);
    } else {
      report_.pass(kChildrenOf);
    }
  }

  void mode(const BirthOperations& done) {
    if (codes_.delivery() == nullptr || codes_.multiple != nullptr) return;
    // Of several children one may be born each way; the wrong category is said above.
    if (delivery_.children() > 1) return;
    if (codes_.cesarean != nullptr) return section(done);
    if (codes_.vaginal != nullptr && done.cesarean != nullptr) {
      clash(kMode, kModeOf, codes_.vaginal->code, *done.cesarean);
    } else if (codes_.spontaneous == codes_.single && done.extraction != nullptr) {
      clash(kAssisted, kModeOf, codes_.spontaneous->code, *done.extraction);
    } else {
      report_.pass(kModeOf);
    }
  }

 private:
  void absent() {
    const Span where = delivery_.span;
    if (!chart_.sources.has(Source::kFrontPage)) {
      return report_.undecided(kOutcomeOf, missing_source(Source::kFrontPage), where);
    }
    if (!codes_.all_coded) return report_.undecided(kOutcomeOf, kCodes, where);
    const Diagnosis* told = codes_.delivery();
    if (told == nullptr) {
      report_.fail(kUncoded, kOutcomeOf, where);
    } else {
      report_.fail(kMissing, kOutcomeOf, told->code.span, told->code.value);
    }
  }

  // O30.0 twins, O30.1 triplets, O30.2 quadruplets; O30.8 and O30.9 leave it open.
  bool other_number(int born) const {
    const Code code = codes_.pregnancy->code.value;
    if (code.size() < 5) return false;
    return born == 2 ? code[4] == '1' || code[4] == '2' : code[4] == '0';
  }

  void section(const BirthOperations& done) {
    const Text& code = codes_.cesarean->code;
    if (done.cesarean != nullptr) return report_.pass(kModeOf);
    if (!done.any || done.unclear || chart_.cut_off) {
      return report_.undecided(kModeOf, kOperations, code.span);
    }
    report_.fail(kNoSection, kModeOf, code.span, code.value);
  }

  void clash(const Message<Code, Code>& message, Subject subject, const Text& code,
             const Text& other) {
    report_.fail(message, subject, code.span, code.value, other.value).note(kOther, other.span);
  }

  const Chart& chart_;
  const Delivery& delivery_;
  const BirthCodes& codes_;
  Report& report_;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  const std::optional<Delivery> delivery = delivery_of(chart);
  const DischargeList list = discharge_list(chart);
  if (!delivery || list.all.empty()) return;
  const BirthCodes codes = birth_codes(chart, list);
  Judge judge(chart, *delivery, codes, report);
  judge.outcome();
  judge.children();
  judge.mode(birth_operations(chart));
}

}  // namespace

extern constinit const Check obstetric_outcome{
    {.id = "coding-obstetric-outcome",
     .severity = Severity::kWarning,
     .title = {"分娩应有一个分娩结局编码，并与胎数、分娩方式相符",
               "A birth has one outcome code, which agrees with the children and the mode"},
     .judged = {"已出院的产妇（O80–O84，剖宫产、助产，或分娩记录）：出院诊断恰有一个 "
                "Z37；流产（O03–O06）不编 Z37；Z37 的胎数与 O30、O80–O84 相符；O80、O81、O83 "
                "无剖宫产（74），O82 有剖宫产，O80 无器械助产（72）。",
                "Mothers after discharge (O80–O84, a section or extraction, or a record of the "
                "birth): exactly one Z37; none beside an abortion (O03–O06); its number of "
                "children is that of O30 and O80–O84; no caesarean section (74) with O80, O81, "
                "O83, one with O82, no extraction (72) with O80."},
     .exceptions = {"只判 ICD-10。没有病案首页数据、有诊断未编码，或 O82 "
                    "的病历没有手术操作时无法判定。入院前已分娩（Z39.0）的不要求 Z37；有 O31 "
                    "的不比较胎数；多胎不比较分娩方式；新生儿一方的 Z38 在另一份病历，不比较。",
                    "ICD-10 only. Undecided without data of the front page, with diagnoses that "
                    "are not coded, or for O82 where no operations are told. No Z37 for a birth "
                    "before admission (Z39.0); the number is not compared beside O31, the mode not "
                    "for several children; Z38 stands in the chart of the child."},
     .advice = {"核对分娩记录，补编或改正 Z37、O80–O84 和手术操作编码。",
                "Check the record of the birth, and add or correct Z37, O80–O84 or the operation."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
