// SPDX-License-Identifier: Apache-2.0
// The specialty examination of an admission record: BL 18(7).
#include <string_view>

#include "check/report.h"
#include "check/words.h"
#include "checks/perioperative/items.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMissing{"missing", "{0}的入院记录未见专科情况。",
                                             "the admission record of {0} holds no specialty "
                                             "examination."};

constexpr Option<WordList> kDepartments{
    "departments",
    {"外科|骨科|妇科|产科|妇产|眼科|耳鼻|口腔|皮肤科|泌尿|肛肠科"},
    "要求专科情况的科室名称用语",
    "words in the names of departments that owe a specialty examination"};
constexpr WordList kOtherUnits{"新生儿|重症|监护|ICU|麻醉"};
constexpr Option<WordList> kWords{
    "words",
    {"专科|局部|妇科|产科|产检|宫高|外科|骨科|眼科|口腔检|口腔科|口腔情|妇检|皮肤科|泌尿|"
     "耳鼻|肛门指|直肠指|神经系统检查|专查|VOD|Vod"},
    "体格检查正文中表明写有专科情况的用语",
    "words in the physical examination that show it"};

constexpr Missing kDepartment{"department", "入院科室", "the department of admission"};

constexpr Citation kBasis[] = {{"BL", "18(7)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kDepartments, kWords};

// That of the record itself; the stay's may be the one that the patient was transferred to.
std::string_view department_of(const Chart& chart, const Document& record) {
  if (!record.header.department.value.empty()) return record.header.department.value;
  if (!chart.transfers.empty()) return chart.transfers.front().from.value;
  return chart.encounter.department.value;
}

bool has_specialty_exam(const Document& record, WordList words) {
  for (const Section& section : record.sections) {
    const bool own =
        section.type == SectionType::kSpecialtyExam || section.type == SectionType::kPrenatalExam;
    if (own && filled(record, section)) return true;
    if (section.type != SectionType::kPhysicalExam) continue;
    for (const Text& text : record.text_of(section)) {
      if (holds_any(text.value, words)) return true;
    }
  }
  return false;
}

// A record without any examination is for completeness-physical-exam.
bool examined(const Document& record) {
  const Section* exam = record.section(SectionType::kPhysicalExam);
  return exam != nullptr && filled(record, *exam);
}

void judge(const Chart& chart, const Document& record, const Options& options, Report& report) {
  const Subject subject = of(chart, record);
  const std::string_view department = department_of(chart, record);
  if (department.empty()) {
    if (!has_specialty_exam(record, options[kWords])) {
      report.undecided(subject, kDepartment, record.span);
    }
  } else if (!holds_any(department, options[kDepartments]) || holds_any(department, kOtherUnits)) {
    return;
  } else if (has_specialty_exam(record, options[kWords])) {
    report.pass(subject);
  } else if (record.broken) {
    report.undecided(subject, missing::kRestOfDocument, record.span);
  } else if (examined(record)) {
    report.fail(kMissing, subject, record.span, department);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document* record : chart.of_type(DocType::kAdmissionRecord)) {
    judge(chart, *record, options, report);
  }
}

}  // namespace

extern constinit const Check specialty_exam{
    {.id = "completeness-specialty-exam",
     .severity = Severity::kWarning,
     .title = {"入院记录应根据专科需要记录专科情况",
               "An admission record holds a specialty examination where the specialty needs one"},
     .judged =
         {"入院科室名称含所列用语（外科、骨科、妇产、眼、耳鼻喉、口腔、皮肤、泌尿等，可调）的：入院"
          "记"
          "录有专科情况或产前检查一节，或体格检查正文写有“专科”“局部”“产检”或专科名称等用语。",
          "In departments whose name holds one of the listed words (surgery, orthopaedics, "
          "gynaecology, eyes and so on; an option) the admission record has a section for it, or "
          "the physical examination speaks of it (专科, 局部, the name of a specialty)."},
     .exceptions =
         {"条文只说“根据专科需要”，哪些科室需要是参数；没有体格检查的由 completeness-physical-exam "
          "提示；其他科室和这些科室的新生儿、重症监护单元不评"
          "价。病历没有写明科室、文书未能完"
          "整"
          "读取的，没有专科情况时无法判定。肿瘤患者区域淋巴结等专科内容不评价。",
          "The article says “as the specialty needs”: which departments do is a parameter, others, "
          "newborn units and intensive care are not judged; a record without an examination is for "
          "completeness-physical-exam. Without a department, or where the "
          "document could not be read whole, a "
          "missing one stays undecided. What it says, regional lymph nodes of tumours for "
          "instance, is not judged."},
     .advice = {"在专科情况中记录与本专科有关的检查所见。",
                "Record the findings of the specialty in a section of their own."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
