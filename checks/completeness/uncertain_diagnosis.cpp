// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "check/report.h"
#include "check/words.h"
#include "checks/completeness/diagnosis_items.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kNoDifferential{
    "missing", "初步诊断“{0}”尚不明确，首次病程记录未写鉴别诊断。",
    "the diagnosis “{0}” is not certain; the first progress note holds no differential diagnosis."};
constexpr Message<std::string_view> kNoCandidate{
    "missing", "初步诊断只有“{0}”，未列出可能性较大的诊断。",
    "the only diagnosis is “{0}”; no likely diagnosis is listed."};

constexpr Option<WordList> kUncertain{"uncertain_words",
                                      {"待查|查因|待排|可能|疑似|疑诊|？|?"},
                                      "表明诊断不明确的用语",
                                      "words that tell that a diagnosis is not certain"};
constexpr Option<WordList> kPending{
    "pending_words", {"待查|查因"}, "表明诊断待查的用语", "words for a cause still to be found"};

constexpr Citation kDifferentialBasis[] = {{"BL", "22(1)"}};
constexpr Citation kCandidateBasis[] = {{"BL", "18(9)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kDifferentialMessages[] = {kNoDifferential};
constexpr MessageInfo kCandidateMessages[] = {kNoCandidate};
constexpr OptionInfo kDifferentialOptions[] = {kUncertain};
constexpr OptionInfo kCandidateOptions[] = {kPending};

// The preliminary diagnoses of a document: in one text, or each in one of its own.
std::span<const Text> diagnoses_of(const Document& document) {
  const Section* section = document.section(SectionType::kPreliminaryDiagnosis);
  return section == nullptr ? std::span<const Text>() : document.text_of(*section);
}

bool differential(const Document& document) {
  if (document.has_text(SectionType::kDifferentialDiagnosis)) return true;
  return tells_any(document, WordList{"鉴别"});
}

Outcome& fail_at(const Message<std::string_view>& message, const Chart& chart,
                 const Document& document, const Text& text, std::string_view item,
                 Report& report) {
  const auto from = static_cast<std::uint32_t>(item.data() - text.value.data());
  const auto to = from + static_cast<std::uint32_t>(item.size());
  return report.fail(message, of(chart, document), text.span, item).at(Part{text, from, to});
}

void run_differential(const Chart& chart, const Options& options, Report& report) {
  for (const Document* note : chart.of_type(DocType::kFirstProgressNote)) {
    const std::span<const Text> diagnoses = diagnoses_of(*note);
    if (diagnoses.empty()) continue;
    const Text& text = diagnoses.front();
    const FirstItem first = first_item(text.value);
    if (first.item.empty() || !holds_any(first.item, options[kUncertain])) continue;
    if (differential(*note)) {
      report.pass(of(chart, *note));
    } else if (note->broken) {
      report.undecided(of(chart, *note), missing::kRestOfDocument, text.span);
    } else {
      fail_at(kNoDifferential, chart, *note, text, first.item, report);
    }
  }
}

// Behind “待查” stands what is thought of: “发热待查：肺部感染？”.
bool names_candidate(std::string_view item, WordList pending) {
  bool named = true;
  any_word(pending, [&](std::string_view word) {
    const std::size_t at = item.find(word);
    if (at == item.npos) return false;
    const std::string_view behind = item.substr(at + word.size());
    named = behind.find_first_not_of("?？） )") != behind.npos;
    return true;
  });
  return named;
}

void run_candidates(const Chart& chart, const Options& options, Report& report) {
  for (const Document* record : chart.of_type(DocType::kAdmissionRecord)) {
    const std::span<const Text> diagnoses = diagnoses_of(*record);
    if (diagnoses.empty()) continue;
    const Text& text = diagnoses.front();
    const FirstItem first = first_item(text.value);
    if (first.item.empty() || !holds_any(first.item, options[kPending])) continue;
    // What stands behind it may be the likely diagnosis.
    if (diagnoses.size() > 1 || !first.only || names_candidate(first.item, options[kPending])) {
      report.pass(of(chart, *record));
    } else if (record->broken) {
      report.undecided(of(chart, *record), missing::kRestOfDocument, text.span);
    } else {
      fail_at(kNoCandidate, chart, *record, text, first.item, report);
    }
  }
}

}  // namespace

extern constinit const Check first_note_differential{
    {.id = "completeness-first-note-differential",
     .severity = Severity::kWarning,
     .title = {"诊断不明的，首次病程记录应写鉴别诊断",
               "A first progress note weighs differential diagnoses where the diagnosis is open"},
     .judged =
         {"首次病程记录的第一项初步诊断含“待查”“可能”“？”等不确定的用语的，应有鉴别诊断章节，或文字"
          "中写到“鉴别”。用语可调。",
          "Where the first diagnosis in the note is not certain (待查, 可能, ？ and the like), "
          "the note has a section on the differential diagnosis or speaks of it. The words "
          "are an option."},
     .exceptions = {"诊断明确的、没有初步诊断文字的不评价；文书未能完整读取时无法判定。",
                    "Not where the diagnosis is certain or the note holds no text of it; undecided "
                    "where the note could not be read whole."},
     .advice = {"写出鉴别诊断并进行分析。", "Write the differential diagnosis and weigh it."},
     .basis = kDifferentialBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kDifferentialMessages,
     .options = kDifferentialOptions},
    &run_differential};

extern constinit const Check pending_diagnosis_candidates{
    {.id = "completeness-pending-diagnosis-candidates",
     .severity = Severity::kWarning,
     .title = {"待查病例应列出可能性较大的诊断",
               "Where the cause is still to be found, likely diagnoses are listed"},
     .judged =
         {"入院记录的初步诊断只有一项，且为“……待查”“……查因”而其后没有诊断的，指出。用语可调。",
          "The preliminary diagnosis of an admission record is a single item that ends with "
          "待查 or 查因, with no diagnosis behind it. The words are an option."},
     .exceptions =
         {"其后列有其他诊断的视为已列出；没有初步诊断文字的不评价；文书未能完整读取时无法判定。",
          "What else is listed behind it counts; not where the record holds no text of "
          "the diagnosis; undecided where it could not be read whole."},
     .advice = {"在待查诊断后列出可能性较大的诊断。",
                "List the likely diagnoses behind what is still open."},
     .basis = kCandidateBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kCandidateMessages,
     .options = kCandidateOptions},
    &run_candidates};

}  // namespace emrlint::checks
