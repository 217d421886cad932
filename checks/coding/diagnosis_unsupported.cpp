// SPDX-License-Identifier: Apache-2.0
#include "check/coding_edition.h"
#include "checks/coding/coded.h"
#include "checks/coding/support.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUnsupported{
    "unsupported", "首页诊断“{0}”在病历的文书、报告和医嘱中没有任何记载。",
    "the front page's diagnosis “{0}” has no trace in the notes, reports and orders of the chart."};
constexpr Message<std::string_view> kDenied{
    "denied", "首页诊断“{0}”在病历中只见于否认、排除或他人的病史。",
    "the chart names the front page's diagnosis “{0}” only to deny it, or as somebody else's."};
constexpr Message<> kThere{"there", "病历中的记载", "where the chart names it"};

constexpr Missing kName{"diagnosis-name", "可供查找的诊断名称",
                        "a name of the diagnosis that could be looked for"};
constexpr Missing kNarrative{"narrative", "住院期间病历文书的文字内容",
                             "the text of the records of the stay"};

constexpr Citation kBasis[] = {{"SY", "5"}, {"BL", "3"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kUnsupported, kDenied, kThere};
// It says that the discharge record leaves the diagnosis out, which is one place of all.
constexpr std::string_view kSupersedes[] = {"consistency-diagnosis-across@@"};

void tell(const Chart& chart, std::uint32_t index, const Support& support, bool told,
          Report& report) {
  const Diagnosis& diagnosis = chart.diagnoses[index];
  const Subject subject = of_diagnosis(index);
  const Span where = diagnosis.name.span;
  if (support.kind == Support::Kind::kTold) return report.pass(subject);
  if (!read_whole(chart)) return report.undecided(subject, missing::kRestOfChart, where);
  if (!told) return report.undecided(subject, kNarrative, where);
  if (support.kind == Support::Kind::kUnknown) return report.undecided(subject, kName, where);
  if (support.kind == Support::Kind::kDenied) {
    report.fail(kDenied, subject, where, diagnosis.name.value).note(kThere, *support.place);
  } else {
    report.fail(kUnsupported, subject, where, diagnosis.name.value);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther || still_there(report)) return;
  const DischargeList list = discharge_list(chart);
  std::vector<std::uint32_t> diagnoses;
  for (const std::uint32_t i : list.all) {
    const Diagnosis& diagnosis = chart.diagnoses[i];
    const bool on_page =
        diagnosis.document >= chart.documents.size() || is_front_page(chart, diagnosis.document);
    if (on_page && traceable(diagnosis)) diagnoses.push_back(i);
  }
  if (diagnoses.empty()) return;
  const ChartNarrative& narrative = ChartNarrative::of(chart, report);
  const CodeTable* table = coding_edition(chart, report, CodeSystem::kIcd10);
  SupportSearch search(chart, narrative, diagnoses, table);
  const std::vector<Support>& support = search.run();
  for (std::size_t i = 0; i < diagnoses.size(); ++i) {
    tell(chart, diagnoses[i], support[i], narrative.told(), report);
  }
}

}  // namespace

extern constinit const Check diagnosis_unsupported{
    {.id = "coding-diagnosis-unsupported",
     .severity = Severity::kWarning,
     .title = {"首页诊断应在病历中可追溯",
               "A diagnosis of the front page can be traced in the chart"},
     .judged =
         {"已出院住院病历首页的每项出院诊断：其名称、编码表中同一类目的名称和别名、简称和俗名，或名"
          "称中的"
          "病变、部位等主要用语，或据以诊断、治疗的检验和药物，在文书、报告、医嘱的任何一处有记载"
          "。",
          "Each discharge diagnosis on the front page of a stay that ended: its name, a name or "
          "synonym of its category in the code table, an abbreviation or everyday name, the main "
          "words of its name, or the tests and drugs that go with it stand somewhere in the notes, "
          "reports or orders."},
     .exceptions =
         {"知情同意书中的风险告知、他人的文书不算依据。Z和外因编码，病史、术后、治疗和妊娠分娩的诊"
          "断"
          "不评价。有记载但仅为否认、排除或家族史的，也予指出；可疑、考虑的视为有记载。病历未读全、"
          "没有"
          "病程文字时无法判定。没有编码表时只按名称和内置的简称查找。",
          "Risks that a consent names, and documents of other people, are no support. Not for "
          "codes "
          "of Z and external causes, histories, states after surgery, treatments, pregnancy and "
          "birth. What is only denied, excluded or of the family is pointed out too; what is "
          "suspected counts as told. Undecided where the chart was not read whole or has no text "
          "of "
          "its records. Without a code table only the name and the built-in abbreviations are "
          "looked for."},
     .advice = {"核对该诊断：确有的在病程或相关记录中补记依据，误填的从首页删除。",
                "Check the diagnosis: record its basis if it is right, or take it off the front "
                "page."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
