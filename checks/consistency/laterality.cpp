// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "checks/consistency/side_case.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Bilingual, std::string_view, Bilingual, Bilingual, std::string_view,
                  Bilingual>
    kSides{"sides", "{0}（{1}）写“{2}”，{3}（{4}）写“{5}”，{6}的左右侧矛盾。",
           "{0} ({1}) has “{2}”, {3} ({4}) has “{5}”: the sides of the {6} contradict each other."};
constexpr Message<> kOther{"other", "另一侧的记载", "where the other side stands"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"HX", "10"}, {"HX", "11"}, {"SA", "7"}};
constexpr int kCore[] = {10, 11};
constexpr MessageInfo kMessages[] = {kSides, kOther};

void tell(const Chart& chart, BodyPart part, const SideCase::Pair& pair, Report& report) {
  const SideStatement& odd = *pair.odd;
  const SideStatement& other = *pair.other;
  const Subject subject = of_chart(id(part));
  if (chart.cut_off) {  // What names the second place may not have been read.
    return report.undecided(subject, missing::kRestOfChart, odd.place.value.span);
  }
  Outcome& found =
      report.fail(kSides, subject, odd.place.value.span, odd.list.where, odd.list.what, odd.quote,
                  other.list.where, other.list.what, other.quote, name(part));
  if (!odd.place.value.value.empty()) found.at(odd.place);
  if (other.place.value.value.empty()) {
    found.note(kOther, other.place.value.span);
  } else {
    found.note(kOther, other.place);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  const std::vector<SideStatement> all = side_statements(chart);
  std::vector<BodyPart> parts;
  for (const SideStatement& one : all) parts.push_back(one.said.part);
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  for (const BodyPart part : parts) {
    const SideCase said(chart, all, part);
    if (const auto pair = said.contradiction()) {
      tell(chart, part, *pair, report);
    } else if (said.agrees()) {
      report.pass(of_chart(id(part)));
    }
  }
}

}  // namespace

extern constinit const Check laterality{
    {.id = "consistency-laterality",
     .severity = Severity::kError,
     .title = {"诊断、影像与手术的左右侧应一致",
               "Diagnoses, imaging and surgery name the same side"},
     .judged =
         {"同一部位的左右侧：手术资料、术前讨论、术前小结、知情同意书、核查表、医嘱、手术记录（"
          "含切口）、首页所写的同一手术一致；手术与列为第一位的诊断一致；各处的同一病变一致；影"
          "像结论的同一病变与诊断、手术一致。",
          "The side of one part of the body: data of the surgery, preoperative discussion and "
          "summary, consent, checklist, orders, operation record with its incision and front "
          "page for one surgery; the surgery and the diagnosis that comes first; the same "
          "lesion in several places; the same lesion in imaging, diagnosis and surgery."},
     .exceptions =
         {"写明双侧、同一处或同类文书写有两侧（分期手术、两处病变）的不判；部位用词不同的不比较；"
          "既往、术后、可疑、排除及门诊诊断不算；有修正诊断的，各处诊断之间不比较；影像对两侧均"
          "有同一病变的、卵巢输卵管附件术前术后之间不比较；多次手术只比较明确属于同一手术的。病"
          "历未能读全时无法判定。",
          "Not where both sides (双侧) are named, or one place, or records of one type, name "
          "each side (staged surgery, two lesions), nor between different words for the place; "
          "nor for what is past, doubted, denied or an outpatient diagnosis; diagnoses are not "
          "compared when one was revised, imaging not when it shows the lesion on both sides, "
          "ovary and tube not before and after surgery; of several surgeries only what belongs "
          "to one. Undecided where the chart could not be read whole."},
     .advice =
         {"立即按影像原片、手术部位标识核对侧别，改正写错的一处；手术前发现的，暂停手术核查。",
          "Compare with the images and the mark on the patient at once, and correct the wrong "
          "place; before surgery, stop and check."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
