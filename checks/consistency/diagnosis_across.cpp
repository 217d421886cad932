// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/report.h"
#include "checks/coding/coded.h"
#include "checks/consistency/diagnosis_items.h"
#include "checks/consistency/pieces.h"
#include "checks/frontpage/page.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kNotOnPage{
    "not-on-page", "出院记录的诊断“{0}”在首页出院诊断中没有。",
    "the diagnosis “{0}” of the discharge record is not on the front page."};
constexpr Message<std::string_view> kNotInRecord{
    "not-in-record", "首页的出院诊断“{0}”在出院记录的出院诊断中没有。",
    "the diagnosis “{0}” of the front page is not in the discharge record."};
constexpr Message<> kOther{"other", "另一处的出院诊断", "the discharge diagnoses of the other"};

constexpr Citation kBasis[] = {{"SY", "5"}, {"SY", "20"}, {"BL", "3"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNotOnPage, kNotInRecord, kOther};

using Items = std::vector<DiagnosisItem>;

// What one of the two may well leave out, or say in its own way.
bool set_aside(const DiagnosisItem& item) {
  constexpr std::string_view kWords[] = {"史",   "术后", "状态", "手术", "治疗", "化疗", "放疗",
                                         "评分", "分期", "孕",   "妊娠", "产",   "胎",   "活检",
                                         "检查", "高危", "等待", "诊断", "病理", "待",   "？"};
  const std::string_view text =
      item.place.value.value.substr(item.place.from, item.place.to - item.place.from);
  return item.han.size() < 3 || holds(text, "?") ||
         std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return holds(text, word); });
}

// The item shares no character with the other list, and each part of that list is surely another
// item of its own list: so that none can be another name for it.
bool surely_missing(const Items& own, std::size_t index, const Items& other) {
  if (set_aside(own[index])) return false;
  return std::all_of(other.begin(), other.end(), [&](const DiagnosisItem& part) {
    if (!apart(own[index], part)) return false;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (i != index && alike(own[i], part)) return true;
    }
    return false;
  });
}

// The names on the front page; empty when one of them is not known.
Items page_items(const Chart& chart, const DischargeList& list) {
  Items items;
  for (const std::uint32_t i : list.all) {
    const Diagnosis& diagnosis = chart.diagnoses[i];
    if (diagnosis.name.value.empty()) return {};
    items.push_back(item_of(diagnosis.name));
  }
  return items;
}

// The text of the front page may have more than its data.
bool told_on_page(const Chart& chart, const DiagnosisItem& item) {
  const auto pages = chart.of_type(DocType::kFrontPage);
  return std::any_of(pages.begin(), pages.end(), [&](const Document* page) {
    return std::any_of(page->texts.begin(), page->texts.end(),
                       [&](const Text& text) { return alike(item, item_of(text)); });
  });
}

// Codes that coders add by the rules of coding: Z, external causes, symptoms, special purposes.
bool added_by_coder(const Diagnosis& diagnosis) {
  return diagnosis.code.value.empty() || holds("ZVWXYUR", diagnosis.code.value.substr(0, 1)) ||
         holds(diagnosis.code.value, "*");
}

const Text* list_in(const Document& record) {
  const Section* section = record.section(SectionType::kDischargeDiagnosis);
  if (section == nullptr || record.blank(*section)) return nullptr;
  const auto texts = record.text_of(*section);
  return texts.size() == 1 ? &texts.front() : nullptr;
}

std::string_view words_of(const Part& part) {
  return part.value.value.substr(part.from, part.to - part.from);
}

void compare(const Chart& chart, const DischargeList& list, const Document& record,
             const Text& text, Report& report) {
  const Items page = page_items(chart, list);
  const Items items = items_of(text), parts = parts_of(text);
  if (page.empty() || items.empty()) return;
  bool failed = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!surely_missing(items, i, page) || told_on_page(chart, items[i])) continue;
    failed = true;
    report.fail(kNotOnPage, of(chart, record), span_of(items[i].place), words_of(items[i].place))
        .at(items[i].place)
        .note(kOther, page.front().place);
  }
  for (std::size_t i = 0; i < page.size(); ++i) {
    const Diagnosis& diagnosis = chart.diagnoses[list.all[i]];
    if (added_by_coder(diagnosis) || !surely_missing(page, i, parts)) continue;
    failed = true;
    report.fail(kNotInRecord, of(chart, record), diagnosis.name.span, diagnosis.name.value)
        .note(kOther, items.front().place);
  }
  if (!failed) report.pass(of(chart, record));
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther || still_there(report)) return;
  if (!chart.has(DocType::kFrontPage)) return;
  const auto records = chart.of_type(DocType::kDischargeRecord);
  if (records.size() != 1) return;
  const Text* text = list_in(*records.front());
  const DischargeList list = discharge_list(chart);
  if (text == nullptr || list.all.empty()) return;
  const std::uint32_t source = chart.diagnoses[list.all.front()].document;
  if (source < chart.documents.size() && chart.documents[source].type != DocType::kFrontPage) {
    return;  // The diagnoses of the page are not known.
  }
  if (chart.cut_off || records.front()->broken || chart.first(DocType::kFrontPage)->broken) {
    return report.undecided(of(chart, *records.front()), missing::kRestOfChart, text->span);
  }
  compare(chart, list, *records.front(), *text, report);
}

}  // namespace

extern constinit const Check diagnosis_across{
    {.id = "consistency-diagnosis-across",
     .severity = Severity::kWarning,
     .title = {"首页与出院记录的出院诊断应一致",
               "Front page and discharge record have the same discharge diagnoses"},
     .judged =
         {"出院记录的每项出院诊断在首页中有，首页的每项在出院记录中有。仅在确有把握时指出：该项与另"
          "一"
          "列表没有一个相同的字，且另一列表的每一部分都与本列表的其他项有相连两字相同，故不可能是该"
          "项"
          "的异名。",
          "Each diagnosis of the discharge record is on the front page, and the reverse. Said only "
          "where it is sure: the entry has no character in common with the other list, and each "
          "part of that list has two in a row in common with another entry of its own, so that "
          "none can be another name for it."},
     .exceptions =
         {"次序、写法、级别和分期的不同不判；病史、术后状态、治疗、妊娠分娩、待查和疑问的项，编码为"
          "Z、R、U、V至Y或星号的项，短于三个汉字的项不判；死亡病历，没有首页或首页诊断名称的，出院"
          "记录的出院诊断不是写成一段文字的（如WS/T 500分项编码的），不评价；病历未能读"
          "全时无法判定。",
          "Order, wording, grades and stages are not judged, nor entries of histories, states "
          "after "
          "surgery, treatments, pregnancy and birth, what is doubted, codes of Z, R, U, V to Y and "
          "with an asterisk, entries of less than three characters. Not for a death, nor without "
          "a front page whose diagnoses have names, nor where the record's list is not one text "
          "(coded item by item as in WS/T 500); undecided where the chart was not read whole."},
     .advice = {"核对两处的出院诊断，补上遗漏的一处。",
                "Compare both lists and add what one of them leaves out."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
