// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kAlive{
    "alive", "首页离院方式为“{0}”，而病历表明患者已死亡。",
    "the front page has “{0}” as mode of discharge, and the chart tells of the patient's death."};
constexpr Message<std::string_view> kDead{
    "dead", "首页离院方式为“{0}”，而病历中是活着出院的记录。",
    "the front page has “{0}” as mode of discharge, and the chart holds the record of a discharge "
    "alive."};
constexpr Message<std::string_view> kDiffers{
    "differs", "首页离院方式为“{0}”，与住院登记的离院方式不同。",
    "the front page has “{0}” as mode of discharge; the data of the stay have another."};
constexpr Message<> kOther{"other", "另一处的记载", "the other statement"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"BL", "3"}, {"FP", "离院方式"}};
constexpr int kCore[] = {15};
// A wrong death on the front page also asks for a death record.
constexpr std::string_view kSupersedes[] = {"completeness-discharge-or-death-record@dead"};
constexpr MessageInfo kMessages[] = {kAlive, kDead, kDiffers, kOther};

// What tells of a death apart from the front page; null where nothing does.
std::optional<Span> death_told(const Chart& chart) {
  const TimeFact& died = chart.encounter.died;
  if (died.known()) return died.span();
  for (const DocType type : {DocType::kDeathRecord, DocType::kAdmissionDeath24h}) {
    if (const Document* record = chart.first(type)) return record->span;
  }
  return std::nullopt;
}

std::optional<Span> discharge_told(const Chart& chart) {
  for (const DocType type : {DocType::kDischargeRecord, DocType::kAdmissionDischarge24h}) {
    if (const Document* record = chart.first(type)) return record->span;
  }
  return std::nullopt;
}

// The disposition of the chart's own data: of the front page itself where nothing else states it.
std::optional<Located<Disposition>> registered(const Chart& chart, Span page) {
  const Located<Disposition>& other = chart.encounter.disposition;
  if (other.value == Disposition::kUnknown || other.span == page) return std::nullopt;
  return other;
}

void run(const Chart& chart, const Options&, Report& report) {
  const FrontPageField* mode = FrontPage(chart).filled(FrontPageItem::kDisposition);
  if (mode == nullptr || still_there(report)) return;
  const Disposition stated = disposition_in(mode->value.value);
  if (stated == Disposition::kUnknown) return;  // Said by frontpage-discharge-mode.
  const Subject subject = of_chart();
  const Span where = mode->value.span;
  const std::optional<Span> death = death_told(chart), alive = discharge_told(chart);
  const auto other = registered(chart, where);
  if (stated != Disposition::kDeath && death) {
    report.fail(kAlive, subject, where, mode->value.value).note(kOther, *death);
  } else if (stated == Disposition::kDeath && !death && alive) {
    report.fail(kDead, of_chart("dead"), where, mode->value.value).note(kOther, *alive);
  } else if (other && other->value != stated && other->value != Disposition::kOther &&
             stated != Disposition::kOther) {
    report.fail(kDiffers, subject, where, mode->value.value)
        .weaker(Severity::kWarning)  // Registration often knows home or not home only.
        .note(kOther, other->span);
  } else if (death || alive || other) {
    report.pass(subject);
  }
}

}  // namespace

extern constinit const Check outcome{
    {.id = "consistency-outcome",
     .severity = Severity::kError,
     .title = {"首页离院方式应与病历记载的转归一致",
               "The mode of discharge agrees with how the stay ended"},
     .judged =
         {"首页离院方式为死亡的，病历中不是活着出院的记录；不是死亡的，病历中没有死亡时间、死亡记录"
          "；"
          "并与住院登记的离院方式相同（建议）。",
          "Where the front page says death, the chart is not that of a discharge alive; where it "
          "says otherwise, there is no time of death and no death record; and it is the mode in "
          "the data of the stay (a warning)."},
     .exceptions =
         {"首页没有填写离院方式，或病历中没有可比的记载，不判；一方为“其他”的不与登记比较；医嘱和文"
          "字中的转院、回家不作比较。缺少死亡记录或出院记录由 "
          "completeness-discharge-or-death-record 判定。",
          "Not where the front page is empty there, or nothing else tells; “other” is not compared "
          "with the data of the stay, nor are orders and narrative. A death or discharge record "
          "that is absent is said by completeness-discharge-or-death-record."},
     .advice = {"按患者实际转归改正首页离院方式或误归的文书。",
                "Correct the mode of discharge, or the document that was filed wrongly."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
