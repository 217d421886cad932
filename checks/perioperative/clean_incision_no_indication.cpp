// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/consistency/operation_statements.h"
#include "checks/perioperative/prophylaxis.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, std::string_view> kNoReason{
    "no-reason",
    "{0}为I类切口，使用了“{1}”，病历中未见预防用药的理由（植入物、手术时间长、高危因素等）。",
    "{0} has a clean incision and “{1}” was given; the chart shows no reason for prophylaxis "
    "(implant, long surgery, risk of the patient)."};
constexpr Message<> kIncision{"incision", "I类切口", "the clean incision"};

constexpr Option<WordList> kReasons{"reason_words",
                                    {"植入|补片|假体|内固定|钢板|螺钉|髓内钉|人工|置换|支架|起搏|"
                                     "瓣膜|移植|颅|心脏|冠状动脉|主动脉|大血管|眼|"
                                     "关节|脊柱|椎|骨折|骨水泥|糖尿病|免疫|激素|化疗|放疗|营养不良|"
                                     "高龄|肥胖|恶性|癌|开放性|污染|高危因素|"
                                     "感染风险|手术范围大|手术时间长|时间较长|异物|"
                                     "低蛋白|预防性使用指征|有预防用药指征"},
                                    "I类切口预防用药的理由",
                                    "reasons for prophylaxis of a clean incision"};
constexpr Option<Duration> kLong{"long", Duration{180}, "手术超过多长时间视为理由",
                                 "after which time the length of surgery is a reason"};
constexpr Option<int> kOld{"old", 70, "多少岁以上视为理由", "from which age on age is a reason"};

constexpr Citation kBasis[] = {{"SA", "8"}};
constexpr int kCore[] = {16};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kNoReason, kIncision};
constexpr OptionInfo kOptions[] = {kReasons, kLong, kOld};

bool reason_in_text(const Chart& chart, std::size_t index, WordList words) {
  if (holds_any(chart.surgeries[index].name.value, words)) return true;
  const auto named = [&](const Diagnosis& one) { return holds_any(one.name.value, words); };
  if (std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), named)) return true;
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& one) {
    const auto& linked = one.surgeries;
    const bool about =
        linked.empty() || std::find(linked.begin(), linked.end(), index) != linked.end();
    // Not what an examination or a form mentions of the whole body.
    const bool reasons =
        is_course_note(one.type) || one.type == DocType::kPreopDiscussion ||
        one.type == DocType::kPreopSummary || one.type == DocType::kLevel4Mdt ||
        one.type == DocType::kOperationRecord || one.type == DocType::kPreopAssessmentForm ||
        one.type == DocType::kAntibioticApproval || one.type == DocType::kAnesthesiaPreopVisit;
    return about && reasons && tells_any(one, words);
  });
}

bool old(const Chart& chart, const Surgery& surgery, int limit) {
  if (!chart.patient.birth) return false;
  const Instant born = chart.patient.birth->value.earliest;
  return surgery.start.value().earliest - born > std::chrono::hours(24) * 365 * limit;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || surgery.cesarean) continue;
    if (incision_class(surgery.incision.value) != 1) continue;
    const std::vector<const Order*> doses = prophylactic_orders(chart, surgery);
    if (doses.empty()) continue;
    const Subject subject = of_surgery(i);
    const bool lasted = !surgery.end || within(surgery.start.value(), surgery.end.value(),
                                               options[kLong]) != Within::kYes;
    if (lasted || old(chart, surgery, options[kOld]) ||
        reason_in_text(chart, i, options[kReasons])) {
      report.pass(subject);
    } else if (const auto doubt = unread_doubt(chart)) {
      report.undecided(subject, *doubt, doses.front()->content.span);
    } else {
      report
          .fail(kNoReason, subject, doses.front()->content.span, surgery,
                doses.front()->content.value)
          .note(kIncision, surgery.incision.span);
    }
  }
}

}  // namespace

extern constinit const Check periop_clean_incision_no_indication{
    {.id = "periop-clean-incision-no-indication",
     .severity = Severity::kNote,
     .title = {"I类切口预防用抗菌药应有理由", "Prophylaxis of a clean incision has a reason"},
     .judged =
         {"I类切口手术前后一天内用了抗菌药物的：手术名称、诊断或文书写到植入物、重要部位、高危因素"
          "等（用语可"
          "调），或手术超过3小时、患者70岁以上。行动方案只要求规范用药和降低I类切口预防使用率，理由"
          "的种类是"
          "本检查设定的；只要有一种即通过，是否充分由人判断。",
          "A clean incision with an antibacterial within a day of surgery: the name of the "
          "surgery, "
          "a diagnosis or a record tells of an implant, a vital site, a risk and the like (an "
          "option), or surgery took more than 3 hours, or the patient is 70 or older. The plan "
          "asks "
          "for proper use and for less prophylaxis of clean incisions; the kinds of reasons are "
          "this check's, and any one is enough."},
     .exceptions =
         {"非I类切口、剖宫产、感染性疾病、此前已在治疗用药、取消的手术不判；手术时长不明的视为有理"
          "由。医嘱未"
          "载入、单份文书、文书未能读全的无法判定。",
          "Not for other incisions, caesarean sections, infections, treatment that began earlier "
          "and cancelled surgery; where the length of surgery is unknown there is a reason. "
          "Undecided where orders are not loaded, for a lone document or where one was not read "
          "whole."},
     .advice = {"写明I类切口预防用药的理由，没有指征的不用。",
                "Record why the drug is given, or do not give it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
