// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/listed_antibiotics.h"

#include <unordered_set>

#include "check/words.h"
#include "checks/medication/drug_name.h"
#include "checks/medication/kind_of_order.h"

namespace emrlint::checks {
namespace {

constexpr Missing kUnlisted{"antibiotic-row", "抗菌药物分级目录中的该药（未列）",
                            "the drug in the list of antibiotics (not listed)"};

std::optional<Time> start_of(const Order& order) {
  if (!order.start) return std::nullopt;
  return order.start->value;
}

ListedAntibiotic looked_up(const Order& order, const Tables& tables) {
  ListedAntibiotic found;
  found.doubt = kUnlisted;
  const std::string_view text = order.content.value;
  const Named<Antibiotic>& list = tables.antibiotics();
  list.names.each(text, [&](const NameIndex::Mention& mention) {
    if (!whole_drug_name(text, mention.from, mention.to)) return;
    for (const std::uint32_t number : mention.rows) {
      const Antibiotic& row = list.rows[number];
      const Within valid = row.valid.covers(start_of(order));
      if (valid == Within::kUnknown) found.doubt = missing::kEventTime;
      if (valid != Within::kYes) continue;
      if (found.row == nullptr || found.row->level < row.level) found.row = &row;
    }
  });
  return found;
}

}  // namespace

std::vector<ListedAntibiotic> listed_antibiotics(const Chart& chart, const Tables& tables) {
  std::vector<ListedAntibiotic> all;
  for (std::uint32_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    if (order.cancelled || order.kind.value != "drug" || given_locally(order)) continue;
    ListedAntibiotic found = looked_up(order, tables);
    if (found.row == nullptr && !gives_antibacterial(order)) continue;
    found.order = i;
    all.push_back(found);
  }
  return all;
}

std::vector<ListedAntibiotic> first_of_each(const Chart& chart,
                                            std::vector<ListedAntibiotic> orders) {
  std::unordered_set<std::string_view> seen;
  std::erase_if(orders, [&](const ListedAntibiotic& one) {
    const std::string_view content = chart.orders[one.order].content.value;
    return !seen.insert(one.row == nullptr ? content : one.row->name).second;
  });
  return orders;
}

bool in_emergency(const Order& order) {
  return holds_any(order.content.value, {"紧急|抢救|急救|越级|越权|急诊临时"});
}

Bilingual class_name(AntibioticClass level) {
  constexpr Bilingual kNames[] = {
      {"非限制使用级", "unrestricted"}, {"限制使用级", "restricted"}, {"特殊使用级", "special"}};
  return kNames[static_cast<std::size_t>(level)];
}

}  // namespace emrlint::checks
