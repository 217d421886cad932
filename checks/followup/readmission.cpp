// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/followup/stays.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, std::string_view> kUnplanned{
    "unplanned",
    "出院{0}天后因相关疾病（{1}）再次入院，前次首页填写无31天内再住院计划，本次病历未见疑难病例讨"
    "论。",
    "{0} days after discharge the patient came back with a related disease ({1}); the front page "
    "of the earlier stay has no readmission planned, and this chart no discussion of the case."};
constexpr Message<std::string_view, Time> kBefore{"before", "前次住院：病历{0}，{1}出院",
                                                  "the stay before: chart {0}, discharge {1}"};

constexpr Option<Duration> kWithin{"within", std::chrono::days(31), "出院后多久内再次入院",
                                   "how soon after discharge a readmission counts"};

constexpr std::size_t kLookBack = 50;  // Stays that began before.

constexpr Missing kPlan{"readmission-plan", "前次首页的31天内再住院计划",
                        "whether the front page before has a readmission planned"};
constexpr Missing kDisease{"disease-codes", "本次主要诊断和前次出院诊断的编码",
                           "the codes of the principal diagnosis and of those before"};
constexpr Missing kTumour{"planned-treatment", "是否为肿瘤的计划内治疗",
                          "whether it is a planned treatment of a tumour"};

constexpr Missing kOneStay{
    "one-stay", "是否为同一次住院的延续（出院当日又入院）",
    "whether it is one stay in two parts (admitted on the day of discharge)"};

constexpr Citation kBasis[] = {{"XD", "11"}, {"HX", "6-1"}};
constexpr int kCore[] = {6};
constexpr MessageInfo kMessages[] = {kUnplanned, kBefore};
constexpr OptionInfo kOptions[] = {kWithin};

void emit(const Chart& chart, const Options& options, std::vector<Fact>& facts) {
  emit_stay(chart, options[kWithin], facts);
}

// A newborn goes by its mother's number.
bool same_name(const Fact& a, const Fact& b) {
  return a.mark(kName).empty() || b.mark(kName).empty() || a.mark(kName) == b.mark(kName);
}

// The one that ended last before the stay began, of those that began before it; null for none.
const Fact* last_before(const Fact& stay, std::span<const Fact* const> earlier) {
  const Fact* latest = nullptr;
  for (const Fact* fact : earlier) {
    const bool over = fact->chart != stay.chart && fact->end &&
                      fact->end->earliest <= stay.start->latest() && same_name(*fact, stay);
    if (over && (latest == nullptr || latest->end->earliest < fact->end->earliest)) latest = fact;
  }
  return latest;
}

// Rehabilitation, chemotherapy, dialysis and the like (Z), births (O): nobody comes unexpectedly.
bool planned_by_nature(const Fact& stay) {
  const std::string_view disease = stay.word(kPrincipal);
  return stay.kind == "day-surgery" || disease.starts_with('Z') || disease.starts_with('O');
}

bool tumour(std::string_view disease) {
  return disease.starts_with('C') || (disease.starts_with('D') && disease < "D49");
}

std::optional<Missing> doubt(const Fact& stay, const Fact& earlier, Within soon, int days) {
  if (stay.word(kPrincipal).empty() || earlier.words.size() <= kFirstDisease) return kDisease;
  if (earlier.word(kPlanned).empty()) return kPlan;
  if (soon == Within::kUnknown) return missing::kClockTime;
  if (days == 0) return kOneStay;
  if (tumour(stay.word(kPrincipal))) return kTumour;
  if (!stay.end) return missing::kDischargeTime;
  if (stay.word(kDiscussed).empty()) return missing::kRestOfChart;
  return std::nullopt;
}

void judge_stay(const Fact& stay, std::span<const Fact* const> others, Report& report) {
  const Fact* const earlier = last_before(stay, others);
  if (earlier == nullptr) return;
  const Within soon = within(*earlier->end, *stay.start, stay.limit);
  if (soon == Within::kNo) return;
  for (const char* const left : {"death", "transfer", "against-advice"}) {
    if (earlier->kind == left) return;
  }
  const std::string_view disease = stay.word(kPrincipal);
  const std::span<const std::string> words = earlier->words;
  const auto before = words.subspan(std::min<std::size_t>(kFirstDisease, words.size()));
  const bool related = std::find(before.begin(), before.end(), disease) != before.end() ||
                       (disease >= "T80" && disease < "T89");
  const bool known = !disease.empty() && !before.empty();
  if (earlier->word(kPlanned) == "yes" || stay.word(kDiscussed) == "yes" ||
      planned_by_nature(stay) || (known && !related)) {
    return report.pass(stay.subject);
  }
  const auto days = static_cast<int>((stay.start->local_day() - earlier->end->local_day()).count());
  if (const auto open = doubt(stay, *earlier, soon, days)) {
    return report.undecided(stay.subject, *open, stay.where);
  }
  report.fail(kUnplanned, stay.subject, stay.where, days, disease)
      .note(kBefore, earlier->where, earlier->chart, *earlier->end);
}

void judge(std::span<const Fact> facts, Report& report) {
  std::vector<const Fact*> stays;
  for (const Fact& fact : facts) {
    if (fact.start) stays.push_back(&fact);
  }
  std::stable_sort(stays.begin(), stays.end(), [](const Fact* a, const Fact* b) {
    return a->start->earliest < b->start->earliest;
  });
  const std::span<const Fact* const> all = stays;
  for (std::size_t i = 0; i < stays.size(); ++i) {
    const std::size_t seen = std::min(i, kLookBack);
    judge_stay(*stays[i], all.subspan(i - seen, seen), report);
  }
}

}  // namespace

extern constinit const Check followup_readmission{
    .info =
        {.id = "followup-complication-readmission",
         .severity = Severity::kNote,
         .title = {"31天内非预期再入院应组织疑难病例讨论",
                   "An unplanned readmission within 31 days is discussed as a difficult case"},
         .judged =
             {"同一次运行所查的病历中有同一患者前一次住院、出院至本次入院不超过31天的：本次主要诊"
              "断与前次出院诊断属同一类目（前三位编码相同）或为诊疗并发症（T80～T88），前次首页填"
              "写无31天内再住院计划的，本次病历应有疑难病例讨论。",
              "A stay that begins no later than 31 days after the end of an earlier one of the "
              "patient in the run: where its principal diagnosis is of the category of one before "
              "(three characters) or a complication of care (T80 to T88), and the front page "
              "before has no readmission planned, the chart holds a discussion of a difficult "
              "case."},
         .exceptions =
             {"没有前一次住院的不评价；前次死亡、转院、非医嘱离院的不评价。日间手术、以Z、O开头的"
              "诊断（康复、放化疗、透析、分娩等）视为计划内。出院当日又入院、肿瘤、诊断无编码、前"
              "次首页未填或只写代码1、仅有日期而无法比较、尚未出院、单份文书的无法判定。",
              "Not judged without an earlier stay, nor after a death, a transfer, a discharge "
              "against advice. Day surgery and diagnoses in Z and O (rehabilitation, chemotherapy, "
              "dialysis, births and so on) count as planned. Undecided on the day of discharge, "
              "for tumours, without codes, where the front page before is empty or has just the "
              "code 1, where dates do not tell, before discharge, and for lone documents."},
         .advice = {"组织疑难病例讨论并将结论记入病历；属计划内再住院的，改正前次首页。",
                    "Discuss the case and record the conclusion; if it was planned, correct the "
                    "front page before."},
         .basis = kBasis,
         .core_systems = kCore,
         .messages = kMessages,
         .options = kOptions},
    .emit = &emit,
    .judge = &judge};

}  // namespace emrlint::checks
