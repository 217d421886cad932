// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "generator/ccda_parts.h"
#include "generator/words.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

constexpr std::string_view kRxNorm = "2.16.840.1.113883.6.88";
constexpr std::string_view kIcd10 = "2.16.840.1.113883.6.3";
constexpr std::string_view kNciThesaurus = "2.16.840.1.113883.3.26.1.1";
constexpr std::string_view kIds = "2.16.840.1.113883.19.5.99999.7";

struct Coded {
  std::string code, system, name, icd;
};

// A value as its measure is written: "13.2".
struct Value {
  std::string text;
  std::string_view flag;
};

Value draw(Dice& dice, const CcdaMeasure& measure) {
  const int drawn = dice.between(measure.least, measure.most);
  const int width = std::max(1, (measure.most - measure.least) / 8);
  Value value{std::to_string(drawn), "N"};
  if (measure.decimals == 1) {
    value.text = std::to_string(drawn / 10) + "." + std::to_string(drawn % 10);
  }
  if (drawn < measure.least + width) value.flag = "L";
  if (drawn > measure.most - width) value.flag = "H";
  return value;
}

// Some of the terms, each once, in the order of the list.
std::vector<Coded> some(Dice& dice, std::span<const CcdaTerm> terms, std::string_view system,
                        int count) {
  std::vector<Coded> result;
  const auto first = static_cast<std::size_t>(dice.between(0, static_cast<int>(terms.size()) - 1));
  for (int i = 0; i < count; ++i) {
    const CcdaTerm& term = terms[(first + static_cast<std::size_t>(i)) % terms.size()];
    result.push_back({std::string(term.code), std::string(system), std::string(term.name),
                      std::string(term.icd)});
  }
  return result;
}

bool is_of(SectionType section, DiagnosisRole role) {
  switch (section) {
    case SectionType::kAdmissionDiagnosis:
      return role == DiagnosisRole::kAdmission;
    case SectionType::kDischargeDiagnosis:
      return role == DiagnosisRole::kDischargePrincipal || role == DiagnosisRole::kDischargeOther;
    case SectionType::kPreopDiagnosis:
      return role == DiagnosisRole::kPreop;
    case SectionType::kPostopDiagnosis:
      return role == DiagnosisRole::kPostop;
    default:
      return false;
  }
}

// The chart's own diagnoses of the section; in a list of problems, invented chronic ones.
std::vector<Coded> problems(const CcdaEntries& out, SectionType type, Dice& dice) {
  if (type == SectionType::kProblemList) {
    return some(dice, ccda_problems(), oids::kSnomedCt, dice.between(3, 6));
  }
  std::vector<Coded> result;
  for (const Diagnosis& diagnosis : out.chart.diagnoses) {
    if (!is_of(type, diagnosis.role)) continue;
    const bool coded = !diagnosis.code.value.empty();
    result.push_back({std::string(diagnosis.code.value), coded ? std::string(kIcd10) : "",
                      std::string(diagnosis.name.value), ""});
  }
  return result;
}

std::vector<Coded> drugs(const CcdaEntries& out, SectionType type, Dice& dice) {
  std::vector<Coded> result;
  if (type == SectionType::kDischargeMedication) {
    for (const Order& order : out.chart.orders) {
      if (order.kind.value != "drug" || order.cancelled) continue;
      result.push_back({"", "", std::string(order.content.value), ""});
    }
  }
  for (Coded& coded : some(dice, ccda_drugs(), kRxNorm, dice.between(3, 6))) {
    result.push_back(std::move(coded));
  }
  return result;
}

enum class Kind { kNone, kProblem, kDrug, kProcedure, kAllergy, kResult, kVital };

Kind kind_of(SectionType type) {
  switch (type) {
    case SectionType::kProblemList:
    case SectionType::kAdmissionDiagnosis:
    case SectionType::kDischargeDiagnosis:
    case SectionType::kPreopDiagnosis:
    case SectionType::kPostopDiagnosis:
      return Kind::kProblem;
    case SectionType::kMedication:
    case SectionType::kMedicationAdministration:
    case SectionType::kDischargeMedication:
      return Kind::kDrug;
    case SectionType::kProcedures:
      return Kind::kProcedure;
    case SectionType::kAllergy:
      return Kind::kAllergy;
    case SectionType::kLaboratory:
      return Kind::kResult;
    case SectionType::kVitalSigns:
      return Kind::kVital;
    default:
      return Kind::kNone;
  }
}

std::vector<Coded> coded_of(const CcdaEntries& out, SectionType type, Dice& dice) {
  switch (kind_of(type)) {
    case Kind::kProblem:
      return problems(out, type, dice);
    case Kind::kDrug:
      return drugs(out, type, dice);
    case Kind::kProcedure:
      return some(dice, ccda_procedures(), oids::kSnomedCt, 2);
    default:
      return some(dice, ccda_allergens(), kRxNorm, dice.between(1, 3));
  }
}

class Writer {
 public:
  explicit Writer(CcdaEntries& out) : out_(out), xml_(out.xml) {}

  void write(Kind kind, const std::vector<Coded>& terms, Dice& dice) {
    for (const Coded& term : terms) {
      const XmlScope entry(xml_, "entry", {{"typeCode", "DRIV"}});
      switch (kind) {
        case Kind::kProblem:
          write_problem(term);
          break;
        case Kind::kDrug:
          write_drug(term, dice);
          break;
        case Kind::kProcedure:
          write_procedure(term);
          break;
        default:
          write_allergy(term);
      }
    }
  }

  void write_panel(const CcdaPanel& panel, Dice& dice, bool vital) {
    const XmlScope entry(xml_, "entry", {{"typeCode", "DRIV"}});
    const XmlScope organizer(xml_, "organizer", {{"classCode", "CLUSTER"}, {"moodCode", "EVN"}});
    begin(vital ? "2.16.840.1.113883.10.20.22.4.26" : "2.16.840.1.113883.10.20.22.4.1",
          "2015-08-01");
    code(panel.code, oids::kLoinc, panel.name);
    status("completed");
    time();
    for (const CcdaMeasure& measure : panel.measures) {
      const XmlScope component(xml_, "component");
      write_measure(measure, draw(dice, measure), vital);
    }
  }

 private:
  void begin(std::string_view template_id, std::string_view date) {
    write_ccda_template(xml_, template_id, date);
    const std::string id = std::string(out_.document.id.value) + "-" + std::to_string(++out_.ids);
    xml_.leaf("id", {{"root", kIds}, {"extension", id}});
  }
  void code(std::string_view code, std::string_view system, std::string_view display) {
    xml_.leaf("code", {{"code", code}, {"codeSystem", system}, {"displayName", display}});
  }
  void status(std::string_view code) { xml_.leaf("statusCode", {{"code", code}}); }
  void time() { xml_.leaf("effectiveTime", {{"value", out_.time}}); }
  void period() {
    const XmlScope scope(xml_, "effectiveTime");
    xml_.leaf("low", {{"value", out_.time}});
  }
  void author() {
    const XmlScope scope(xml_, "author");
    write_ccda_template(xml_, "2.16.840.1.113883.10.20.22.4.119", "");
    xml_.leaf("time", {{"value", out_.time}});
    write_ccda_staff(xml_, "assignedAuthor", out_.document.author);
  }

  void value(const Coded& term) {
    const XmlScope scope(xml_, "value",
                         {{"xsi:type", "CD"},
                          {"code", term.code},
                          {"codeSystem", term.system},
                          {"nullFlavor", term.code.empty() ? "UNK" : ""},
                          {"displayName", term.name}});
    if (term.icd.empty()) return;
    xml_.leaf("translation", {{"code", term.icd},
                              {"codeSystem", oids::kIcd10Cm},
                              {"codeSystemName", "ICD-10-CM"},
                              {"displayName", term.name}});
  }

  void observation_status(std::string_view template_id, std::string_view code_value,
                          std::string_view display) {
    const XmlScope relation(xml_, "entryRelationship", {{"typeCode", "REFR"}});
    const XmlScope observation(xml_, "observation", {{"classCode", "OBS"}, {"moodCode", "EVN"}});
    write_ccda_template(xml_, template_id, "");
    code("33999-4", oids::kLoinc, "Status");
    status("completed");
    xml_.leaf("value", {{"xsi:type", "CD"},
                        {"code", code_value},
                        {"codeSystem", oids::kSnomedCt},
                        {"displayName", display}});
  }

  void write_problem(const Coded& term) {
    const XmlScope act(xml_, "act", {{"classCode", "ACT"}, {"moodCode", "EVN"}});
    begin("2.16.840.1.113883.10.20.22.4.3", "2015-08-01");
    code("CONC", "2.16.840.1.113883.5.6", "Concern");
    status("active");
    period();
    author();
    const XmlScope relation(xml_, "entryRelationship", {{"typeCode", "SUBJ"}});
    const XmlScope observation(xml_, "observation", {{"classCode", "OBS"}, {"moodCode", "EVN"}});
    begin("2.16.840.1.113883.10.20.22.4.4", "2015-08-01");
    code("29308-4", oids::kLoinc, "Diagnosis");
    status("completed");
    period();
    value(term);
    observation_status("2.16.840.1.113883.10.20.22.4.6", "55561003", "Active");
  }

  void write_drug(const Coded& term, Dice& dice) {
    const XmlScope act(xml_, "substanceAdministration",
                       {{"classCode", "SBADM"}, {"moodCode", "EVN"}});
    begin("2.16.840.1.113883.10.20.22.4.16", "2014-06-09");
    status("active");
    period();
    const std::string hours = std::to_string(dice.between(1, 4) * 6);
    {
      const XmlScope often(
          xml_, "effectiveTime",
          {{"xsi:type", "PIVL_TS"}, {"institutionSpecified", "true"}, {"operator", "A"}});
      xml_.leaf("period", {{"value", hours}, {"unit", "h"}});
    }
    xml_.leaf("routeCode", {{"code", "C38288"},
                            {"codeSystem", kNciThesaurus},
                            {"codeSystemName", "NCI Thesaurus"},
                            {"displayName", "ORAL"}});
    xml_.leaf("doseQuantity", {{"value", std::to_string(dice.between(1, 2))}});
    {
      const XmlScope consumable(xml_, "consumable");
      const XmlScope product(xml_, "manufacturedProduct", {{"classCode", "MANU"}});
      begin("2.16.840.1.113883.10.20.22.4.23", "2014-06-09");
      const XmlScope material(xml_, "manufacturedMaterial");
      xml_.leaf("code", {{"code", term.code},
                         {"codeSystem", term.system},
                         {"nullFlavor", term.code.empty() ? "UNK" : ""},
                         {"displayName", term.name}});
    }
    author();
  }

  void write_procedure(const Coded& term) {
    const XmlScope act(xml_, "procedure", {{"classCode", "PROC"}, {"moodCode", "EVN"}});
    begin("2.16.840.1.113883.10.20.22.4.14", "2014-06-09");
    code(term.code, term.system, term.name);
    status("completed");
    time();
    const XmlScope performer(xml_, "performer");
    write_ccda_staff(xml_, "assignedEntity", out_.document.author);
  }

  void write_allergy(const Coded& term) {
    const XmlScope act(xml_, "act", {{"classCode", "ACT"}, {"moodCode", "EVN"}});
    begin("2.16.840.1.113883.10.20.22.4.30", "2015-08-01");
    code("CONC", "2.16.840.1.113883.5.6", "Concern");
    status("active");
    period();
    const XmlScope relation(xml_, "entryRelationship", {{"typeCode", "SUBJ"}});
    const XmlScope observation(xml_, "observation", {{"classCode", "OBS"}, {"moodCode", "EVN"}});
    begin("2.16.840.1.113883.10.20.22.4.7", "2014-06-09");
    code("ASSERTION", "2.16.840.1.113883.5.4", "");
    status("completed");
    period();
    value({"416098002", std::string(oids::kSnomedCt), "Allergy to drug", ""});
    author();
    {
      const XmlScope participant(xml_, "participant", {{"typeCode", "CSM"}});
      const XmlScope role(xml_, "participantRole", {{"classCode", "MANU"}});
      const XmlScope entity(xml_, "playingEntity", {{"classCode", "MMAT"}});
      code(term.code, term.system, term.name);
    }
    observation_status("2.16.840.1.113883.10.20.22.4.28", "55561003", "Active");
  }

  void write_measure(const CcdaMeasure& measure, const Value& drawn, bool vital) {
    const XmlScope observation(xml_, "observation", {{"classCode", "OBS"}, {"moodCode", "EVN"}});
    begin(vital ? "2.16.840.1.113883.10.20.22.4.27" : "2.16.840.1.113883.10.20.22.4.2",
          vital ? "2014-06-09" : "2015-08-01");
    code(measure.code, oids::kLoinc, measure.name);
    status("completed");
    time();
    xml_.leaf("value", {{"xsi:type", "PQ"}, {"value", drawn.text}, {"unit", measure.unit}});
    xml_.leaf("interpretationCode",
              {{"code", drawn.flag}, {"codeSystem", "2.16.840.1.113883.5.83"}});
    if (!vital) author();
  }

  CcdaEntries& out_;
  XmlWriter& xml_;
};

constexpr std::string_view kVitalsCode = "46680005";

// Panels of a section; the vital signs are several sets of the same measures.
std::vector<CcdaPanel> panels(Dice& dice, Kind kind) {
  std::vector<CcdaPanel> result;
  if (kind == Kind::kVital) {
    const int sets = dice.between(1, 2);
    for (int i = 0; i < sets; ++i)
      result.push_back({kVitalsCode, "Vital signs", ccda_vital_signs()});
    return result;
  }
  const std::span<const CcdaPanel> all = ccda_panels();
  const int last = static_cast<int>(all.size()) - 1;
  const int from = dice.between(0, last);
  for (int i = dice.between(1, last); i >= 0; --i) {
    result.push_back(all[static_cast<std::size_t>(from + i) % all.size()]);
  }
  return result;
}

void row(XmlWriter& xml, std::initializer_list<std::string_view> cells, std::string_view element) {
  const XmlScope scope(xml, "tr");
  for (const std::string_view cell : cells) xml.text(element, cell);
}

}  // namespace

bool has_ccda_entries(SectionType type) { return kind_of(type) != Kind::kNone; }

void write_ccda_table(CcdaEntries& entries, SectionType type, Dice dice) {
  XmlWriter& xml = entries.xml;
  const Kind kind = kind_of(type);
  const bool measured = kind == Kind::kResult || kind == Kind::kVital;
  const std::vector<Coded> terms = measured ? std::vector<Coded>() : coded_of(entries, type, dice);
  if (!measured && terms.empty()) {
    xml.text("paragraph", "None recorded in this note.");
    return;
  }
  const XmlScope table(xml, "table", {{"border", "1"}, {"width", "100%"}});
  {
    const XmlScope head(xml, "thead");
    measured ? row(xml, {"Test", "Value", "Unit", "Flag"}, "th")
             : row(xml, {"Item", "Code", "Recorded"}, "th");
  }
  const XmlScope body(xml, "tbody");
  for (const Coded& term : terms) row(xml, {term.name, term.code, entries.time}, "td");
  if (!measured) return;
  for (const CcdaPanel& panel : panels(dice, kind)) {
    for (const CcdaMeasure& measure : panel.measures) {
      const Value drawn = draw(dice, measure);
      row(xml, {measure.name, drawn.text, measure.unit, drawn.flag}, "td");
    }
  }
}

void write_ccda_entries(CcdaEntries& entries, SectionType type, Dice dice) {
  Writer writer(entries);
  const Kind kind = kind_of(type);
  if (kind == Kind::kResult || kind == Kind::kVital) {
    for (const CcdaPanel& panel : panels(dice, kind)) {
      writer.write_panel(panel, dice, kind == Kind::kVital);
    }
    return;
  }
  const std::vector<Coded> terms = coded_of(entries, type, dice);
  writer.write(kind, terms, dice);
}

}  // namespace emrlint
