// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/overlap.h"

namespace emrlint::checks {
namespace {

constexpr Message<int> kRepeats{
    "repeats", "首次病程记录的拟诊讨论有{0}%的文字重复病例特点，未作分析。",
    "{0} % of the diagnostic discussion of the first progress note repeat its case features."};
constexpr Message<> kSource{"source", "病例特点中的相同文字", "the same text in the case features"};

constexpr Option<int> kLeast{
    "min_chars", 20, "少于此字数的拟诊讨论不比较（不计标点；一个外文词算两字）",
    "discussions of fewer characters are not compared (a word counts as two)"};
constexpr Option<double> kShare{"share", 0.5, "拟诊讨论中与病例特点相同的文字比例达到此值即提示",
                                "share of the discussion that may stand in the case features"};

constexpr Citation kBasis[] = {{"ZB", "25"}, {"BL", "22(1)"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kRepeats, kSource};
constexpr OptionInfo kOptions[] = {kLeast, kShare};

constexpr SectionType kFeatures[] = {SectionType::kCaseFeatures};
constexpr SectionType kReasoning[] = {SectionType::kDiagnosticDiscussion,
                                      SectionType::kDiagnosisBasis,
                                      SectionType::kDifferentialDiagnosis};

// Of a shared document the data elements alone count: its narrative repeats them.
TextList reasoning_of(const Written& written, const Document& note, bool fields) {
  TextList texts = written.of(note, kReasoning);
  std::erase_if(texts, [&](std::uint32_t text) {
    return fields && !written.copies().section_of(text).field;
  });
  return texts;
}

void judge(const Chart& chart, const Written& written, const Document& note, const Options& options,
           Report& report) {
  const ChartCopies& copies = written.copies();
  const TextList features = written.of(note, kFeatures);
  if (features.empty()) return;
  const bool fields = copies.section_of(features.front()).field;
  const TextList reasoning = reasoning_of(written, note, fields);
  if (!tells_least(copies, reasoning, options[kLeast])) return;
  const Overlap found = overlap(copies, reasoning, features);
  if (found.share() < options[kShare]) return pass_read(chart, note, report);
  show(copies, found, kSource,
       report.fail(kRepeats, of(chart, note), note.span, static_cast<int>(found.share() * 100)));
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Written& written = Written::in(chart, report);
  for (const Document* note : chart.of_type(DocType::kFirstProgressNote)) {
    judge(chart, written, *note, options, report);
  }
}

}  // namespace

extern constinit const Check reasoning_vs_features{
    {.id = "duplication-reasoning-vs-features",
     .severity = Severity::kWarning,
     .title = {"拟诊讨论应作分析，不重复病例特点",
               "The diagnostic discussion reasons, it does not repeat the case features"},
     .judged =
         {"首次病程记录的拟诊讨论（诊断依据、鉴别诊断）与病例特点：半数（可调）以上的文字相同即提"
          "示（病案质控指标所列不合理复制的第二种情形，指标没有数值，50%为经验值）。",
          "The diagnostic discussion of the first progress note (basis and differential "
          "diagnosis) against its case features: half of it (an option) is the same text. That is "
          "the second of the four patterns of unreasonable copying of the indicator MER-TQ-07, "
          "which has no number; 50 % is an assumption."},
     .exceptions =
         {"不足20字（可调）的拟诊讨论和没有病例特点的不评价；夹在分析中引用的个别症状体征，相同文字在"
          "32字以内的不计。",
          "Not for discussions of less than 20 characters (an option) or without case features; "
          "single symptoms and signs that are quoted within the reasoning, up to 32 characters "
          "the same, do not count."},
     .advice = {"写明由哪些特点得出诊断、与哪些疾病鉴别及理由。",
                "Say which features lead to the diagnosis, what else they could mean and why not."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
