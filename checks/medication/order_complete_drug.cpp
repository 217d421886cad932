// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <optional>
#include <unordered_map>

#include "checks/medication/drug_details.h"
#include "checks/medication/order_sheet.h"
#include "checks/perioperative/items.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, ItemNames> kIncomplete{
    "incomplete", "药物医嘱“{0}”未写明{1}。", "the drug order “{0}” is written without {1}."};

constexpr Option<WordList> kExempt{"exempt",
                                   {"饮片|草药|中药|汤|煎|膏方|皮试|过敏试验|氧气|吸氧|封管|冲管|"
                                    "冲洗|造影|对比剂|透析|镇痛泵|化疗方案|"
                                    "肠内营养|"
                                    "术中|麻醉"},
                                   "含有这些词的药物医嘱不评价",
                                   "words of drug orders that are not judged"};

constexpr Missing kDetails{"drug-details", "剂量、单位、用法或频次（所载入的药物医嘱均没有）",
                           "dose, unit, route or frequency (no drug order that was loaded has it)"};

constexpr Citation kBasis[] = {{"BL", "28"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kIncomplete};
constexpr OptionInfo kOptions[] = {kExempt};

constexpr Bilingual kNames[kDetailCount] = {{"剂量", "a dose"},
                                            {"剂量单位", "the unit of the dose"},
                                            {"用法", "a route"},
                                            {"频次", "a frequency"}};

// The drug orders of a chart: what each says, what the drugs of its group say, and what any does.
class Drugs {
 public:
  explicit Drugs(const Chart& chart) {
    for (const std::uint32_t index : sheet_orders(chart)) {
      const Order& order = chart.orders[index];
      if (order.kind.value != "drug") continue;
      indexes.push_back(index);
      const DrugDetails fields = details_in_fields(order);
      DrugDetails both = fields;
      told_ |= fields;
      if (!fields.all()) {
        const DrugDetails content = details_in_content(order);
        // A name may hold a strength, so a content tells of details only where it tells of all.
        if (content.all()) told_ |= content;
        both |= content;
      }
      if (!order.group.value.empty()) groups_[order.group.value] |= both;
      if (const auto at = alone_at(order)) starts_[*at] |= both;
      said_.push_back(both);
    }
  }

  // What order number `i` of `indexes` neither says nor need say; a unit only where a dose is.
  DrugDetails lacking(std::size_t i, const Order& order) const {
    DrugDetails said = said_[i];
    said |= shared(order, said);
    said.has[kFrequency] = said.has[kFrequency] || order.term.value != "long";
    if (!said.all()) said |= details_not_needed(order);
    said.has[kUnit] = said.has[kUnit] || !said.has[kDose];
    for (bool& has : said.has) has = !has;
    return said;
  }
  bool told(int detail) const { return told_.has[detail]; }

  std::vector<std::uint32_t> indexes;

 private:
  // The moment of an order that has no group: of those that share a bag one may tell for all.
  static std::optional<Instant> alone_at(const Order& order) {
    if (!order.group.value.empty() || !order.start || !order.start->value.exact()) return {};
    return order.start->value.earliest;
  }
  // Route and frequency of the drugs that are given together with it.
  DrugDetails shared(const Order& order, const DrugDetails& said) const {
    const DrugDetails* others = nullptr;
    if (const auto group = groups_.find(order.group.value); group != groups_.end()) {
      others = &group->second;
    }
    const auto at = alone_at(order);
    const bool tells_no_use = !said.has[kRoute] && !said.has[kFrequency];
    if (at && tells_no_use) others = &starts_.at(*at);
    if (others == nullptr) return {};
    return {{false, false, others->has[kRoute], others->has[kFrequency]}};
  }

  std::vector<DrugDetails> said_;
  std::unordered_map<std::string_view, DrugDetails> groups_;
  std::map<Instant, DrugDetails> starts_;
  DrugDetails told_;
};

void judge(const Chart& chart, std::uint32_t index, const ItemNames& lacking, Report& report) {
  const Order& order = chart.orders[index];
  if (chart.cut_off) {
    report.undecided(of_order(index), missing::kRestOfChart, order.span);
  } else {
    report.fail(kIncomplete, of_order(index), order.content.span, order.content.value, lacking);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Drugs drugs(chart);
  bool untold = false;
  for (std::size_t i = 0; i < drugs.indexes.size(); ++i) {
    const Order& order = chart.orders[drugs.indexes[i]];
    const DrugDetails lacking = drugs.lacking(i, order);
    if (!lacking.any()) {
      report.pass(of_order(drugs.indexes[i]));
      continue;
    }
    if (take_home(order) || order_says(order, options[kExempt])) continue;
    ItemNames names;
    for (int detail = 0; detail < kDetailCount; ++detail) {
      if (!lacking.has[detail]) continue;
      untold = untold || !drugs.told(detail);
      if (drugs.told(detail)) names.names.push_back(kNames[detail]);
    }
    if (!names.empty()) judge(chart, drugs.indexes[i], names, report);
  }
  if (untold) report.undecided(of_chart(), kDetails);
}

}  // namespace

extern constinit const Check order_complete_drug{
    {.id = "order-complete-drug",
     .severity = Severity::kWarning,
     .title = {"药物医嘱应写明剂量、单位、用法，长期医嘱写明频次",
               "Drug orders state dose, unit, route and, when long-term, frequency"},
     .judged =
         {"住院病历的每条药物医嘱：有剂量及单位、用法（途径），长期医嘱有频次；写在医嘱内容中的也算"
          "，同组（没有组号的按同一时刻）药物的用法、频次互用。条文要求“准确、清楚”，要素是本检查的"
          "理解。",
          "Each drug order of a stay has a dose with its unit, a route and, when long-term, a "
          "frequency; the content may say so, and drugs of one group (without groups: of one "
          "moment) share route and frequency. "
          "The article asks for “accurate and clear”; the elements are a reading of it."},
     .exceptions =
         {"临时医嘱、持续泵入的不要求频次；外用药不要求剂量；中药饮片、氧气、皮试、封管、造影、透析"
          "、镇痛"
          "泵、"
          "肠内营养和术中用药（可调）缺项不提示；出院带药由 completeness-discharge-medication "
          "评价；取消的不评价。所载入的药物医嘱都没有的要素（多为未导出）无法判定。",
          "No frequency is asked for in single orders and continuous infusions, no dose of what is "
          "applied; herbs, oxygen, skin tests, flushes, contrast media, dialysis, pumps, enteral "
          "nutrition "
          "and drugs in theatre (an option) may lack them; cancelled orders are not judged; drugs "
          "to take "
          "home are completeness-discharge-medication's. Undecided where no drug order that was "
          "loaded has an element, as exports may leave it out."},
     .advice = {"由医师补全药物医嘱的剂量、单位、用法和频次。",
                "The physician completes dose, unit, route and frequency of the order."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
