// SPDX-License-Identifier: Apache-2.0
#include "generator/words.h"
#include "generator/ws500_entries.h"
#include "generator/ws500_parts.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

constexpr std::string_view kSurgeryLevels = "2.16.156.10011.2.3.1.258";

void write_procedure_code(XmlWriter& xml, std::string_view code, std::string_view display) {
  xml.leaf("code", {{"code", code},
                    {"codeSystem", code.empty() ? std::string_view() : oids::kIcd9Cm3},
                    {"displayName", display}});
}

void write_level(XmlWriter& xml, std::string_view level) {
  if (level.empty()) return;
  const XmlScope relation(xml, "entryRelationship", {{"typeCode", "COMP"}});
  write_ws500_coded(xml, {"DE06.00.255.00", "手术级别"}, level, kSurgeryLevels, "");
}

std::string level_of(const Surgery& surgery) {
  return surgery.level ? std::to_string(surgery.level->value) : std::string();
}

void write_assistant(XmlWriter& xml, const Person& person, std::string_view role) {
  const XmlScope participant(xml, "participant", {{"typeCode", "ATND"}});
  const XmlScope entity(xml, "participantRole", {{"classCode", "ASSIGNED"}});
  if (!person.id.value.empty()) {
    xml.leaf("id", {{"root", oids::kStaff}, {"extension", person.id.value}});
  }
  xml.leaf("code", {{"displayName", role}});
  const XmlScope human(xml, "playingEntity", {{"classCode", "PSN"}});
  xml.text("name", person.name.value);
}

}  // namespace

void write_ws500_operation(XmlWriter& xml, const Surgery& surgery, std::string_view name) {
  const XmlScope entry(xml, "entry");
  const XmlScope act(xml, "procedure", {{"classCode", "PROC"}, {"moodCode", "EVN"}});
  write_procedure_code(xml, surgery.code.value, "");
  write_ws500_period(xml, hl7_time(surgery.start), hl7_time(surgery.end));
  if (surgery.surgeon.known()) {
    write_ws500_party(xml, "performer", "", "手术者", surgery.surgeon, "");
  }
  for (const Person& person : surgery.assistants) {
    const bool first = &person == &surgery.assistants.front();
    write_assistant(xml, person, first ? "第一助手" : "助手");
  }
  write_ws500_nested(xml, "DE06.00.094.00", "手术(操作)名称", name);
  write_level(xml, level_of(surgery));
  write_ws500_nested(xml, "DE06.00.257.00", "手术切口类别", surgery.incision.value);
  write_ws500_nested(xml, "DE06.00.187.00", "手术目标部位名称", surgery.site.value);
}

void write_ws500_surgery(XmlWriter& xml, const Surgery& surgery, const Procedure* row) {
  const XmlScope entry(xml, "entry");
  const XmlScope act(xml, "procedure", {{"classCode", "PROC"}, {"moodCode", "EVN"}});
  write_procedure_code(xml, surgery.code.value, "");
  if (surgery.start.known()) xml.leaf("effectiveTime", {{"value", hl7_time(surgery.start)}});
  if (surgery.surgeon.known()) {
    write_ws500_party(xml, "performer", "", "手术者", surgery.surgeon, "");
  }
  write_ws500_nested(xml, "DE06.00.094.00", "手术操作名称", surgery.name.value);
  write_level(xml, row == nullptr ? level_of(surgery) : row->level.value);
  write_ws500_nested(xml, "DE06.00.257.00", "手术切口类别", surgery.incision.value);
  write_ws500_nested(xml, "DE05.10.147.00", "手术切口愈合等级", surgery.healing.value);
}

void write_ws500_procedure(XmlWriter& xml, const Procedure& procedure) {
  const XmlScope entry(xml, "entry");
  const XmlScope act(xml, "procedure", {{"classCode", "PROC"}, {"moodCode", "EVN"}});
  write_procedure_code(xml, procedure.code.value, "");
  if (procedure.at) xml.leaf("effectiveTime", {{"value", hl7_time(procedure.at->value)}});
  if (procedure.by.known()) {
    write_ws500_party(xml, "performer", "", "手术者", procedure.by, "");
  }
  write_ws500_nested(xml, "DE06.00.094.00", "手术操作名称", procedure.name.value);
  write_level(xml, procedure.level.value);
  write_ws500_nested(xml, "DE06.00.257.00", "手术切口类别", procedure.incision.value);
  write_ws500_nested(xml, "DE05.10.147.00", "手术切口愈合等级", procedure.healing.value);
}

void write_ws500_span(XmlWriter& xml, std::string_view display, const TimeFact& from,
                      const TimeFact& to) {
  const XmlScope entry(xml, "entry");
  const XmlScope act(xml, "procedure", {{"classCode", "PROC"}, {"moodCode", "EVN"}});
  write_procedure_code(xml, "", display);
  write_ws500_period(xml, hl7_time(from), hl7_time(to));
}

const Surgery* surgery_of_record(const Chart& chart, const Document& document) {
  if (document.type != DocType::kOperationRecord && document.type != DocType::kAnesthesiaRecord) {
    return nullptr;
  }
  return document.surgeries.empty() ? nullptr : &chart.surgeries[document.surgeries.front()];
}

}  // namespace emrlint
