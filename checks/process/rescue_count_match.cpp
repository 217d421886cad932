// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/frontpage/page.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, int> kDiffers{"differs", "首页填写抢救{0}次，病历中有抢救记录{1}份。",
                                     "the front page counts {0} rescue(s); the chart holds {1} "
                                     "rescue record(s)."};

constexpr Citation kBasis[] = {{"SH", "抢救"}};
constexpr int kCore[] = {7};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kFrontPage};
constexpr MessageInfo kMessages[] = {kDiffers};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient()) return;
  for (const FrontPageField& field : chart.front_page) {
    if (!holds(field.name.value, "抢救次数")) continue;
    const std::optional<double> number = number_in(field.value.value);
    if (!number || *number < 0 || *number > 999) return;
    const int counted = static_cast<int>(*number);
    const int records = static_cast<int>(chart.of_type(DocType::kRescueRecord).size());
    if (counted == records) return report.pass(of_chart());
    if (!chart.complete || chart.cut_off) {
      return report.undecided(of_chart(), missing::kRestOfChart, field.value.span);
    }
    if (records == 0) return;  // Said by process-rescue-record.
    report.fail(kDiffers, of_chart(), field.value.span, counted, records);
    return;
  }
}

}  // namespace

extern constinit const Check process_rescue_count_match{
    {.id = "process-rescue-count-match",
     .severity = Severity::kWarning,
     .title = {"首页抢救次数应与抢救记录份数一致（地方标准）",
               "The count of rescues on the front page agrees with the records (local)"},
     .judged = {"首页有“抢救次数”一项的住院病历：所填次数等于抢救记录的份数。全国统一的首页没有此项"
                "，是地方首页和地方评分表的内容。",
                "Stays whose front page has a count of rescues: it equals the number of rescue "
                "records. The national form has no such item; local forms and sheets have."},
     .exceptions = {"没有此项的不评价；一份抢救记录也没有的由 process-rescue-record 判定；单份文书"
                    "无法判定。",
                    "Not without the item; that there is no record at all is said by "
                    "process-rescue-record. Undecided for a lone document."},
     .advice = {"核对首页抢救次数，补归或更正。",
                "Check the count; file what is missing or correct it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
