// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/consistency/word_rows.h"
#include "checks/matching/told.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Time> kUntold{
    "untold", "病理检查“{0}”于{1}报告，病程记录中未见病理结果。",
    "the pathology “{0}” was reported at {1}; no note tells its result."};
constexpr Message<std::string_view, Time, Time> kDue{
    "due", "病理检查“{0}”于{1}报告，病理结果应记入病程，最迟{2}。",
    "the pathology “{0}” was reported at {1}; its result is to be told in a note by {2}."};
constexpr Message<std::string_view, Surgery> kNoSample{
    "no-sample", "病理检查“{0}”的标本采集于{1}当日，手术记录未写取材或送检。",
    "the specimen of the pathology “{0}” was taken on the day of {1}; the operation record does "
    "not tell of it."};

constexpr Option<Duration> kWithin{"within", Duration{72 * 60},
                                   "在院患者出报告后多久应记入病程（参数，非条文）",
                                   "how soon after the report a note tells of it, while the "
                                   "patient is there (a parameter, not law)"};
constexpr Option<WordList> kSampling{
    "sampling_words",
    {"病理|标本|送检|送病|活检|取材|冰冻|冷冻|送快速|取组织|组织送|剖视|剖开|切除物"},
    "手术记录中表明取材的用语",
    "words of an operation record that tell of a specimen"};

constexpr Citation kBasis[] = {{"ZB", "9"}, {"BL", "22"}, {"ZJ", "日常病程4"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kResults};
constexpr MessageInfo kMessages[] = {kUntold, kDue, kNoSample};
constexpr OptionInfo kOptions[] = {kWithin, kSampling};

NamedTest find(std::string_view text, std::size_t at) {
  constexpr std::string_view kWords[] = {
      "病理 病检 活检 冰冻 石蜡 切片 免疫组化 镜下 腺癌 鳞癌 低分化 中分化 高分化"};
  static const WordRows rows(kWords);
  for (; at < text.size(); at += char_length(text, at)) {
    if (const auto found = rows.at(text, at); found.length > 0) return {at, at + found.length};
  }
  return {};
}

// The only surgery of the day on which the specimen was taken.
std::optional<std::uint32_t> surgery_of(const Chart& chart, const TestResult& result) {
  const auto day = day_of(result.collected);
  std::optional<std::uint32_t> only;
  for (std::uint32_t i = 0; day && i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    if (!surgery.start || surgery.start.value().precision < Precision::kDay) return std::nullopt;
    if (surgery.start.value().local_day() != *day) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

void judge_sampling(const Chart& chart, std::size_t index, WordList words, Report& report) {
  const TestResult& result = chart.results[index];
  const auto surgery = surgery_of(chart, result);
  if (!surgery) return;
  auto records = chart.about_surgery(DocType::kOperationRecord, *surgery);
  const auto births = chart.about_surgery(DocType::kCesareanRecord, *surgery);
  records.insert(records.end(), births.begin(), births.end());
  // periop-operation-record, completeness-operation-record-items.
  std::erase_if(records, [](const Document* record) {
    return !record->has_text(SectionType::kOperationCourse);
  });
  if (records.empty()) return;
  const Subject subject = of_result(index, "sampling");
  if (std::any_of(records.begin(), records.end(),
                  [&](const Document* record) { return tells_any(*record, words); })) {
    return report.pass(subject);
  }
  const bool broken = std::any_of(records.begin(), records.end(),
                                  [](const Document* record) { return record->broken; });
  if (broken || chart.cut_off) {
    return report.undecided(subject, missing::kRestOfDocument, records.front()->span);
  }
  report.fail(kNoSample, subject, records.front()->span, result.name.value,
              chart.surgeries[*surgery]);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther) return;
  judge_results(chart, {kPathology, &find, kUntold, kDue, options[kWithin]}, report);
  for (std::size_t i = 0; i < chart.results.size(); ++i) {
    const bool pathology = (tests_of(chart.results[i]) & kPathology) != 0;
    if (pathology) judge_sampling(chart, i, options[kSampling], report);
  }
}

}  // namespace

extern constinit const Check match_pathology{
    {.id = "match-pathology",
     .severity = Severity::kWarning,
     .title = {"病理检查的取材应记入手术记录，结果应记入病程",
               "The operation record tells of the specimen, a note the result of a pathology"},
     .judged =
         {"住院期间所做、出院前已报告的每份病理检查：此后有病程记录写明其结果；标本采集当日只有一台"
          "手术"
          "的，该手术记录写有标本、送检、活检等（用语可调）。",
          "Each pathology of the stay that was reported before discharge: a later note tells its "
          "result. Where one surgery took place on the day of the specimen, its operation record "
          "tells of it (the words are an option)."},
     .exceptions =
         {"入院前所做、出院后才报告、没有时间的报告不评价结果；标本没有采集时间、当日有数台手术或没"
          "有"
          "手术记录的不评价取材。病程、术前、手术、会诊、出院等任何一份记录提到即可。病历不全、文书"
          "未能"
          "完整读取的无法判定。",
          "The result is not asked for of what was done before admission, reported after discharge "
          "or has no time; the specimen not without its time, with several surgeries that day or "
          "without an operation record. Any record of the course counts. Undecided where the chart "
          "is not whole or a document could not be read to its end."},
     .advice = {"在手术记录中补记取材情况，在病程中记录病理结果及其意义。",
                "Add the specimen to the operation record, and the result to a note."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
