// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/listed_antibiotics.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal, Bilingual, std::string_view, Bilingual> kBeyond{
    "beyond", "{0}的抗菌药物处方权为{1}，所开“{2}”为{3}。",
    "{0} may prescribe antibiotics up to {1}; “{2}” is {3}."};
constexpr Message<Personal, Title, std::string_view, Bilingual> kTitle{
    "title", "{0}为{1}，所开“{2}”为{3}；未见其处方权登记。",
    "{0} is a {1}, and “{2}” is {3}; no authority is registered."};

constexpr Option<bool> kByTitle{
    "by_title", false, "人员表未登记处方权时，按职称推定（高级：特殊；中级：限制；初级：非限制）",
    "where no authority is registered, take it from the title (senior: special; attending: "
    "restricted; resident: unrestricted)"};

constexpr Missing kAuthority{"antibiotic-authority", "医师的抗菌药物处方权（人员表未登记）",
                             "the physician's authority over antibiotics (not in the table of "
                             "staff)"};

constexpr Citation kBasis[] = {{"HX", "16-2"}, {"ZJ", "日常病程6"}};
constexpr int kCore[] = {16};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr TableKind kTables[] = {TableKind::kAntibiotics};
constexpr MessageInfo kMessages[] = {kBeyond, kTitle};
constexpr OptionInfo kOptions[] = {kByTitle};

// What the table of staff says of a prescriber on the day of an order.
struct Prescriber {
  std::optional<AntibioticClass> authority;
  std::string_view name;
  Title title = Title::kUnknown;
  bool listed = false;
  bool doubt = false;  // Namesakes, or a row whose days are not known to hold.
};

Prescriber prescriber_of(const Chart& chart, const Tables& tables, const Order& order) {
  Prescriber found;
  found.title = chart.title_of(order.by);
  const Person* member = chart.staff_member(order.by);
  found.name = member == nullptr ? order.by.name.value : member->name.value;
  const std::optional<Time> at =
      order.start ? std::optional<Time>(order.start->value) : std::nullopt;
  std::string_view id;
  for (const StaffEntry* row : tables.staff().find(order.by.id.value, order.by.name.value)) {
    const Within valid = row->valid.covers(at);
    if (valid == Within::kNo) continue;
    found.doubt = found.doubt || valid == Within::kUnknown || (found.listed && row->id != id);
    id = row->id;
    found.listed = true;
    found.authority = row->antibiotic;
    if (found.name.empty()) found.name = row->name;
    if (found.title == Title::kUnknown) found.title = row->title;
  }
  return found;
}

std::optional<AntibioticClass> by_title(Title title) {
  if (title == Title::kResident) return AntibioticClass::kUnrestricted;
  if (title == Title::kAttending) return AntibioticClass::kRestricted;
  if (title == Title::kAssociateChief || title == Title::kChief) return AntibioticClass::kSpecial;
  return std::nullopt;
}

void judge(const Chart& chart, const ListedAntibiotic& one, bool titles, Report& report) {
  const Order& order = chart.orders[one.order];
  const Span where = order.by.span();
  if (!order.by.known()) return report.undecided(one.subject(), missing::kPerson);
  const Prescriber prescriber = prescriber_of(chart, report.tables(), order);
  const std::optional<AntibioticClass> inferred =
      titles ? by_title(prescriber.title) : std::nullopt;
  const std::optional<AntibioticClass> authority =
      prescriber.authority ? prescriber.authority : inferred;
  const Personal name{prescriber.name.empty() ? order.by.id.value : prescriber.name};
  if (prescriber.doubt) {
    report.undecided(one.subject(), missing::kPerson, where);
  } else if (!authority) {
    const bool loaded = report.tables().has(TableKind::kStaff);
    report.undecided(one.subject(), loaded ? kAuthority : missing_table(TableKind::kStaff), where);
  } else if (*authority >= *one.row->level) {
    report.pass(one.subject());
  } else if (prescriber.authority) {
    report.fail(kBeyond, one.subject(), where, name, class_name(*authority), one.row->name,
                class_name(*one.row->level));
  } else {
    report.fail(kTitle, one.subject(), where, name, prescriber.title, one.row->name,
                class_name(*one.row->level));
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const ListedAntibiotic& one : listed_antibiotics(chart, report.tables())) {
    if (in_emergency(chart.orders[one.order])) continue;
    if (one.row == nullptr) {
      report.undecided(one.subject(), one.doubt, chart.orders[one.order].content.span);
    } else if (one.row->level && *one.row->level != AntibioticClass::kUnrestricted) {
      judge(chart, one, options[kByTitle], report);
    }
  }
}

}  // namespace

extern constinit const Check medication_antibiotic_authority{
    {.id = "medication-antibiotic-authority",
     .severity = Severity::kWarning,
     .title = {"抗菌药物应由有相应处方权的医师开具",
               "Antibiotics are prescribed by those who may prescribe them"},
     .judged =
         {"每条限制使用级、特殊使用级抗菌药物医嘱：开立医师在人员表中登记的抗菌药物处方权不低于该药"
          "级别。选项by_title可在未登记时按职称推定，这一对应关系未见于已通读的规范。",
          "Each order of a restricted or special antibiotic: the authority over antibiotics "
          "that the table of staff has for the prescriber is not below its class. The option "
          "by_title takes it from the title where none is registered; no text that was read "
          "in full has that rule."},
     .exceptions =
         {"取消的医嘱、局部用药、非限制使用级药物不评价；医嘱注明紧急、抢救、越级的由另一检查评价"
          "。开立医师不明、目录未列该药、未载入表格或未登记处方权的无法判定。",
          "Not for cancelled orders, local use and unrestricted drugs, nor for orders "
          "marked as urgent. Undecided where the prescriber is not known, where the list "
          "does not hold the drug, and where a table or the authority is missing."},
     .advice = {"由有相应处方权的医师开具，或按会诊意见由其补开。",
                "Have a physician with the authority prescribe the drug."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .needs_tables = kTables,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
