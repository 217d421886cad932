// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <vector>

#include "check/event_link.h"
#include "check/report.h"
#include "checks/perioperative/items.h"
#include "checks/process/drug_words.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<ItemNames> kNoOrder{"no-order", "抢救记录所用的{0}，抢救期间未见相应医嘱。",
                                      "the rescue record tells of {0}; no order of the time of the "
                                      "rescue has it."};
constexpr Message<ItemNames> kUntold{"untold", "抢救期间医嘱有{0}，抢救记录未提及。",
                                     "{0} was ordered during the rescue; the record does not tell "
                                     "of it."};

constexpr Option<WordList> kDrugs{
    "drugs",
    {"去甲肾上腺素|异丙肾上腺素|肾上腺素|阿托品|多巴胺|多巴酚丁胺|间羟胺|胺碘酮|利多卡因|碳酸氢钠|"
     "葡萄糖酸钙|尼可刹米|洛贝林|去乙酰毛花苷|呋塞米|甘露醇|地塞米松|氨茶碱|硝酸甘油|纳洛酮"},
    "对照的抢救药品",
    "the drugs that are compared"};
constexpr Option<Duration> kMargin{"margin", Duration{60}, "抢救起止前后多久的医嘱算作抢救期间",
                                   "how long around the rescue an order counts as of it"};

constexpr Missing kWhen{"rescue-time", "抢救的起止时间", "when the rescue began and ended"};

constexpr Citation kBasis[] = {{"ZJ", "日常病程记录8"}};
constexpr int kCore[] = {7, 10};
constexpr Source kNeeds[] = {Source::kDocuments, Source::kOrders};
constexpr MessageInfo kMessages[] = {kNoOrder, kUntold};
constexpr OptionInfo kOptions[] = {kDrugs, kMargin};

class Compare {
 public:
  Compare(const Chart& chart, const Options& options, Report& report)
      : chart_(chart), drugs_(options[kDrugs]), margin_(options[kMargin]), report_(report) {}

  void judge(std::size_t rescue, const Document& record) {
    const Rescue& it = chart_.rescues[rescue];
    const Subject subject{SubjectKind::kRescue, static_cast<std::uint32_t>(rescue)};
    if (!it.start || !it.end || !it.start->value.exact() || !it.end->value.exact()) {
      return report_.undecided(subject, kWhen, record.span);
    }
    std::vector<bool> given(drugs_.size()), named(drugs_.size());
    for (const Text& text : record.texts) read(text.value, given, named);
    std::vector<bool> ordered(drugs_.size()), within_it(drugs_.size());
    for (const Order& order : chart_.orders) {
      if (order.cancelled || !order.start) continue;
      if (in_time(order, it, margin_)) drugs_.mark(order.content.value, ordered);
      if (order.kind.value == "drug" && starts_within(order, it)) {
        drugs_.mark(order.content.value, within_it);
      }
    }
    say(record, subject, differing(given, ordered), differing(within_it, named));
  }

 private:
  // What is told as a fact of now was given; "停去甲肾上腺素" and "备肾上腺素" only name it.
  void read(std::string_view text, std::vector<bool>& given, std::vector<bool>& named) const {
    std::optional<Narrative> narrative;
    drugs_.each(text, [&](std::size_t drug, std::size_t at) {
      named[drug] = true;
      if (!narrative) narrative.emplace(text);
      const std::size_t from = narrative->clause_begin(at);
      const std::string_view before = text.substr(from, at - from);
      const std::string_view clause = text.substr(from, narrative->clause_end(at) - from);
      const bool stopped =
          before.ends_with("停") || before.ends_with("停用") || holds(clause, "备");
      if (!stopped && narrative->reading(at, at + drugs_[drug].size()) == Reading{}) {
        given[drug] = true;
      }
    });
  }

  // Ordered around it, or running on from before.
  static bool in_time(const Order& order, const Rescue& rescue, Duration margin) {
    const Time& start = order.start->value;
    if (within(rescue.end->value, start, margin) == Within::kNo) return false;
    const bool before = within(start, rescue.start->value, margin) == Within::kNo;
    if (!before) return true;
    const bool stopped = order.stop && certainly_before(order.stop->value, rescue.start->value);
    return order.term.value == "long" && !stopped;
  }

  static bool starts_within(const Order& order, const Rescue& rescue) {
    const Time& start = order.start->value;
    return start.exact() && !certainly_before(start, rescue.start->value) &&
           !certainly_after(start, rescue.end->value);
  }

  ItemNames differing(const std::vector<bool>& these, const std::vector<bool>& those) const {
    ItemNames names;
    for (std::size_t i = 0; i < drugs_.size(); ++i) {
      if (these[i] && !those[i]) names.names.push_back({drugs_[i], drugs_[i]});
    }
    return names;
  }

  void say(const Document& record, const Subject& subject, const ItemNames& no_order,
           const ItemNames& untold) {
    Subject reverse = subject;
    reverse.detail = "untold";
    if (no_order.empty()) {
      report_.pass(subject);
    } else if (!chart_.complete || chart_.cut_off) {
      report_.undecided(subject, missing::kRestOfChart, record.span);
    } else {
      report_.fail(kNoOrder, subject, record.span, no_order);
    }
    if (untold.empty()) return;
    if (record.broken) {
      report_.undecided(reverse, missing::kRestOfDocument, record.span);
    } else {
      report_.fail(kUntold, reverse, record.span, untold);
    }
  }

  const Chart& chart_;
  DrugWords drugs_;
  Duration margin_;
  Report& report_;
};

const Document* record_of(const Chart& chart, std::size_t rescue) {
  const Subject subject{SubjectKind::kRescue, static_cast<std::uint32_t>(rescue)};
  const auto records = chart.of_type(DocType::kRescueRecord);
  for (const Document* record : records) {
    if (names_event(chart, *record, subject) ||
        tells_of(chart, *record, chart.rescues[rescue].span)) {
      return record;
    }
  }
  return records.size() == 1 && chart.rescues.size() == 1 ? records.front() : nullptr;
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || chart.rescues.empty()) return;
  Compare compare(chart, options, report);
  for (std::size_t i = 0; i < chart.rescues.size(); ++i) {
    if (const Document* record = record_of(chart, i)) compare.judge(i, *record);
  }
}

}  // namespace

extern constinit const Check process_rescue_orders_match{
    {.id = "process-rescue-orders-match",
     .severity = Severity::kWarning,
     .title = {"抢救记录与抢救医嘱应一致（地方标准）",
               "The rescue record agrees with the orders of the rescue (local)"},
     .judged =
         {"每次有记录的抢救：记录写明使用的抢救药品（名单可调）在抢救起止前后1小时（可调）内有医嘱"
          "，或有持续执行的长期医嘱；抢救起止之间开具的这些药品在记录中提及。地方评分表的要求。",
          "Each rescue with a record: each drug of the list (an option) that it tells to have been "
          "given was ordered within an hour (an option) of the rescue or runs on from before, and "
          "each that was ordered during it is told of. A local sheet asks for it."},
     .exceptions =
         {"剂量和操作不对照；抢救起止时间不到分钟、单份文书、文书未能完整读取的无法判定。",
          "Doses and procedures are not compared. Undecided without times to the minute, "
          "for a lone document, and where the record could not be read whole."},
     .advice = {"据实补记口头医嘱，或更正抢救记录。",
                "Enter the oral orders as given, or correct the record."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
