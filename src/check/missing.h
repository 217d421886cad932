// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_MISSING_H_
#define EMRLINT_CHECK_MISSING_H_

#include <optional>
#include <string_view>

#include "model/chart.h"
#include "tables/table_kind.h"

namespace emrlint {

// What a check would have needed to judge a subject. Every undecided outcome names one.
struct Missing {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
};

namespace missing {
inline constexpr Missing kRestOfChart{"rest-of-chart", "其余病历（仅有单份文书，或未能读全）",
                                      "the rest of the chart (a lone document, or not all could "
                                      "be read)"};
inline constexpr Missing kRestOfDocument{"rest-of-document", "文书的其余部分（读取中断）",
                                         "the rest of the document (reading broke off)"};
inline constexpr Missing kAdmissionTime{"admission-time", "入院时间", "the time of admission"};
inline constexpr Missing kDischargeTime{"discharge-time", "出院时间", "the time of discharge"};
inline constexpr Missing kDeathTime{"death-time", "死亡时间", "the time of death"};
inline constexpr Missing kCompletionTime{"completion-time", "文书完成（签名）时间",
                                         "the time at which the document was signed"};
inline constexpr Missing kClockTime{"clock-time", "具体到分钟的时间（仅有日期）",
                                    "a time to the minute (only the date is recorded)"};
inline constexpr Missing kEventTime{"event-time", "事件的时间", "the time of the event"};
inline constexpr Missing kSurgeryStart{"surgery-start", "手术开始时间", "the start of the surgery"};
inline constexpr Missing kSurgeryEnd{"surgery-end", "手术结束时间", "the end of the surgery"};
inline constexpr Missing kSurgeryLevel{"surgery-level", "手术级别", "the level of the surgery"};
inline constexpr Missing kUrgency{"urgency", "手术是否急诊", "whether the surgery was an emergency"};
inline constexpr Missing kTitle{"title", "医师职称", "the physician's title"};
inline constexpr Missing kPerson{"person", "人员身份", "who the person is"};
inline constexpr Missing kParticipants{"participants", "参加人员名单", "the list of participants"};
inline constexpr Missing kSex{"sex", "患者性别", "the patient's sex"};
inline constexpr Missing kAge{"age", "患者年龄或出生日期", "the patient's age or birth date"};
inline constexpr Missing kPrincipal{"principal-rank", "主要诊断的标识", "which diagnosis is principal"};
inline constexpr Missing kAnesthesia{"anesthesia", "麻醉信息", "whether and how anaesthesia was given"};
inline constexpr Missing kDocumentLink{"document-link", "文书所述的是哪一次手术",
                                       "which surgery the document speaks of"};
inline constexpr Missing kDepartments{"departments", "参加人员所在科室",
                                      "the departments of the participants"};
inline constexpr Missing kEncounterKind{"encounter-kind", "就诊类型（住院、门诊）",
                                        "the kind of encounter"};
}  // namespace missing

// "Orders were not loaded": the source that a check needs and the chart does not bring.
Missing missing_source(Source source);
// "The surgery catalogue ([tables] surgery-levels)": a table that was not loaded.
Missing missing_table(TableKind kind);

// Set for the whole stay of an inpatient where neither orders nor notices nor data tell whether the
// patient was ever 病危 or 病重.
std::optional<Missing> conditions_unseen(const Chart& chart);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_MISSING_H_
