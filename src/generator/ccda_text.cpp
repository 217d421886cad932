// SPDX-License-Identifier: Apache-2.0
#include "generator/ccda_parts.h"

namespace emrlint {
namespace {

using Words = std::string_view;

constexpr Words kWho[] = {"The patient",
                          "On review, the patient",
                          "At the bedside, the patient",
                          "Since the last visit, the patient",
                          "According to the family, the patient",
                          "On direct questioning, the patient"};
constexpr Words kState[] = {"reports less cough than before",
                            "denies chest pain and palpitations",
                            "describes intermittent discomfort in the upper abdomen",
                            "is able to walk the corridor alone",
                            "slept poorly because of the noise on the ward",
                            "has regained most of the usual appetite",
                            "notes mild dizziness on standing",
                            "tolerates the current medication without nausea",
                            "has had no fever for a full day",
                            "needs some help with washing and dressing"};
constexpr Words kFinding[] = {
    "Breath sounds are clear on both sides",           "The abdomen is soft without guarding",
    "Heart sounds are regular without murmurs",        "There is trace edema of both ankles",
    "The wound is dry and its edges are well apposed", "Cranial nerves are intact",
    "The skin is warm without rash or bruising",       "Bowel sounds are present in all quadrants",
    "Peripheral pulses are palpable and symmetric",    "The pharynx is slightly reddened"};
constexpr Words kCourses[] = {"Fluids were adjusted to the measured losses",
                              "Oral intake was advanced as tolerated",
                              "Antibiotic treatment was continued as planned",
                              "Analgesics were reduced step by step",
                              "Repeat laboratory tests confirmed the trend",
                              "Physical therapy was started early",
                              "The dose of insulin was adapted to the glucose profile",
                              "The catheter was removed on schedule",
                              "Blood pressure stayed within the agreed range",
                              "Imaging showed no new abnormality"};
constexpr Words kPlans[] = {"Continue the present regimen and reassess tomorrow",
                            "Repeat the blood count in two days",
                            "Arrange a visit with the dietitian before discharge",
                            "Encourage breathing exercises hourly",
                            "Check renal function before the next contrast study",
                            "Return if fever or pain should recur",
                            "Keep a diary of blood pressure at home",
                            "Review the anticoagulation at the next visit",
                            "Remove the sutures after ten days",
                            "Discuss the biopsy result with patient and family"};
constexpr Words kOperations[] = {
    "After timeout the field was prepared and draped in the usual manner",
    "The incision was made and carried down through the layers with cautery",
    "Adhesions were divided under direct vision",
    "Hemostasis was secured with ties and cautery",
    "The specimen was removed and sent in formalin",
    "The cavity was irrigated with warm saline",
    "Counts of sponges and instruments were correct twice",
    "The fascia was closed with a running suture",
    "The drain was brought out through a separate stab wound",
    "The patient left the room awake and stable"};
constexpr Words kDetail[] = {"in the morning round",
                             "after discussion with the team",
                             "compared with the day before",
                             "as documented by nursing staff",
                             "without change after repeat examination",
                             "in keeping with the history",
                             "which the patient understands",
                             "for the second time this week"};

enum class Topic { kStory, kExam, kCourse, kPlan, kOperation };

Topic topic_of(SectionType type) {
  switch (type) {
    case SectionType::kPhysicalExam:
    case SectionType::kReviewOfSystems:
    case SectionType::kDischargeCondition:
    case SectionType::kFunctionalStatus:
      return Topic::kExam;
    case SectionType::kTreatmentCourse:
    case SectionType::kAssessment:
      return Topic::kCourse;
    case SectionType::kTreatmentPlan:
    case SectionType::kDischargeOrders:
      return Topic::kPlan;
    case SectionType::kOperationCourse:
    case SectionType::kFindingsAndHandling:
    case SectionType::kAnesthesia:
    case SectionType::kComplication:
      return Topic::kOperation;
    default:
      return Topic::kStory;
  }
}

constexpr CcdaTerm kProblems[] = {{"59621000", "Essential hypertension", "I10"},
                                  {"44054006", "Type 2 diabetes mellitus", "E11.9"},
                                  {"195967001", "Asthma", "J45.909"},
                                  {"233604007", "Pneumonia", "J18.9"},
                                  {"55822004", "Hyperlipidemia", "E78.5"},
                                  {"396275006", "Osteoarthritis", "M19.90"},
                                  {"235595009", "Gastroesophageal reflux disease", "K21.9"},
                                  {"40930008", "Hypothyroidism", "E03.9"}};
constexpr CcdaTerm kDrugs[] = {{"314076", "Lisinopril 10 MG Oral Tablet", ""},
                               {"860975", "Metformin hydrochloride 500 MG Oral Tablet", ""},
                               {"259255", "Atorvastatin 40 MG Oral Tablet", ""},
                               {"198440", "Acetaminophen 500 MG Oral Tablet", ""},
                               {"308136", "Amlodipine 2.5 MG Oral Tablet", ""},
                               {"966247", "Levothyroxine sodium 0.025 MG Oral Tablet", ""},
                               {"198051", "Omeprazole 20 MG Oral Capsule", ""}};
constexpr CcdaTerm kProcedures[] = {{"73761001", "Colonoscopy", ""},
                                    {"80146002", "Appendectomy", ""},
                                    {"268400002", "Electrocardiogram, 12 leads", ""},
                                    {"399208008", "Plain chest X-ray", ""},
                                    {"40701008", "Echocardiography", ""}};
constexpr CcdaTerm kAllergens[] = {{"7980", "Penicillin G", ""},
                                   {"2670", "Codeine", ""},
                                   {"1191", "Aspirin", ""},
                                   {"10831", "Sulfamethoxazole / Trimethoprim", ""}};

constexpr CcdaMeasure kBloodCount[] = {{"718-7", "Hemoglobin", "g/dL", 110, 170, 1},
                                       {"6690-2", "Leukocytes", "10*3/uL", 35, 125, 1},
                                       {"777-3", "Platelets", "10*3/uL", 130, 420, 0},
                                       {"789-8", "Erythrocytes", "10*6/uL", 38, 58, 1},
                                       {"4544-3", "Hematocrit", "%", 34, 50, 0},
                                       {"787-2", "Mean corpuscular volume", "fL", 78, 102, 0}};
constexpr CcdaMeasure kMetabolic[] = {
    {"2345-7", "Glucose", "mg/dL", 68, 190, 0},   {"3094-0", "Urea nitrogen", "mg/dL", 6, 30, 0},
    {"2160-0", "Creatinine", "mg/dL", 5, 16, 1},  {"2951-2", "Sodium", "mmol/L", 132, 148, 0},
    {"2823-3", "Potassium", "mmol/L", 33, 54, 1}, {"2075-0", "Chloride", "mmol/L", 96, 108, 0},
    {"17861-6", "Calcium", "mg/dL", 84, 104, 1}};
constexpr CcdaMeasure kLiver[] = {{"1742-6", "Alanine aminotransferase", "U/L", 8, 70, 0},
                                  {"1920-8", "Aspartate aminotransferase", "U/L", 8, 60, 0},
                                  {"6768-6", "Alkaline phosphatase", "U/L", 35, 140, 0},
                                  {"1975-2", "Bilirubin, total", "mg/dL", 2, 16, 1},
                                  {"1751-7", "Albumin", "g/dL", 33, 52, 1}};
constexpr CcdaPanel kPanels[] = {{"58410-2", "Complete blood count panel", kBloodCount},
                                 {"51990-0", "Basic metabolic panel", kMetabolic},
                                 {"24325-3", "Hepatic function panel", kLiver}};
constexpr CcdaMeasure kVitalSigns[] = {{"8480-6", "Systolic blood pressure", "mm[Hg]", 118, 126, 0},
                                       {"8462-4", "Diastolic blood pressure", "mm[Hg]", 70, 80, 0},
                                       {"8867-4", "Heart rate", "/min", 84, 86, 0},
                                       {"9279-1", "Respiratory rate", "/min", 16, 20, 0},
                                       {"8310-5", "Body temperature", "Cel", 364, 365, 1},
                                       {"59408-5", "Oxygen saturation", "%", 92, 100, 0}};

}  // namespace

std::string ccda_sentence(Dice& dice, SectionType type) {
  std::string sentence;
  switch (topic_of(type)) {
    case Topic::kStory:
      sentence.append(dice.of(kWho)).append(" ").append(dice.of(kState));
      break;
    case Topic::kExam:
      sentence = dice.of(kFinding);
      break;
    case Topic::kCourse:
      sentence = dice.of(kCourses);
      break;
    case Topic::kPlan:
      sentence = dice.of(kPlans);
      break;
    case Topic::kOperation:
      sentence = dice.of(kOperations);
      break;
  }
  if (dice.chance(0.6)) sentence.append(", ").append(dice.of(kDetail));
  if (dice.chance(0.4)) sentence.append(" (").append(std::to_string(dice.between(1, 31))) += ')';
  return sentence + ".";
}

std::span<const CcdaTerm> ccda_problems() { return kProblems; }
std::span<const CcdaTerm> ccda_drugs() { return kDrugs; }
std::span<const CcdaTerm> ccda_procedures() { return kProcedures; }
std::span<const CcdaTerm> ccda_allergens() { return kAllergens; }
std::span<const CcdaPanel> ccda_panels() { return kPanels; }
std::span<const CcdaMeasure> ccda_vital_signs() { return kVitalSigns; }

}  // namespace emrlint
