// SPDX-License-Identifier: Apache-2.0
#include "checks/pathway/reperfusion.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Duration> kNone{
    "none", "主要诊断“{0}”，发病在{1}之内，病历中未见急诊介入或溶栓治疗，也未写明原因。",
    "“{0}” began within {1}; the chart shows neither intervention nor thrombolysis, nor why not."};

constexpr Option<Duration> kWindow{"window", Duration{24 * 60},
                                   "发病多久之内计入（指标定义未读到原文）",
                                   "how long after onset patients count (the definition was not "
                                   "read)"};

constexpr Citation kBasis[] = {{"XD", "指标11"}, {"YB", "指标6"}};
constexpr int kCore[] = {7};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNone};
constexpr OptionInfo kOptions[] = {kWindow};

constexpr CodeRange kDiagnoses[] = {{"I21.0", "I21.3"}};
constexpr std::string_view kCodes[] = {"00.66", "36.06", "36.07", "36.09", "99.10", "36.04"};
constexpr WordList kWords{
    "PCI|经皮冠状动脉|冠状动脉支架|冠脉支架|支架植入|支架置入|球囊扩张|血栓抽吸|溶栓|阿替普"
    "酶|尿激酶|瑞替普酶|替奈普酶|链激酶|冠状动脉旁路"};

void run(const Chart& chart, const Options& options, Report& report) {
  judge_reperfusion(chart, {kDiagnoses, kCodes, kWords, kNone}, options[kWindow], report);
}

}  // namespace

extern constinit const Check pathway_stemi_reperfusion{
    {.id = "pathway-stemi-reperfusion",
     .severity = Severity::kNote,
     .title = {"急性ST段抬高型心肌梗死的再灌注治疗（监测指标）",
               "Reperfusion of an acute myocardial infarction with ST elevation (indicator)"},
     .judged = {"已出院或归档、主要诊断为I21.0–I21."
                "3、发病24小时（可调）内的住院病历：操作、手术、医嘱或文书中有介入或溶栓治疗。指"
                "标统计比例，不要求每例实施；时间窗是通行定义，未读到原文。",
                "Stays that ended with the principal diagnosis I21.0 to I21.3 and an onset within "
                "24 hours (an "
                "option): a procedure, surgery, order or record tells of an intervention or "
                "thrombolysis. The "
                "indicator counts a share and does not ask for it in each case; the window is the "
                "usual one "
                "and was not read."},
     .exceptions = {"发病时间取主诉中最短的时间；超过时间窗，文书写明拒绝、禁忌等原因的不评价。主诉"
                    "没有时间、单份文书、文书未能完整读取"
                    "的无法判定。",
                    "The onset is the shortest time that the complaint names. Not beyond the "
                    "window, nor where a "
                    "record tells why there was none. Undecided where the complaint names no time, "
                    "for a lone "
                    "document or one that could not be read whole."},
     .advice = {"核对再灌注治疗是否漏记；未实施的在病程中写明原因。",
                "Check whether it was left out; write down why it was not done."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
