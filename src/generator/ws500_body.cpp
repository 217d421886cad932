// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "generator/words.h"
#include "generator/ws500_parts.h"
#include "terminology/oids.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

constexpr std::string_view kSurgeryLevels = "2.16.156.10011.2.3.1.258";
constexpr std::string_view kAsaClasses = "2.16.156.10011.2.3.1.255";
constexpr std::string_view kOrderTerms = "2.16.156.10011.2.3.2.58";
constexpr std::string_view kOrderTypes = "2.16.156.10011.2.3.1.268";
constexpr std::string_view kAdmissionConditions = "2.16.156.10011.2.3.1.253";
constexpr std::string_view kIcd10 = "2.16.156.10011.2.3.3.11";

std::string stamp(const std::optional<Located<Time>>& time) {
  return time ? hl7_time(time->value) : std::string();
}
std::string stamp(const TimeFact& time) {
  return time.known() ? hl7_time(time.value()) : std::string();
}

// Codes, numbers and times: no place for the text of a logical section.
bool takes_text(std::string_view element) {
  constexpr std::string_view kCoded[] = {
      "DE05.01.024.00", "DE05.01.025.00", "DE05.10.130.00", "DE05.10.172.00", "DE05.01.021.00",
      "DE05.01.078.00", "DE05.10.152.00", "DE05.10.025.00", "DE06.00.093.00", "DE06.00.267.00"};
  return std::find(std::begin(kCoded), std::end(kCoded), element) == std::end(kCoded);
}

// Where the text of a logical section goes: into an element of an exchange section, else into the
// narrative of one (`element` null).
struct Home {
  std::size_t section = 0;
  const Ws500Element* element = nullptr;
};

struct Piece {
  const Section* section = nullptr;
  const Ws500Element* element = nullptr;
};

class Body {
 public:
  Body(XmlWriter& xml, const Chart& chart, const Document& document)
      : xml_(xml), chart_(chart), document_(document), surgery_(surgery_of_record(chart, document)),
        sections_(ws500_sections(document.type)), pieces_(sections_.size()) {}

  void write() {
    std::vector<const Section*> own;
    for (const Section& section : document_.sections) {
      if (section.field) continue;
      const std::optional<Home> home = home_of(section.type);
      if (home) {
        pieces_[home->section].push_back({&section, home->element});
      } else {
        own.push_back(&section);
      }
    }
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      if (sections_[i].least > 0 || !pieces_[i].empty() || has_events(sections_[i].type)) {
        write_section(sections_[i], pieces_[i]);
      }
    }
    for (const Section* section : own) write_own(*section);
  }

 private:
  // An optional section is not opened for the sake of another's field: it would look as if the
  // document had it.
  bool open(const Ws500Section& section) const {
    return section.least > 0 || has_events(section.type) ||
           document_.section(section.type) != nullptr;
  }

  std::optional<Home> home_of(SectionType wanted) const {
    std::optional<Home> inside, outside, narrative;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      const Ws500Section& section = sections_[i];
      if (section.type == wanted && !narrative) narrative = Home{i, nullptr};
      if (!open(section)) continue;
      for (const Ws500Element& element : section.elements) {
        if (!takes_text(element.id) || field_of(section, element) != wanted) continue;
        std::optional<Home>& home = section.type == wanted ? inside : outside;
        if (!home) home = Home{i, &element};
      }
    }
    return inside ? inside : outside ? outside : narrative;
  }

  SectionType field_of(const Ws500Section& section, const Ws500Element& element) const {
    return ws500_element_field(document_.type, section.type, element.id, element.name);
  }

  std::string text_of(const Section& section) const {
    std::string joined;
    for (const Text& text : document_.text_of(section)) {
      if (!joined.empty()) joined += '\n';
      joined += text.value;
    }
    return joined;
  }

  bool is(DocType type) const { return document_.type == type; }

  bool has_events(SectionType type) const {
    if (is(DocType::kFrontPage)) {
      return type == SectionType::kDischargeDiagnosis || type == SectionType::kAllergy ||
             (type == SectionType::kProcedures && !chart_.surgeries.empty());
    }
    return surgery_ != nullptr &&
           (type == SectionType::kProcedures || type == SectionType::kAnesthesia);
  }

  void write_own(const Section& section) {
    const XmlScope component(xml_, "component");
    const XmlScope scope(xml_, "section");
    const std::string_view title = name(section.type, Lang::kZh);
    xml_.leaf("code", {{"displayName", title}});
    xml_.text("title", title);
    xml_.text("text", text_of(section));
  }

  void write_section(const Ws500Section& section, const std::vector<Piece>& pieces) {
    const XmlScope component(xml_, "component");
    const XmlScope scope(xml_, "section");
    const bool element = section.code.starts_with("DE");
    xml_.leaf("code", {{"code", section.code},
                       {"codeSystem", section.code.empty() ? std::string_view()
                                      : element            ? oids::kDataElements
                                                           : oids::kLoinc},
                       {"displayName", section.display_name}});
    std::string narrative;
    for (const Piece& piece : pieces) {
      if (piece.element == nullptr) narrative += text_of(*piece.section);
    }
    xml_.text("text", narrative);
    for (const Piece& piece : pieces) {
      if (piece.element != nullptr && !in_procedure(section, piece)) write_piece(piece);
    }
    write_events(section, pieces);
  }

  // The name of an operation stands below its procedure.
  bool in_procedure(const Ws500Section& section, const Piece& piece) const {
    return surgery_ != nullptr && is(DocType::kOperationRecord) &&
           section.type == SectionType::kProcedures &&
           piece.section->type == SectionType::kProcedureName;
  }

  void write_piece(const Piece& piece) {
    const XmlScope entry(xml_, "entry");
    const std::string text = text_of(*piece.section);
    const SectionType type = piece.section->type;
    if (surgery_ != nullptr && type == SectionType::kAsa && surgery_->anesthesia.asa) {
      const std::string number = std::to_string(surgery_->anesthesia.asa->value);
      return coded(*piece.element, number, kAsaClasses, text);
    }
    const Person* by = surgery_ != nullptr && is(DocType::kOperationRecord) &&
                               type == SectionType::kAnesthesiaMethod
                           ? &surgery_->anesthesia.by
                           : nullptr;
    observe(piece.element->id, piece.element->name, text, by);
  }

  void observe(std::string_view id, std::string_view name, std::string_view text,
               const Person* by = nullptr) {
    const XmlScope observation(xml_, "observation", {{"classCode", "OBS"}, {"moodCode", "EVN"}});
    element_code(id, name);
    xml_.text("value", text, {{"xsi:type", "ST"}});
    if (by != nullptr && by->known()) write_ws500_party(xml_, "performer", "", "麻醉医师", *by, "");
  }

  void coded(const Ws500Element& element, std::string_view code, std::string_view system,
             std::string_view display) {
    const XmlScope observation(xml_, "observation", {{"classCode", "OBS"}, {"moodCode", "EVN"}});
    element_code(element.id, element.name);
    xml_.leaf("value", {{"xsi:type", "CD"},
                        {"code", code},
                        {"codeSystem", system},
                        {"displayName", display}});
  }

  void element_code(std::string_view id, std::string_view name) {
    xml_.leaf("code",
              {{"code", id}, {"codeSystem", oids::kDataElements}, {"displayName", name}});
  }

  void write_events(const Ws500Section& section, const std::vector<Piece>& pieces) {
    const SectionType type = section.type;
    if (is(DocType::kFrontPage)) return write_front_page(type);
    if (is(DocType::kInpatientOrders) && type == SectionType::kOrders) return write_orders();
    const bool admission = is(DocType::kDischargeRecord) &&
                           type == SectionType::kAdmissionDiagnosis;
    if (admission) return write_diagnoses(DiagnosisRole::kAdmission, "入院诊断");
    if (surgery_ == nullptr) return;
    if (is(DocType::kAnesthesiaRecord)) {
      if (type == SectionType::kAnesthesia) {
        const Anesthesia& given = surgery_->anesthesia;
        write_period("", given.kind_text.value, given.start, given.end);
      } else if (type == SectionType::kProcedures) {
        write_period("", "", surgery_->start, surgery_->end);
      }
    } else if (type == SectionType::kProcedures) {
      std::string name(surgery_->name.value);
      for (const Piece& piece : pieces) {
        if (piece.section->type == SectionType::kProcedureName) name = text_of(*piece.section);
      }
      write_operation(name);
    }
  }

  void period(const std::string& low, const std::string& high) {
    const XmlScope time(xml_, "effectiveTime");
    if (!low.empty()) xml_.leaf("low", {{"value", low}});
    if (!high.empty()) xml_.leaf("high", {{"value", high}});
  }

  void procedure_code(std::string_view code, std::string_view display) {
    xml_.leaf("code", {{"code", code},
                       {"codeSystem", code.empty() ? std::string_view() : oids::kIcd9Cm3},
                       {"displayName", display}});
  }

  void write_period(std::string_view code, std::string_view display, const TimeFact& from,
                    const TimeFact& to) {
    const XmlScope entry(xml_, "entry");
    const XmlScope act(xml_, "procedure", {{"classCode", "PROC"}, {"moodCode", "EVN"}});
    procedure_code(code, display);
    period(stamp(from), stamp(to));
  }

  void nested(std::string_view id, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    const XmlScope relation(xml_, "entryRelationship", {{"typeCode", "COMP"}});
    observe(id, name, text);
  }

  void nested_level(const Surgery& surgery) {
    if (!surgery.level) return;
    const XmlScope relation(xml_, "entryRelationship", {{"typeCode", "COMP"}});
    coded({"DE06.00.255.00", "手术级别"}, std::to_string(surgery.level->value), kSurgeryLevels, "");
  }

  void write_operation(std::string_view name) {
    const XmlScope entry(xml_, "entry");
    const XmlScope act(xml_, "procedure", {{"classCode", "PROC"}, {"moodCode", "EVN"}});
    procedure_code(surgery_->code.value, "");
    period(stamp(surgery_->start), stamp(surgery_->end));
    if (surgery_->surgeon.known()) {
      write_ws500_party(xml_, "performer", "", "手术者", surgery_->surgeon, "");
    }
    for (const Person& person : surgery_->assistants) {
      const bool first = &person == &surgery_->assistants.front();
      assistant(person, first ? "第一助手" : "助手");
    }
    nested("DE06.00.094.00", "手术(操作)名称", name);
    nested_level(*surgery_);
    nested("DE06.00.257.00", "手术切口类别", surgery_->incision.value);
    nested("DE06.00.187.00", "手术目标部位名称", surgery_->site.value);
  }

  void assistant(const Person& person, std::string_view role) {
    const XmlScope participant(xml_, "participant", {{"typeCode", "ATND"}});
    const XmlScope entity(xml_, "participantRole", {{"classCode", "ASSIGNED"}});
    if (!person.id.value.empty()) {
      xml_.leaf("id", {{"root", oids::kStaff}, {"extension", person.id.value}});
    }
    xml_.leaf("code", {{"displayName", role}});
    const XmlScope human(xml_, "playingEntity", {{"classCode", "PSN"}});
    xml_.text("name", person.name.value);
  }

  void write_front_page(SectionType type) {
    if (type == SectionType::kDischargeDiagnosis) {
      write_diagnoses(DiagnosisRole::kDischargePrincipal, "出院诊断-主要诊断");
      write_diagnoses(DiagnosisRole::kDischargeOther, "出院诊断-其他诊断");
    }
    if (type == SectionType::kProcedures) {
      for (const Surgery& surgery : chart_.surgeries) write_front_page_surgery(surgery);
    }
    for (const FrontPageField& field : chart_.front_page) {
      const std::string_view id = front_page_element(field.name.value);
      const SectionType home = id == "DE06.00.223.00"   ? SectionType::kDischargeDiagnosis
                               : id == "DE02.10.022.00" ? SectionType::kAllergy
                                                        : SectionType::kLaboratory;
      if (id.empty() || home != type) continue;
      const XmlScope entry(xml_, "entry");
      observe(id, field.name.value, field.value.value);
    }
  }

  void write_front_page_surgery(const Surgery& surgery) {
    const XmlScope entry(xml_, "entry");
    const XmlScope act(xml_, "procedure", {{"classCode", "PROC"}, {"moodCode", "EVN"}});
    procedure_code(surgery.code.value, "");
    if (surgery.start.known()) xml_.leaf("effectiveTime", {{"value", stamp(surgery.start)}});
    if (surgery.surgeon.known()) {
      write_ws500_party(xml_, "performer", "", "手术者", surgery.surgeon, "");
    }
    nested("DE06.00.094.00", "手术操作名称", surgery.name.value);
    nested_level(surgery);
  }

  static std::string_view condition_code(std::string_view written) {
    constexpr std::string_view kWords[] = {"yes", "uncertain", "unknown", "no"};
    constexpr std::string_view kCodes[] = {"1", "2", "3", "4"};
    for (std::size_t i = 0; i < std::size(kWords); ++i) {
      if (written == kWords[i]) return kCodes[i];
    }
    return written;
  }

  void write_diagnoses(DiagnosisRole role, const std::string& prefix) {
    for (const Diagnosis& diagnosis : chart_.diagnoses) {
      if (diagnosis.role != role) continue;
      {
        const XmlScope entry(xml_, "entry");
        observe("DE05.01.025.00", prefix + "名称", diagnosis.name.value);
      }
      const std::string code = prefix + "编码";
      const XmlScope entry(xml_, "entry");
      coded({"DE05.01.024.00", code}, diagnosis.code.value, kIcd10, diagnosis.name.value);
      if (diagnosis.on_admission.value.empty()) continue;
      const std::string condition = prefix + "-入院病情代码";
      const XmlScope relation(xml_, "entryRelationship", {{"typeCode", "COMP"}});
      coded({"DE09.00.104.00", condition}, condition_code(diagnosis.on_admission.value),
            kAdmissionConditions, "");
    }
  }

  void write_orders() {
    for (const Order& order : chart_.orders) write_order(order);
  }

  static std::string_view type_code(std::string_view kind) {
    if (kind == "drug") return "01";
    if (kind == "exam") return "02";
    if (kind == "lab") return "03";
    if (kind == "surgery") return "04";
    return kind == "transfusion" ? "08" : "99";
  }

  // The kind of an order stands before it, in the same organizer.
  void write_order(const Order& order) {
    const XmlScope entry(xml_, "entry");
    const XmlScope organizer(xml_, "organizer", {{"classCode", "CLUSTER"}, {"moodCode", "EVN"}});
    if (!order.term.value.empty()) {
      const XmlScope component(xml_, "component");
      const bool lasting = order.term.value == "long";
      coded({"DE06.00.286.00", "医嘱类别"}, lasting ? "1" : "2", kOrderTerms, "");
    }
    {
      const XmlScope component(xml_, "component");
      coded({"DE06.00.289.00", "医嘱项目类型"}, type_code(order.kind.value), kOrderTypes, "");
    }
    const XmlScope component(xml_, "component");
    const bool drug = order.kind.value == "drug";
    const XmlScope act(xml_, drug ? "substanceAdministration" : "observation",
                       {{"classCode", drug ? "SBADM" : "OBS"}, {"moodCode", "EVN"}});
    if (!drug) element_code("DE06.00.288.00", "医嘱项目内容");
    period(stamp(order.start), stamp(order.stop));
    drug ? write_drug(order) : xml_.text("value", order.content.value, {{"xsi:type", "ST"}});
    if (order.by.known()) {
      write_ws500_party(xml_, "author", "AUT", "医嘱开立者", order.by, stamp(order.start));
    }
    if (order.executor.known() || order.executed) {
      write_ws500_party(xml_, "performer", "", "医嘱执行者", order.executor, stamp(order.executed));
    }
    if (drug) nested("DE06.00.133.00", "药物使用频率", order.frequency.value);
  }

  void write_drug(const Order& order) {
    if (!order.route.value.empty()) {
      xml_.leaf("routeCode", {{"displayName", order.route.value}});
    }
    if (!order.dose.value.empty()) {
      xml_.leaf("doseQuantity",
                {{"value", order.dose.value}, {"unit", order.dose_unit.value}});
    }
    const XmlScope consumable(xml_, "consumable");
    const XmlScope product(xml_, "manufacturedProduct");
    const XmlScope drug(xml_, "manufacturedLabeledDrug");
    xml_.text("name", order.content.value);
  }

  XmlWriter& xml_;
  const Chart& chart_;
  const Document& document_;
  const Surgery* surgery_;
  std::span<const Ws500Section> sections_;
  std::vector<std::vector<Piece>> pieces_;
};

}  // namespace

const Surgery* surgery_of_record(const Chart& chart, const Document& document) {
  if (document.type != DocType::kOperationRecord && document.type != DocType::kAnesthesiaRecord) {
    return nullptr;
  }
  return document.surgeries.empty() ? nullptr : &chart.surgeries[document.surgeries.front()];
}

std::string_view front_page_element(std::string_view name) {
  if (name == "离院方式") return "DE06.00.223.00";
  if (name == "药物过敏") return "DE02.10.022.00";
  return name == "血型" ? "DE04.50.001.00" : std::string_view();
}

bool in_shared_document(const Chart& chart, const Diagnosis& diagnosis) {
  switch (diagnosis.role) {
    case DiagnosisRole::kAdmission: return chart.has(DocType::kDischargeRecord);
    case DiagnosisRole::kDischargePrincipal:
    case DiagnosisRole::kDischargeOther: return chart.has(DocType::kFrontPage);
    default: return false;
  }
}

void write_ws500_body(XmlWriter& xml, const Chart& chart, const Document& document) {
  Body(xml, chart, document).write();
}

}  // namespace emrlint
