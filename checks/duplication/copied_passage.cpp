// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/duplication/lawful.h"
#include "checks/duplication/may_repeat.h"
#include "checks/duplication/overlap.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, int, DocType> kCopied{
    "copied", "{0}有{1}%的文字见于此前的记录，最长的一段与{2}相同。",
    "{1} % of the {0} stand in earlier records; the longest passage is that of the {2}."};
constexpr Message<> kSource{"source", "此前记录中的相同文字",
                            "the same text in the earlier record"};

constexpr Option<int> kLeast{
    "min_chars", 100, "少于此字数的相同文字不提示（不计标点；一个外文词算两字）",
    "passages of fewer characters are left out (without punctuation; a word counts as two)"};
constexpr Option<double> kSimilarity{"similarity", 0.9, "两段文字相同的比例达到此值即提示",
                                     "how much of the two passages must be the same"};

constexpr Citation kBasis[] = {{"ZJ", "书写基本要求1"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kCopied, kSource};
constexpr OptionInfo kOptions[] = {kLeast, kSimilarity};

struct Limits {
  unsigned weight;
  double similarity;
};

// What duplication-first-note-vs-hpi judges, whichever was written first.
bool judged_elsewhere(const ChartCopies& copies, const Passage& passage) {
  const auto between = [&](std::uint32_t note, std::uint32_t record) {
    return copies.texts()[note].text.section == SectionType::kCaseFeatures &&
           copies.document_of(note).type == DocType::kFirstProgressNote &&
           copies.document_of(record).type == DocType::kAdmissionRecord;
  };
  return between(passage.text, passage.source) || between(passage.source, passage.text);
}

bool counts(const ChartCopies& copies, const Passage& passage, const Limits& limits) {
  return copies.texts()[passage.text].document != copies.texts()[passage.source].document &&
         passage.similarity() >= limits.similarity &&
         copies.tokens().tells(passage.to, limits.weight) && !may_repeat(copies, passage) &&
         !judged_elsewhere(copies, passage);
}

void judge(const Chart& chart, const Written& written, const Document& document,
           const Limits& limits, Report& report) {
  const ChartCopies& copies = written.copies();
  const TextList own = written.own(document);
  if (own.empty()) return;
  const Passage* longest = nullptr;
  std::vector<TokenRange> copied;
  for (const std::uint32_t text : own) {
    for (const Passage& passage : copies.passages_of(text)) {
      if (!counts(copies, passage, limits)) continue;
      copied.push_back(passage.to);
      if (longest == nullptr || passage.equal > longest->equal) longest = &passage;
    }
  }
  if (longest == nullptr) return pass_among_all(chart, document, report);
  Overlap found{size_of(copies, own), covered(copied), longest->longest, longest->to,
                longest->from};
  show(
      copies, found, kSource,
      report.fail(kCopied, of(chart, document), document.span, document.type,
                  static_cast<int>(found.share() * 100), copies.document_of(longest->source).type));
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Written& written = Written::in(chart, report);
  const Limits limits{static_cast<unsigned>(2 * std::max(options[kLeast], 1)),
                      options[kSimilarity]};
  for (const Document& document : chart.documents) {
    judge(chart, written, document, limits, report);
  }
}

}  // namespace

extern constinit const Check copied_passage{
    {.id = "duplication-copied-passage",
     .severity = Severity::kNote,
     .title = {"长段照抄此前记录的文字宜核对",
               "Long passages of earlier records are looked at again"},
     .judged =
         {"每份有书写者自己文字的文书：有100字（可调）以上的一段与本次就诊此前的另一份记录相同，相"
          "同比例在90%（可调）以上。没有规范禁止，相同文字本身不是缺陷，仅提示核对；两个数字是经验"
          "值。",
          "Each record with words of its writer: a passage of 100 characters (an option) or more "
          "stands in an earlier record of the stay, 90 % of it (an option) the same. No norm "
          "forbids that: the same words alone are no defect, they are worth a look. Both numbers "
          "are assumptions."},
     .exceptions =
         {"允许重复的不提示：诊断、用药、过敏史等清单，既往史，检查结果，入院情况，病历摘要，知情"
          "同意书、核查表和护理表单，术前小结与术前讨论，注明出处的上级或会诊意见等。其他检查已指"
          "出的不再提示；病历不全的无法判定。",
          "What may be repeated is left out: lists of diagnoses, drugs and allergies, histories, "
          "results, condition on admission, summaries of the case, consents, checklists and "
          "nursing forms, preoperative summary and discussion, quoted words of seniors and "
          "consultants. So is what another check says. Undecided where the chart is not whole."},
     .advice = {"核对这段文字是否仍符合书写时的情况，引用的注明出处。",
                "See whether the passage still holds, and say whose words it quotes."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
