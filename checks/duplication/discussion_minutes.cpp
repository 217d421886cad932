// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/duplication/overlap.h"
#include "checks/duplication/speeches.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal, int, Personal> kSpeech{
    "speech", "“{0}”的发言有{1}%的文字与“{2}”的发言相同。",
    "{1} % of what {0} says in the minutes are the words of {2}."};
constexpr Message<> kOther{"other", "另一发言人的相同文字", "the same words of the other speaker"};
constexpr Message<DocType, int> kRecord{
    "record", "{0}的讨论意见有{1}%的文字与此前一次讨论相同。",
    "{1} % of the opinions of the {0} are those of an earlier discussion."};
constexpr Message<> kEarlier{"earlier", "此前一次讨论的相同文字",
                             "the same text in the earlier discussion"};

constexpr Option<int> kLeast{
    "min_chars", 20, "少于此字数的发言不比较，如“同意以上意见”（不计标点；一个外文词算两字）",
    "speeches of fewer characters are not compared, such as those that agree (a word is two)"};
constexpr Option<double> kShare{"share", 0.9, "与另一发言相同的文字比例达到此值即提示",
                                "share of a speech that may stand in another one"};

constexpr Citation kBasis[] = {{"BL", "22(4)"}, {"BL", "22(12)"}, {"BL", "22(22)"}, {"BL", "3"}};
constexpr int kCore[] = {6, 8, 9};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kSpeech, kOther, kRecord, kEarlier};
constexpr OptionInfo kOptions[] = {kLeast, kShare};
constexpr std::string_view kSupersedes[] = {"duplication-copied-passage"};

constexpr SectionType kOpinions[] = {SectionType::kDiscussionOpinion};

bool discussion(DocType type) {
  return type == DocType::kDifficultCaseDiscussion || type == DocType::kPreopDiscussion ||
         type == DocType::kLevel4Mdt || type == DocType::kDeathCaseDiscussion;
}

// The section of the opinions, else all there is to read.
std::vector<Text> opinions_of(const Document& document) {
  const Section* section = document.section(SectionType::kDiscussionOpinion);
  if (section == nullptr || document.blank(*section)) return document.narrative();
  const auto pieces = document.text_of(*section);
  return {pieces.begin(), pieces.end()};
}

// The earlier discussion of that kind whose opinions these repeat.
std::optional<Overlap> repeated(const Chart& chart, const Written& written,
                                const Document& document, const Options& options) {
  const TextList here = written.of(document, kOpinions);
  if (!tells_least(written.copies(), here, options[kLeast])) return std::nullopt;
  std::optional<Overlap> most;
  for (const Document* other : chart.of_type(document.type)) {
    const TextList there = written.of(*other, kOpinions);
    if (there.empty() || there.front() >= here.front()) continue;
    const Overlap found = overlap(written.copies(), here, there);
    if (!most || found.copied > most->copied) most = found;
  }
  return most;
}

void judge(const Chart& chart, const Written& written, const Document& document,
           const Options& options, Report& report) {
  const Subject subject = of(chart, document);
  const std::vector<Text> pieces = opinions_of(document);
  const Minutes minutes(pieces, options[kLeast]);
  if (const auto echo = minutes.echo(options[kShare])) {
    report
        .fail(kSpeech, subject, document.span, Personal{echo->copy->speaker},
              static_cast<int>(echo->similarity * 100), Personal{echo->source->speaker})
        .at(echo->copy->words)
        .note(kOther, echo->source->words)
        .measure("similarity", echo->similarity)
        .measure("length", echo->copied);
    return;
  }
  const auto found = repeated(chart, written, document, options);
  if (found && found->share() >= options[kShare]) {
    show(written.copies(), *found, kEarlier,
         report.fail(kRecord, subject, document.span, document.type,
                     static_cast<int>(found->share() * 100)));
  } else if (found || minutes.speeches() > 1) {
    pass_read(chart, document, report);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Written& written = Written::in(chart, report);
  for (const Document& document : chart.documents) {
    if (discussion(document.type) && !written.of(document).empty()) {
      judge(chart, written, document, options, report);
    }
  }
}

}  // namespace

extern constinit const Check discussion_minutes{
    {.id = "duplication-discussion-minutes",
     .severity = Severity::kWarning,
     .title = {"讨论记录应写各人自己的意见",
               "The minutes of a discussion give each one's own words"},
     .judged =
         {"疑难病例、术前、多学科和死亡病例讨论记录：按“某医师：”分列的发言，不同发言人的发言（"
          "20字以上）有90%（可调）以上的文字相同；或讨论意见与本次就诊此前一次同类讨论相同。条文要"
          "求具体讨论意见，没有数值，90%为经验值。",
          "Minutes of difficult case, preoperative, multidisciplinary and death discussions: "
          "speeches that “speaker:” tells apart, of 20 characters or more, of which 90 % (an "
          "option) are the words of another speaker; or opinions that are those of an earlier "
          "discussion of that kind. The articles ask for the opinions and have no number; 90 % is "
          "an assumption."},
     .exceptions =
         {"表示同意的简短发言不计；没有按人分列发言、也没有此前同类讨论的不评价；与其他患者的讨论"
          "相同不在本检查之内。",
          "Short speeches that agree do not count. Not for minutes that do not tell speakers "
          "apart and have no earlier discussion; discussions of other patients are not looked at "
          "here."},
     .advice = {"按各人实际发言记录具体意见。", "Record what each of those present really said."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
