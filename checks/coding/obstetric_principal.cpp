// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/coding/birth_codes.h"
#include "checks/coding/categories.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kComplication{
    "complication",
    "主要诊断为分娩编码“{0}”，而其他诊断中有产科并发症或合并症“{1}”，应以其为主要诊断。",
    "the principal diagnosis is the delivery “{0}”; the obstetric complication or comorbidity "
    "“{1}” among the other diagnoses goes first."};
constexpr Message<std::string_view, std::string_view> kMinor{
    "minor", "主要诊断为分娩编码“{0}”，其他诊断中有“{1}”；如属并发症或合并症，应以其为主要诊断。",
    "the principal diagnosis is the delivery “{0}”, beside “{1}”; as a complication or comorbidity "
    "the latter would go first."};
constexpr Message<Bilingual> kUntold{
    "untold", "没有产科并发症或合并症，出院诊断未写明{0}。",
    "there is no obstetric complication or comorbidity, and the diagnoses do not state {0}."};
constexpr Message<> kOther{"other", "并发症或合并症", "the complication or comorbidity"};

constexpr Option<WordList> kMinorCodes{
    "minor",
    {"O69|O70|O71.3|O71.4|O71.7"},
    "单独存在时只作提示的编码（参数，条文未列并发症）",
    "codes that alone give a note only (a parameter: the article lists no complications)"};

constexpr Citation kBasis[] = {{"SY", "14"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kComplication, kMinor, kUntold, kOther};
constexpr OptionInfo kOptions[] = {kMinorCodes};

bool minor(WordList codes, std::string_view code) {
  return any_word(codes, [&](std::string_view one) {
    const CodeRange range[] = {{one, one}};
    return in_ranges(range, code);
  });
}

bool states_weeks(std::string_view name) {
  std::size_t at = 0;
  while (const auto quantity = next_quantity(name, at)) {
    if (quantity->time == TimeUnit::kWeek) return true;
    at = quantity->to;
  }
  return false;
}

// G2P1, g2p1, 孕2产1, 第2胎.
bool states_parity(std::string_view name) {
  for (const std::string_view word : {"G", "g", "孕", "第"}) {
    for (std::size_t at = name.find(word); at != name.npos; at = name.find(word, at + 1)) {
      const auto number = whole_at(name, at + word.size());
      if (!number) continue;
      const std::string_view rest = name.substr(number->to);
      for (const std::string_view next : {"P", "p", "产", "胎", "次", "，P", ",P"}) {
        if (rest.starts_with(next)) return true;
      }
    }
  }
  return false;
}

class Judge {
 public:
  Judge(const Chart& chart, const DischargeList& list, const Options& options, Report& report)
      : chart_(chart), list_(list), options_(options), report_(report) {}

  void principal(std::uint32_t index) {
    const Diagnosis& d = chart_.diagnoses[index];
    const Subject subject = of_diagnosis(index);
    if (!in_ranges(categories::kDeliveries, d.code.value)) return report_.pass(subject);
    const Diagnosis* found = complication();
    if (found == nullptr) return situation(index);
    const bool grave = !minor(options_[kMinorCodes], found->code.value);
    Outcome& outcome = report_.fail(grave ? kComplication : kMinor, subject, d.code.span,
                                    d.code.value, found->code.value);
    outcome.note(kOther, found->code.span);
    if (!grave) outcome.weaker(Severity::kNote);
  }

 private:
  // The first that is more than a minor one, else the first.
  const Diagnosis* complication() const {
    const Diagnosis* first = nullptr;
    for (const std::uint32_t i : list_.all) {
      const Diagnosis& d = chart_.diagnoses[i];
      if (!plain_icd10(chart_, d) || !in_ranges(categories::kObstetricComplications, d.code.value))
        continue;
      if (!minor(options_[kMinorCodes], d.code.value)) return &d;
      if (first == nullptr) first = &d;
    }
    return first;
  }

  // Weeks and parity may stand in any of the names: each has a field of its own on the page.
  void situation(std::uint32_t index) {
    bool weeks = false, parity = false, named = false;
    for (const std::uint32_t i : list_.all) {
      const Diagnosis& d = chart_.diagnoses[i];
      named |= !d.name.value.empty();
      weeks |= states_weeks(d.name.value) || d.code.value.starts_with("O09");
      parity |= states_parity(d.name.value);
    }
    const Subject subject = of_diagnosis(index);
    if (!named || (weeks && parity)) return report_.pass(subject);
    const Bilingual what = weeks    ? Bilingual{"孕次、产次", "gravidity and parity"}
                           : parity ? Bilingual{"妊娠周数", "the weeks of the pregnancy"}
                                    : Bilingual{"妊娠周数和孕次、产次",
                                                "the weeks of the pregnancy, gravidity and parity"};
    const Diagnosis& d = chart_.diagnoses[index];
    report_.fail(kUntold, subject, d.name.value.empty() ? d.code.span : d.name.span, what)
        .weaker(Severity::kNote);
  }

  const Chart& chart_;
  const DischargeList& list_;
  const Options& options_;
  Report& report_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || (!chart.encounter.discharged && !chart.dead())) return;
  const DischargeList list = discharge_list(chart);
  const BirthCodes codes = birth_codes(chart, list);
  if (codes.delivery() == nullptr) return;  // No birth, or said by coding-obstetric-outcome.
  if (!list.ranked) return report.undecided(of_chart(), missing::kPrincipal);
  if (list.principal.size() != 1) return;  // Said by coding-principal-missing.
  const std::uint32_t principal = list.principal.front();
  if (!plain_icd10(chart, chart.diagnoses[principal])) return;
  Judge(chart, list, options, report).principal(principal);
}

}  // namespace

extern constinit const Check obstetric_principal{
    {.id = "coding-obstetric-principal",
     .severity = Severity::kWarning,
     .title = {"产科应以主要并发症或合并症为主要诊断",
               "In obstetrics the chief complication or comorbidity is principal"},
     .judged = {"已出院、有分娩编码（O80–O84）的病历：有产科并发症或合并症（O10–O29、O31–O75、"
                "O85–O99）的，主要诊断不是 "
                "O80–O84；没有的，出院诊断写明妊娠周数和孕次、产次（提示）。",
                "Charts after discharge with a delivery (O80–O84): with an obstetric complication "
                "or comorbidity (O10–O29, O31–O75, O85–O99) the principal diagnosis is none of "
                "O80–O84; without one the diagnoses state weeks, gravidity and parity (a note)."},
     .exceptions = {"只判 ICD-10。条文没有列出哪些是并发症：只有脐带、会阴裂伤等（可调）时"
                    "作提示。没有区分主次的无法判定；没有或有多个主要诊断的不判。",
                    "ICD-10 only. The article does not list what a complication is: with "
                    "cord, perineal tears and the like alone (an option) it is a note. "
                    "Undecided where diagnoses are not ranked; not without exactly one principal."},
     .advice =
         {"以主要的并发症或合并症为主要诊断，分娩编码列为其他诊断；没有的写明妊娠、分娩情况。",
          "Put the chief complication or comorbidity first and the delivery behind it; where "
          "there is none, state the pregnancy and the birth."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
