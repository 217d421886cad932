// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "check/words.h"
#include "checks/frontpage/page.h"
#include "checks/tcm/kinds.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kPrinciple{
    "principle", "证候为“{0}”，治则治法未见对照表所列的{1}。",
    "the syndrome is “{0}”; the principle of treatment has none of those in the table: {1}."};
constexpr Message<std::string_view, std::string_view> kPrescription{
    "prescription", "治则治法为“{0}”，中药处方未见对照表所列的{1}。",
    "the principle of treatment is “{0}”; the prescription has none of those in the table: {1}."};
constexpr Message<std::string_view> kSyndrome{"syndrome", "证候：{0}", "syndrome: {0}"};

constexpr Option<WordList> kTable{
    "principles",
    {""},
    "证候与治则治法的对照表，每项形如“气虚血瘀=益气活血/补气化瘀”；未提供时不作判定",
    "table of syndromes and principles, entries such as “气虚血瘀=益气活血/补气化瘀”; undecided "
    "without"};

constexpr Option<WordList> kFormulas{
    "prescriptions",
    {""},
    "治则治法与方药的对照表，每项形如“益气活血=补阳还五汤/黄芪”；未提供时不作判定",
    "table of principles and prescriptions, entries such as “益气活血=补阳还五汤/黄芪”; undecided "
    "without"};

constexpr Citation kBasis[] = {{"YB", "11"}, {"YB", "22"}, {"ZJM", "治疗意见及措施3"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kPrinciple, kPrescription, kSyndrome};
constexpr OptionInfo kOptions[] = {kTable, kFormulas};

constexpr Missing kNoEntry{"principle-table", "该证候的治则治法对照表",
                           "an entry for the syndrome in the table of principles"};

constexpr Missing kNoFormula{"prescription-table", "该治则治法的方药对照表",
                             "an entry for the principle in the table of prescriptions"};

struct Entry {
  std::string_view key, values;  // "气虚血瘀", "益气活血/补气化瘀"
};

// The longest key of the table that the text holds.
Entry entry_for(WordList table, std::string_view text) {
  Entry best;
  any_word(table, [&](std::string_view word) {
    const std::size_t equals = word.find('=');
    if (equals == word.npos || equals == 0) return false;
    const std::string_view key = word.substr(0, equals);
    if (key.size() > best.key.size() && text.find(key) != text.npos) {
      best = {key, word.substr(equals + 1)};
    }
    return false;
  });
  return best;
}

bool holds_one(std::string_view text, std::string_view values) {
  while (!values.empty()) {
    const std::size_t slash = std::min(values.find('/'), values.size());
    const std::string_view one = values.substr(0, slash);
    if (!one.empty() && holds(text, one)) return true;
    values.remove_prefix(std::min(slash + 1, values.size()));
  }
  return false;
}

// Whether one of the paragraphs of the principle does.
bool principle_holds(const Document& document, std::string_view values) {
  for (const Text& text : document.text_of(*document.section(SectionType::kTreatmentPrinciple))) {
    if (holds_one(text.value, values)) return true;
  }
  return false;
}

// The syndromes that the document, or else the chart, states.
std::vector<const Diagnosis*> syndromes_of(const Chart& chart, std::uint32_t document) {
  std::vector<const Diagnosis*> own, all;
  for (const Diagnosis& d : chart.diagnoses) {
    if (!d.tcm || blank_item(d.name.value)) continue;
    const TcmKind kind = tcm_kind(d);
    if (kind != TcmKind::kSyndrome && kind != TcmKind::kBoth) continue;
    all.push_back(&d);
    if (d.document == document) own.push_back(&d);
  }
  return own.empty() ? all : own;
}

void judge_principle(const Chart& chart, const Document& document, const Text& principle,
                     WordList table, Report& report) {
  const auto index = static_cast<std::uint32_t>(&document - chart.documents.data());
  const Subject subject = of(chart, document);
  const std::vector<const Diagnosis*> syndromes = syndromes_of(chart, index);
  if (syndromes.empty()) return;
  const Diagnosis* wrong = nullptr;
  Entry expected;
  for (const Diagnosis* d : syndromes) {
    const Entry entry = entry_for(table, d->name.value);
    if (entry.key.empty()) return report.undecided(subject, kNoEntry, d->name.span);
    if (principle_holds(document, entry.values)) return report.pass(subject);
    if (wrong == nullptr) wrong = d, expected = entry;
  }
  report.fail(kPrinciple, subject, principle.span, wrong->name.value, expected.values)
      .note(kSyndrome, wrong->name.span, wrong->name.value);
}

// What the prescriptions of traditional medicine say, piece by piece.
std::vector<Text> prescribed(const Chart& chart) {
  std::vector<Text> texts;
  for (const Document& document : chart.documents) {
    if (document.type != DocType::kTcmPrescription) continue;
    texts.insert(texts.end(), document.texts.begin(), document.texts.end());
    for (const Element& element : document.elements) {
      if (!element.value.value.empty()) texts.push_back(element.value);
    }
  }
  return texts;
}

void judge_prescription(const Chart& chart, const Document& document, const Text& principle,
                        WordList table, Report& report) {
  const Subject subject = of(chart, document, "prescription");
  const std::vector<Text> texts = prescribed(chart);
  if (texts.empty()) return;
  const Entry entry = entry_for(table, principle.value);
  if (entry.key.empty()) return report.undecided(subject, kNoFormula, principle.span);
  for (const Text& text : texts) {
    if (holds_one(text.value, entry.values)) return report.pass(subject);
  }
  report.fail(kPrescription, subject, principle.span, entry.key, entry.values);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document& document : chart.documents) {
    const Section* section = document.section(SectionType::kTreatmentPrinciple);
    if (section == nullptr || document.blank(*section)) continue;
    const Text& principle = document.text_of(*section).front();
    judge_principle(chart, document, principle, options[kTable], report);
    judge_prescription(chart, document, principle, options[kFormulas], report);
  }
}

}  // namespace

extern constinit const Check tcm_principle_consistency{
    {.id = "tcm-principle-consistency",
     .severity = Severity::kNote,
     .title = {"证候、治则治法与处方应一致",
               "Syndrome, principle of treatment and prescription fit each other"},
     .judged =
         {"写有治则治法的文书：按本机构提供的对照表，其治法与证候相符（选项 "
          "principles，几个证候中符合一个即可），病历中有中药处方的，处方与治法相符（选项 "
          "prescriptions）。",
          "Documents that state a principle of treatment: by the tables of the institution it fits "
          "the syndrome (option principles; one of several is enough), and the prescription of "
          "traditional medicine in the chart fits it (option prescriptions)."},
     .exceptions =
         {"没有证候、治则治法或中药处方的不评价相应一项；未提供对照表、或表中没有该证候、治法的无法"
          "判定。出自地方文件，由相应方案启用。",
          "Not without the syndrome, the principle or the prescription in question; undecided "
          "without the table or an entry in it. From local texts: a profile switches it on."},
     .advice = {"核对辨证与立法，使理法方药一致。",
                "Check syndrome and principle against each other."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
