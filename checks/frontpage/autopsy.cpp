// SPDX-License-Identifier: Apache-2.0
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kEmpty{"empty", "死亡患者的首页未填写是否尸检。",
                           "the patient died, and the front page does not say whether there was an "
                           "autopsy."};

constexpr Citation kBasis[] = {{"SY", "3"}, {"84", "死亡患者尸检"}, {"FP", "死亡患者尸检"}};
constexpr int kCore[] = {9, 15};
constexpr MessageInfo kMessages[] = {kEmpty};

void run(const Chart& chart, const Options&, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || !chart.dead()) return;
  constexpr FrontPageItem kItem = FrontPageItem::kAutopsy;
  if (page.filled(kItem) != nullptr) return report.pass(of_chart());
  const Span where = page.place_of(kItem);
  if (const auto doubt = page.doubt(kItem)) return report.undecided(of_chart(), *doubt, where);
  report.fail(kEmpty, of_chart(), where);
}

}  // namespace

extern constinit const Check frontpage_autopsy{
    {.id = "frontpage-autopsy",
     .severity = Severity::kNote,
     .title = {"死亡患者的首页应填写是否尸检",
               "The front page of a death says whether there was an autopsy"},
     .judged = {"死亡病历的首页：死亡患者尸检一项已填写（是或否）。",
                "Front page of a death: the item on the autopsy is filled in, yes or no."},
     .exceptions =
         {"非死亡患者、首页项目未载入的不判；首页数据中没有此项的无法判定。尸检后的再次讨论由 "
          "timeliness-death-discussion-autopsy-7d 判定。",
          "Not for others, nor where the items were not loaded; undecided where the data "
          "bring no such item. The discussion after an autopsy is judged by "
          "timeliness-death-discussion-autopsy-7d."},
     .advice = {"填写是否尸检。", "Fill in whether there was an autopsy."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
