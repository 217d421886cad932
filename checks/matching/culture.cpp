// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "checks/consistency/word_rows.h"
#include "checks/matching/told.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time> kUntold{
    "untold", "细菌培养“{0}”于{1}报告，病程记录中未见其结果及分析。",
    "the culture “{0}” was reported at {1}; no note tells its result."};
constexpr Message<std::string_view, Time, Time> kDue{
    "due", "细菌培养“{0}”于{1}报告，其结果及分析应记入病程，最迟{2}。",
    "the culture “{0}” was reported at {1}; its result is to be told in a note "
    "by {2}."};

constexpr Option<Duration> kWithin{
    "within", Duration{72 * 60}, "在院患者出报告后多久应记入病程（参数，非条文）",
    "how soon after the report a note tells of it, while the patient is "
    "there (a parameter, not law)"};

constexpr Citation kBasis[] = {{"ZB", "10"}, {"BL", "22"}, {"ZJ", "日常病程4"}};
constexpr int kCore[] = {15, 16};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kResults};
constexpr MessageInfo kMessages[] = {kUntold, kDue};
constexpr OptionInfo kOptions[] = {kWithin};

// A culture or bacteria; nothing that acts against them.
NamedTest find(std::string_view text, std::size_t at) {
  constexpr std::string_view kWords[] = {"培养 药敏 菌 痰培 血培 尿培"};
  constexpr std::string_view kOthers[] = {"抗", "无", "灭", "杀", "霉", "真", "酵母"};
  static const WordRows rows(kWords);
  for (; at < text.size(); at += char_length(text, at)) {
    const auto found = rows.at(text, at);
    if (found.length == 0) continue;
    const bool other = std::any_of(std::begin(kOthers), std::end(kOthers),
                                   [&](std::string_view word) { return ends_at(text, at, word); });
    if (!other) return {at, at + found.length};
  }
  return {};
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther) return;
  judge_results(chart, {kCulture, &find, kUntold, kDue, options[kWithin]}, report);
}

}  // namespace

extern constinit const Check match_culture{
    {.id = "match-culture",
     .severity = Severity::kWarning,
     .title = {"细菌培养的结果及分析应记入病程", "A note tells the result of a bacterial culture"},
     .judged = {"住院期间所做的每份细菌培养报告：此后有病程记录写明其结果（提到培养、"
                "药敏或细菌及其所见，或引用其结论）。医嘱与报告的对应另行检查。",
                "Each report of a bacterial culture of the stay: a later note tells "
                "its result, by words of the culture, the bacteria or their "
                "sensitivity with a finding, or by words of its conclusion. Whether "
                "orders and reports match is judged by other checks."},
     .exceptions = {"真菌、结核、支原体培养和入院前所做、出院后才报告的不评价；没有时间的"
                    "报告不评价；病程、术前、手术、会诊、出院等任何一份记录提到即可，分析"
                    "的好坏不判。病历不全、文书未能完整读取的无法判定。",
                    "Not for cultures of fungi, mycobacteria and mycoplasmas, for what "
                    "was done before admission or reported after discharge, nor for "
                    "reports without a time. Any record of the course counts, also those "
                    "before and of a surgery, consultations and the discharge record; "
                    "how good the analysis is is not judged. Undecided where the chart "
                    "is not whole or a document could not be read to its end."},
     .advice = {"在病程中记录培养结果，结合药敏分析用药。",
                "Write the result into a note, with what it means for the "
                "treatment."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
