// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/items.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/safety_phases.h"
#include "checks/perioperative/surgery.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, ItemNames> kLacking{"lacking", "手术安全核查表缺少{0}项核查内容：{1}。",
                                           "the safety checklist lacks {0} item(s): {1}."};

constexpr Option<bool> kFurther{"further_items", false,
                                "同时要求《手术安全核查制度》所列的其他项目",
                                "also ask for the other items of the safety check system"};

constexpr Missing kItemsUnread{"checklist-items", "核查表的核查内容", "the items of the checklist"};

constexpr Citation kBasis[] = {{"BL", "22(16)"}, {"HC", "5"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kFurther};

struct CheckedItem {
  Bilingual name;
  WordList words;
};
constexpr CheckedItem kItems[] = {
    {{"病人身份", "identity"}, {"身份|姓名|患者信息|病人信息|腕带"}},
    {{"手术部位", "site"}, {"部位|标识|术野"}},
    {{"手术方式", "procedure"}, {"方式|术式|手术名称"}},
    {{"麻醉及手术风险", "risks"}, {"风险|预警|困难气道|预计手术时间|预计失血"}},
    {{"手术用物清点", "count"}, {"清点|用物|数量"}},
};
constexpr CheckedItem kBlood[] = {
    {{"血型", "blood group"}, {"血型"}},
    {{"用血量", "amount of blood"}, {"用血量|输血量|血量|用血、输血|用药、输血|输血的核查"}},
};
constexpr CheckedItem kFurtherItems[] = {
    {{"知情同意", "consent"}, {"同意"}},
    {{"麻醉设备", "anaesthesia machine"}, {"麻醉设备|麻醉机|设备"}},
    {{"皮肤", "skin"}, {"皮肤"}},
    {{"静脉通道", "intravenous line"}, {"静脉通道|静脉通路|静脉"}},
    {{"过敏史", "allergies"}, {"过敏"}},
    {{"实际手术方式", "procedure as done"}, {"实际手术"}},
    {{"标本", "specimen"}, {"标本"}},
    {{"管路", "lines and drains"}, {"管路|引流|导管|通路"}},
    {{"患者去向", "destination"}, {"去向"}},
};

// Everything that the form says it checked.
std::vector<std::string_view> texts_of(const Forms& forms) {
  std::vector<std::string_view> texts;
  for (const Checklist* form : forms.checklists) {
    for (const ChecklistPhase& phase : form->phases) {
      for (const Text& item : phase.items) texts.push_back(item.value);
    }
    for (const ResultItem& item : form->items) texts.push_back(item.name.value);
  }
  for (const Document* form : forms.documents) {
    for (const Section& section : form->sections) texts.push_back(section.title.value);
    for (const Text& text : form->texts) texts.push_back(text.value);
  }
  return texts;
}

void add_lacking(std::span<const std::string_view> texts, std::span<const CheckedItem> items,
                 ItemNames& lacking) {
  for (const CheckedItem& item : items) {
    const bool there = std::any_of(texts.begin(), texts.end(), [&](std::string_view text) {
      return holds_any(text, item.words);
    });
    if (!there) lacking.names.push_back(item.name);
  }
}

// A step that is missing as a whole is said by periop-safety-checklist-phases.
bool lacks_step(const Forms& forms) {
  if (forms.checklists.empty()) return false;
  const std::vector<ChecklistPhase>& phases = forms.checklists.front()->phases;
  return !phases.empty() && phases.size() < std::size(kSafetyPhases);
}

// Whether blood was given while this surgery went on.
bool given_blood(const Chart& chart, const Surgery& surgery) {
  const TimeFact& from = surgery.anesthesia.start ? surgery.anesthesia.start : surgery.start;
  const TimeFact& to = surgery.left_room ? surgery.left_room : surgery.end;
  if (!from || !to) return false;
  return std::any_of(
      chart.transfusions.begin(), chart.transfusions.end(), [&](const Transfusion& one) {
        return one.start && no_later(from.value(), one.start->value) == Answer::kYes &&
               no_later(one.start->value, to.value()) == Answer::kYes;
      });
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (chart.surgeries[i].cancelled) continue;
    const Forms forms = forms_about(chart, i, "surgical-safety", DocType::kSafetyChecklist);
    if (forms.none() || lacks_step(forms)) continue;  // Said by others.
    const Span where = forms.checklists.empty() ? forms.documents.front()->span
                                                : heading(*forms.checklists.front());
    const std::vector<std::string_view> texts = texts_of(forms);
    if (texts.empty()) {
      report.undecided(of_surgery(i), kItemsUnread, where);
      continue;
    }
    ItemNames lacking;
    add_lacking(texts, kItems, lacking);
    if (given_blood(chart, chart.surgeries[i])) add_lacking(texts, kBlood, lacking);
    if (options[kFurther]) add_lacking(texts, kFurtherItems, lacking);
    const bool broken = std::any_of(forms.documents.begin(), forms.documents.end(),
                                    [](const Document* one) { return one->broken; });
    if (lacking.empty()) {
      report.pass(of_surgery(i));
    } else if (broken || chart.cut_off) {
      report.undecided(of_surgery(i), missing::kRestOfDocument, where);
    } else {
      report.fail(kLacking, of_surgery(i), where, lacking.count(), lacking);
    }
  }
}

}  // namespace

extern constinit const Check periop_safety_checklist_content{
    {.id = "periop-safety-checklist-content",
     .severity = Severity::kWarning,
     .title = {"手术安全核查的内容应齐全", "The safety checklist covers what it must"},
     .judged = {"手术安全核查表核对病人身份、手术部位、手术方式、麻醉及手术风险、手术用物清点；术中"
                "输血的还"
                "核对血型、用血量。三个阶段合起来看。",
                "The safety checklist covers identity, site, procedure, risks of anaesthesia and "
                "surgery, and the count; where blood was given during surgery also blood group and "
                "amount. The three steps count together."},
     .exceptions =
         {"取消的手术不判；没有核查表的由 periop-safety-checklist "
          "提示。只有阶段和签名而没有核查内容"
          "的无法判定。核查制度所列的其他项目可用参数要求。",
          "Not for cancelled surgery, nor without a checklist or one of its steps, said by others. "
          "Undecided where only steps and signatures are known, not the items. An option asks for "
          "the other items of the safety check system."},
     .advice = {"使用列全核查内容的表单，逐项核对后记录。",
                "Use a form that lists every item, and record each as it is checked."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
