// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "check/report.h"
#include "checks/document/foreign_words.h"
#include "text/placeholder.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kForeign{"foreign", "诊断“{0}”没有使用中文。",
                                             "the diagnosis “{0}” is not in Chinese."};
constexpr Message<std::string_view> kAbbreviation{
    "abbreviation", "诊断以外文缩写“{0}”代替病名，该缩写不在通用缩写表中。",
    "a diagnosis has the abbreviation “{0}” for its name, which is not in the list of those in "
    "general use."};

constexpr Option<WordList> kAllowed{"allowed", kKnownAbbreviations,
                                    "通用的外文缩写和可用外文的名称（条文没有列举）",
                                    "abbreviations and names in general use (no text lists them)"};

constexpr Citation kBasis[] = {{"BL", "5"}, {"BL", "6"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kForeign, kAbbreviation};
constexpr OptionInfo kOptions[] = {kAllowed};

// Sections that list the patient's diagnoses.
bool lists_diagnoses(SectionType type) {
  switch (type) {
    case SectionType::kDiagnosis:
    case SectionType::kPreliminaryDiagnosis:
    case SectionType::kRevisedDiagnosis:
    case SectionType::kConfirmedDiagnosis:
    case SectionType::kSupplementaryDiagnosis:
    case SectionType::kOutpatientDiagnosis:
    case SectionType::kAdmissionDiagnosis:
    case SectionType::kCurrentDiagnosis:
    case SectionType::kPreopDiagnosis:
    case SectionType::kIntraopDiagnosis:
    case SectionType::kPostopDiagnosis:
    case SectionType::kDischargeDiagnosis:
    case SectionType::kDeathDiagnosis:
      return true;
    default:
      return false;
  }
}

// Whether it was reported.
bool judge(const Text& text, Subject subject, WordList allowed, Report& report) {
  const auto found = find_foreign_word(text.value, allowed);
  if (!found || find_placeholder(text.value, {})) return false;
  const auto from = static_cast<std::uint32_t>(found->from);
  const auto to = static_cast<std::uint32_t>(found->to);
  report
      .fail(found->whole ? kForeign : kAbbreviation, subject, text.span,
            text.value.substr(from, to - from))
      .at(Part{text, from, to});
  return true;
}

void judge(const Chart& chart, const Document& document, WordList allowed, Report& report) {
  bool any = false;
  for (const Section& section : document.sections) {
    if (!lists_diagnoses(section.type)) continue;
    for (const Text& text : document.text_of(section)) {
      any = true;
      if (judge(text, of(chart, document), allowed, report)) return;
    }
  }
  if (any) report.pass(of(chart, document));
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.realm == Realm::kOther) return;
  const WordList allowed = options[kAllowed];
  for (std::size_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& d = chart.diagnoses[i];
    if (d.name.value.empty()) continue;
    const Subject subject{SubjectKind::kDiagnosis, static_cast<std::uint32_t>(i), {}};
    if (!judge(d.name, subject, allowed, report)) report.pass(subject);
  }
  for (const Document& document : chart.documents) {
    // The diagnoses of a shared document are data as well.
    if (document.format != Format::kWs500) judge(chart, document, allowed, report);
  }
}

}  // namespace

extern constinit const Check document_language{
    {.id = "document-language",
     .severity = Severity::kNote,
     .title = {"诊断应使用中文，缩写限于通用者",
               "Diagnoses are written in Chinese, with no abbreviations but those in general use"},
     .judged =
         {"诊断数据和诊断章节：每项诊断有中文；不以通用缩写表（选项 "
          "allowed）之外的外文缩写代替病名（如“2型DM”）。每项数据、每份文书指出第一处。",
          "Diagnoses in data and in sections: each has Chinese words, and none has an abbreviation "
          "for its name (2型DM) that is not in the list of those in general use (option allowed); "
          "the "
          "first place of each."},
     .exceptions =
         {"修饰病名的缩写（EB病毒感染）、大小写混写（IgA肾病）、罗马数字、括号内的和写在中文病名之"
          "后的外文不评价；没有正式中文译名的名称可加入选项；非中国病历不评价。哪些缩写通用，条文没"
          "有列举。",
          "Not for abbreviations that qualify a name (EB病毒感染), mixed letters (IgA肾病), "
          "numerals, "
          "what stands in brackets or behind the Chinese name; a name that has no Chinese "
          "translation can be added to the option. Which abbreviations are in general use no text "
          "says."},
     .advice = {"改用规范的中文病名。", "Write the Chinese name of the disease."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
