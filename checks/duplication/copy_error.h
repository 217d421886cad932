// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_COPY_ERROR_H_
#define EMRLINT_CHECKS_DUPLICATION_COPY_ERROR_H_

#include <string_view>

#include "check/report.h"
#include "checks/duplication/copied_words.h"

// The probes of duplication-copy-error: each looks for one kind of words that a copied passage
// brought along and that this chart contradicts. A document is one subject for each, with the
// detail of the probe: pass where copied words agree, no call where none were copied.
namespace emrlint::checks {

struct CopyJudge {
  const Chart& chart;
  const CopyFinder& copies;
  Report& report;

  std::optional<CopiedWords> find(const Document& document, const Part& words) const {
    return copies.find(document, words);
  }
};

inline std::string_view words_at(const Part& part) {
  return part.value.value.substr(part.from, part.to - part.from);
}

// Puts the finding at the words, with their source and how alike the passages are.
Outcome& place_copy(Outcome& outcome, const Part& words, const CopiedWords& copy);

void probe_sex(const CopyJudge& judge);   // "sex"
void probe_age(const CopyJudge& judge);   // "age"
void probe_days(const CopyJudge& judge);  // "day": 术后第3天, 今日入院, 明日手术

namespace copy_error {
inline constexpr Message<DocType, Time> kFrom{"from", "复制自{0}（{1}）",
                                              "copied from the {0} of {1}"};
inline constexpr Message<DocType, std::string_view, Sex> kSex{
    "sex", "{0}中复制而来的文字写有“{1}”，而患者性别为{2}。",
    "text copied into the {0} has “{1}”, and the patient is {2}."};
inline constexpr Message<DocType, int, int> kAge{
    "age", "{0}中复制而来的文字写患者现年{1}岁，按病历推算为{2}岁。",
    "text copied into the {0} gives the patient's present age as {1}; by the chart it is {2}."};
inline constexpr Message<DocType, std::string_view, Time> kDay{
    "day", "{0}中复制而来的“{1}”不符合本次记录的日期{2}。",
    "“{1}”, copied into the {0}, does not fit the day of this note, {2}."};
inline constexpr Message<DocType, std::string_view, int> kFrozen{
    "frozen", "{0}仍写“{1}”，与{2}天前的记录相同。",
    "the {0} still says “{1}”, as the note of {2} days before."};
inline constexpr Message<Bilingual> kFact{"fact", "病历中的{0}", "{0} in the chart"};
}  // namespace copy_error

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_COPY_ERROR_H_
