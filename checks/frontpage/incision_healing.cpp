// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/words.h"
#include "checks/coding/coded.h"
#include "checks/consistency/operation_statements.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kHealing{
    "healing", "首页手术“{0}”的切口类别为“{1}”，未填写愈合等级。",
    "the operation “{0}” has an incision of class “{1}” on the front page, and its healing is not "
    "filled in."};
constexpr Message<std::string_view, std::string_view> kClass{
    "class", "首页手术“{0}”填写了愈合等级“{1}”，未填写切口类别。",
    "the operation “{0}” has the healing “{1}” on the front page and no class of incision."};
constexpr Message<std::string_view, std::string_view> kUnknown{
    "unknown", "首页手术“{0}”的切口类别“{1}”不是0、Ⅰ、Ⅱ、Ⅲ类之一。",
    "the class “{1}” of the incision of “{0}” is none of 0, I, II, III."};
constexpr Message<std::string_view> kInfected{
    "infected", "首页手术“{0}”的切口为丙级愈合（化脓），出院诊断中没有感染。",
    "the incision of “{0}” healed as 丙 (suppurated), and no discharge diagnosis is an "
    "infection."};

constexpr Option<WordList> kInfections{
    "infections",
    {"T81.4|O86|T82.6|T82.7|T83.5|T83.6|T84.5|T84.6|T84.7|T85.7|L02|L03|L08|A40|A41|T79.3|K65"},
    "表明切口感染的诊断编码",
    "codes that tell of an infected wound"};

constexpr Citation kBasis[] = {{"SY", "3"}, {"84", "切口愈合等级"}, {"FP", "切口愈合等级"}};
constexpr int kCore[] = {12, 15};
constexpr MessageInfo kMessages[] = {kHealing, kClass, kUnknown, kInfected};
constexpr OptionInfo kOptions[] = {kInfections};

// A row of the front page, or a surgery of the data where the page's rows are not known.
struct Row {
  Subject subject;
  Text name, incision, healing;
  Span span;
};

// "Ⅰ/甲": both in one.
void split(Row& row) {
  const std::size_t slash = row.healing.value.find('/');
  if (slash == std::string_view::npos || slash == 0) return;
  if (row.incision.value.empty()) {
    row.incision = {row.healing.value.substr(0, slash), row.healing.span};
  }
  row.healing.value.remove_prefix(slash + 1);
}

std::vector<Row> rows_of(const Chart& chart, const FrontPage& page) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < chart.procedures.size(); ++i) {
    const Procedure& p = chart.procedures[i];
    if (!page.is_page(p.document)) continue;
    const Subject subject{SubjectKind::kProcedure, static_cast<std::uint32_t>(i), {}};
    rows.push_back({subject, p.name, p.incision, p.healing, p.span});
  }
  if (rows.empty()) {
    for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
      const Surgery& s = chart.surgeries[i];
      // Without a healing anywhere the data have no place for it.
      if (s.cancelled || s.healing.value.empty()) continue;
      rows.push_back({of_surgery(i), s.name, s.incision, s.healing, s.span});
    }
  }
  for (Row& row : rows) split(row);
  return rows;
}

bool infected(const Chart& chart, WordList codes) {
  return std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), [&](const Diagnosis& d) {
    return d.code.value.empty() ||
           any_word(codes, [&](std::string_view code) { return d.code.value.starts_with(code); });
  });
}

void judge(const Chart& chart, const Row& row, WordList infections, Report& report) {
  const bool has_class = !blank_item(row.incision.value);
  const bool has_healing = !blank_item(row.healing.value);
  if (!has_class && !has_healing) return;  // No incision, as far as is known.
  const int incision = has_class ? incision_class(row.incision.value) : 0;
  const std::string_view name = row.name.value;
  if (!has_class) {
    report.fail(kClass, row.subject, row.healing.span, name, row.healing.value);
  } else if (incision < 0) {
    report.fail(kUnknown, row.subject, row.incision.span, name, row.incision.value);
  } else if (incision > 0 && !has_healing) {
    report.fail(kHealing, row.subject, row.incision.span, name, row.incision.value);
  } else if (row.healing.value.starts_with("丙") && !infected(chart, infections)) {
    report.fail(kInfected, row.subject, row.healing.span, name);
  } else {
    report.pass(row.subject);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  const FrontPage page(chart);
  if (!page || !chart.inpatient() || still_there(report)) return;
  for (const Row& row : rows_of(chart, page)) judge(chart, row, options[kInfections], report);
}

}  // namespace

extern constinit const Check frontpage_incision_healing{
    {.id = "frontpage-incision-healing",
     .severity = Severity::kWarning,
     .title = {"首页手术应填写切口类别和愈合等级",
               "The front page states class and healing of each incision"},
     .judged = {"首页每一手术：切口类别为0、Ⅰ、Ⅱ、Ⅲ类之一；Ⅰ～Ⅲ类的填写愈合等级，填写愈合等级的填写"
                "切口类别"
                "；丙级愈合（切口化脓）的出院诊断中有感染。",
                "Each operation on the front page: its class is 0, I, II or III; I to III have a "
                "healing, "
                "and a healing has a class; with 丙 (suppurated) some diagnosis is an infection."},
     .exceptions =
         {"两项都没有的（操作、无切口）不判；0类切口不要求愈合等级；首页没有手术列表的，只判数据中"
          "填有愈"
          "合等级的手术；有诊断没有编码的不判感染；患者尚在院、首页项目未载入的不判。",
          "Not where neither is stated (procedures without an incision); class 0 needs no healing; "
          "without a list of operations on the page, only surgeries whose data have a healing. "
          "Infection is not judged where a diagnosis has no code; nothing while the patient is "
          "there, nor where the items were not loaded."},
     .advice = {"按手术记录和拆线时情况填写切口类别和愈合等级；切口感染的补充诊断。",
                "Fill in both by the operation record and the wound at removal of the stitches; "
                "add the diagnosis of an infection."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
