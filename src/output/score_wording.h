// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_SCORE_WORDING_H_
#define EMRLINT_OUTPUT_SCORE_WORDING_H_

#include <string>
#include <string_view>

#include "score/score.h"

namespace emrlint {

// What forms for people say of scores, in the language of the run.

// Why a chart has no score, "" if it has one.
std::string_view why_not_scored(NotScored reason, Lang lang);
// What a row takes: "0.5分/处，最多2分", "单项否决".
std::string price_text(const ScoreSheet& sheet, const SheetRow& row, Lang lang);
// What a row took: "-0.5 × 3处 = -1.5", "-5".
std::string arithmetic_text(const ScoreSheet& sheet, const SheetRow& row, const RowScore& score,
                            Lang lang);
// "未能判定"; "" for kJudged.
std::string_view state_text(RowState state, Lang lang);
// The grade of a chart with what limits it: "乙级（因单项否决）". None where it is not whole.
std::string grade_text(const ScoreSheet& sheet, const ChartMarks& marks, const ChartScore& score,
                       Lang lang);
// How far it was judged: "61 / 83 行扣分项目已判定，12 行未能完全判定…".
std::string judged_text(const ScoreSheet& sheet, const ChartMarks& marks, const ChartScore& score,
                        Lang lang);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_SCORE_WORDING_H_
