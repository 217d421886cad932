// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/completeness/record_items.h"
#include "checks/process/critical_values.h"
#include "checks/process/told.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "危急值的病程记录缺少{0}项：{1}。",
                                "the notes on the critical value lack {0} item(s): {1}."};

constexpr Option<int> kDays{"days", 1, "危急值当日之后几天内的记录合并评价",
                            "days after the value whose notes are judged together"};

constexpr Citation kBasis[] = {{"ZJ", "日常病程记录5"}, {"HX", "14-6"}};
constexpr int kCore[] = {14};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kCriticalValues};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kDays};

constexpr RecordItem kItems[] = {
    {{"临床意义", "what it means"},
     {},
     {},
     {"考虑|提示|分析|结合|风险|危险|可致|可能|相关|有关|符合|诊断|不排除|临床意义"}},
    {{"处置措施", "what was done"},
     {},
     {},
     {"予|给予|停用|急查|处理|处置|抢救|输注|输血|静推|静滴|口服|透析|补|纠正|暂停|通知|会诊|"
      "调整"}},
    {{"效果观察", "with what effect"},
     {},
     {},
     {"复查|复测|好转|恢复|缓解|平稳|下降|上升|降至|升至|回升|正常|观察|监测|效果|有效"}},
};
constexpr Bilingual kTime{"报告时间", "when it was reported"};
constexpr Bilingual kResult{"结果", "the result"};

const RecordItems& items() {
  static const RecordItems kRead(kItems);
  return kRead;
}

bool tells_result(const Document& note, const CriticalValue& value) {
  if (tells_any(note, {"升高|降低|增高|减低|偏高|偏低|阳性|高钾|低钾|明显异常"})) return true;
  return !value.value.value.empty() &&
         std::any_of(note.texts.begin(), note.texts.end(),
                     [&](const Text& text) { return holds(text.value, value.value.value); });
}

// A form of its own has fields for the time.
bool tells_time(const Document& note) {
  return note.type == DocType::kCriticalValueEvent ||
         std::any_of(note.texts.begin(), note.texts.end(),
                     [](const Text& text) { return has_clock(text.value); });
}

void judge(const Chart& chart, std::size_t index, int days, Report& report) {
  const CriticalValue& value = chart.critical_values[index];
  GroupSet there = 0;
  bool time = false, result = false, broken = false;
  const Document* first = nullptr;
  for (const Document* note : notes_on(chart, index, days)) {
    if (first == nullptr) first = note;
    there |= items().in(*note);
    time = time || tells_time(*note);
    result = result || tells_result(*note, value);
    broken = broken || note->broken;
  }
  if (first == nullptr) return;  // Said by process-critical-value-loop.
  const Subject subject = of_critical_value(index);
  ItemNames lacking = items().all_but(there);
  if (!time) lacking.names.push_back(kTime);
  if (!result) lacking.names.push_back(kResult);
  if (lacking.empty()) return report.pass(subject);
  if (broken || !chart.complete) {
    return report.undecided(subject, broken ? missing::kRestOfDocument : missing::kRestOfChart,
                            first->span);
  }
  report.fail(kLacking, subject, first->span, lacking.count(), lacking);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  for (std::size_t i = 0; i < chart.critical_values.size(); ++i) {
    judge(chart, i, options[kDays], report);
  }
}

}  // namespace

extern constinit const Check process_critical_value_items{
    {.id = "process-critical-value-items",
     .severity = Severity::kWarning,
     .title = {"危急值的病程记录应有五项内容（地方标准）",
               "The notes on a critical value hold five items (local)"},
     .judged =
         {"病程记录已提及的每个危急值：当日和次日（可调）的记录合在一起，写有报告时间、结果、临床意"
          "义、处置措施、效果观察，按文字认定。地方评分表的要求。",
          "Each critical value that the notes speak of: the notes of that day and the next (an "
          "option) together hold the time of the report, the result, what it means, what was done "
          "and with what effect; by words. A local sheet asks for it."},
     .exceptions = {"病程未提及的由 process-critical-value-loop 判定；单份文书、文书未能完整读取的"
                    "无法判定。",
                    "What no note speaks of is said by process-critical-value-loop. Undecided for "
                    "a lone document or a note that could not be read whole."},
     .advice = {"在病程中补记所缺的内容。", "Add what is lacking to the notes."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
