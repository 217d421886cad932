// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "check/visit.h"
#include "text/normal.h"

namespace emrlint::checks {
namespace {

constexpr Message<SectionType, SectionType> kCopied{
    "copied", "{0}与{1}的文字完全相同，未写检查结果。",
    "{0} repeats {1} word for word; no result is stated."};
constexpr Message<SectionType> kSource{"source", "{0}", "{0}"};

constexpr Option<int> kLeast{"min_chars", 10, "与体格检查相同而少于此字数的不提示",
                             "texts equal to the examination that have fewer characters pass"};

constexpr Citation kBasis[] = {{"ZJM", "辅助检查及结果"}, {"BL", "13"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kCopied, kSource};
constexpr OptionInfo kOptions[] = {kLeast};

constexpr SectionType kResults[] = {SectionType::kAuxiliaryExam, SectionType::kLaboratory,
                                    SectionType::kImaging};
constexpr SectionType kOrigins[] = {SectionType::kChiefComplaint, SectionType::kPresentIllness,
                                    SectionType::kPhysicalExam};

std::u32string normal_of(const Document& document, SectionType type) {
  const Section* section = document.section(type);
  return section == nullptr ? std::u32string() : normalise(document.text_of(*section));
}

// The section that `text` repeats; kUnknown for none. “未见明显异常” may be said of an examination
// and of tests alike.
SectionType origin_of(const Document& document, const std::u32string& text, int least) {
  for (const SectionType type : kOrigins) {
    if (type == SectionType::kPhysicalExam && static_cast<int>(text.size()) < least) continue;
    if (normal_of(document, type) == text) return type;
  }
  return SectionType::kUnknown;
}

void judge(const Chart& chart, const Document& document, int least, Report& report) {
  for (const SectionType type : kResults) {
    const std::u32string text = normal_of(document, type);
    if (text.empty()) continue;
    const Subject subject = of(chart, document, id(type));
    const SectionType origin = origin_of(document, text, least);
    if (origin == SectionType::kUnknown) {
      report.pass(subject);
      continue;
    }
    const auto texts = document.text_of(*document.section(type));
    const auto source = document.text_of(*document.section(origin));
    report.fail(kCopied, subject, texts.front().span, type, origin)
        .note(kSource, source.front().span, origin)
        .measure("similarity", 1)
        .measure("length", static_cast<double>(text.size()));
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!is_visit(chart)) return;
  for (const Document& document : chart.documents) {
    if (document.type == DocType::kOutpatientRecord ||
        document.type == DocType::kEmergencyObservationRecord) {
      judge(chart, document, options[kLeast], report);
    }
  }
}

}  // namespace

extern constinit const Check outpatient_aux_copied{
    {.id = "outpatient-aux-copied",
     .severity = Severity::kWarning,
     .title = {"门（急）诊病历的辅助检查不应照抄主诉、现病史或体格检查",
               "The tests of an outpatient record are no copy of another section"},
     .judged =
         {"门（急）诊病历、急诊留观病历：辅助检查（实验室检查、影像检查）的文字去除标点、空格和"
          "全半角差异后，与主诉、现病史或体格检查完全相同。评分表要求记录辅助检查结果，没有全国"
          "性规范写明“不得照抄”。",
          "Outpatient and observation records: the text of the tests, without punctuation "
          "and width, is equal to that of complaint, present illness or examination. A sheet "
          "asks for the results; no national norm speaks of copies."},
     .exceptions =
         {"部分相同的不提示；与体格检查相同而少于10字的（如“未见明显异常”）不提示；没有辅助检查"
          "章节的不评价。",
          "Not for parts that are equal, for less than 10 characters that are equal to "
          "the examination (未见明显异常), nor where there is no section of tests."},
     .advice = {"写明检查名称、日期和结果；没有做检查的写明“暂无”。",
                "State test, date and result, or that none was made."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
