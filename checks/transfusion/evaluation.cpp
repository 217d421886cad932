// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/transfusion/transfusions.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual> kNoReason{
    "no-reason",
    "{0}前3天内未见输血指征的评估：没有血红蛋白、血小板、凝血等结果，文书也未写明指征。",
    "in the three days before {0} nothing assesses its indication: no haemoglobin, platelets or "
    "coagulation, and no record that states it."};
constexpr Message<Bilingual, Duration> kNoEffect{
    "no-effect", "{0}后{1}内未见输血效果的评价：没有复查结果，文书也未写明疗效。",
    "within {1} after {0} nothing assesses its effect: no further result, and no record that "
    "states "
    "it."};

constexpr Option<Duration> kAfter{"after", Duration{72 * 60}, "输血后多久内应有效果评价",
                                  "how long after a transfusion its effect is to be assessed"};

constexpr Citation kBasis[] = {{"KC25", "34"}, {"ZJ", "日常病程12"}, {"HX", "17-2"}};
constexpr int kCore[] = {17};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNoReason, kNoEffect};
constexpr OptionInfo kOptions[] = {kAfter};

using std::chrono::days;
using std::chrono::sys_days;

constexpr WordList kValues{
    "血红蛋白|Hb|HGB|红细胞压积|HCT|血小板|PLT|凝血|PT|APTT|纤维蛋白原|FIB|INR|D-二聚体|"
    "血常规|血细胞分析"};
constexpr WordList kReasons{
    "输血指征|用血指征|血红蛋白|Hb|HGB|贫血|失血|出血|血小板|凝血|纤维蛋白原|INR|休克|"
    "血容量|低蛋白"};
constexpr WordList kEffects{
    "输血后|输注后|输血疗效|输血效果|疗效|复查血红蛋白|复查血常规|复查Hb|较前|升至|改善|"
    "好转|纠正|缓解|输注顺利|输血顺利|无输血反应|未见输血反应"};

// The days on which something speaks for the indication or the effect of a transfusion, in order.
struct Evidence {
  std::vector<sys_days> values, reasons, effects;
  bool undated = false;

  static bool any(const std::vector<sys_days>& on, sys_days from, sys_days to) {
    const auto found = std::lower_bound(on.begin(), on.end(), from);
    return found != on.end() && *found <= to;
  }
};

bool may_tell(DocType type) {
  return is_course_note(type) || type == DocType::kTransfusionEvaluation ||
         type == DocType::kTransfusionConsent || type == DocType::kTransfusionRecord ||
         type == DocType::kTransfusionRequest || type == DocType::kOperationRecord ||
         type == DocType::kCesareanRecord || type == DocType::kAnesthesiaRecord ||
         type == DocType::kPreopSummary || type == DocType::kOtherDocument;
}

Evidence evidence(const Chart& chart) {
  Evidence all;
  for (const TestResult& result : chart.results) {
    const auto at = day_of(result.collected ? result.collected : result.reported);
    const bool told =
        holds_any(result.name.value, kValues) ||
        std::any_of(result.items.begin(), result.items.end(),
                    [](const ResultItem& item) { return holds_any(item.name.value, kValues); });
    if (told && at) all.values.push_back(*at);
    all.undated = all.undated || (told && !at);
  }
  for (const Document& document : chart.documents) {
    if (!may_tell(document.type)) continue;
    const auto at = day_of(written(document));
    const bool value = tells_any(document, kValues);
    const bool reason = tells_any(document, kReasons), effect = tells_any(document, kEffects);
    if (at && value) all.values.push_back(*at);
    if (at && reason) all.reasons.push_back(*at);
    if (at && effect) all.effects.push_back(*at);
    all.undated = all.undated || document.broken || (!at && (value || reason || effect));
  }
  std::sort(all.values.begin(), all.values.end());
  std::sort(all.reasons.begin(), all.reasons.end());
  std::sort(all.effects.begin(), all.effects.end());
  return all;
}

// Whether he lived and stayed long enough for the effect to be seen.
bool stayed(const Chart& chart, const Time& since, Duration limit) {
  const TimeFact& end = chart.dead() ? chart.encounter.died : chart.encounter.discharged;
  return end && within(since, end.value(), limit) == Within::kNo;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.transfusions.empty() || !chart.inpatient()) return;
  if (report.clock().stage < Stage::kDischarged) return;
  const Evidence all = evidence(chart);
  const days after = std::chrono::ceil<days>(options[kAfter]);
  for (std::size_t i = 0; i < chart.transfusions.size(); ++i) {
    const Transfusion& one = chart.transfusions[i];
    if (!of_donor(one)) continue;
    const auto on = day_of(one.start);
    const auto judge = [&](bool shown, Subject subject, auto fail) {
      if (shown) {
        report.pass(subject);
      } else if (const auto doubt = untold_doubt(chart)) {
        report.undecided(subject, *doubt, one.span);
      } else if (!on || all.undated) {
        report.undecided(subject, missing::kEventTime, one.span);
      } else {
        fail(subject);
      }
    };
    const bool reason = on && (Evidence::any(all.values, *on - days(3), *on) ||
                               Evidence::any(all.reasons, *on - days(3), *on + days(1)));
    judge(reason, of_transfusion(i, "reason"),
          [&](Subject subject) { report.fail(kNoReason, subject, one.span, name_of(one)); });
    if (on && !stayed(chart, one.start->value, options[kAfter])) continue;
    const bool effect = on && (Evidence::any(all.values, *on + days(1), *on + after) ||
                               Evidence::any(all.effects, *on, *on + after));
    judge(effect, of_transfusion(i, "effect"), [&](Subject subject) {
      report.fail(kNoEffect, subject, one.span, name_of(one), options[kAfter]);
    });
  }
}

}  // namespace

extern constinit const Check transfusion_evaluation{
    {.id = "transfusion-evaluation",
     .severity = Severity::kWarning,
     .title = {"输血前应评估指征，输血后应评价效果（地方、监测指标）",
               "Indication and effect of a transfusion are assessed (local sheet, indicator)"},
     .judged =
         {"已出院或归档的住院病历，每次输血两项：前3天至次日有血红蛋白、血小板或凝血等结果，或文书"
          "写明指征；后72"
          "小时（可调）内有复查结果，或文书写到输血后的情况。核心制度要求审核适应证和输血后管理，没"
          "有规定时限；"
          "天数由地方评分表、监测指标和本检查设定。",
          "Stays that ended, two judgements on each transfusion: from three days before to the day "
          "after there is haemoglobin, platelets or coagulation, or a record that states the "
          "indication; within 72 hours (an option) after it a further result or a record that "
          "tells "
          "of the effect. The core system asks for both and sets no time."},
     .exceptions =
         {"输血后不足该时限即出院或死亡的不评价效果；自体血回输、白蛋白等血浆制品不评价。输血或有关"
          "记录没有日期、文书未能完整读取、单份"
          "文书无法判定。",
          "The effect is not judged where the patient left or died before that time. Not for the "
          "patient's own blood and for drugs made of plasma. "
          "Undecided "
          "where "
          "the transfusion or a record has no date, a document could not be read whole, and for a "
          "lone document."},
     .advice = {"在病程中写明输血指征和输血后的效果评价，复查有关指标。",
                "Write indication and effect into the notes and repeat the tests."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
