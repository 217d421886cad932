// SPDX-License-Identifier: Apache-2.0
// The systems that a physical examination goes through: BL 18(6).
#include <algorithm>
#include <string_view>

#include "check/age.h"
#include "check/words.h"
#include "checks/completeness/exam_systems.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "体格检查未见{0}项：{1}。",
                                "the physical examination says nothing of {0} item(s): {1}."};

constexpr Option<int> kPressureAge{"pressure_age", 7, "满几岁起要求记录血压（参数，非条文）",
                                   "from which age on the blood pressure is asked for (a "
                                   "parameter, not law)"};

constexpr Missing kElsewhere{"elsewhere", "体格检查所指的另一份检查表",
                             "the form that the examination refers to"};

constexpr Citation kBasis[] = {{"BL", "18(6)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kPressureAge};

constexpr std::string_view kLetters[] = {"T", "P", "R",
                                         "t", "p", "r"};  // Of the first three items.

constexpr SectionType kSections[] = {SectionType::kPhysicalExam,  SectionType::kVitalSigns,
                                     SectionType::kSpecialtyExam, SectionType::kSkin,
                                     SectionType::kGeneralState,  SectionType::kTcmExam};

bool examined_in(SectionType type) {
  return std::find(std::begin(kSections), std::end(kSections), type) != std::end(kSections);
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// "T 36.5℃", "T-P-R": the letter as a word of its own.
bool has_letter(std::string_view text, std::string_view letter) {
  for (std::size_t at = text.find(letter); at != text.npos; at = text.find(letter, at + 1)) {
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = at + 1 == text.size() || !is_letter(text[at + 1]);
    if (begins && ends) return true;
  }
  return false;
}

struct Exam {
  GroupSet there = 0;
  bool rest = false;
  bool refers = false;
};

void add(Exam& exam, const RecordItems& items, std::string_view text) {
  exam.there |= items.in(text);
  for (std::size_t i = 0; i < std::size(kLetters); ++i) {
    if (has_letter(text, kLetters[i])) exam.there |= GroupSet{1} << (i % 3);
  }
  exam.rest = exam.rest || holds_any(text, kExamRest);
  exam.refers = exam.refers || holds_any(text, kExamReferences);
}

Exam exam_of(const Document& record, const RecordItems& items) {
  Exam exam;
  exam.there = items.in_data(record);
  for (const Section& section : record.sections) {
    if (!examined_in(section.type)) continue;
    for (const Text& text : record.text_of(section)) add(exam, items, text.value);
    for (const Element& element : record.elements_of(section)) {
      if (!element.value.value.empty()) exam.there |= items.in(element.name.value);
    }
  }
  if (exam.rest) exam.there |= kExamSystems;
  return exam;
}

bool too_young_for_pressure(const Chart& chart, int years) {
  const std::optional<Age> age = age_at_admission(chart);
  return age && age->surely_below_years(years);
}

void judge(const Chart& chart, const Document& record, int pressure_age, Report& report) {
  static const RecordItems items(kExamItems);
  const Section* section = record.section(SectionType::kPhysicalExam);
  if (section == nullptr || !filled(record, *section)) return;  // completeness-physical-exam
  Exam exam = exam_of(record, items);
  if ((exam.there & kExamPressure) == 0 && too_young_for_pressure(chart, pressure_age)) {
    exam.there |= kExamPressure;
  }
  const ItemNames lacking = items.all_but(exam.there);
  const Subject subject = of(chart, record);
  if (lacking.empty()) {
    report.pass(subject);
  } else if (record.broken) {
    report.undecided(subject, missing::kRestOfDocument, section->span);
  } else if (exam.refers) {
    report.undecided(subject, kElsewhere, section->span);
  } else {
    report.fail(kLacking, subject, section->span, lacking.count(), lacking);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document* record : chart.of_type(DocType::kAdmissionRecord)) {
    judge(chart, *record, options[kPressureAge], report);
  }
}

}  // namespace

extern constinit const Check physical_exam_items{
    {.id = "completeness-physical-exam-items",
     .severity = Severity::kWarning,
     .title = {"体格检查应按系统记录齐全", "The physical examination goes through all systems"},
     .judged =
         {"入院记录的体格检查（连同生命体征、专科情况）：体温、脉搏、呼吸、血压，一般情况，皮肤黏膜"
          "，浅表淋"
          "巴结，头部，颈部，胸部和肺，心脏，腹部，直肠肛门，外生殖器，脊柱，四肢，神经系统，每项至"
          "少"
          "提到一次。",
          "The physical examination of an admission record, with vital signs and specialty "
          "examination, mentions temperature, pulse, respiration, blood pressure, general "
          "condition, skin, lymph nodes, head, neck, chest and lungs, heart, abdomen, rectum, "
          "genitals, spine, limbs and nervous system at least once each."},
     .exceptions =
         {"写明“未查”“拒查”的项目算已记录；写有“余未见异常”“其余正常”、不能配合等概括语的，各系统"
          "不再逐项要求；心率可代脉搏；7岁以下（可调）不要求血压。不评价检查是否充分。没有体格检查"
          "由"
          " completeness-physical-exam 提示；写明另见检查表的、未能完整读取的，缺项时无法判定。",
          "An item that was deferred or refused in words counts, and a phrase that sums up the "
          "rest "
          "(余未见异常) stands for all systems. The heart rate stands for the pulse; below 7 years "
          "(an option) no blood pressure is asked for. How thorough it was is not judged. A "
          "missing "
          "examination is said by completeness-physical-exam; where a form elsewhere is referred "
          "to, or the document could not be read whole, what is lacking stays undecided."},
     .advice = {"补充所列项目；暂缓或患者拒绝检查的写明原因。",
                "Add what is listed; give the reason where it was deferred or refused."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
