// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "check/words.h"
#include "checks/frontpage/page.h"
#include "checks/tcm/kinds.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kPrinciple{
    "principle", "证候为“{0}”，治则治法未见对照表所列的{1}。",
    "the syndrome is “{0}”; the principle of treatment has none of those in the table: {1}."};
constexpr Message<std::string_view> kSyndrome{"syndrome", "证候：{0}", "syndrome: {0}"};

constexpr Option<WordList> kTable{
    "principles",
    {""},
    "证候与治则治法的对照表，每项形如“气虚血瘀=益气活血/补气化瘀”；未提供时不作判定",
    "table of syndromes and principles, entries such as “气虚血瘀=益气活血/补气化瘀”; undecided "
    "without"};

constexpr Citation kBasis[] = {{"YB", "11"}, {"YB", "22"}, {"ZJM", "治疗意见及措施"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kPrinciple, kSyndrome};
constexpr OptionInfo kOptions[] = {kTable};

constexpr Missing kNoEntry{"principle-table", "该证候的治则治法对照表",
                           "an entry for the syndrome in the table of principles"};

struct Entry {
  std::string_view syndrome, principles;  // "益气活血/补气化瘀"
};

// The longest syndrome of the table that the name holds.
Entry entry_for(WordList table, std::string_view name) {
  Entry best;
  any_word(table, [&](std::string_view word) {
    const std::size_t equals = word.find('=');
    if (equals == word.npos || equals == 0) return false;
    const std::string_view syndrome = word.substr(0, equals);
    if (syndrome.size() > best.syndrome.size() && name.find(syndrome) != name.npos) {
      best = {syndrome, word.substr(equals + 1)};
    }
    return false;
  });
  return best;
}

bool holds_one(std::string_view text, std::string_view principles) {
  while (!principles.empty()) {
    const std::size_t slash = std::min(principles.find('/'), principles.size());
    const std::string_view one = principles.substr(0, slash);
    if (!one.empty() && text.find(one) != text.npos) return true;
    principles.remove_prefix(std::min(slash + 1, principles.size()));
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

void judge(const Chart& chart, const Document& document, const Text& principle, WordList table,
           Report& report) {
  const auto index = static_cast<std::uint32_t>(&document - chart.documents.data());
  const Subject subject = of(chart, document);
  const std::vector<const Diagnosis*> syndromes = syndromes_of(chart, index);
  if (syndromes.empty()) return;
  const Diagnosis* wrong = nullptr;
  Entry expected;
  for (const Diagnosis* d : syndromes) {
    const Entry entry = entry_for(table, d->name.value);
    if (entry.syndrome.empty()) return report.undecided(subject, kNoEntry, d->name.span);
    if (holds_one(principle.value, entry.principles)) return report.pass(subject);
    if (wrong == nullptr) wrong = d, expected = entry;
  }
  report.fail(kPrinciple, subject, principle.span, wrong->name.value, expected.principles)
      .note(kSyndrome, wrong->name.span, wrong->name.value);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document& document : chart.documents) {
    const Section* section = document.section(SectionType::kTreatmentPrinciple);
    if (section == nullptr || document.blank(*section)) continue;
    judge(chart, document, document.text_of(*section).front(), options[kTable], report);
  }
}

}  // namespace

extern constinit const Check tcm_principle_consistency{
    {.id = "tcm-principle-consistency",
     .severity = Severity::kNote,
     .title = {"治则治法应与证候一致", "The principle of treatment fits the syndrome"},
     .judged = {"同时写有证候和治则治法的文书：按本机构提供的对照表（选项 "
                "principles），治则治法含有所列治法之一；几个证候中符合一个即可。",
                "Documents that state a syndrome and a principle of treatment: by the table of the "
                "institution (option principles) one of its principles is stated; one of several "
                "syndromes is enough."},
     .exceptions =
         {"没有证候或治则治法的不评价；未提供对照表、或表中没有该证候的无法判定；方药是否相符由评价"
          "者判断。出自地方文件，由相应方案启用。",
          "Not without either; undecided without the table or an entry for the syndrome; whether "
          "the prescription fits is for the reviewer. From local texts: a profile switches it on."},
     .advice = {"核对辨证与立法，使理法方药一致。",
                "Check syndrome and principle against each other."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
