// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "generator/ccda_parts.h"
#include "generator/words.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

using S = SectionType;

// Section templates of C-CDA R2.1 (and of IHE and CDA R2 H&P where C-CDA takes theirs).
constexpr CcdaSection kSections[] = {
    {S::kAllergy, "48765-2", "2.16.840.1.113883.10.20.22.2.6.1", "2015-08-01",
     "Allergies and Adverse Reactions"},
    {S::kMedication, "10160-0", "2.16.840.1.113883.10.20.22.2.1.1", "2014-06-09", "Medications"},
    {S::kProblemList, "11450-4", "2.16.840.1.113883.10.20.22.2.5.1", "2015-08-01", "Problem List"},
    {S::kProcedures, "47519-4", "2.16.840.1.113883.10.20.22.2.7.1", "2014-06-09", "Procedures"},
    {S::kLaboratory, "30954-2", "2.16.840.1.113883.10.20.22.2.3.1", "2015-08-01", "Results"},
    {S::kVitalSigns, "8716-3", "2.16.840.1.113883.10.20.22.2.4.1", "2015-08-01", "Vital Signs"},
    {S::kPersonalHistory, "29762-2", "2.16.840.1.113883.10.20.22.2.17", "2015-08-01",
     "Social History"},
    {S::kFamilyHistory, "10157-6", "2.16.840.1.113883.10.20.22.2.15", "2015-08-01",
     "Family History"},
    {S::kFunctionalStatus, "47420-5", "2.16.840.1.113883.10.20.22.2.14", "2014-06-09",
     "Functional Status"},
    {S::kTreatmentPlan, "18776-5", "2.16.840.1.113883.10.20.22.2.10", "2014-06-09",
     "Plan of Treatment"},
    {S::kChiefComplaint, "10154-3", "1.3.6.1.4.1.19376.1.5.3.1.1.13.2.1", "", "Chief Complaint"},
    {S::kPresentIllness, "10164-2", "1.3.6.1.4.1.19376.1.5.3.1.3.4", "",
     "History of Present Illness"},
    {S::kPastHistory, "11348-0", "2.16.840.1.113883.10.20.22.2.20", "2015-08-01",
     "Past Medical History"},
    {S::kReviewOfSystems, "10187-3", "1.3.6.1.4.1.19376.1.5.3.1.3.18", "", "Review of Systems"},
    {S::kPhysicalExam, "29545-1", "2.16.840.1.113883.10.20.2.10", "2015-08-01",
     "Physical Examination"},
    {S::kAssessment, "51848-0", "2.16.840.1.113883.10.20.22.2.8", "", "Assessment"},
    {S::kPreopDiagnosis, "10219-4", "2.16.840.1.113883.10.20.22.2.34", "2015-08-01",
     "Preoperative Diagnosis"},
    {S::kPostopDiagnosis, "10218-6", "2.16.840.1.113883.10.20.22.2.35", "",
     "Postoperative Diagnosis"},
    {S::kSurgicalIndication, "59768-2", "2.16.840.1.113883.10.20.22.2.29", "2014-06-09",
     "Procedure Indications"},
    {S::kAnesthesia, "59774-0", "2.16.840.1.113883.10.20.22.2.25", "2014-06-09", "Anesthesia"},
    {S::kOperationCourse, "29554-3", "2.16.840.1.113883.10.20.22.2.27", "",
     "Procedure Description"},
    {S::kFindingsAndHandling, "59776-5", "2.16.840.1.113883.10.20.22.2.28", "2015-08-01",
     "Procedure Findings"},
    {S::kComplication, "55109-3", "2.16.840.1.113883.10.20.22.2.37", "2015-08-01", "Complications"},
    {S::kBloodLoss, "59770-8", "2.16.840.1.113883.10.20.18.2.9", "",
     "Procedure Estimated Blood Loss"},
    {S::kSpecimen, "59773-2", "2.16.840.1.113883.10.20.22.2.31", "", "Procedure Specimens Taken"},
    {S::kImplants, "59771-6", "2.16.840.1.113883.10.20.22.2.40", "", "Procedure Implants"},
    {S::kDrainage, "11537-8", "2.16.840.1.113883.10.20.7.13", "", "Surgical Drains"},
    {S::kDisposition, "59775-7", "2.16.840.1.113883.10.20.18.2.12", "", "Procedure Disposition"},
    {S::kMedicationAdministration, "29549-3", "2.16.840.1.113883.10.20.22.2.38", "2014-06-09",
     "Medications Administered"},
    {S::kAdmissionDiagnosis, "46241-6", "2.16.840.1.113883.10.20.22.2.43", "2015-08-01",
     "Hospital Admission Diagnosis"},
    {S::kDischargeDiagnosis, "11535-2", "2.16.840.1.113883.10.20.22.2.24", "2015-08-01",
     "Hospital Discharge Diagnosis"},
    {S::kTreatmentCourse, "8648-8", "1.3.6.1.4.1.19376.1.5.3.1.3.5", "", "Hospital Course"},
    {S::kDischargeMedication, "10183-2", "2.16.840.1.113883.10.20.22.2.11.1", "2015-08-01",
     "Hospital Discharge Medications"},
    {S::kDischargeCondition, "10184-0", "1.3.6.1.4.1.19376.1.5.3.1.3.26", "",
     "Hospital Discharge Physical"},
    {S::kDischargeOrders, "8653-8", "2.16.840.1.113883.10.20.22.2.41", "",
     "Hospital Discharge Instructions"},
    {S::kReferralReason, "42349-1", "1.3.6.1.4.1.19376.1.5.3.1.3.1", "2014-06-09",
     "Reason for Referral"},
};

std::uint64_t hash(std::string_view text, std::uint64_t seed) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return seed;
}

class Body {
 public:
  Body(XmlWriter& xml, const Chart& chart, const Document& document)
      : xml_(xml),
        document_(document),
        entries_{xml, chart, document,
                 Dice(hash(document.id.value, hash(chart.key, 0xCBF29CE484222325ull))),
                 hl7_time(document.recorded)} {}

  // First what the kind of document has, then what this record has besides.
  void write(const CcdaKind& kind) {
    std::vector<SectionType> types(kind.sections.begin(), kind.sections.end());
    for (const Section& section : document_.sections) {
      const bool named = section.type != SectionType::kUnknown;
      if (named && std::find(types.begin(), types.end(), section.type) == types.end()) {
        types.push_back(section.type);
      }
    }
    for (const SectionType type : types) write_section(type);
  }

 private:
  void write_section(SectionType type) {
    const XmlScope component(xml_, "component");
    const XmlScope scope(xml_, "section");
    if (const CcdaSection* const known = ccda_section(type)) {
      write_ccda_template(xml_, known->template_id, known->template_date);
      xml_.leaf("code", {{"code", known->code},
                         {"codeSystem", oids::kLoinc},
                         {"codeSystemName", "LOINC"},
                         {"displayName", known->title}});
      xml_.text("title", known->title);
    } else {
      xml_.leaf("code", {{"nullFlavor", "UNK"}});
      xml_.text("title", name(type, Lang::kEn));
    }
    // Narrative and entries are drawn from the same dice, so that they say the same.
    const Dice dice(entries_.dice.next());
    {
      const XmlScope text(xml_, "text");
      write_narrative(type);
      if (has_ccda_entries(type)) write_ccda_table(entries_, type, dice);
    }
    if (has_ccda_entries(type)) write_ccda_entries(entries_, type, dice);
  }

  void write_narrative(SectionType type) {
    bool own = false;
    for (const Section& section : document_.sections) {
      if (section.type != type) continue;
      for (const Text& text : document_.text_of(section)) {
        xml_.text("paragraph", text.value);
        own = true;
      }
    }
    if (own && !has_ccda_entries(type)) return;
    for (int i = entries_.dice.between(2, 5); i > 0 && !has_ccda_entries(type); --i) {
      std::string paragraph;
      for (int k = entries_.dice.between(3, 6); k > 0; --k) {
        if (!paragraph.empty()) paragraph += ' ';
        paragraph += ccda_sentence(entries_.dice, type);
      }
      xml_.text("paragraph", paragraph);
    }
  }

  XmlWriter& xml_;
  const Document& document_;
  CcdaEntries entries_;
};

}  // namespace

const CcdaSection* ccda_section(SectionType type) {
  for (const CcdaSection& section : kSections) {
    if (section.type == type) return &section;
  }
  return nullptr;
}

void write_ccda_body(XmlWriter& xml, const Chart& chart, const Document& document,
                     const CcdaKind& kind) {
  Body(xml, chart, document).write(kind);
}

}  // namespace emrlint
