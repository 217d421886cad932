// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "text/compare.h"
#include "text/normal.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kEqual{"equal",
                           "首次病程记录的病例特点与入院记录的现病史完全相同，未经分析归纳。",
                           "the case features of the first progress note are word for word the "
                           "present illness of the admission record."};
constexpr Message<int> kNear{"near",
                             "首次病程记录的病例特点有{0}%的文字与入院记录相同，未见归纳整理。",
                             "{0} % of the case features of the first progress note stand in the "
                             "admission record unchanged."};
constexpr Message<> kSource{"source", "入院记录中的相同文字",
                            "the same text in the admission record"};

constexpr Option<double> kShare{
    "share", 0.75, "病例特点中与入院记录相同的文字比例达到此值即提示",
    "share of the case features that may stand in the admission record"};
constexpr Option<double> kCompressed{
    "compressed", 0.7, "病例特点中保留的现病史文字不超过此比例时视为已归纳，不提示",
    "case features that keep no more than this share of the present illness count as summarised"};

constexpr Citation kBasis[] = {{"BL", "22(1)"}, {"ZB", "25"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kEqual, kNear, kSource};
constexpr OptionInfo kOptions[] = {kShare, kCompressed};

struct Narrative {
  std::vector<Text> pieces;
  std::u32string normal;
};

Narrative of_section(const Document& document, SectionType type) {
  Narrative out;
  if (const Section* section = document.section(type)) {
    const auto texts = document.text_of(*section);
    out.pieces.assign(texts.begin(), texts.end());
    out.normal = normalise(out.pieces);
  }
  return out;
}

void report_copy(const Narrative& features, const Narrative& source, Outcome& outcome) {
  const CommonBlock block = longest_common_block(features.normal, source.normal);
  if (block.length == 0) return;
  outcome.at(part_of(features.pieces, block.a, block.a + block.length))
      .note(kSource, part_of(source.pieces, block.b, block.b + block.length));
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Document* note = chart.first(DocType::kFirstProgressNote);
  const Document* admission = chart.first(DocType::kAdmissionRecord);
  if (note == nullptr || admission == nullptr) return;  // Said by the completeness checks.
  const Narrative features = of_section(*note, SectionType::kCaseFeatures);
  const Narrative hpi = of_section(*admission, SectionType::kPresentIllness);
  if (features.normal.size() == 0 || hpi.normal.size() == 0) return;  // Likewise.

  const Subject subject = of(chart, *note);
  if (features.normal == hpi.normal) {
    report_copy(features, hpi, report.fail(kEqual, subject, note->span));
    return;
  }
  Narrative record{admission->narrative(), {}};
  record.normal = normalise(record.pieces);
  const double share = containment(features.normal, record.normal);
  if (share < options[kShare] || containment(hpi.normal, features.normal) <= options[kCompressed]) {
    return report.pass(subject);
  }
  Outcome& outcome = report.fail(kNear, subject, note->span, static_cast<int>(share * 100))
                         .weaker(Severity::kWarning);
  report_copy(features, record, outcome);
}

}  // namespace

extern constinit const Check first_note_vs_hpi{
    {.id = "duplication-first-note-vs-hpi",
     .severity = Severity::kError,
     .title = {"首次病程记录的病例特点应归纳写出，不照搬入院记录",
               "The case features of the first progress note are a summary, not a copy"},
     .judged =
         {"首次病程记录的病例特点与入院记录的现病史：去除标点、空格和全半角差异后完全相同为“必改”；"
          "与入院记录相同的文字达到 75%，并保留了现病史 70% 以上的文字，为“建议”。",
          "Case features of the first progress note against the admission record: equal to the "
          "present illness after normalisation is an error; 75 % of them found there, with more "
          "than 70 % of the present illness kept, is a warning."},
     .exceptions =
         {"只保留现病史 70% "
          "以内文字的视为已归纳，即使引用了体格检查和辅助检查的原文；缺其中一份文书或"
          "一个章节时由完整性检查说明。75% 与 70% 是可调参数，规范条文没有数值。",
          "Features that keep at most 70 % of the present illness count as summarised, even where "
          "they quote examination and tests; a missing document or section is said by the "
          "completeness checks. Both numbers "
          "are options, the article has none."},
     .advice = {"在全面分析病史、体征和辅助检查的基础上归纳病例特点，包括阳性发现和有鉴别意义的阴性"
                "症状体征。",
                "Summarise history, signs and tests into the features of the case, with positive "
                "findings and the negative ones that matter for the differential diagnosis."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
