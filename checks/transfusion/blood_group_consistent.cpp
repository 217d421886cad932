// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "check/report.h"
#include "check/words.h"
#include "checks/consistency/pieces.h"
#include "checks/frontpage/blood_words.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Bilingual, Bilingual, Bilingual, Bilingual> kDiffer{
    "differ", "{0}：{2}为“{1}”，{4}为“{3}”，两者不一致。",
    "the {0} is “{1}” in the {2} and “{3}” in the {4}."};
constexpr Message<Bilingual> kOther{"other", "{0}", "the {0}"};

constexpr Citation kBasis[] = {{"BL", "22(16)"}, {"BL", "3"}, {"HX", "17-2"}};
constexpr int kCore[] = {10, 17};
constexpr std::string_view kSupersedes[] = {"frontpage-blood-group"};
constexpr MessageInfo kMessages[] = {kDiffer, kOther};

constexpr Bilingual kAbo{"ABO血型", "ABO group"};
constexpr Bilingual kRh{"Rh血型", "Rh group"};
constexpr Bilingual kPage{"病案首页", "front page"};
constexpr Bilingual kResult{"检验结果", "laboratory result"};
constexpr Bilingual kChecklist{"核查表", "checklist"};

constexpr std::string_view kAboElement = "DE04.50.001.00";
constexpr std::string_view kRhElement = "DE04.50.010.00";

// One place that states a group.
struct Statement {
  BloodGroup group = BloodGroup::kUnreadable;
  Bilingual where;
  Span span;
};

// Takes the statements of one system one by one; keeps the first, and the first that differs.
class Statements {
 public:
  explicit Statements(BloodSystem system) : system_(system) {}

  void take(const Text& value, Bilingual where) {
    const BloodGroup group = blood_group_in(system_, value.value);
    if (!is_blood_group(group)) return;
    ++count_;
    const Statement one{group, where, value.span};
    if (!first_) {
      first_ = one;
    } else if (!other_ && first_->group != group) {
      other_ = one;
    }
  }

  void of_page(const Chart& chart) {
    const FrontPage page(chart);
    if (!page) return;
    const bool abo = system_ == BloodSystem::kAbo;
    const FrontPageField* field =
        page.filled(abo ? FrontPageItem::kBloodGroup : FrontPageItem::kRhGroup);
    if (field != nullptr) take(field->value, kPage);
  }
  void of_items(const std::vector<ResultItem>& items, Bilingual where) {
    for (const ResultItem& item : items) {
      if (!names_blood_group(system_, item.name.value)) continue;
      if (!is_blood_code(item.value.value)) take(item.value, where);
    }
  }
  void of_document(const Document& document) {
    const std::string_view id = system_ == BloodSystem::kAbo ? kAboElement : kRhElement;
    for (const Element& element : document.elements) {
      const bool named = element.name.value.empty()
                             ? element.id.value == id
                             : names_blood_group(system_, element.name.value);
      if (!named) continue;
      const bool shown = !element.display.value.empty();
      take(shown ? element.display : element.value,
           {name(document.type, Lang::kZh), name(document.type, Lang::kEn)});
    }
  }

  void judge(Report& report) const {
    const bool abo = system_ == BloodSystem::kAbo;
    const Subject subject = of_chart(abo ? "abo" : "rh");
    if (count_ < 2) return;
    if (!other_) return report.pass(subject);
    report
        .fail(kDiffer, subject, other_->span, abo ? kAbo : kRh, name(first_->group), first_->where,
              name(other_->group), other_->where)
        .note(kOther, first_->span, first_->where);
  }

 private:
  BloodSystem system_;
  int count_ = 0;
  std::optional<Statement> first_, other_;
};

// Panels of another person than the patient.
bool of_other(const TestResult& result) {
  return holds_any(result.name.value,
                   {"新生儿|婴|胎儿|脐|丈夫|配偶|父|母亲|供血|供者|供体|献血|血袋|交叉配血"});
}

// A transplant of stem cells changes the group.
bool transplanted(const Chart& chart) {
  for (const Diagnosis& diagnosis : chart.diagnoses) {
    if (holds_any(diagnosis.name.value, {"干细胞移植|骨髓移植"})) return true;
  }
  for (const Procedure& procedure : chart.procedures) {
    if (procedure.code.value.starts_with("41.0")) return true;
  }
  for (const Surgery& surgery : chart.surgeries) {
    if (surgery.code.value.starts_with("41.0")) return true;
  }
  return false;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (transplanted(chart)) return;
  for (const BloodSystem system : {BloodSystem::kAbo, BloodSystem::kRh}) {
    Statements all(system);
    for (const TestResult& result : chart.results) {
      if (!of_other(result)) all.of_items(result.items, kResult);
    }
    all.of_page(chart);
    for (const Checklist& list : chart.checklists) all.of_items(list.items, kChecklist);
    for (const Document& document : chart.documents) {
      const bool page =
          document.type == DocType::kFrontPage || document.type == DocType::kTcmFrontPage;
      if (!page && !of_other_person(chart, document)) all.of_document(document);
    }
    all.judge(report);
  }
}

}  // namespace

extern constinit const Check transfusion_blood_group_consistent{
    {.id = "transfusion-blood-group-consistent",
     .severity = Severity::kError,
     .title = {"病历中记载的血型应一致", "The blood groups that a chart states agree"},
     .judged = {"每份病历：检验结果、病案首页、手术安全核查表和输血、用血申请等文书中写明的患者ABO"
                "血型、Rh血型两处"
                "以上的，应一致。",
                "Each chart: where two places or more state the patient's ABO or Rh group "
                "(results, front "
                "page, checklists, transfusion records and requests), they agree."},
     .exceptions =
         {"未查、不详和无法识别的写法不比较；血液制品的血型、新生儿等他人的文书不取；造血干细胞移植"
          "的病历不评价。"
          "只有一处写明的不评价。",
          "Not compared: not tested, not known, what cannot be read, the group of a product, "
          "documents of another person such as the newborn. Not for transplants of stem cells, nor "
          "where one place alone states the group."},
     .advice = {"立即核实患者血型并改正错误的记载；涉及输血的按流程上报。",
                "Verify the group at once and correct the wrong record; report it where blood was "
                "given."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
