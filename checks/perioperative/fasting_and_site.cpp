// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/site_mark.h"
#include "checks/perioperative/surgery.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery> kFasting{"fasting", "{0}前未见禁食禁饮的医嘱或记录。",
                                    "neither an order nor a record of fasting precedes {0}."};
constexpr Message<Surgery, std::string_view> kMark{
    "site-mark", "{0}涉及“{1}”，核查表和术前记录中未见手术部位标记。",
    "{0} concerns “{1}”; neither the checklist nor a record before it tells of a mark."};

constexpr Option<WordList> kFastingWords{"fasting_words",
                                         {"禁食|禁饮|禁水|空腹|饱胃|末次进食|末次饮食|NPO"},
                                         "表明禁食禁饮的用语",
                                         "words that tell of fasting"};
constexpr Option<WordList> kMarkWords{"mark_words",
                                      {"部位标|部位与标|部位及标|部位已标|部位已做标|部位做标|"
                                       "部位作标|手术标识|手术标记|体表标|体表定位|"
                                       "体表划线|切口标|切口划线|术区标|标记手术|标识手术|标记切口|"
                                       "标出切口|已标记|已标识|标记笔|"
                                       "划线定位"},
                                      "表明手术部位标记的用语",
                                      "words that tell of the mark on the site"};

constexpr Missing kItems{"checklist-items", "手术安全核查表的核查项目",
                         "the items of the safety checklist"};

constexpr Citation kBasis[] = {{"SA", "5"}, {"HC", "5(1)"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kFasting, kMark};
constexpr OptionInfo kOptions[] = {kFastingWords, kMarkWords};

// Whether one of the words stands there and is not about the time after surgery.
bool tells_before(std::string_view text, WordList words) {
  return any_word(words, [&](std::string_view word) {
    for (std::size_t at = find_word(text, word); at != text.npos;
         at = find_word(text, word, at + word.size())) {
      // 术后禁食, 术后暂禁食, 术后6小时内禁食
      const std::size_t near = at - std::min<std::size_t>(at, 30);
      std::string_view before = text.substr(near, at - near);
      for (const std::string_view end : {"，", "。", "；", "\n"}) {
        const std::size_t cut = before.rfind(end);
        if (cut != before.npos) before.remove_prefix(cut + end.size());
      }
      if (!holds(before, "术后")) return true;
    }
    return false;
  });
}

bool tells_before(const Document& document, WordList words) {
  return std::any_of(document.texts.begin(), document.texts.end(),
                     [&](const Text& text) { return tells_before(text.value, words); });
}

// A single order of long before was for an earlier surgery; a standing one holds until it is
// stopped.
bool in_force(const Order& order, const Surgery& surgery) {
  if (begun_before(surgery, order.start)) return false;
  if (!order.start || !surgery.start) return true;
  const Duration days{3 * 24 * 60};
  const bool standing = order.term.value == "long" && !order.stop;
  return standing || within(order.start->value, surgery.start.value(), days) != Within::kNo;
}

bool ordered(const Chart& chart, const Surgery& surgery, WordList words) {
  return std::any_of(chart.orders.begin(), chart.orders.end(), [&](const Order& order) {
    return !order.cancelled && in_force(order, surgery) && tells_before(order.content.value, words);
  });
}

// Records of the time before surgery, and those of theatre that tell of it.
bool recorded(const Chart& chart, std::size_t index, WordList words) {
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
    const bool theatre = document.type == DocType::kAnesthesiaRecord ||
                         document.type == DocType::kOperatingRoomNursingRecord ||
                         document.type == DocType::kSafetyChecklist ||
                         document.type == DocType::kOperationRecord;
    const auto& linked = document.surgeries;
    const bool about =
        linked.empty() || std::find(linked.begin(), linked.end(), index) != linked.end();
    return about && (theatre || precedes(chart, document, index)) && tells_before(document, words);
  });
}

void judge_fasting(const Chart& chart, std::size_t index, WordList words, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const AnesthesiaKind kind = surgery.anesthesia.kind;
  if (kind == AnesthesiaKind::kLocal) return;
  const Subject subject = of_surgery(index, "fasting");
  if (ordered(chart, surgery, words) || recorded(chart, index, words)) return report.pass(subject);
  const std::optional<Missing> doubt =
      first_of({kind_doubt(chart), unread_doubt(chart),
                doubt_if(!chart.sources.has(Source::kOrders), missing_source(Source::kOrders)),
                doubt_if(kind == AnesthesiaKind::kUnknown, missing::kAnesthesia)});
  if (surgery.start && report.still_open(surgery.start.value())) {
    report.due(kFasting, subject, surgery.start.span(), surgery.start.value(),
               {to_argument(surgery)});
  } else if (doubt) {
    report.undecided(subject, *doubt, called_for_at(surgery));
  } else {
    Outcome& outcome = report.fail(kFasting, subject, called_for_at(surgery), surgery);
    // There may have been no time for it.
    if (surgery.urgency.value == Urgency::kEmergency) outcome.weaker(Severity::kNote);
  }
}

void judge_mark(const Chart& chart, std::size_t index, WordList words, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const std::string_view part = to_be_marked(surgery);
  if (part.empty()) return;
  const Subject subject = of_surgery(index, "site-mark");
  if (recorded(chart, index, words)) return report.pass(subject);
  const Forms forms = forms_about(chart, index, "surgical-safety", DocType::kSafetyChecklist);
  bool unknown = false;
  for (const Checklist* form : forms.checklists) {
    const Answer answer = mark_ticked(*form, words);
    if (answer == Answer::kYes) return report.pass(subject);
    unknown |= answer == Answer::kUnknown;
  }
  const std::optional<Missing> doubt =
      first_of({kind_doubt(chart), unread_doubt(chart), form_doubt(chart, forms),
                doubt_if(unknown, kItems)});
  if (forms.none() && !doubt) return;  // That there is no checklist is said by another check.
  if (doubt) return report.undecided(subject, *doubt, called_for_at(surgery));
  const Span where =
      forms.checklists.empty() ? forms.documents.front()->span : heading(*forms.checklists.front());
  report.fail(kMark, subject, where, surgery, part);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (outside_hospital(chart)) return;
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled || surgery.urgency.value == Urgency::kLifeSaving) continue;
    judge_fasting(chart, i, options[kFastingWords], report);
    judge_mark(chart, i, options[kMarkWords], report);
  }
}

}  // namespace

extern constinit const Check periop_fasting_and_site{
    {.id = "periop-fasting-and-site",
     .severity = Severity::kWarning,
     .title = {"术前应记录禁食禁饮和手术部位标记",
               "Fasting and the mark on the site are on record before surgery"},
     .judged =
         {"住院手术：开始前有禁食禁饮的医嘱，或术前文书、护理文书、麻醉记录写到禁食禁饮；手术涉及左"
          "右侧"
          "之一、节段或指趾的，手术安全核查表或术前文书写到部位标记。两者分别判定，“术后禁食”不算"
          "。",
          "Surgery of an inpatient: an order of fasting before its start, or a record of "
          "physicians, "
          "nurses or anaesthetists that tells of it; where one of two sides, a level or a digit is "
          "operated on, the checklist or a record before surgery tells of the mark. Each is a "
          "finding of its own; fasting after surgery does not count."},
     .exceptions =
         {"局部麻醉不判禁食；抢救生命的急诊、门诊和取消的手术不判；急诊手术缺禁食记录按提示处理；双"
          "侧和"
          "牙位不判标记；没有核查表的由 periop-safety-checklist "
          "提示。医嘱或核查表未载入、麻醉方式不明、"
          "核查表未带项目、单份文书无法判定。",
          "Fasting not for local anaesthesia; nothing for life-saving, outpatient and cancelled "
          "surgery; a note for emergencies; no mark for both sides and teeth; the absence of the "
          "checklist is said by periop-safety-checklist. Undecided where orders or checklists are "
          "not loaded, the anaesthesia is unknown, the checklist brings no items, and for a lone "
          "document."},
     .advice =
         {"术前下达禁食禁饮医嘱并由护士执行、记录；术者在患者清醒时标记手术部位并在核查表中确认。",
          "Order and record fasting; the surgeon marks the site while the patient is awake, "
          "and the checklist confirms it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
