// SPDX-License-Identifier: Apache-2.0
// What the text of an admission record has to say in special cases: BL 18(8), BL 19.
#include <algorithm>
#include <optional>
#include <string_view>

#include "check/report.h"
#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kNoSource{
    "missing", "辅助检查提到“{0}”的结果，未写明该机构名称及检查号。",
    "a result from elsewhere (“{0}”) is given without the institution's name and the number of the "
    "examination."};
constexpr Message<> kNoSummary{"missing", "现病史未先对历次住院诊疗经过进行小结。",
                               "the present illness does not begin with the earlier stays."};

constexpr Option<WordList> kElsewhere{"elsewhere_words",
                                      {"外院|院外|他院"},
                                      "表明在其他机构检查的用语",
                                      "words for another hospital"};
constexpr Option<WordList> kNumber{
    "number_words",
    {"检查号|编号|片号|报告号|检验号|影像号|病理号|条码号|No|NO|号："},
    "表明写有检查号的用语",
    "words that come with the number of an examination"};
constexpr Option<WordList> kReadmission{"title_words",
                                        {"再次入院|多次入院|再入院|再次或多次入院"},
                                        "再次或多次入院记录的标题用语",
                                        "titles of records of a further stay"};
constexpr Option<WordList> kEarlier{
    "earlier_words",
    {"前次|上次|首次住院|第1次|第一次|曾于|曾住院|曾在我|曾因|多次住院|多次在我|既往住院|先后"},
    "表明小结历次住院的用语",
    "words that tell of earlier stays"};

constexpr Citation kSourceBasis[] = {{"BL", "18(8)"}};
constexpr Citation kSummaryBasis[] = {{"BL", "19"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kSourceMessages[] = {kNoSource};
constexpr MessageInfo kSummaryMessages[] = {kNoSummary};
constexpr OptionInfo kSourceOptions[] = {kElsewhere, kNumber};
constexpr OptionInfo kSummaryOptions[] = {kReadmission, kEarlier};

struct Word {
  std::size_t at = 0;
  std::string_view text;
};
std::optional<Word> first_of(std::string_view text, WordList words) {
  std::optional<Word> first;
  any_word(words, [&](std::string_view word) {
    const std::size_t at = text.find(word);
    if (at != text.npos && (!first || at < first->at)) first = Word{at, word};
    return false;
  });
  return first;
}

std::span<const Text> texts_of(const Document& record, SectionType type) {
  const Section* section = record.section(type);
  return section == nullptr ? std::span<const Text>() : record.text_of(*section);
}

void judge_source(const Chart& chart, const Document& record, const Options& options,
                  Report& report) {
  for (const Text& text : texts_of(record, SectionType::kAuxiliaryExam)) {
    const std::optional<Word> word = first_of(text.value, options[kElsewhere]);
    if (!word) continue;
    if (holds_any(text.value, options[kNumber])) return report.pass(of(chart, record));
    const auto from = static_cast<std::uint32_t>(word->at);
    const auto to = from + static_cast<std::uint32_t>(word->text.size());
    report.fail(kNoSource, of(chart, record), text.span, word->text).at(Part{text, from, to});
    return;
  }
}

void run_source(const Chart& chart, const Options& options, Report& report) {
  for (const Document* record : chart.of_type(DocType::kAdmissionRecord)) {
    judge_source(chart, *record, options, report);
  }
}

void run_summary(const Chart& chart, const Options& options, Report& report) {
  for (const Document* record : chart.of_type(DocType::kAdmissionRecord)) {
    if (!holds_any(record->title.value, options[kReadmission])) continue;
    const std::span<const Text> history = texts_of(*record, SectionType::kPresentIllness);
    if (history.empty()) continue;
    const bool told = std::any_of(history.begin(), history.end(), [&](const Text& text) {
      return holds_any(text.value, options[kEarlier]);
    });
    if (told) {
      report.pass(of(chart, *record));
    } else if (record->broken) {
      report.undecided(of(chart, *record), missing::kRestOfDocument, history.front().span);
    } else {
      report.fail(kNoSummary, of(chart, *record),
                  record->section(SectionType::kPresentIllness)->span);
    }
  }
}

}  // namespace

extern constinit const Check external_exam_source{
    {.id = "completeness-external-exam-source",
     .severity = Severity::kWarning,
     .title = {"引用其他医疗机构的检查应写明机构名称及检查号",
               "A result from elsewhere comes with the institution and the examination's number"},
     .judged = {"入院记录的辅助检查写到“外院”“院外”“他院”而没有检查号一类的编号。用语可调。",
                "The auxiliary examinations of an admission record speak of another hospital "
                "(外院, 院外, 他院) without a number of the examination. The words are an option."},
     .exceptions = {"写出具体机构名称而未用上述用语的不评价；没有提到其他机构的不评价。",
                    "Not where an institution is named without these words, nor where none is "
                    "spoken of."},
     .advice = {"写明该机构名称及检查号。", "Name the institution and the number."},
     .basis = kSourceBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kSourceMessages,
     .options = kSourceOptions},
    &run_source};

extern constinit const Check readmission_summary{
    {.id = "completeness-readmission-summary",
     .severity = Severity::kWarning,
     .title = {"再次或多次入院记录的现病史应先小结历次住院",
               "The history in a record of a further stay begins with the earlier stays"},
     .judged = {"标题为再次（多次）入院记录的：现病史中有提到历次住院的用语。用语可调。",
                "Records whose title says that they are of a further stay: the present illness "
                "speaks of earlier stays. The words are an option."},
     .exceptions =
         {"标题没有写明再次或多次入院的、没有现病史的不评价；文书未能完整读取时无法判定。",
          "Not for other titles, nor without a present illness; undecided where the "
          "record could not be read whole."},
     .advice = {"先小结本次住院前历次有关住院诊疗经过，再写本次入院的现病史。",
                "Sum up the earlier stays first, then write the present illness."},
     .basis = kSummaryBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kSummaryMessages,
     .options = kSummaryOptions},
    &run_summary};

}  // namespace emrlint::checks
