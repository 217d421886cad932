// SPDX-License-Identifier: Apache-2.0
#include "generator/words.h"
#include "generator/ws500_entries.h"
#include "generator/ws500_parts.h"

namespace emrlint {
namespace {

constexpr std::string_view kOrderTerms = "2.16.156.10011.2.3.2.58";
constexpr std::string_view kOrderTypes = "2.16.156.10011.2.3.1.268";

std::string_view type_code(std::string_view kind) {
  if (kind == "drug") return "01";
  if (kind == "exam") return "02";
  if (kind == "lab") return "03";
  if (kind == "surgery") return "04";
  return kind == "transfusion" ? "08" : "99";
}

void write_drug(XmlWriter& xml, const Order& order) {
  if (!order.route.value.empty()) {
    xml.leaf("routeCode", {{"displayName", order.route.value}});
  }
  if (!order.dose.value.empty()) {
    xml.leaf("doseQuantity", {{"value", order.dose.value}, {"unit", order.dose_unit.value}});
  }
  const XmlScope consumable(xml, "consumable");
  const XmlScope product(xml, "manufacturedProduct");
  const XmlScope drug(xml, "manufacturedLabeledDrug");
  xml.text("name", order.content.value);
}

}  // namespace

// The kind of an order stands before it, in the same organizer.
void write_ws500_order(XmlWriter& xml, const Order& order) {
  const XmlScope entry(xml, "entry");
  const XmlScope organizer(xml, "organizer", {{"classCode", "CLUSTER"}, {"moodCode", "EVN"}});
  if (!order.term.value.empty()) {
    const XmlScope component(xml, "component");
    const bool lasting = order.term.value == "long";
    write_ws500_coded(xml, {"DE06.00.286.00", "医嘱类别"}, lasting ? "1" : "2", kOrderTerms, "");
  }
  {
    const XmlScope component(xml, "component");
    write_ws500_coded(xml, {"DE06.00.289.00", "医嘱项目类型"}, type_code(order.kind.value),
                      kOrderTypes, "");
  }
  const XmlScope component(xml, "component");
  const bool drug = order.kind.value == "drug";
  const XmlScope act(xml, drug ? "substanceAdministration" : "observation",
                     {{"classCode", drug ? "SBADM" : "OBS"}, {"moodCode", "EVN"}});
  if (!drug) write_ws500_element_code(xml, "DE06.00.288.00", "医嘱项目内容");
  write_ws500_period(xml, hl7_time(order.start), hl7_time(order.stop));
  drug ? write_drug(xml, order) : xml.text("value", order.content.value, {{"xsi:type", "ST"}});
  if (order.by.known()) {
    write_ws500_party(xml, "author", "AUT", "医嘱开立者", order.by, hl7_time(order.start));
  }
  if (order.executor.known() || order.executed) {
    write_ws500_party(xml, "performer", "", "医嘱执行者", order.executor, hl7_time(order.executed));
  }
  if (drug) write_ws500_nested(xml, "DE06.00.133.00", "药物使用频率", order.frequency.value);
}

}  // namespace emrlint
