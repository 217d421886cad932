// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/copy_error.h"

#include "check/copied.h"

namespace emrlint::checks {
namespace {

constexpr Citation kBasis[] = {{"BL", "3"}, {"ZZ", "6"}};
constexpr int kCore[] = {15, 18};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr std::string_view kSupersedes[] = {
    "consistency-sex-text@@",        "consistency-age-text@@",
    "consistency-copy-time-words@@", "privacy-other-person-identifier@@",
    "duplication-copied-passage@@",  "duplication-stale-span@@"};
constexpr MessageInfo kMessages[] = {
    copy_error::kSex,       copy_error::kAge,     copy_error::kDay,      copy_error::kFrozen,
    copy_error::kFeverTold, copy_error::kDrug,    copy_error::kDied,     copy_error::kVitals,
    copy_error::kSide,      copy_error::kFlipped, copy_error::kIdentity, copy_error::kHeading,
    copy_error::kSignature, copy_error::kFrom,    copy_error::kFact};

void run(const Chart& chart, const Options&, Report& report) {
  const CopyFinder copies(chart, copies_of(chart, report));
  const CopyJudge judge{chart, copies, report};
  probe_sex(judge);
  probe_age(judge);
  probe_days(judge);
  probe_course(judge);
  probe_drugs(judge);
  probe_vitals(judge);
  probe_side(judge);
  probe_identity(judge);
  probe_form(judge);
}

}  // namespace

Outcome& place_copy(Outcome& outcome, const Part& words, const CopiedWords& copy) {
  return outcome.at(words)
      .measure("similarity", copy.passage->similarity())
      .measure("length", copy.passage->to.size())
      .note(copy_error::kFrom, copy.there, copy.source->type, copy.written);
}

extern constinit const Check copy_error_check{
    {.id = "duplication-copy-error",
     .severity = Severity::kError,
     .title = {"复制的文字不应与本份病历矛盾", "Copied text does not contradict the chart"},
     .judged =
         {"从本次住院较早文书复制而来、未经改动的文字，按文书逐项与本份病历核对：(1)性别用语；(2)"
          "患者现"
          "年，容许1岁之差；(3)患者姓名、住院号（病案号）和身份证号；(4)"
          "叙述中同一病变的左右侧与诊断、手术"
          "和影像；复制时改成另一侧的也指出；(5)"
          "“术后第N天”“入院第N天”“今日入院”“今日（明日、拟行）手"
          "术”“昨日手术”与记录日期；(6)“继续”使用而医嘱已停的药品；(7)"
          "“无发热”而当日记录前测得38℃以上；"
          "(8)死亡患者的出院情况或死亡后的记录写“一般情况好”“病情平稳”；(9)"
          "正文中留有他人的签名。另有三项"
          "为“建议”：(10)原记录中也不符的时间词、与前一记录相同的天数；(11)"
          "三项以上生命体征3天以上完全相"
          "同，当日测得的却各不相同，而各日测量有变化；(12)正文首行留有被复制记录的时间。",
          "Words taken over unchanged from an earlier document of the stay, item by item of each "
          "document: (1) words for sex; (2) the present age, within a year; (3) the patient's "
          "name, number of the stay and identity number; (4) the side of a lesion in the "
          "narrative against diagnoses, operations and imaging, also where the copy changed it to "
          "the other side; (5) days after surgery (术后第N天, POD N) and of the stay, 今日入院, "
          "surgery today, tomorrow, planned or yesterday against the day of the note; (6) drugs "
          "that go on (继续) though their order has ended; (7) no fever (无发热, afebrile) with "
          "38 ℃ or more measured that day before the note; (8) 一般情况好, 病情平稳 in the "
          "condition at discharge of a patient who died, or after the death; (9) a signature of "
          "somebody else in the text. Three are warnings: (10) words for days that did not fit in "
          "the source either, and a count of days that stayed the same; (11) three vital signs or "
          "more that are the same on three days, while those measured vary and none of that day "
          "is the same; (12) a line that begins with the time of the source."},
     .exceptions =
         {"改动过的文字（左右侧除外）、同一文书之内的重复、无法确定先后的文书之间的相同文字不判；其"
          "余不"
          "判的情形与 consistency-sex-text、consistency-age-text、consistency-copy-time-words、"
          "privacy-other-person-identifier "
          "相同，由本检查指出的文字，上述检查不在此处和来源处重复指出。"
          "代词（他、她、he、she）可能指亲属，床号可以更换，均不判；形式与本次住院号不同的号码、以"
          "往住院的号码、姓氏不常见的姓名不判；"
          "“现无发热”、写明发热的记录不判；仍有未停医嘱的药品不判；两侧都有或侧别说法不一的病变、“"
          "术后”“陈旧”等不判；(12)"
          "可能是注明出处的引"
          "用。同一错误年龄只指出一次。医嘱、测量未载入，或性别、年龄、编号、时间不明的无法判定。",
          "Not judged: words that were changed (but for sides), repetition within one document, "
          "equal text of documents of which none was certainly first; else as "
          "consistency-sex-text, consistency-age-text, consistency-copy-time-words and "
          "privacy-other-person-identifier, which do not say again, nor of the source, what this "
          "check says. Pronouns (he, she) may be of relatives and beds may change; a number of "
          "another form than that of the stay, one of an earlier stay, names with a rare surname, "
          "现无发热 and notes that tell of fever, drugs with an order that goes on, lesions on "
          "both sides or "
          "stated differently, 术后 and 陈旧 are left out; (12) may name the source of a "
          "quotation. One wrong age is said once. Undecided without orders or measurements, or "
          "where sex, age, number or time is not known."},
     .advice = {"按本次所见重新书写，并改正来源处的同一错误。",
                "Write what was found this time, and correct the same words in the source."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
