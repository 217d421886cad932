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

void probe_sex(const CopyJudge& judge);       // "sex"
void probe_age(const CopyJudge& judge);       // "age"
void probe_days(const CopyJudge& judge);      // "day": 术后第3天, 今日入院, 明日手术
void probe_course(const CopyJudge& judge);    // "fever", "died"
void probe_drugs(const CopyJudge& judge);     // "drug"
void probe_vitals(const CopyJudge& judge);    // "vitals"
void probe_identity(const CopyJudge& judge);  // "identity"
void probe_form(const CopyJudge& judge);      // "heading", "signature"
void probe_side(const CopyJudge& judge);      // "side"

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
inline constexpr Message<DocType, std::string_view, Time, std::string_view> kFeverTold{
    "fever", "{0}中复制而来的文字写“{1}”，而当日{2}测得体温{3}。",
    "text copied into the {0} says “{1}”; at {2} of that day the temperature was {3}."};
inline constexpr Message<DocType, std::string_view, Time> kDrug{
    "drug", "{0}中复制而来的文字写继续使用“{1}”，而其医嘱已于{2}停止。",
    "text copied into the {0} says that “{1}” goes on; its order had ended at {2}."};
inline constexpr Message<DocType, std::string_view, Time> kDied{
    "died", "{0}中复制而来的文字写“{1}”，而患者于{2}死亡。",
    "text copied into the {0} says “{1}”; the patient died at {2}."};
inline constexpr Message<DocType, int> kVitals{
    "vitals", "{0}中的各项生命体征第{1}天相同，与当日测得的各值都不同。",
    "the vital signs in the {0} are the same on {1} days, and none is as measured on that day."};
inline constexpr Message<DocType, std::string_view, std::string_view> kSide{
    "side", "{0}中复制而来的“{1}”与本份病历的“{2}”左右侧相反。",
    "“{1}”, copied into the {0}, is on the other side than “{2}” of this chart."};
inline constexpr Message<DocType, std::string_view, std::string_view> kFlipped{
    "flipped", "{0}写“{1}”，与其复制的原文和本份病历的“{2}”左右侧相反。",
    "the {0} has “{1}”, on the other side than the text that it was copied from and “{2}” of this "
    "chart."};
inline constexpr Message<DocType, Personal, Bilingual> kIdentity{
    "identity", "{0}中复制而来的文字写有“{1}”，与本份病历的{2}不同。",
    "text copied into the {0} has “{1}”; {2} of this chart is another."};
inline constexpr Message<DocType, Time, Time> kHeading{
    "heading", "{0}写于{1}，正文中还留有被复制记录的时间{2}。",
    "the {0} is of {1}; its text still has the time of the record that it was copied from, {2}."};
inline constexpr Message<DocType, Personal> kSignature{
    "signature", "{0}的正文中留有{1}的签名，而本记录不是其签署的。",
    "the text of the {0} has the signature of {1}, who did not sign it."};
inline constexpr Message<Bilingual> kFact{"fact", "病历中的{0}", "{0} in the chart"};
}  // namespace copy_error

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_COPY_ERROR_H_
