// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "generator/ws500_entries.h"
#include "generator/ws500_parts.h"
#include "model/ordered.h"
#include "terminology/oids.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

// Items of the front page that its document holds as data elements.
struct FrontPageRow {
  std::string_view name, element;
  SectionType section;
};

constexpr FrontPageRow kFrontPage[] = {
    {"离院方式", "DE06.00.223.00", SectionType::kDischargeDiagnosis},
    {"药物过敏", "DE02.10.022.00", SectionType::kAllergy},
    {"血型", "DE04.50.001.00", SectionType::kLaboratory},
    {"Rh血型", "DE04.50.010.00", SectionType::kLaboratory},
    {"死亡患者尸检", "DE09.00.108.00", SectionType::kAdministration},
    {"实际住院天数", "DE06.00.310.00", SectionType::kTreatmentCourse},
    {"出院31天内再住院计划", "DE06.00.194.00", SectionType::kReadmissionPlan},
    {"医疗付费方式", "DE07.00.007.00", SectionType::kCosts},
};

const FrontPageRow* front_page_row(std::string_view name) {
  for (const FrontPageRow& row : kFrontPage) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

constexpr std::string_view kAsaClasses = "2.16.156.10011.2.3.1.255";

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
      : xml_(xml),
        chart_(chart),
        document_(document),
        surgery_(surgery_of_record(chart, document)),
        sections_(ws500_sections(document.type)),
        pieces_(sections_.size()) {}

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
             (type == SectionType::kProcedures &&
              (!told_surgeries(chart_).empty() || !chart_.procedures.empty()));
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
      return write_ws500_coded(xml_, *piece.element, number, kAsaClasses, text);
    }
    const Person* by = surgery_ != nullptr && is(DocType::kOperationRecord) &&
                               type == SectionType::kAnesthesiaMethod
                           ? &surgery_->anesthesia.by
                           : nullptr;
    write_ws500_observation(xml_, piece.element->id, piece.element->name, text, by);
  }

  void write_events(const Ws500Section& section, const std::vector<Piece>& pieces) {
    const SectionType type = section.type;
    if (is(DocType::kFrontPage)) return write_front_page(type);
    if (is(DocType::kInpatientOrders) && type == SectionType::kOrders) {
      for (const Order& order : chart_.orders) write_ws500_order(xml_, order);
      return;
    }
    const bool admission =
        is(DocType::kDischargeRecord) && type == SectionType::kAdmissionDiagnosis;
    if (admission)
      return write_ws500_diagnoses(xml_, chart_, DiagnosisRole::kAdmission, "入院诊断");
    if (surgery_ == nullptr) return;
    if (is(DocType::kAnesthesiaRecord)) {
      if (type == SectionType::kAnesthesia) {
        const Anesthesia& given = surgery_->anesthesia;
        write_ws500_span(xml_, given.kind_text.value, given.start, given.end);
      } else if (type == SectionType::kProcedures) {
        write_ws500_span(xml_, "", surgery_->start, surgery_->end);
      }
    } else if (type == SectionType::kProcedures) {
      std::string name(surgery_->name.value);
      for (const Piece& piece : pieces) {
        if (piece.section->type == SectionType::kProcedureName) name = text_of(*piece.section);
      }
      write_ws500_operation(xml_, *surgery_, name);
    }
  }

  void write_front_page(SectionType type) {
    if (type == SectionType::kDischargeDiagnosis) {
      write_ws500_diagnoses(xml_, chart_, DiagnosisRole::kDischargePrincipal, "出院诊断-主要诊断");
      write_ws500_diagnoses(xml_, chart_, DiagnosisRole::kDischargeOther, "出院诊断-其他诊断");
    }
    if (type == SectionType::kProcedures) write_rows();
    for (const FrontPageField& field : chart_.front_page) {
      const FrontPageRow* const row = front_page_row(field.name.value);
      if (row == nullptr || row->section != type) continue;
      const XmlScope entry(xml_, "entry");
      write_ws500_observation(xml_, row->element, field.name.value, field.value.value);
    }
  }

  // The rows that the chart has for the page, else its surgeries.
  void write_rows() {
    const auto surgeries = told_surgeries(chart_);
    for (const Procedure& row : chart_.procedures) {
      const auto same = std::find_if(surgeries.begin(), surgeries.end(), [&](const Surgery& one) {
        return one.code.value == row.code.value;
      });
      same == surgeries.end() ? write_ws500_procedure(xml_, row)
                              : write_ws500_surgery(xml_, *same, &row);
    }
    if (!chart_.procedures.empty()) return;
    for (const Surgery& surgery : surgeries) write_ws500_surgery(xml_, surgery, nullptr);
  }

  XmlWriter& xml_;
  const Chart& chart_;
  const Document& document_;
  const Surgery* surgery_;
  std::span<const Ws500Section> sections_;
  std::vector<std::vector<Piece>> pieces_;
};

}  // namespace

std::string_view front_page_element(std::string_view name) {
  const FrontPageRow* const row = front_page_row(name);
  return row == nullptr ? std::string_view() : row->element;
}

bool in_shared_document(const Chart& chart, const Diagnosis& diagnosis) {
  switch (diagnosis.role) {
    case DiagnosisRole::kAdmission:
      return chart.has(DocType::kDischargeRecord);
    case DiagnosisRole::kDischargePrincipal:
    case DiagnosisRole::kDischargeOther:
      return chart.has(DocType::kFrontPage);
    default:
      return false;
  }
}

void write_ws500_body(XmlWriter& xml, const Chart& chart, const Document& document) {
  Body(xml, chart, document).write();
}

}  // namespace emrlint
