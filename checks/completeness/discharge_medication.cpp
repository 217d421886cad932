// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/completeness/take_home_drugs.h"
#include "checks/perioperative/items.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, ItemNames> kVague{
    "vague", "出院带药“{0}”未写明{1}。", "the discharge medication “{0}” is written without {1}."};
constexpr Message<std::string_view, ItemNames> kAlso{"also", "“{0}”也未写明{1}",
                                                     "“{0}” is written without {1}, too"};

constexpr Option<bool> kRoute{"route", false, "是否要求写明用法（途径）",
                              "whether the route is asked for as well"};

constexpr Missing kTable{"table", "分栏或分段书写的出院带药各部分的关系",
                         "what belongs to which drug in a list of several columns or paragraphs"};

constexpr Bilingual kDoseName{"用量", "a dose"};
constexpr Bilingual kFrequencyName{"频次", "a frequency"};
constexpr Bilingual kRouteName{"用法", "a route"};

constexpr Citation kBasis[] = {{"ZJ", "出院（死亡）记录1"}, {"BL", "22(20)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kVague, kAlso};
constexpr OptionInfo kOptions[] = {kRoute};

ItemNames lacking_in(const TakeHomeDrug& drug, bool route) {
  ItemNames names;
  if (!drug.dose) names.names.push_back(kDoseName);
  if (!drug.frequency) names.names.push_back(kFrequencyName);
  if (route && !drug.route) names.names.push_back(kRouteName);
  return names;
}

struct Finding {
  Part part;
  std::string_view drug;
  ItemNames lacking;
};

struct Drugs {
  int count = 0;
  bool pieces = false;  // Something is lacking in one piece of several, of a table for instance.
  std::vector<Finding> vague;
};

void add(Drugs& drugs, const Text& text, bool listed, bool route) {
  for (const TakeHomeDrug& one : take_home_drugs(text.value, listed)) {
    ++drugs.count;
    ItemNames lacking = lacking_in(one, route);
    if (lacking.empty()) continue;
    const Part part{text, static_cast<std::uint32_t>(one.from), static_cast<std::uint32_t>(one.to)};
    drugs.vague.push_back({part, text.value.substr(one.from, one.to - one.from), lacking});
  }
}

void judge(const Chart& chart, const Document& record, bool route, Report& report) {
  Drugs drugs;
  for (const Section& section : record.sections) {
    const bool list = section.type == SectionType::kDischargeMedication;
    if (!list && section.type != SectionType::kDischargeOrders) continue;
    const std::span<const Text> texts = record.text_of(section);
    const std::size_t before = drugs.vague.size();
    for (const Text& text : texts) add(drugs, text, list, route);
    drugs.pieces = drugs.pieces || (texts.size() > 1 && drugs.vague.size() > before);
  }
  if (drugs.count == 0) return;
  if (drugs.vague.empty()) return report.pass(of(chart, record));
  if (drugs.pieces) return report.undecided(of(chart, record), kTable, record.span);
  const Finding& first = drugs.vague.front();
  Outcome& outcome =
      report.fail(kVague, of(chart, record), first.part.value.span, first.drug, first.lacking);
  outcome.at(first.part);
  for (const Finding& other : drugs.vague) {
    if (&other != &first) outcome.note(kAlso, other.part, other.drug, other.lacking);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  for (const Document& document : chart.documents) {
    const bool discharge = document.type == DocType::kDischargeRecord ||
                           document.type == DocType::kDischargeSummary ||
                           document.type == DocType::kAdmissionDischarge24h;
    if (discharge) judge(chart, document, options[kRoute], report);
  }
}

}  // namespace

extern constinit const Check discharge_medication{
    {.id = "completeness-discharge-medication",
     .severity = Severity::kWarning,
     .title = {"出院带药应写明用量和频次（地方评分表）",
               "Discharge medication is written with dose and frequency (local sheet)"},
     .judged = {"出院记录、出院小结、24小时内入出院记录的出院带药一节，或出院医嘱中“出院带药”之后以"
                "及带剂型"
                "（片、胶囊等）的条目：每条写有用量和频次。评分表只说“具体”，要素是参数。",
                "In discharge records, summaries and records of a stay within 24 hours the entries "
                "of the "
                "discharge medication, those behind 出院带药 in the discharge orders and those "
                "that name a "
                "form (片, 胶囊): each has a dose and a frequency. The sheet says “specific”; the "
                "elements "
                "are a parameter."},
     .exceptions =
         {"外用药不要求用量；饮食、复查等嘱咐，不能认出是药品的条目不评价；总量、疗程不评价；一条之"
          "内逗号隔开的几种药不分开评价；分栏或分段书写而有缺项的无法判定。只依据"
          "地方"
          "评分表，全国方案不含本检查。",
          "No dose is asked for what is applied to the skin; advice and entries that are not known "
          "for drugs are not judged, nor quantity and duration; drugs that commas divide are one "
          "entry. Undecided where something lacks in a list of several columns or paragraphs. It "
          "rests on a local sheet and is "
          "not part of the national profile."},
     .advice = {"逐药写明名称、用量、用法和频次。",
                "Write name, dose, route and frequency of each."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
