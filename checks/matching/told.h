// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_MATCHING_TOLD_H_
#define EMRLINT_CHECKS_MATCHING_TOLD_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "checks/matching/tests.h"

// Whether the notes of a stay tell the results of its examinations.
namespace emrlint::checks {

inline Subject of_result(std::size_t index, std::string_view detail = {}) {
  return {SubjectKind::kResult, static_cast<std::uint32_t>(index), detail};
}

// Whether it is one of the records of article 22 of the writing rules that tell
// of the course.
bool tells_results(DocType type);

// The next name of the examination at or behind a byte of the text.
using FindTest = NamedTest (*)(std::string_view text, std::size_t at);

// What the notes say of one kind of examination, read once for all its reports.
class ResultNotes {
 public:
  ResultNotes(const Chart& chart, FindTest find);

  // Whether a note from the day on which it was done tells its result: in a
  // sentence that names the examination as done, or by a part of its
  // conclusion. `others` are the names of the other reports of the kind: a
  // sentence that names the region of one of them is of that.
  bool tell(const TestResult& result, const std::vector<std::string_view>& others) const;

 private:
  struct Sentence {
    std::string_view text;
    std::optional<std::chrono::sys_days> day;
  };
  bool quoted(const TestResult& result) const;

  const Chart& chart_;
  std::vector<Sentence> sentences_;
};

// The outcome for each report of the stay that is of the kind: whether the
// notes tell its result. Messages take the name of the report and its time;
// `due` also the limit of the running stay.
struct TellDuty {
  GroupSet kind;
  FindTest find;
  MessageInfo untold, due;
  Duration limit;
};
void judge_results(const Chart& chart, const TellDuty& duty, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_MATCHING_TOLD_H_
