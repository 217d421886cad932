// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Time, Duration> kEarly{
    "early", "患者入院{2}内（{1}）转往{0}。",
    "the patient was transferred to {0} at {1}, within {2} of admission."};

constexpr Option<Duration> kWindow{"window", Duration{48 * 60}, "入院后多久内的转科",
                                   "how soon after admission a transfer counts"};
constexpr Option<WordList> kIntensive{
    "intensive",
    {"ICU|重症|监护|抢救室"},
    "不计入的重症科室（名称包含其一）",
    "intensive care, which does not count, by part of the name of the department"};

constexpr Missing kTransferTime{"transfer-time", "转科时间", "the time of the transfer"};
constexpr Bilingual kElsewhere{"其他科室", "another department"};

constexpr Citation kBasis[] = {{"KC25", "1"}};
constexpr int kCore[] = {1};
constexpr Source kNeeds[] = {Source::kTransfers};
constexpr MessageInfo kMessages[] = {kEarly};
constexpr OptionInfo kOptions[] = {kWindow, kIntensive};

void judge(const Chart& chart, std::size_t index, const Options& options, Report& report) {
  const Transfer& transfer = chart.transfers[index];
  const WordList intensive = options[kIntensive];
  if (holds_any(transfer.from.value, intensive) || holds_any(transfer.to.value, intensive)) return;
  const Subject subject{SubjectKind::kTransfer, static_cast<std::uint32_t>(index)};
  const TimeFact& admitted = chart.encounter.admitted;
  if (!admitted) return report.undecided(subject, missing::kAdmissionTime, transfer.span);
  if (!transfer.at) return report.undecided(subject, kTransferTime, transfer.span);
  const std::string_view to = transfer.to.value;
  switch (within(admitted.value(), transfer.at->value, options[kWindow])) {
    case Within::kNo:
      return report.pass(subject);
    case Within::kUnknown:
      return report.undecided(subject, missing::kClockTime, transfer.at->span);
    case Within::kYes:
      report.fail(kEarly, subject, transfer.at->span, to.empty() ? kElsewhere : Bilingual{to, to},
                  transfer.at->value, options[kWindow]);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  for (std::size_t i = 0; i < chart.transfers.size(); ++i) judge(chart, i, options, report);
}

}  // namespace

extern constinit const Check process_early_transfer{
    {.id = "process-early-transfer",
     .severity = Severity::kNote,
     .title = {"入院48小时内转科（监测指标）",
               "Transferred within 48 hours of admission (indicator)"},
     .judged = {"住院患者入院48小时（可调）内的转科逐次提示，转入转出重症医学科的除外。监测指标统计"
                "这类患者的比例，不是规定。",
                "Each transfer of a stay within 48 hours (an option) of admission is remarked on, "
                "other than to or from intensive care. The indicator counts such patients and "
                "forbids nothing."},
     .exceptions = {"重症科室按名称辨认；入院或转科时间不明、仅有日期而无法判定的无法判定。",
                    "Intensive care is known by its name. Undecided where a time is not known or "
                    "a date leaves it open."},
     .advice = {"核对收治科室是否恰当。", "See whether the department of admission was right."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
