// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>

#include "check/words.h"
#include "checks/medication/drug_conflict.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kSame{
    "same", "过敏史记有“{0}”过敏，医嘱开具“{1}”。",
    "an allergy to “{0}” is on record, and “{1}” was ordered."};
constexpr Message<std::string_view, std::string_view, std::string_view> kClass{
    "class", "过敏史记有“{0}”过敏，医嘱“{1}”属于{2}。",
    "an allergy to “{0}” is on record, and “{1}”, which was ordered, belongs to {2}."};
constexpr Message<> kRecorded{"recorded", "过敏史", "the allergy"};

constexpr Option<WordList> kNegative{"negative",
                                     {"皮试阴性|皮试(-)|皮试（-）|皮试（－）|皮试(－)|皮试（—）|"
                                      "皮试：阴性|皮试结果阴性|皮试结果：阴性|"
                                      "皮试为阴性|皮肤试验阴性|过敏试验阴性|皮试-"},
                                     "表明皮试阴性的用语",
                                     "words of a negative skin test"};
constexpr Option<WordList> kOverride{
    "override",
    {"脱敏|权衡利弊|无可替代|无替代药|知情同意后使用|同意使用|交叉过敏|可耐受|使用后无过敏|"
     "未再过敏|"
     "应用后无不适|排除过敏"},
    "表明已说明仍须使用的用语",
    "words by which a note is taken to say why it is given all the same"};

constexpr Citation kBasis[] = {{"HX", "10-3"}, {"XD", "16"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kSame, kClass, kRecorded};
constexpr OptionInfo kOptions[] = {kNegative, kOverride};

bool orders_a_drug(const Order& order) {
  constexpr WordList kTests{"皮试|皮内试验|过敏试验|脱敏"};
  if (order.cancelled || order.kind.value != "drug") return false;
  if (holds_any(order.content.value, kTests)) return false;
  // Stopped before it was given: somebody saw it.
  const bool withdrawn =
      order.start && order.stop && !order.executed &&
      within(order.start->value, order.stop->value, std::chrono::hours(1)) == Within::kYes;
  return !withdrawn;
}

bool excused(const Chart& chart, const Conflict& conflict, const Order& order,
             const Options& options) {
  const std::string_view ordered = order.content.value;
  const WordList negative = options[kNegative];
  for (const Order& other : chart.orders) {
    if (tells_of(conflict, ordered, other.content.value, negative)) return true;
  }
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& note) {
    return std::any_of(note.texts.begin(), note.texts.end(), [&](const Text& text) {
      return tells_of(conflict, ordered, text.value, negative) ||
             (is_course_note(note.type) &&
              tells_of(conflict, ordered, text.value, options[kOverride]));
    });
  });
}

void run(const Chart& chart, const Options& options, Report& report) {
  const std::vector<Allergen> allergens = recorded_allergens(chart);
  if (allergens.empty()) return;
  const bool classes = report.tables().has(TableKind::kDrugClasses);
  bool open = false;
  std::unordered_set<std::string_view> seen;
  for (std::uint32_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    if (!orders_a_drug(order) || !seen.insert(order.content.value).second) continue;
    const Subject subject{SubjectKind::kOrder, i};
    const std::optional<Conflict> conflict =
        conflict_of(order.content.value, allergens, report.tables());
    if (conflict && !excused(chart, *conflict, order, options)) {
      const std::string_view word = conflict->allergen->word;
      const std::string_view text = order.content.value;
      Outcome& outcome =
          conflict->drug_class.empty()
              ? report.fail(kSame, subject, order.content.span, word, text)
              : report.fail(kClass, subject, order.content.span, word, text, conflict->drug_class);
      outcome.note(kRecorded, conflict->allergen->place);
    } else if (conflict || classes) {
      report.pass(subject);
    } else {
      open = true;
    }
  }
  if (open) report.undecided(of_chart(), missing_table(TableKind::kDrugClasses));
}

}  // namespace

extern constinit const Check medication_allergy_conflict{
    {.id = "medication-allergy-conflict",
     .severity = Severity::kWarning,
     .title = {"医嘱用药不应与过敏史冲突", "What is ordered is nothing the patient is allergic to"},
     .judged =
         {"入院记录、首次病程、门（急）诊病历、入院评估等记有过敏的药物：药品医嘱中没有同一药物；载"
          "入药品类别"
          "表（[tables] "
          "drug-classes）的，也没有属于所记类别的药物。同一内容的医嘱只评价首条。规范只要求"
          "查对，本项系推断，但关系患者安全。",
          "Drugs that the histories (admission record, first note, visit, assessments) record an "
          "allergy to: no order gives the same drug, nor, where the table of drug classes "
          "([tables] drug-classes) is loaded, one of the recorded class. Of orders of one content "
          "the first is judged. The articles ask for checking drugs; this is inferred from them, "
          "and it bears on the patient's safety."},
     .exceptions =
         {"否认、他人、可疑的过敏，食物等过敏，本次住院才出现的过敏不算；取消的、未执行即停止的医嘱"
          "和皮试医"
          "嘱不评价；有皮试阴性结果，或病程说明权衡后使用的视为符合。类别表未载入时，同名以外的无法"
          "判定；类"
          "别表未列的药物按无类别处理。",
          "Denials, allergies of others, doubts, foods and the like do not count, nor what only "
          "this stay showed; cancelled orders, those stopped before they were given and skin tests "
          "are not judged; a negative skin test or a note that says why meets the requirement. "
          "Without the table all but the same drug is undecided; a drug that the table does not "
          "hold has no class."},
     .advice =
         {"立即核对过敏史与医嘱；确需使用的，写明依据、皮试结果和患方知情。",
          "Check the history and the order at once; if the drug is needed all the same, record "
          "why, the skin test and the patient's consent."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
