// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/completeness/record_items.h"
#include "checks/transfusion/transfusions.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, int, ItemNames> kMissing{
    "missing", "{0}前未见{1}项输血前检查：{2}。", "before {0} {1} tests are not on record: {2}."};

constexpr Citation kBasis[] = {{"ZJ", "日常病程12"}, {"BL", "25"}};
constexpr int kCore[] = {17};
constexpr Source kNeeds[] = {Source::kResults, Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

// Each by the names of tests, of items of a form, and by its words in a consent.
constexpr RecordItem kTests[] = {
    {{"ABO血型", "ABO group"}, {}, {}, {"ABO|血型|A型|B型|O型|AB型"}},
    {{"Rh血型", "Rh group"}, {}, {}, {"Rh|RH"}},
    {{"抗体筛查", "antibody screen"}, {}, {}, {"抗体筛|不规则抗体|意外抗体|抗筛|交叉配血"}},
    {{"乙肝", "hepatitis B"},
     {},
     {},
     {"HBsAg|HBSAG|HBV|乙肝|表面抗原|乙型肝炎|两对半|输血前|感染四项|感染八项|感染性疾病|免疫四项|"
      "免疫八项|术前四项|术前八项|输血四项|输血八项|传染病"}},
    {{"丙肝", "hepatitis C"},
     {},
     {},
     {"HCV|丙肝|丙型肝炎|输血前|感染四项|感染八项|感染性疾病|免疫四项|免疫八项|术前四项|术前八项|"
      "输血四项|输血八项|传染病"}},
    {{"HIV", "HIV"},
     {},
     {},
     {"HIV|艾滋|免疫缺陷|输血前|感染四项|感染八项|感染性疾病|免疫四项|免疫八项|术前四项|术前八项|"
      "输血四项|输血八项|传染病"}},
    {{"梅毒", "syphilis"},
     {},
     {},
     {"梅毒|TPPA|TRUST|RPR|TP-Ab|TPAb|输血前|感染四项|感染八项|感染性疾病|免疫四项|免疫八项|"
      "术前四项|术前八项|输血四项|输血八项|传染病"}},
};

const RecordItems& items() {
  static const RecordItems kItems(kTests);
  return kItems;
}

// Whether it was there when the transfusion began; what has no time counts.
bool in_time(const std::optional<Located<Time>>& at, const Transfusion& first) {
  return !at || !first.start || !certainly_after(at->value, first.start->value);
}

GroupSet tested(const Chart& chart, const Transfusion& first) {
  GroupSet found = 0;
  for (const TestResult& result : chart.results) {
    if (!in_time(result.collected, first)) continue;  // A sample that was kept may be tested later.
    found |= items().in(result.name.value);
    for (const ResultItem& item : result.items) {
      found |= items().in(item.name.value) | items().in(item.code.value);
    }
  }
  for (const Document& document : chart.documents) {
    if (document.type != DocType::kTransfusionConsent &&
        document.type != DocType::kTransfusionPretest &&
        document.type != DocType::kTransfusionRequest) {
      continue;
    }
    found |= items().in(document);
    for (const Element& element : document.elements) {
      if (!element.value.value.empty()) found |= items().in(element.name.value);
    }
  }
  return found;
}

const Transfusion* earliest(const Chart& chart) {
  const Transfusion* first = nullptr;
  for (const Transfusion& one : chart.transfusions) {
    if (!of_donor(one)) continue;
    const bool before =
        first == nullptr ||
        (one.start && first->start && certainly_before(one.start->value, first->start->value));
    if (before) first = &one;
  }
  return first;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const Transfusion* first = earliest(chart);
  if (first == nullptr) return;
  const Subject subject =
      of_transfusion(static_cast<std::size_t>(first - chart.transfusions.data()));
  const ItemNames lacking = items().all_but(tested(chart, *first));
  if (lacking.empty()) {
    report.pass(subject);
  } else if (const auto doubt = untold_doubt(chart)) {
    report.undecided(subject, *doubt, first->span);
  } else {
    report.fail(kMissing, subject, first->span, name_of(*first), lacking.count(), lacking);
  }
}

}  // namespace

extern constinit const Check transfusion_pretest{
    {.id = "transfusion-pretest",
     .severity = Severity::kWarning,
     .title = {"输血前应完成输血前检查（地方）", "Tests precede a transfusion (local sheet)"},
     .judged =
         {"已出院或归档的住院病历：首次输血前有ABO、Rh血型、抗体筛查、乙肝、丙肝、HIV、梅毒的检验结"
          "果，或在"
          "输血治疗同意书、用血申请单中写明。依据地方评分表；书写规范只要求同意书写明输血前检查结果"
          "。",
          "Stays that ended: before the first transfusion there are results of ABO and Rh group, "
          "antibody screen, hepatitis B and C, HIV and syphilis, or the consent or the request "
          "states them. It rests on a local sheet; the writing rules only ask that the consent "
          "states the results."},
     .exceptions =
         {"急诊先留标本后补查的，按标本采集时间计；没有采集时间的结果算作在前；自体血回输、白蛋白等"
          "血浆制品不评价。没有检验数据、单份文"
          "书无法判定。",
          "Of a sample kept in an emergency and tested later the time of collection counts; a "
          "result "
          "without one counts as earlier. Not for the patient's own blood and for drugs made of "
          "plasma. Undecided without results and for a lone document."},
     .advice = {"补查缺少的项目并归入报告；急诊输血先留标本。",
                "Have the tests done and file the reports; keep a sample in an emergency."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
