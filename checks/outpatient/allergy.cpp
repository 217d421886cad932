// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/visit.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kMissing{"missing",
                             "门（急）诊病历首页和病历记录均未写明药物过敏史（有或否认）。",
                             "neither the first page nor the records state or deny drug "
                             "allergies."};

constexpr Missing kFirstPage{"first-page", "门（急）诊病历首页（手册封面）",
                             "the first page of the outpatient chart (cover of the booklet)"};

constexpr Citation kBasis[] = {{"BL", "12"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};

constexpr std::string_view kAllergyFlag = "DE02.10.023.00";
constexpr std::string_view kWord = "过敏";

bool says(std::string_view text) { return text.find(kWord) != std::string_view::npos; }

bool stated(const Document& document) {
  if (document.has_text(SectionType::kAllergy)) return true;
  const Element* flag = document.element(kAllergyFlag);
  if (flag != nullptr && !flag->value.value.empty()) return true;
  return std::any_of(document.texts.begin(), document.texts.end(),
                     [](const Text& text) { return says(text.value); });
}

bool on_first_page(const FrontPageField& field) {
  return says(field.name.value) && !field.value.value.empty();
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!is_visit(chart)) return;
  const auto& documents = chart.documents;
  if (std::any_of(documents.begin(), documents.end(), stated) ||
      std::any_of(chart.front_page.begin(), chart.front_page.end(), on_first_page)) {
    return report.pass(of_chart());
  }
  const Document* record = chart.first(DocType::kOutpatientRecord);
  const Span where = record != nullptr ? record->span : subject_span(chart, of_chart());
  const auto broken = std::find_if(documents.begin(), documents.end(),
                                   [](const Document& document) { return document.broken; });
  if (broken != documents.end()) {
    report.undecided(of_chart(), missing::kRestOfDocument, broken->span);
  } else if (!chart.complete) {
    report.undecided(of_chart(), missing::kRestOfChart, where);
  } else if (!chart.sources.has(Source::kFrontPage)) {
    report.undecided(of_chart(), kFirstPage, where);
  } else {
    report.fail(kMissing, of_chart(), where);
  }
}

}  // namespace

extern constinit const Check outpatient_allergy{
    {.id = "outpatient-allergy",
     .severity = Severity::kWarning,
     .title = {"门（急）诊病历应有药物过敏史", "An outpatient chart states drug allergies"},
     .judged =
         {"门诊、急诊、留观病历：首页数据有过敏项目，或文书有过敏史章节、过敏史标志，或文字中写"
          "到“过敏”（包括否认）。",
          "Outpatient, emergency and observation charts: the data of the first page has an "
          "entry on allergies, or a document has such a section or flag or speaks of 过敏, "
          "denied or not."},
     .exceptions =
         {"条文要求写在首页或手册封面，未载入首页而病历记录也未写的无法判定；单份文书、文书"
          "未能完整读取时无法判定。",
          "The article asks for it on the first page or the cover of the booklet: "
          "undecided where that was not loaded and the records do not say it, and where "
          "the rest of the chart or of a document was not read."},
     .advice = {"在首页或病历记录中写明药物过敏史；没有的写“否认”。",
                "State drug allergies on the first page or in the record, or that they are "
                "denied."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
