// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "text/find_word.h"
#include "text/narrative.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kNone{
    "none", "静脉血栓风险为“{0}”，医嘱和文书中未见预防措施，也未写明禁忌或理由。",
    "the risk of venous thrombosis is “{0}”; neither orders nor records show prophylaxis, or why "
    "not."};

constexpr Option<int> kCaprini{"caprini", 5, "Caprini评分几分起为高危",
                               "from which Caprini score on"};
constexpr Option<int> kPadua{"padua", 4, "Padua评分几分起为高危", "from which Padua score on"};

constexpr Citation kBasis[] = {{"GM25", "3"}, {"SA", "11"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNone};
constexpr OptionInfo kOptions[] = {kCaprini, kPadua};

constexpr WordList kScores{
    "Caprini|caprini|CAPRINI|Padua|padua|PADUA|VTE|静脉血栓|血栓风险|DVT风险|深静脉血栓"};
constexpr WordList kMeasures{
    "肝素|依诺|那屈|达肝素|磺达肝癸|利伐沙班|阿哌沙班|达比加群|华法林|抗凝|气压治疗|气压泵|"
    "充气加压|弹力袜|压力袜|梯度"
    "压力|足底泵|空气波|踝泵|下肢活动|早期下床|早期活动|物理预防|机械预防|药物预防|血栓预防|"
    "预防血栓|预防静脉血栓|预防"
    "深静脉"};
constexpr WordList kReasons{
    "抗凝禁忌|禁忌抗凝|出血风险|活动性出血|暂不抗凝|暂不予抗凝|不宜抗凝|拒绝抗凝|血小板减少"};

// What the clause says of the risk: a grade of high, or a score that is.
bool high(std::string_view clause, std::string_view score, const Options& options) {
  if (holds_any(clause, {"高危|极高危|高风险|高度风险"})) {
    return !holds_any(clause, {"中高危|非高危|排除"});
  }
  const bool padua = score.starts_with("P") || score.starts_with("p");
  const bool caprini = score.starts_with("C") || score.starts_with("c");
  if (!padua && !caprini) return false;
  const auto quantity = next_quantity(clause, find_word(clause, score) + score.size());
  return quantity && quantity->time == TimeUnit::kNone &&
         quantity->value >= (padua ? options[kPadua] : options[kCaprini]) && quantity->value < 40;
}

// The clause that states it of the patient, in the first document that does.
std::optional<Part> high_risk(const Chart& chart, const Options& options) {
  for (const Document& document : chart.documents) {
    for (const Text& text : document.texts) {
      if (!holds_any(text.value, kScores)) continue;
      const Narrative narrative(text.value);
      std::optional<Part> found;
      any_word(kScores, [&](std::string_view word) {
        for (std::size_t at = find_word(text.value, word); at != text.value.npos;
             at = find_word(text.value, word, at + word.size())) {
          const std::size_t from = narrative.clause_begin(at), to = narrative.clause_end(at);
          const Reading reading = narrative.reading(at, at + word.size());
          const bool own = reading.who == Who::kPatient && reading.mode != Mode::kHypothetical;
          if (!own || !high(text.value.substr(from, to - from), word, options)) continue;
          found = Part{text, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
          return true;
        }
        return false;
      });
      if (found) return found;
    }
  }
  return std::nullopt;
}

bool prevented(const Chart& chart) {
  const bool ordered =
      std::any_of(chart.orders.begin(), chart.orders.end(), [](const Order& order) {
        return !order.cancelled && holds_any(order.content.value, kMeasures) &&
               !holds_any(order.content.value, {"封管|冲管"});
      });
  return ordered ||
         std::any_of(chart.documents.begin(), chart.documents.end(), [](const Document& document) {
           return tells_any(document, kMeasures) || tells_any(document, kReasons);
         });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const std::optional<Part> risk = high_risk(chart, options);
  if (!risk) return;
  const Span where = risk->value.span;
  const auto& documents = chart.documents;
  const bool broken = std::any_of(documents.begin(), documents.end(),
                                  [](const Document& document) { return document.broken; });
  if (prevented(chart)) {
    report.pass(of_chart());
  } else if (!chart.sources.has(Source::kOrders)) {
    report.undecided(of_chart(), missing_source(Source::kOrders), where);
  } else if (!chart.complete || chart.cut_off || broken) {
    report.undecided(of_chart(), missing::kRestOfChart, where);
  } else {
    const std::string_view clause = risk->value.value.substr(risk->from, risk->to - risk->from);
    report.fail(kNone, of_chart(), where, clause).at(*risk);
  }
}

}  // namespace

extern constinit const Check pathway_vte_prophylaxis{
    {.id = "pathway-vte-prophylaxis",
     .severity = Severity::kNote,
     .title = {"静脉血栓高危患者应有预防措施（改进目标）",
               "Prophylaxis of patients at high risk of venous thrombosis (national goal)"},
     .judged = {"已出院或归档的住院病历：文书写明静脉血栓风险高危，或Caprini评分5分、Padua评分4分（"
                "可调）及以上的，医嘱或文书中有药物、"
                "机械或活动等预防措施，或写明出血风险、抗凝禁忌。依据国家改进目标和手术质量方案，没"
                "有规定措施。",
                "Stays that ended: where a record states a high risk of venous thrombosis, or a "
                "Caprini score "
                "of 5 or a Padua score of 4 (options) or more, orders or records show prophylaxis "
                "by drugs, "
                "machines or movement, or tell of a risk of bleeding or another reason against it. "
                "It rests on "
                "a national goal and the action plan for surgery, which name no measures."},
     .exceptions =
         {"没有评分或风险分级的不评价；假设的、他人的不算。评估本身由 completeness-vte-assessment "
          "判定。医嘱未载入、单份文书、文书"
          "未能完整读取的无法判定。",
          "Not where neither a score nor a grade is stated; what is supposed or of others does not "
          "count. The assessment is judged by completeness-vte-assessment. Undecided without "
          "orders, for "
          "a lone document or one that could not be read whole."},
     .advice = {"按风险采取药物或机械预防；不适合的在病程中写明。",
                "Prevent by drugs or machines as the risk asks; write down why not."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
