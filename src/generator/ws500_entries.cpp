// SPDX-License-Identifier: Apache-2.0
#include "generator/ws500_entries.h"

#include <iterator>

#include "generator/ws500_parts.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

constexpr std::string_view kAdmissionConditions = "2.16.156.10011.2.3.1.253";
constexpr std::string_view kIcd10 = "2.16.156.10011.2.3.3.11";

std::string_view condition_code(std::string_view written) {
  constexpr std::string_view kWords[] = {"yes", "uncertain", "unknown", "no"};
  constexpr std::string_view kCodes[] = {"1", "2", "3", "4"};
  for (std::size_t i = 0; i < std::size(kWords); ++i) {
    if (written == kWords[i]) return kCodes[i];
  }
  return written;
}

}  // namespace

void write_ws500_element_code(XmlWriter& xml, std::string_view id, std::string_view name) {
  xml.leaf("code", {{"code", id}, {"codeSystem", oids::kDataElements}, {"displayName", name}});
}

void write_ws500_period(XmlWriter& xml, const std::string& low, const std::string& high) {
  const XmlScope time(xml, "effectiveTime");
  if (!low.empty()) xml.leaf("low", {{"value", low}});
  if (!high.empty()) xml.leaf("high", {{"value", high}});
}

void write_ws500_observation(XmlWriter& xml, std::string_view id, std::string_view name,
                             std::string_view text, const Person* by) {
  const XmlScope observation(xml, "observation", {{"classCode", "OBS"}, {"moodCode", "EVN"}});
  write_ws500_element_code(xml, id, name);
  xml.text("value", text, {{"xsi:type", "ST"}});
  if (by != nullptr && by->known()) write_ws500_party(xml, "performer", "", "麻醉医师", *by, "");
}

void write_ws500_coded(XmlWriter& xml, const Ws500Element& element, std::string_view code,
                       std::string_view system, std::string_view display) {
  const XmlScope observation(xml, "observation", {{"classCode", "OBS"}, {"moodCode", "EVN"}});
  write_ws500_element_code(xml, element.id, element.name);
  xml.leaf("value",
           {{"xsi:type", "CD"}, {"code", code}, {"codeSystem", system}, {"displayName", display}});
}

void write_ws500_nested(XmlWriter& xml, std::string_view id, std::string_view name,
                        std::string_view text) {
  if (text.empty()) return;
  const XmlScope relation(xml, "entryRelationship", {{"typeCode", "COMP"}});
  write_ws500_observation(xml, id, name, text);
}

void write_ws500_diagnoses(XmlWriter& xml, const Chart& chart, DiagnosisRole role,
                           const std::string& prefix) {
  for (const Diagnosis& diagnosis : chart.diagnoses) {
    if (diagnosis.role != role) continue;
    {
      const XmlScope entry(xml, "entry");
      write_ws500_observation(xml, "DE05.01.025.00", prefix + "名称", diagnosis.name.value);
    }
    {
      const std::string code = prefix + "编码";
      const XmlScope entry(xml, "entry");
      write_ws500_coded(xml, {"DE05.01.024.00", code}, diagnosis.code.value, kIcd10,
                        diagnosis.name.value);
    }
    if (diagnosis.on_admission.value.empty()) continue;
    const std::string condition = prefix + "-入院病情代码";
    const XmlScope entry(xml, "entry");
    write_ws500_coded(xml, {"DE09.00.104.00", condition},
                      condition_code(diagnosis.on_admission.value), kAdmissionConditions, "");
  }
}

}  // namespace emrlint
