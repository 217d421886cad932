// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CONSISTENCY_TIME_WORDS_H_
#define EMRLINT_CHECKS_CONSISTENCY_TIME_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/chart.h"
#include "text/narrative.h"

// Sentences of a note that only hold on certain days.
namespace emrlint::checks {

enum class DayClaim : std::uint8_t {
  kPostopDay,         // 术后第3天 as the day of the note.
  kStayDay,           // 入院第3天 likewise.
  kAdmittedToday,     // 今日入院
  kSurgeryYesterday,  // 昨日手术, 昨日行 and the name of a surgery of the chart
  kSurgeryToday,      // 今日手术, 今日行 and such a name
  kSurgeryTomorrow,   // 明日手术, 明日行 and such a name
  kSurgeryPlanned,    // 拟行 and such a name
};

// Bytes [from, to) of the text, of which [from, word_to) is the word for the day: 明日, 拟行.
struct TimeWords {
  DayClaim claim = DayClaim::kPostopDay;
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t word_to = 0;
  int number = 0;              // kPostopDay, kStayDay
  bool may_look_back = false;  // The text may tell of an earlier day before it comes to its own.
  std::string_view operation;  // It holds only if these words name a surgery of the chart.
};

// What the narrative claims of the patient, stated as a fact or a plan. Nothing of instructions
// (术后第7天拆线), of ranges, of other people's days, nor where several days after surgery are
// told.
std::vector<TimeWords> time_words(const Narrative& narrative);
// Whether words that want the name of a surgery have that of one of the chart; true of all others.
bool names_surgery(const Chart& chart, const TimeWords& words);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CONSISTENCY_TIME_WORDS_H_
