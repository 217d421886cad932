// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "checks/coding/categories.h"
#include "checks/coding/coded.h"
#include "checks/coding/morphology.h"
#include "checks/coding/tumour_reports.h"
#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

using Code = std::string_view;

constexpr Message<Code, Bilingual, Code> kBehaviour{
    "behaviour", "形态学编码“{0}”的动态为{1}，出院诊断中没有相应类目（{2}）的编码。",
    "the morphology “{0}” is {1}, and no discharge diagnosis is of the categories for it ({2})."};
constexpr Message<Code> kMissing{
    "missing", "有肿瘤诊断“{0}”和肿瘤的病理结果，首页没有形态学编码。",
    "there is the tumour “{0}” with a pathology result, and the front page has no morphology."};
constexpr Message<Code> kSeveral{
    "several-primaries", "编码“{0}”用于多个独立原发恶性肿瘤，出院诊断中没有两个原发部位。",
    "the code “{0}” is for independent primary tumours, and the diagnoses do not have two sites."};
constexpr Message<> kTumour{"tumour", "肿瘤诊断", "the diagnosis of the tumour"};
constexpr Message<> kReport{"report", "病理结果", "the pathology result"};

constexpr Citation kBasis[] = {
    {"SY", "9"}, {"FP", "病理诊断及编码"}, {"ICD10", "卷1 第2章及肿瘤形态学"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kBehaviour, kMissing, kSeveral, kTumour, kReport};

class Judge {
 public:
  Judge(const Chart& chart, Report& report) : chart_(chart), report_(report) {
    for (const std::uint32_t i : discharge_list(chart).all) {
      const Diagnosis& d = chart.diagnoses[i];
      if (plain_icd10(chart, d)) list_.push_back(&d);
    }
  }

  void behaviour(const Text& morphology) {
    const Behaviour* found = behaviour_of(morphology.value);
    if (found == nullptr || has(categories::kBloodNeoplasms)) return;
    const Diagnosis* tumour = first(categories::kNeoplasms);
    // Polyps, moles and dysplasias have a morphology too, and codes outside of the chapter.
    const bool malignant = found->digit == '3' || found->digit == '6';
    if (tumour == nullptr && (!malignant || list_.empty() || has(categories::kTumourHistory)))
      return;
    const Subject subject = of_chart(morphology.value);
    if (has(found->codes) || (malignant && has(categories::kTumourHistory)))
      return report_.pass(subject);
    Outcome& outcome = report_.fail(kBehaviour, subject, morphology.span, morphology.value,
                                    found->name, found->text);
    if (tumour != nullptr) outcome.note(kTumour, tumour->code.span);
  }

  void missing() {
    const Diagnosis* tumour = first(categories::kNeoplasms);
    const FrontPage page(chart_);
    if (tumour == nullptr || !page) return;
    // Of another classification, which coding-dx-format and the tables judge.
    if (page.filled(FrontPageItem::kPathologyCode) != nullptr) return;
    const auto evidence = told_tumour(page);
    if (!evidence) return;
    const Subject subject = of_chart("morphology");
    if (const auto doubt = page.doubt(FrontPageItem::kPathologyCode)) {
      return report_.undecided(subject, *doubt, tumour->code.span);
    }
    report_
        .fail(kMissing, subject, page.place_of(FrontPageItem::kPathologyCode), tumour->code.value)
        .note(kReport, *evidence)
        .note(kTumour, tumour->code.span);
  }

  void independent() {
    const Diagnosis* several = first(categories::kIndependentPrimaries);
    if (several == nullptr) return;
    const Diagnosis* site = first(categories::kPrimarySites);
    const bool two = std::any_of(list_.begin(), list_.end(), [&](const Diagnosis* d) {
      return site != nullptr && in_ranges(categories::kPrimarySites, d->code.value) &&
             d->code.value.substr(0, 5) != site->code.value.substr(0, 5);
    });
    const Subject subject = of_chart("independent");
    if (two) return report_.pass(subject);
    report_.fail(kSeveral, subject, several->code.span, several->code.value);
  }

 private:
  bool has(std::span<const CodeRange> ranges) const { return first(ranges) != nullptr; }
  const Diagnosis* first(std::span<const CodeRange> ranges) const {
    const auto found = std::find_if(list_.begin(), list_.end(), [&](const Diagnosis* d) {
      return in_ranges(ranges, d->code.value);
    });
    return found == list_.end() ? nullptr : *found;
  }

  // The pathology diagnosis of the page, else a report of the stay, that names a tumour.
  std::optional<Span> told_tumour(const FrontPage& page) const {
    const FrontPageField* field = page.filled(FrontPageItem::kPathologyDiagnosis);
    if (field != nullptr) {
      if (names_tumour(field->value.value)) return field->value.span;
      return std::nullopt;  // Of something else, by the page itself.
    }
    for (const TestResult& result : chart_.results) {
      if (pathology_in_stay(chart_, result) && names_tumour(result.conclusion.value)) {
        return result.conclusion.span;
      }
    }
    return std::nullopt;
  }

  const Chart& chart_;
  Report& report_;
  std::vector<const Diagnosis*> list_;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  Judge judge(chart, report);
  const std::vector<const Text*> found = morphologies(chart);
  for (const Text* morphology : found) judge.behaviour(*morphology);
  if (found.empty()) judge.missing();
  judge.independent();
}

}  // namespace

extern constinit const Check neoplasm_morphology{
    {.id = "coding-neoplasm-morphology",
     .severity = Severity::kWarning,
     .title = {"肿瘤应有形态学编码，其动态与肿瘤编码相符",
               "A tumour has its morphology, whose behaviour agrees with the code"},
     .judged = {"已出院的住院病历：形态学编码的动态（/0、/1、/2、/3、/6）在出院诊断中有相应类目；"
                "有 C00–D48 "
                "诊断和肿瘤的病理结果的，首页有形态学编码；C97（多个独立原发）有两个原发部位。",
                "Inpatients after discharge: the behaviour of a morphology code (/0, /1, /2, /3, "
                "/6) has its categories among the discharge diagnoses; with a diagnosis of C00–D48 "
                "and a pathology of a tumour the front page has a morphology; C97 (independent "
                "primary tumours) comes with two sites."},
     .exceptions = {"只判 ICD-10。有 D45–D47 的不比较动态（ICD-O-3 为 "
                    "/3）；没有肿瘤编码的良性、未定形态学编码（息肉、葡萄胎等）不判；首页数据中没有"
                    "该项的无法判定；病理诊断未填由 frontpage-pathology 指出。",
                    "ICD-10 only. Behaviour is not compared beside D45–D47 (/3 in ICD-O-3), nor of "
                    "benign or uncertain morphology without a tumour (polyps, moles); undecided "
                    "where the data bring no such item. A pathology diagnosis that is not filled "
                    "in is said by frontpage-pathology."},
     .advice = {"按病理报告补编形态学编码，或改正肿瘤编码。",
                "Add the morphology by the pathology report, or correct the code of the tumour."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
