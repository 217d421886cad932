// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>

#include "check/report.h"
#include "check/words.h"
#include "checks/consistency/diagnosis_items.h"
#include "checks/consistency/pieces.h"
#include "checks/consistency/word_rows.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kNoLink{
    "no-link", "主诉“{0}”不能导出第一诊断“{1}”。",
    "the chief complaint “{0}” does not lead to the first diagnosis, “{1}”."};
constexpr Message<> kDiagnosis{"diagnosis", "第一诊断", "the first diagnosis"};

constexpr Option<WordList> kAnySymptom{
    "any_symptom",
    {"癌|瘤|恶性|淋巴|白血病|脓毒|败血|中毒|休克|贫血|结核|综合征|狼疮|风湿|血管炎|过敏|转移|"
     "电解质|"
     "反流|食管|感染|脓肿|血栓|栓塞|损伤|先天|酮症"},
    "可有任何症状、不作比较的诊断用语",
    "words of diagnoses that may show by any symptom, so that nothing is compared"};

constexpr Missing kSymptom{"symptom", "主诉中词表未列的症状或体征与诊断的关系",
                           "how a symptom or sign beyond the list stands to the diagnosis"};
constexpr Missing kDisease{"disease", "词表未列的诊断可有的症状",
                           "what symptoms a diagnosis beyond the list may have"};

constexpr Citation kBasis[] = {{"ZJ", "主诉"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kNoLink, kDiagnosis};
constexpr OptionInfo kOptions[] = {kAnySymptom};

// Of a complaint: what is no symptom at all. Of a diagnosis: what is open.
constexpr WordList kNoSymptom{
    "术后|伤后|产后|化疗|放疗|停经|孕|复查|确诊|体检|检查|发现|外伤|摔|跌|"
    "撞|车祸|诊断|要求|治疗|透析|无|否认|史"};
constexpr WordList kOpen{"待查|待排|待诊|原因|？|?|可能|考虑|术后|史"};
constexpr WordList kProgress{"加重|再发|复发|反复|缓解|好转|加剧"};

constexpr std::string_view kNames[] = {
#define EMRLINT_DISEASE(kind, words)
#define EMRLINT_SYMPTOM_OF(names, kinds) names,
#include "checks/consistency/complaint_diagnoses.def"
#undef EMRLINT_SYMPTOM_OF
};
constexpr std::string_view kNever[] = {
#define EMRLINT_SYMPTOM_OF(names, kinds) kinds,
#include "checks/consistency/complaint_diagnoses.def"
#undef EMRLINT_SYMPTOM_OF
#undef EMRLINT_DISEASE
};
constexpr std::string_view kDiseases[] = {
#define EMRLINT_SYMPTOM_OF(names, kinds)
#define EMRLINT_DISEASE(kind, words) words,
#include "checks/consistency/complaint_diagnoses.def"
#undef EMRLINT_DISEASE
};
constexpr char kKinds[] = {
#define EMRLINT_DISEASE(kind, words) kind,
#include "checks/consistency/complaint_diagnoses.def"
#undef EMRLINT_DISEASE
#undef EMRLINT_SYMPTOM_OF
};

std::string_view words_of(const Part& part) {
  return part.value.value.substr(part.from, part.to - part.from);
}

// What a part of a complaint says of the symptom before it: 加重1周, 3天.
bool of_progress(const DiagnosisItem& part) {
  const std::string_view words = words_of(part.place);
  return part.han.size() <= 4 && (digit_at(words, 0) >= 0 || holds_any(words, kProgress));
}

// The row of the first symptom that a part of the complaint names.
std::optional<std::size_t> symptom_in(std::string_view part) {
  static const WordRows rows(kNames);
  for (std::size_t at = 0; at < part.size(); at += char_length(part, at)) {
    if (const auto found = rows.at(part, at); found.length > 0) return found.row;
  }
  return std::nullopt;
}

// The kinds of a diagnosis, a letter each.
std::string kinds_of(std::string_view diagnosis) {
  static const WordRows rows(kDiseases);
  std::string kinds;
  for (std::size_t at = 0; at < diagnosis.size(); at += char_length(diagnosis, at)) {
    if (const auto found = rows.at(diagnosis, at); found.length > 0) kinds += kKinds[found.row];
  }
  return kinds;
}

// Every kind is one of those that the symptom never comes from.
bool never(std::string_view kinds, std::size_t symptom) {
  return std::all_of(kinds.begin(), kinds.end(),
                     [&](char kind) { return kNever[symptom].find(kind) != kNever[symptom].npos; });
}

const Text* only_text(const Document& record, SectionType type) {
  const Section* section = record.section(type);
  if (section == nullptr || record.blank(*section)) return nullptr;
  const std::span<const Text> texts = record.text_of(*section);
  return texts.size() == 1 ? &texts.front() : nullptr;
}

void judge(Subject subject, const Text& complaint, const DiagnosisItem& first, WordList any,
           Report& report) {
  const std::string_view diagnosis = words_of(first.place);
  if (holds_any(complaint.value, kNoSymptom) || holds_any(diagnosis, kOpen)) return;
  bool linked = false, unknown = false, named = false;
  const std::string kinds = kinds_of(diagnosis);
  for (const DiagnosisItem& part : parts_of(complaint)) {
    const std::string_view words = words_of(part.place);
    if (const auto symptom = symptom_in(words)) {
      named = true;
      linked = linked || !never(kinds, *symptom);
    } else if (!of_progress(part)) {
      unknown = true;
    }
  }
  if (!named) return;
  if (holds_any(diagnosis, any)) return report.pass(subject);
  if (kinds.empty()) return report.undecided(subject, kDisease, span_of(first.place));
  if (linked) return report.pass(subject);
  if (unknown) return report.undecided(subject, kSymptom, complaint.span);
  report.fail(kNoLink, subject, complaint.span, complaint.value, diagnosis)
      .note(kDiagnosis, first.place);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document* record : chart.of_type(DocType::kAdmissionRecord)) {
    const Text* complaint = only_text(*record, SectionType::kChiefComplaint);
    const Text* list = only_text(*record, SectionType::kPreliminaryDiagnosis);
    if (complaint == nullptr || list == nullptr || of_other_person(chart, *record)) continue;
    const auto items = items_of(*list);
    if (items.empty()) continue;
    judge(of(chart, *record), *complaint, items.front(), options[kAnySymptom], report);
  }
}

}  // namespace

extern constinit const Check chief_complaint_diagnosis{
    {.id = "consistency-chief-complaint-diagnosis",
     .severity = Severity::kNote,
     .title = {"主诉应能导出第一诊断（地方）",
               "The chief complaint leads to the first diagnosis (local sheet)"},
     .judged =
         {"入院记录：主诉的各个症状中至少一个，是第一个初步诊断所属的一类疾病可能有的症状。按词表比"
          "较"
          "，只在该类疾病确无此症状（如咳嗽与骨折）时提示。依据地方评分表，不是法规。",
          "Admission record: at least one symptom of the chief complaint may come from the kind of "
          "disease of the first preliminary diagnosis. By lists of words; said only where that "
          "kind of disease surely has none of the symptoms (a cough and a fracture). It rests on a "
          "local sheet, not on law."},
     .exceptions =
         {"术后、外伤、妊娠、体检发现、治疗等主诉，待查、存疑的诊断不评价；肿瘤、感染等可有任何症状"
          "的"
          "诊断（可调）视为相符；症状或诊断不在词表中的无法判定。全国方案不含本检查。",
          "Not for complaints after surgery or injury, of pregnancy, findings or treatment, nor "
          "for "
          "a diagnosis that is left open. Tumours, infections and other diagnoses that may show by "
          "any symptom (an option) agree. Undecided where a symptom or the diagnosis is beyond the "
          "lists. Not part of the national profile."},
     .advice = {"核对主诉的主要症状和诊断的主次，改正其一。",
                "Check the main symptom and the order of the diagnoses and correct one of them."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
