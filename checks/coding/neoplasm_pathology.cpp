// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/coding/categories.h"
#include "checks/coding/coded.h"
#include "checks/coding/tumour_reports.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view, std::string_view> kBenign{
    "benign", "诊断编码“{0}”为恶性肿瘤，而同一部位的病理报告“{1}”为良性（“{2}”）。",
    "the diagnosis code “{0}” is of a malignant tumour, and the pathology “{1}” of that site is "
    "benign (“{2}”)."};
constexpr Message<std::string_view, std::string_view, std::string_view> kMalignant{
    "malignant", "诊断编码“{0}”为良性肿瘤，而同一部位的病理报告“{1}”为恶性（“{2}”）。",
    "the diagnosis code “{0}” is of a benign tumour, and the pathology “{1}” of that site is "
    "malignant (“{2}”)."};
constexpr Message<> kReport{"report", "病理报告", "the pathology report"};

constexpr Citation kBasis[] = {{"SY", "5"}, {"ZB", "21"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kResults};
constexpr MessageInfo kMessages[] = {kBenign, kMalignant, kReport};

constexpr Missing kClear{"clear-pathology", "病理报告中该部位肿瘤良恶性的明确结论",
                         "a pathology that clearly says whether the tumour of the site is benign"};

// Named as treated before: the tissue of this stay may be of something else.
constexpr WordList kTreated{"术后|史|化疗|放疗|治疗后|综合治疗|复查|复发|转移"};

// What the reports of the stay say of the site, taken together.
struct Verdict {
  const TestResult* benign = nullptr;
  const TestResult* malignant = nullptr;
  Part benign_words, malignant_words;
  bool open = false;  // Some report may say otherwise.
};

Verdict verdict_of(const Chart& chart, TumourSite site) {
  Verdict verdict;
  for (const TestResult& report : chart.results) {
    if (!pathology_in_stay(chart, report)) continue;
    const SaidOfSite said = said_of(report, site);
    if (said.says == ReportSays::kBenign) {
      verdict.benign = &report, verdict.benign_words = said.part;
    } else if (said.says == ReportSays::kMalignant) {
      verdict.malignant = &report, verdict.malignant_words = said.part;
    }
    verdict.open |= said.says == ReportSays::kOpen;
  }
  return verdict;
}

std::string_view words_of(const Part& part) {
  return std::string_view(part.value.value).substr(part.from, part.to - part.from);
}

class Judge {
 public:
  Judge(const Chart& chart, const DischargeList& list, Report& report)
      : chart_(chart), list_(list), report_(report) {}

  void diagnosis(std::uint32_t index, const SitedCode& code) {
    const Diagnosis& d = chart_.diagnoses[index];
    const Verdict found = verdict_of(chart_, code.site);
    const Subject subject = of_diagnosis(index);
    if (found.benign == nullptr && found.malignant == nullptr) {
      if (found.open) report_.undecided(subject, kClear, d.code.span);
    } else if (code.malignant) {
      if (found.malignant != nullptr) return report_.pass(subject);
      if (found.open) return report_.undecided(subject, kClear, d.code.span);
      say(kBenign, subject, d, *found.benign, found.benign_words);
    } else {
      if (found.malignant == nullptr || coded_malignant(code.site)) return report_.pass(subject);
      say(kMalignant, subject, d, *found.malignant, found.malignant_words);
    }
  }

 private:
  // The same site, or one that the tumour may have spread from.
  bool coded_malignant(TumourSite site) const {
    return std::any_of(list_.all.begin(), list_.all.end(), [&](std::uint32_t i) {
      const std::string_view code = chart_.diagnoses[i].code.value;
      const auto other = sited(code);
      return in_ranges(categories::kSpreadNeoplasms, code) ||
             (other && other->malignant && other->site == site);
    });
  }

  void say(const Message<std::string_view, std::string_view, std::string_view>& message,
           Subject subject, const Diagnosis& d, const TestResult& report, const Part& words) {
    report_.fail(message, subject, d.code.span, d.code.value, report.name.value, words_of(words))
        .note(kReport, words);
  }

  const Chart& chart_;
  const DischargeList& list_;
  Report& report_;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  const DischargeList list = discharge_list(chart);
  Judge judge(chart, list, report);
  for (const std::uint32_t i : list.all) {
    const Diagnosis& d = chart.diagnoses[i];
    if (!plain_icd10(chart, d) || holds_any(d.name.value, kTreated)) continue;
    if (const auto code = sited(d.code.value)) judge.diagnosis(i, *code);
  }
}

}  // namespace

extern constinit const Check neoplasm_pathology{
    {.id = "coding-neoplasm-pathology-match",
     .severity = Severity::kWarning,
     .title = {"肿瘤编码的良恶性应与病理报告一致",
               "The code of a tumour is benign or malignant as the pathology says"},
     .judged = {"已出院的住院病历，部位明确的良性、恶性肿瘤编码（如 C16 与 D13.1，C50 与 "
                "D24）：出院前同一部位的病理报告没有与之相反的结论。",
                "Inpatients after discharge, each benign or malignant tumour code of a certain "
                "site (C16 and D13.1, C50 and D24 and so on): no pathology of that site reported "
                "before discharge says the opposite."},
     .exceptions = {"只读报告的结论；没有该部位病理报告的不判；原位、交界、不典型、存疑、待免疫组化"
                    "，以及冰冻、细胞学、活检的良性结论不算定论，只有这些时无法判定；诊断名称写明术"
                    "后、放化疗、复发、转移的不判；已编恶性或继发肿瘤的不判良性编码。",
                    "The conclusion of the report is read; not judged without a pathology of the "
                    "site. In situ, borderline, atypical and doubtful findings, and benign frozen "
                    "sections, cytology and biopsies decide nothing: undecided where there is "
                    "nothing else. Not for diagnoses named as operated on, treated, recurrent or "
                    "spread; a benign code not beside a malignant or secondary one."},
     .advice = {"以最终病理报告核对诊断和编码。",
                "Check diagnosis and code against the final pathology report."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
