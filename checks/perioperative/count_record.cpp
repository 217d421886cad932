// SPDX-License-Identifier: Apache-2.0
#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kMissing{"missing", "未见{0}的手术清点记录。",
                                    "no count record is on file for {0}."};

constexpr Option<bool> kNursingRecord{"nursing_record", true, "手术护理记录可代替单独的清点记录",
                                      "the operating room nursing record does as well"};
constexpr Option<WordList> kWithoutCount{"without_count",
                                         {""},
                                         "无须清点的手术（手术名称中的用语）",
                                         "words in the names of surgeries that count nothing"};

constexpr Citation kBasis[] = {{"BL", "22(17)"}, {"BL", "8"}};
constexpr int kCore[] = {10, 11};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kNursingRecord, kWithoutCount};
constexpr std::string_view kSupersedes[] = {"timeliness-count-record-immediate"};

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || holds_any(surgery.name.value, options[kWithoutCount])) continue;
    Forms forms = forms_about(chart, i, "surgical-count", DocType::kSurgicalCount);
    if (options[kNursingRecord]) {
      const Records nursing = records_about(chart, i, {DocType::kOperatingRoomNursingRecord});
      forms.documents.insert(forms.documents.end(), nursing.all.begin(), nursing.all.end());
      forms.unlinked |= nursing.unlinked;
    }
    if (!forms.none()) {
      report.pass(of_surgery(i));
      continue;
    }
    const auto doubt = first_of({form_doubt(chart, forms), kind_doubt(chart)});
    say_absent(chart, i, kMissing, {end_of(surgery), doubt, {}}, report);
  }
}

}  // namespace

extern constinit const Check periop_count_record{
    {.id = "periop-count-record",
     .severity = Severity::kError,
     .title = {"手术应有手术清点记录", "Instruments and dressings are counted on record"},
     .judged = {"每台住院手术都有手术清点记录；手术护理记录按惯例可以代替（可用参数改变）。",
                "Every surgery of an inpatient has a count record; by practice the operating room "
                "nursing record does as well (an option)."},
     .exceptions =
         {"门诊手术、取消的手术和参数中列明无须清点的手术不判。表单未载入、多台手术而记录未注明哪一"
          "台、单份文书无法判定。",
          "Not for outpatients, cancelled surgeries and those that an option lists as counting "
          "nothing. Undecided where the forms are not loaded, a record names none of several "
          "surgeries, and for a lone document."},
     .advice = {"请归入手术清点记录；清点应在手术结束后即时完成并由两名护士签名。",
                "File the count record; it is completed at the end of surgery and signed by both "
                "nurses."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
