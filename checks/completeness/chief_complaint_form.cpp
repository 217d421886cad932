// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "check/report.h"
#include "check/words.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kNoDuration{"no-duration", "主诉没有写明症状（或体征）的持续时间。",
                                "the chief complaint does not say how long it has lasted."};
constexpr Message<int, int> kLong{"long", "主诉{0}字，超过{1}字。",
                                  "the chief complaint has {0} characters, more than {1}."};

constexpr Option<WordList> kExempt{"exempt_words",
                                   {"确诊|复查|体检|要求|术后|化疗|放疗|再次|待产|产检|随诊"},
                                   "不要求持续时间的主诉用语",
                                   "words of complaints that need no duration"};
constexpr Option<int> kMost{"max_chars", 0, "最多字数；0为不限（地方标准）",
                            "most characters; 0 for no limit (a local matter)"};

constexpr Citation kBasis[] = {{"BL", "18(2)"}, {"ZJ", "主诉"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNoDuration, kLong};
constexpr OptionInfo kOptions[] = {kExempt, kMost};

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool names_duration(std::string_view text) {
  std::size_t at = 0;
  while (const std::optional<Quantity> found = next_quantity(text, at)) {
    if (found->time != TimeUnit::kNone && found->time != TimeUnit::kAge) return true;
    at = std::max(found->to, at + 1);
  }
  return false;
}

void judge(const Chart& chart, const Document& record, const Text& complaint,
           const Options& options, Report& report) {
  const Subject subject = of(chart, record);
  const int size = characters(complaint.value);
  const int most = options[kMost];
  if (!names_duration(complaint.value)) {
    if (holds_any(complaint.value, options[kExempt])) return;
    report.fail(kNoDuration, subject, complaint.span);
  } else if (most > 0 && size > most) {
    report.fail(kLong, subject, complaint.span, size, most);
  } else {
    report.pass(subject);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document* record : chart.of_type(DocType::kAdmissionRecord)) {
    const Section* section = record->section(SectionType::kChiefComplaint);
    if (section == nullptr || record->blank(*section)) continue;
    const std::span<const Text> texts = record->text_of(*section);
    if (texts.size() == 1) {
      judge(chart, *record, texts.front(), options, report);
    } else if (std::any_of(texts.begin(), texts.end(),
                           [](const Text& text) { return names_duration(text.value); })) {
      report.pass(of(chart, *record));
    } else {
      judge(chart, *record, texts.front(), options, report);
    }
  }
}

}  // namespace

extern constinit const Check chief_complaint_form{
    {.id = "completeness-chief-complaint-form",
     .severity = Severity::kWarning,
     .title = {"主诉应写明主要症状（或体征）及持续时间",
               "The chief complaint states the main symptom and how long it has lasted"},
     .judged =
         {"入院记录的主诉中有持续时间（3天、半年、10余年等）。字数上限是地方标准，默认不限，可调。",
          "The chief complaint of an admission record holds a duration (3天, 半年, 10余年 and "
          "the like). A most number of characters is a local matter, off by default."},
     .exceptions =
         {"没有主诉的由另一项检查指出；写明确诊、复查、体检、要求手术、术后、化疗等的不要求持续"
          "时间，用语可调；是否为症状不作判断。",
          "That there is none is said by its own check. Not for complaints that tell of a "
          "diagnosis made, a follow-up, an examination, a planned treatment and the like; "
          "the words are an option. Whether it is a symptom is not judged."},
     .advice = {"写明促使就诊的主要症状（或体征）及持续时间。",
                "State the main symptom or sign and how long it has lasted."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
