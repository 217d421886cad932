// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "reader/cda_roles.h"
#include "reader/ws500_parts.h"

namespace emrlint {
namespace {

constexpr std::string_view kTerm = "DE06.00.286.00";
constexpr std::string_view kType = "DE06.00.289.00";
constexpr std::string_view kContent = "DE06.00.288.00";
constexpr std::string_view kState = "DE06.00.290.00";
constexpr std::string_view kGroup = "DE08.50.056.00";
constexpr std::string_view kFrequency = "DE06.00.133.00";
constexpr std::string_view kDoseUnit = "DE08.50.024.00";

// Kinds that the code list has no item for are told by words of the order that are fixed terms.
std::string_view kind_by_content(std::string_view content) {
  if (contains(content, "级护理") || contains(content, "特护")) return "nursing-level";
  if (contains(content, "病危") || contains(content, "病重")) return "condition";
  if (contains(content, "会诊")) return "consultation";
  if (contains(content, "饮食") || contains(content, "禁食") || contains(content, "普食")) {
    return "diet";
  }
  return {};
}

std::string_view kind_by_code(std::string_view code, std::string_view display) {
  if (code == "01" || contains(display, "药")) return "drug";
  if (code == "02" || contains(display, "检查")) return "exam";
  if (code == "03" || contains(display, "检验")) return "lab";
  if (code == "04" || contains(display, "手术")) return "surgery";
  if (code == "05" || contains(display, "处置")) return "treatment";
  if (code == "08" || contains(display, "输血")) return "transfusion";
  return "other";
}

Text kind_of(const Element* type, const Text& content) {
  const std::string_view words = kind_by_content(content.value);
  if (type == nullptr) return words.empty() ? Text() : word_at(words, content.span);
  const std::string_view code = kind_by_code(type->value.value, type->display.value);
  const bool general = code == "other" || code == "treatment";
  return general && !words.empty() ? word_at(words, content.span)
                                   : word_at(code, said(type).span);
}

Text term_of(const Element* term) {
  if (term == nullptr) return {};
  const Text words = said(term);
  if (term->value.value == "1" || contains(words.value, "长期")) {
    return word_at("long", words.span);
  }
  if (term->value.value == "2" || contains(words.value, "临时")) {
    return word_at("once", words.span);
  }
  return {};
}

void take_party(const CdaEntryParty& entry, Order& order) {
  const CdaParty& party = entry.party;
  const std::string_view role = party.role_text.value;
  if (entry.how == CdaName::kAuthor) {
    order.by = party.person;
    if (!order.start) order.start = party.at;
  } else if (entry.how == CdaName::kPerformer) {
    order.executor = party.person;
    order.executed = party.at;
  } else if (contains(role, "停止")) {
    if (party.at) order.stop = party.at;
  } else if (contains(role, "取消")) {
    order.cancelled = order.cancelled || party.at.has_value();
  } else if (contains(role, "核对")) {
    order.verifier = party.person;
  }
}

// Whether `index` is `ancestor` or stands below it.
bool inside(const Ws500Document& it, std::uint32_t index, std::uint32_t ancestor) {
  auto at = static_cast<std::int32_t>(index);
  while (at > static_cast<std::int32_t>(ancestor)) {
    at = it.element(static_cast<std::uint32_t>(at)).parent;
  }
  return at == static_cast<std::int32_t>(ancestor);
}

// By the state of the order, 医嘱执行状态. That it was stopped tells of a long one that it is over.
bool taken_back(std::string_view state) {
  return contains(state, "取消") || contains(state, "作废") || contains(state, "撤销") ||
         contains(state, "撤回");
}

void add_order(Ws500Document& it, const CdaEntry& entry, std::uint32_t index,
               const Element* term, const Element* type) {
  const Element& element = it.element(index);
  Order order;
  order.content = said(&element);
  order.kind = kind_of(type, order.content);
  order.term = term_of(term);
  if (const CdaPeriod* period = it.entries.period(entry, index)) {
    order.start = period->low ? period->low : period->at;
    order.stop = period->high;
  }
  for (const CdaEntryParty& party : it.entries.parties(entry)) {
    if (inside(it, party.element, index)) take_party(party, order);
  }
  if (taken_back(said(it.below(entry, index, kState)).value)) order.cancelled = true;
  order.group = said(it.below(entry, index, kGroup));
  order.span = order.content.value.empty() ? element.span : order.content.span;
  it.chart.orders.push_back(order);
}

// A drug as a substanceAdministration: prescriptions, and orders that are written so.
void add_drug(Ws500Document& it, const CdaEntry& entry, std::uint32_t index, const Element* term) {
  const Element& element = it.element(index);
  Order order;
  order.content = said(&element);
  if (order.content.value.empty()) return;
  order.kind = word_at("drug", order.content.span);
  order.term = term_of(term);
  if (const CdaEntryCode* dose = it.entries.code(entry, index, CdaName::kDoseQuantity)) {
    order.dose = dose->code;
    order.dose_unit = dose->unit;
  }
  if (order.dose_unit.value.empty()) order.dose_unit = said(it.below(entry, index, kDoseUnit));
  if (const CdaEntryCode* route = it.entries.code(entry, index, CdaName::kRouteCode)) {
    order.route = route->display.value.empty() ? route->code : route->display;
  }
  order.frequency = said(it.below(entry, index, kFrequency));
  order.group = said(it.below(entry, index, kGroup));
  if (const CdaPeriod* period = it.entries.period(entry, index)) {
    order.start = period->low ? period->low : period->at;
    order.stop = period->high;
  }
  for (const CdaEntryParty& party : it.entries.parties(entry)) {
    if (inside(it, party.element, index)) take_party(party, order);
  }
  if (it.document.type != DocType::kInpatientOrders) {  // A prescription has one of each.
    if (!order.by.known()) order.by = it.document.author;
    if (!order.start) order.start = it.document.recorded;
  }
  order.span = order.content.span;
  it.chart.orders.push_back(order);
}

bool orders_drugs(DocType type) {
  return type == DocType::kWesternPrescription || type == DocType::kTcmPrescription ||
         type == DocType::kInpatientOrders;
}

}  // namespace

void add_ws500_orders(Ws500Document& it) {
  const Element* term = nullptr;  // Stands before the orders that it is of.
  for (const CdaEntry& entry : it.entries.entries()) {
    const Element* type = nullptr;
    const std::uint32_t end = entry.elements.first + entry.elements.count;
    for (std::uint32_t i = entry.elements.first; i < end; ++i) {
      const std::string_view id = it.element(i).id.value;
      if (id == kTerm) term = &it.element(i);
      if (id == kType) type = &it.element(i);
      if (id == kContent) add_order(it, entry, i, term, type);
      if (it.node(i).kind == CdaName::kSubstanceAdministration &&
          orders_drugs(it.document.type)) {
        add_drug(it, entry, i, term);
      }
    }
  }
  if (it.document.type == DocType::kInpatientOrders) it.chart.sources.add(Source::kOrders);
}

}  // namespace emrlint
