// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <vector>

#include "check/told_words.h"
#include "checks/consistency/diagnosis_items.h"
#include "checks/matching/told.h"
#include "checks/process/notes_after.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time> kNone{
    "none", "“{0}”于{1}开立且未取消，至归档未见其报告。",
    "“{0}” was ordered at {1} and not cancelled; there is no report of it in the filed chart."};

constexpr Option<Duration> kBeforeEnd{"before_end", Duration{24 * 60},
                                      "离院前多久之内开立而没有执行时间的，不能认定已做",
                                      "an order within this time before the end of the stay and "
                                      "without a time of execution may not have been carried out"};
constexpr Option<WordList> kNotDone{
    "not_done_words",
    {"拒绝|拒做|取消|未做|未行|未查|暂缓|改期|改为|预约|外院|门诊|无法配合|不能配合|不配合|禁忌|"
     "未能完成|未留取|未能留取|无痰|未排|退费|推迟"},
    "病程中表明检查未做的用语",
    "words of the notes that tell that a test was not done"};

constexpr Missing kDone{"test-done", "该检查是否已做（无执行时间）",
                        "whether the test was carried out (no time of execution)"};
constexpr Missing kUnknownReport{"report-name", "名称不明的报告是何检查",
                                 "of what test a report of unknown name is"};

constexpr Citation kBasis[] = {{"BL", "16"}, {"BL", "29"}, {"ZB", "8"}, {"ZJ", "日常病程4"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kOrders, Source::kResults};
constexpr MessageInfo kMessages[] = {kNone};
constexpr OptionInfo kOptions[] = {kBeforeEnd, kNotDone};

using Day = std::optional<std::chrono::sys_days>;

// In the title and the text.
GroupSet tests_named(const Chart& chart, const Document& document, Report& report) {
  struct Named {
    GroupSet tests;
  };
  return of_document<Named>(chart, document, report, [&] {
           Named named{tests_in(document.title.value)};
           for (const Text& text : document.texts) named.tests |= tests_in(text.value);
           return named;
         }).tests;
}

// The reports of a chart by kinds of tests, also those that are documents.
class Reports {
 public:
  Reports(const Chart& chart, emrlint::Report& report) {
    for (const TestResult& result : chart.results) {
      add(tests_of(result), day_of(result.reported ? result.reported : result.collected),
          of_laboratory(result));
    }
    for (const Document& document : chart.documents) {
      const bool lab = document.type == DocType::kLabReport;
      if (!lab && document.type != DocType::kExamReport && document.type != DocType::kOtherDocument)
        continue;
      const GroupSet tests = tests_named(chart, document, report);
      if (tests != 0 || document.type != DocType::kOtherDocument) {
        add(tests, day_of(written(document)), lab);
      }
    }
  }

  enum class Has : std::uint8_t { kNo, kMaybe, kYes };
  // Whether there is one of these kinds from a day on; maybe, where one has a name not known.
  Has from(Day day, GroupSet tests, bool lab) const {
    Has has = Has::kNo;
    for (const Report& one : reports_) {
      if (day && one.day && *one.day < *day) continue;
      if ((one.tests & tests) != 0) return Has::kYes;
      if (one.tests == 0 && one.lab == lab) has = Has::kMaybe;
    }
    return has;
  }

 private:
  struct Report {
    GroupSet tests;
    Day day;
    bool lab;
  };
  void add(GroupSet tests, Day day, bool lab) { reports_.push_back({tests, day, lab}); }

  std::vector<Report> reports_;
};

// The tests of which a sentence says that they were not done here.
struct NotDone {
  GroupSet tests = 0;
};
NotDone not_done(const Document& note, WordList words) {
  NotDone found;
  for (const Text& text : note.texts) {
    if (!holds_any(text.value, words)) continue;
    for (const DiagnosisItem& sentence : items_of(text)) {
      const Part& part = sentence.place;
      const std::string_view said = part.value.value.substr(part.from, part.to - part.from);
      if (holds_any(said, words)) found.tests |= tests_in(said);
    }
  }
  return found;
}

GroupSet not_done(const Chart& chart, WordList words, Report& report) {
  GroupSet tests = 0;
  for (const Document& note : chart.documents) {
    if (!tells_results(note.type) && note.type != DocType::kGeneralNursingRecord) continue;
    tests |= of_document_by<NotDone>(words, chart, note, report, [&] {
               return not_done(note, words);
             }).tests;
  }
  return tests;
}

bool near_end(const Chart& chart, const Order& order, Duration before) {
  const Encounter& stay = chart.encounter;
  const TimeFact& end = stay.died ? stay.died : stay.discharged;
  return !order.executed && end && within(order.start->value, end.value(), before) != Within::kNo;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kArchived) return;
  const Reports reports(chart, report);
  std::optional<GroupSet> undone;  // Asked for by orders without a report only.
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    const GroupSet tests = tests_of(order);
    if (!orders_test(order) || tests == 0 || !order.start || order.stop) continue;
    const Subject subject{SubjectKind::kOrder, static_cast<std::uint32_t>(i)};
    const auto has = reports.from(day_of(order.start), tests, order.kind.value == "lab");
    if (has == Reports::Has::kYes) {
      report.pass(subject);
      continue;
    }
    if (!undone) undone = not_done(chart, options[kNotDone], report);
    if ((*undone & tests) != 0) continue;
    if (const auto doubt = untold_doubt(chart)) {
      report.undecided(subject, *doubt, order.content.span);
    } else if (has == Reports::Has::kMaybe) {
      report.undecided(subject, kUnknownReport, order.content.span);
    } else if (near_end(chart, order, options[kBeforeEnd])) {
      report.undecided(subject, kDone, order.content.span);
    } else {
      report.fail(kNone, subject, order.content.span, order.content.value, order.start->value);
    }
  }
}

}  // namespace

extern constinit const Check match_order_without_report{
    {.id = "match-order-without-report",
     .severity = Severity::kWarning,
     .title = {"已开立的检查检验应有报告", "There is a report of each test that was ordered"},
     .judged =
         {"已归档的住院病历：每条未取消、未停止的检查或检验医嘱，凡名称属常用检查（CT/"
          "MRI、超声、心电图、"
          "X线、内镜、病理、培养、血尿便常规、凝血、生化、感染筛查等），自开立当日起有同类报告或报"
          "告文书。",
          "Filed charts of stays: for each order of an examination or a test that was neither "
          "cancelled nor stopped and whose name is one of the common ones (CT and MRI, ultrasound, "
          "ECG, X-ray, endoscopy, pathology, culture, blood, urine and stool counts, coagulation, "
          "chemistry, infection markers) there is a report of that kind, as data or as a document, "
          "from the day of the order on."},
     .exceptions =
         {"名称不在其列的、病程写明拒绝、取消、未做、外院等（用语可调）的、未归档的不评价；同类的一"
          "份"
          "报告可对应数条医嘱。另有名称不明的同类报告、离院前24小时内开立而无执行时间、病历不全的无"
          "法"
          "判定。",
          "Not for other names, nor where a note tells that the test was refused, cancelled or not "
          "done here (the words are an option), nor before filing. One report of a kind answers "
          "several orders. Undecided with a report whose name is not known, for an order within 24 "
          "hours before the end without a time of execution, and where the chart is not whole."},
     .advice = {"查找并归入报告；未做的取消医嘱或在病程中写明原因。",
                "Find and file the report; where it was not done, cancel the order or say why."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
