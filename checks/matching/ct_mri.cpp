// SPDX-License-Identifier: Apache-2.0
#include "checks/matching/told.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time> kUntold{
    "untold", "CT/MRI“{0}”于{1}报告，病程记录中未见其结果及分析。",
    "the CT or MRI “{0}” was reported at {1}; no note tells its result."};
constexpr Message<std::string_view, Time, Time> kDue{
    "due", "CT/MRI“{0}”于{1}报告，其结果及分析应记入病程，最迟{2}。",
    "the CT or MRI “{0}” was reported at {1}; its result is to be told in a "
    "note by {2}."};

constexpr Option<Duration> kWithin{
    "within", Duration{72 * 60}, "在院患者出报告后多久应记入病程（参数，非条文）",
    "how soon after the report a note tells of it, while the patient is "
    "there (a parameter, not law)"};

constexpr Citation kBasis[] = {{"ZB", "8"}, {"BL", "22"}, {"ZJ", "日常病程4"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kResults};
constexpr MessageInfo kMessages[] = {kUntold, kDue};
constexpr OptionInfo kOptions[] = {kWithin};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther) return;
  judge_results(chart, {kCtMri, &next_scan, kUntold, kDue, options[kWithin]}, report);
}

}  // namespace

extern constinit const Check match_ct_mri{
    {.id = "match-ct-mri",
     .severity = Severity::kWarning,
     .title = {"CT/MRI的结果及分析应记入病程", "A note tells the result of a CT or MRI"},
     .judged = {"住院期间所做的每份CT、MRI报告：此后有病程记录写明该检查的结果"
                "（写明检查名称及所见，或引用其结论）。多份部位不同的按部位对应"
                "。医嘱与报告的对应另行检查。",
                "Each report of a CT or MRI of the stay: a later note tells "
                "its result, by the name of the examination with a finding or "
                "by words of its conclusion. Of several, the region of the "
                "body tells which is meant. Whether orders and reports match "
                "is judged by other checks."},
     .exceptions = {"入院前所做、出院后才报告的不评价；没有时间的报告不评价；病程、术前、"
                    "手术、会诊、出院等任何一份记录提到即可，分析的好坏不判。病历不全、文"
                    "书未能完整读取的无法判定。",
                    "Not for what was done before admission or reported after discharge, "
                    "nor for reports without a time. Any record of the course counts, "
                    "also those before and of a surgery, consultations and the discharge "
                    "record; how good the analysis is is not judged. Undecided where the "
                    "chart is not whole or a document could not be read to its end."},
     .advice = {"在病程中记录检查结果并分析其临床意义。",
                "Write the result and what it means into a note."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
