// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "checks/matching/told.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Bilingual> kLacks{"lacks", "报告单“{0}”缺少：{1}。",
                                                      "the report “{0}” lacks {1}."};

constexpr Missing kHeader{"report-header", "报告单的一般项目（数据中没有）",
                          "the patient's items of the report (not among the data)"};

constexpr Citation kBasis[] = {{"BL", "29"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kLacks};

constexpr Bilingual kNames[] = {{"姓名", "the name"},
                                {"性别", "the sex"},
                                {"年龄", "the age"},
                                {"住院病历号（病案号）", "the number of the chart"},
                                {"检查项目", "what was examined"},
                                {"检查结果", "the result"},
                                {"报告日期", "the date"},
                                {"报告人员签名", "the signature"}};
constexpr std::string_view kIds[] = {"name", "sex",    "age",  "number",
                                     "test", "result", "date", "signature"};
enum Item : std::size_t { kName, kSex, kAge, kNumber, kTest, kResultText, kDate, kSigner };

class Items {
 public:
  void need(Item item, bool there) {
    if (!there) lacking_.push_back(item);
  }
  void judge(Subject subject, Span where, std::string_view title, Report& report) const {
    for (const Item item : lacking_) {
      report.fail(kLacks, {subject.kind, subject.index, kIds[item]}, where, title, kNames[item]);
    }
    if (lacking_.empty()) report.pass(subject);
  }

 private:
  std::vector<Item> lacking_;
};

// What the data of a report hold: of whom it is tells the chart.
void judge_data(const TestResult& result, std::size_t index, Report& report) {
  Items items;
  const bool values = std::any_of(result.items.begin(), result.items.end(),
                                  [](const ResultItem& item) { return !item.value.value.empty(); });
  const bool named = std::any_of(result.items.begin(), result.items.end(),
                                 [](const ResultItem& item) { return !item.name.value.empty(); });
  items.need(kTest, named || !result.name.value.empty());
  items.need(kResultText, values || !result.conclusion.value.empty());
  items.need(kDate, result.reported.has_value());
  const Span where = result.name.value.empty() ? result.span : result.name.span;
  items.judge(of_result(index), where, result.name.value, report);
}

bool of_report(const Chart& chart, const TestResult& result) {
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& d) {
    return (d.type == DocType::kExamReport || d.type == DocType::kLabReport) &&
           !d.id.value.empty() && d.id.value == result.id.value;
  });
}

void judge_document(const Chart& chart, const Document& document, Report& report) {
  const Subject subject = of(chart, document);
  if (document.broken) return report.undecided(subject, missing::kRestOfDocument, document.span);
  const HeaderClaims& header = document.header;
  const bool headed = !header.name.value.empty() || header.sex || !header.stay_id.value.empty() ||
                      !header.patient_id.value.empty();
  // A report inside the chart's own data has no items of the patient; one that is a file has.
  if (!headed) return report.undecided(subject, kHeader, document.span);
  Items items;
  items.need(kName, !header.name.value.empty());
  items.need(kSex, header.sex.has_value());
  items.need(kAge, header.birth || !header.age.value.empty());
  items.need(kNumber, !header.stay_id.value.empty() || !header.patient_id.value.empty());
  const bool texts = std::any_of(document.texts.begin(), document.texts.end(),
                                 [](const Text& text) { return !text.value.empty(); });
  items.need(kResultText, texts || !document.elements.empty());
  items.need(kDate, document.recorded || document.completed);
  items.need(kSigner, !document.signatures.empty() || document.author.known());
  items.judge(subject, document.span, document.title.value, report);
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || chart.realm == Realm::kOther) return;
  for (const Document& document : chart.documents) {
    if (document.type == DocType::kExamReport || document.type == DocType::kLabReport) {
      judge_document(chart, document, report);
    }
  }
  for (std::size_t i = 0; i < chart.results.size(); ++i) {
    if (!of_report(chart, chart.results[i])) judge_data(chart.results[i], i, report);
  }
}

}  // namespace

extern constinit const Check match_report_items{
    {.id = "match-report-items",
     .severity = Severity::kNote,
     .title = {"检查检验报告单的项目应齐全", "A report has the items that it is to have"},
     .judged =
         {"住院病历的每份检查、检验报告文书：有姓名、性别、年龄、住院病历号（病案号）、检查结果、报"
          "告日期和"
          "报告人员签名；以数据载入的报告：有检查项目、检查结果和报告日期。",
          "Each report of an examination or a test of a stay that is a document: name, sex, age, "
          "number of the chart, result, date and signature; each that is data: what was examined, "
          "the result and the date."},
     .exceptions =
         {"数据形式的报告不含患者信息和报告人员，不要求；同一报告的文书和数据只判文书。报告文书没有"
          "一般"
          "项目的数据、未能完整读取的无法判定。",
          "Data hold neither the patient nor who reported, so these are not asked for; of a "
          "document and its data the document is judged. Undecided for a document without any item "
          "of the patient or one that could not be read whole."},
     .advice = {"补全报告单的项目，由报告人员签名。", "Complete the report and have it signed."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
