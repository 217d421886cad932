// SPDX-License-Identifier: Apache-2.0
#include "check/coding_edition.h"
#include "checks/coding/better_code.h"
#include "checks/coding/chart_narrative.h"
#include "checks/coding/code_side.h"
#include "checks/coding/procedure_list.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, std::string_view, std::string_view> kName{
    "name", "编码“{0}”的名称“{1}”为{2}，而所写的名称为{3}。",
    "the code “{0}” stands for “{1}” ({2}), and the name that was written says {3}."};
constexpr Message<std::string_view, std::string_view, std::string_view, Bilingual, std::string_view>
    kText{"text", "编码“{0}”的名称“{1}”为{2}，而{3}为“{4}”。",
          "the code “{0}” stands for “{1}” ({2}), and {3} has “{4}”."};
constexpr Message<> kWritten{"written", "写有侧别处", "where the side is written"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"SY", "9"}, {"SY", "22"}};
constexpr int kCore[] = {10, 15};
constexpr MessageInfo kMessages[] = {kName, kText, kWritten, kBetter};
constexpr CodeSystem kSystems[] = {CodeSystem::kIcd10, CodeSystem::kIcd9Cm3};
constexpr std::string_view kSupersedes[] = {"coding-dx-name-mismatch", "coding-proc-name-mismatch"};

// A row of the front page with its code.
struct Row {
  Subject subject;
  Text code, name;
  CodeSystem system = CodeSystem::kIcd10;
  SideSource source = SideSource::kDiagnosis;
};

const std::vector<SideStatement>& statements(const Chart& chart, Report& report) {
  return report.derived().get<std::vector<SideStatement>>([&] { return side_statements(chart); });
}

void other_name(const Row& row, const CodeEntry& entry, const SidedName& title,
                const SidedName& name, Report& report) {
  Outcome& outcome = report.fail(kName, row.subject, row.code.span, entry.code(), entry.name_zh(),
                                 title.word, name.word);
  outcome.note(kWritten, row.name.span);
  const auto better = code_on_side(entry, title.word, name.side);
  if (better) offer(outcome, row.code.span, *better);
}

void compare(const Chart& chart, const Row& row, const CodeEntry& entry, const SidedName& title,
             const SidedName& name, Report& report) {
  const CodeSide found =
      code_side(title, name, row.source, row.name.span, statements(chart, report));
  switch (found.verdict) {
    case CodeSide::Verdict::kUnknown:
      return;
    case CodeSide::Verdict::kAgrees:
      return report.pass(row.subject);
    case CodeSide::Verdict::kOtherName:
      return other_name(row, entry, title, name, report);
    case CodeSide::Verdict::kOtherText:
      break;
  }
  if (!read_whole(chart)) {
    return report.undecided(row.subject, missing::kRestOfChart, row.code.span);
  }
  const SideStatement& odd = *found.odd;
  Outcome& outcome = report.fail(kText, row.subject, row.code.span, entry.code(), entry.name_zh(),
                                 title.word, odd.list.where, odd.quote);
  if (odd.place.value.value.empty()) {
    outcome.note(kWritten, odd.place.value.span);
  } else {
    outcome.note(kWritten, odd.place);
  }
}

void judge(const Chart& chart, const Row& row, Report& report) {
  const CodeTable* table = coding_edition(chart, report, row.system);
  const SidedName name = sided_name(row.name.value);
  if (table == nullptr) {
    if (name.side != NamedSide::kNone) {
      report.undecided(row.subject, missing_codes(row.system), row.code.span);
    }
    return;
  }
  const auto entry = table->find(row.code.value);
  const SidedName title = entry ? sided_name(entry->name_zh()) : SidedName{};
  if (title.side != NamedSide::kNone) compare(chart, row, *entry, title, name, report);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (chart.realm == Realm::kOther) return;
  for (const std::uint32_t i : discharge_list(chart).all) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!icd_coded(chart, d) || diagnosis_system(d.code_system.value) != CodeSystem::kIcd10)
      continue;
    judge(chart, {of_diagnosis(i), d.code, d.name, CodeSystem::kIcd10, SideSource::kDiagnosis},
          report);
  }
  for (std::size_t i = 0; i < chart.procedures.size(); ++i) {
    const Procedure& p = chart.procedures[i];
    const bool on_page = p.document == Procedure::kNoDocument || is_front_page(chart, p.document);
    if (!on_page || p.code.value.empty()) continue;
    if (procedure_system(p.code_system.value) != CodeSystem::kIcd9Cm3) continue;
    judge(chart, {of_procedure(i), p.code, p.name, CodeSystem::kIcd9Cm3, SideSource::kProcedure},
          report);
  }
}

}  // namespace

extern constinit const Check code_laterality{
    {.id = "coding-laterality",
     .severity = Severity::kError,
     .title = {"编码的侧别应与名称和病历一致",
               "The side of a code agrees with the name and the records"},
     .judged =
         {"首页的出院诊断和手术操作中，编码表名称写有侧别（左、右、双侧、单侧）的每一项：所写名称的"
          "侧别不与其"
          "相反；病历中同一部位的诊断（同一病变）或手术写有侧别的，也不全与其相反。",
          "Each discharge diagnosis and procedure of the front page whose code has a side in the "
          "code "
          "table (left, right, both, one): the name that was written has no other side, nor do all "
          "diagnoses of that part and lesion, or all operations on it, in the records."},
     .exceptions =
         {"名称、病历中有一处与编码相符的不判；编码名称没有侧别、写有多个侧别或兼及对侧的，部位不明"
          "的不与病历"
          "比较；存疑、既往的记载只用以证明相符。名称写有侧别而没有当时有效的编码表、病历未读全的，"
          "无法判定。"
          "名称之间的侧别矛盾由consistency-laterality指出。",
          "Not where one place agrees with the code; titles with no side, with several, or with a "
          "part of the other side are not judged, nor compared with the records where the part is "
          "not known; what is doubted or of the past only counts in favour. Undecided where the "
          "name has a side and no edition of that day is loaded, and where the chart was not read "
          "whole. Names that contradict each other are told by consistency-laterality."},
     .advice =
         {"按影像、手术记录核对侧别，改正编码或名称；给出的编码只按所写侧别查得，须由编码员确认。",
          "Check the side by images and operation record, and correct the code or the name. A "
          "code that is offered was found by the written side alone; a coder has to confirm "
          "it."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_codes = kSystems,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
