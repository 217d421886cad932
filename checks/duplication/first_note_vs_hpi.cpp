// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/overlap.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kEqual{"equal",
                           "首次病程记录的病例特点与入院记录的现病史完全相同，未经分析归纳。",
                           "the case features of the first progress note are word for word the "
                           "present illness of the admission record."};
constexpr Message<> kAllCopied{
    "all-copied", "首次病程记录的病例特点全部照搬自入院记录，包括现病史全文，未经分析归纳。",
    "all of the case features of the first progress note stand in the admission record word for "
    "word, the whole present illness among them."};
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
constexpr MessageInfo kMessages[] = {kEqual, kAllCopied, kNear, kSource};
constexpr OptionInfo kOptions[] = {kShare, kCompressed};

constexpr SectionType kFeatures[] = {SectionType::kCaseFeatures};
constexpr SectionType kHpi[] = {SectionType::kPresentIllness};

void run(const Chart& chart, const Options& options, Report& report) {
  const Written& written = Written::in(chart, report);
  const ChartCopies& copies = written.copies();
  const Document* note = written.first(DocType::kFirstProgressNote);
  const Document* admission = written.first(DocType::kAdmissionRecord);
  if (note == nullptr || admission == nullptr) return;  // Said by the completeness checks.
  const TextList features = written.of(*note, kFeatures);
  const TextList hpi = written.of(*admission, kHpi);
  if (features.empty() || hpi.empty()) return;  // Likewise.

  const Subject subject = of(chart, *note);
  if (tokens_of(copies, features) == tokens_of(copies, hpi)) {
    return show(copies, whole(copies, features, hpi), kSource,
                report.fail(kEqual, subject, note->span));
  }
  const Overlap found = overlap(copies, features, written.of(*admission));
  const Overlap kept = overlap(copies, hpi, features);
  if (found.complete() && kept.complete()) {
    return show(copies, found, kSource, report.fail(kAllCopied, subject, note->span));
  }
  if (found.share() < options[kShare] || kept.share() <= options[kCompressed]) {
    if (admission->broken) {
      return report.undecided(subject, missing::kRestOfDocument, admission->damage);
    }
    return pass_read(chart, *note, report);
  }
  Outcome& outcome = report.fail(kNear, subject, note->span, static_cast<int>(found.share() * 100))
                         .weaker(Severity::kWarning);
  show(copies, found, kSource, outcome);
}

}  // namespace

extern constinit const Check first_note_vs_hpi{
    {.id = "duplication-first-note-vs-hpi",
     .severity = Severity::kError,
     .title = {"首次病程记录的病例特点应归纳写出，不照搬入院记录",
               "The case features of the first progress note are a summary, not a copy"},
     .judged =
         {"首次病程记录的病例特点与入院记录：去除标点、空格和全半角差异后与现病史完全相同，或者全"
          "部文字均照搬自入院记录并包含现病史全文，为“必改”（病案质控指标所列不合理复制的第一种"
          "情形）；与入院记录相同的文字达到 75%，并保留了现病史 70% 以上的文字，为“建议”。",
          "Case features of the first progress note against the admission record: equal to the "
          "present illness after normalisation, or copied from the record to the last word with "
          "the whole present illness, is an error (the first of the four patterns of unreasonable "
          "copying of the indicator MER-TQ-07); 75 % of them found there, with more than 70 % of "
          "the present illness kept, is a warning."},
     .exceptions =
         {"只保留现病史 70% 以内文字的视为已归纳，即使引用了体格检查和辅助检查的原文；缺其中一份文"
          "书或一个章节时由完整性检查说明。75% 与 70% 是可调参数（经验值），规范条文没有数值。",
          "Features that keep at most 70 % of the present illness count as summarised, even where "
          "they quote examination and tests; a missing document or section is said by the "
          "completeness checks. Both numbers are options and assumptions, the article has none."},
     .advice = {"在全面分析病史、体征和辅助检查的基础上归纳病例特点，包括阳性发现和有鉴别意义的阴"
                "性症状体征。",
                "Summarise history, signs and tests into the features of the case, with positive "
                "findings and the negative ones that matter for the differential diagnosis."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
