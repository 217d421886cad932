// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "checks/obstetric/delivery.h"
#include "checks/obstetric/newborn.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, DocType> kMissing{"missing", "病历显示本次住院{0}，未见{1}。",
                                               "the chart shows {0} and holds no {1}."};
constexpr Message<> kNoRecord{"no-record", "病历显示本次住院分娩，未见阴道分娩记录或剖宫产记录。",
                              "the chart shows a birth and holds neither a vaginal delivery "
                              "record nor a caesarean record."};
constexpr Message<Bilingual, Time, Bilingual, Time> kOrder{
    "order", "{0}（{1}）早于{2}（{3}），时间顺序矛盾。",
    "{0} ({1}) is earlier than {2} ({3}), which is impossible."};
constexpr Message<Bilingual, Time> kOther{"other", "{0}：{1}", "{0}: {1}"};
constexpr Message<DocType, Bilingual> kNewborn{"newborn", "{0}未写明{1}。",
                                               "the {0} does not state {1}."};

constexpr Citation kBasis[] = {{"WS500", "C0014"}, {"WS500", "C0015"}, {"WS500", "C0016"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing, kNoRecord, kOrder, kOther, kNewborn};

constexpr Bilingual kVaginal{"阴道分娩", "a vaginal birth"};
constexpr Bilingual kCesarean{"剖宫产", "a caesarean section"};
constexpr Bilingual kSex{"新生儿性别", "the sex of the newborn"};
constexpr Bilingual kWeight{"新生儿出生体重", "the birth weight of the newborn"};

struct Step {
  std::string_view id;
  Bilingual name;
};
// In the order of labour. Children of one labour are born before the last placenta only.
constexpr Step kInLabour{elements::kInLabour, {"待产时间", "the time in labour ward"}};
constexpr Step kOnset{elements::kLabourOnset, {"临产时间", "the onset of labour"}};
constexpr Step kOpen{elements::kFullyOpen, {"宫口开全时间", "the full dilation"}};
constexpr Step kBorn{elements::kBorn, {"胎儿娩出时间", "the birth"}};
constexpr Step kPlacenta{elements::kPlacenta, {"胎盘娩出时间", "the delivery of the placenta"}};

class Judge {
 public:
  Judge(const Chart& chart, const Delivery& delivery, Report& report)
      : chart_(chart), delivery_(delivery), report_(report) {}

  void records() {
    if (delivery_.cesarean) {  // With a surgery in the chart its record is asked for.
      if (!chart_.surgeries.empty()) return;
      demand(DocType::kCesareanRecord, kCesarean, chart_.has(DocType::kOperationRecord));
    } else if (delivery_.vaginal) {
      demand(DocType::kVaginalDeliveryRecord, kVaginal, false);
      demand(DocType::kLaborRecord, kVaginal, false);
    } else {
      any_record();
    }
  }

  void record(const Document& document) {
    if (document.type == DocType::kVaginalDeliveryRecord ||
        document.type == DocType::kCesareanRecord) {
      newborn(document);
    }
    times(document);
  }

 private:
  void demand(DocType type, Bilingual what, bool instead) {
    const Subject subject = of_chart(id(type));
    if (instead || chart_.has(type)) {
      report_.pass(subject);
    } else if (!chart_.complete) {
      report_.undecided(subject, missing::kRestOfChart, delivery_.span);
    } else {
      report_.fail(kMissing, subject, delivery_.span, what, type);
    }
  }

  // Z37 alone: either kind of record would do, and neither is there.
  void any_record() {
    const Subject subject = of_chart("delivery-record");
    if (chart_.has(DocType::kOperationRecord)) {
      report_.pass(subject);
    } else if (!chart_.complete) {
      report_.undecided(subject, missing::kRestOfChart, delivery_.span);
    } else {
      report_.fail(kNoRecord, subject, delivery_.span);
    }
  }

  void newborn(const Document& document) {
    if (delivery_.stillborn_only()) return;
    const Subject sex = of(chart_, document, "sex"), weight = of(chart_, document, "weight");
    const SaidNewborns said = newborns_in(document);
    stated(document, sex, kSex, !said.sexes.empty());
    stated(document, weight, kWeight, !said.grams.empty());
  }

  void stated(const Document& document, Subject subject, Bilingual what, bool there) {
    if (there) return report_.pass(subject);
    if (document.broken) {
      return report_.undecided(subject, missing::kRestOfDocument, document.damage);
    }
    report_.fail(kNewborn, subject, document.span, document.type, what);
  }

  // Each stated step against those that come before it.
  void times(const Document& document) {
    constexpr std::array kSteps{kInLabour, kOnset, kOpen, kBorn, kPlacenta};
    bool compared = false;
    for (std::size_t later = 1; later < kSteps.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        // Onset and admission to the labour ward come in either order.
        if (later == 1) continue;
        const auto first = times_in(document, kSteps[earlier].id);
        const auto second = times_in(document, kSteps[later].id);
        if (first.empty() || second.empty()) continue;
        compared = true;
        if (reversed(document, kSteps[earlier], first.front(), kSteps[later], second)) return;
      }
    }
    if (compared) report_.pass(of(chart_, document, "order"));
  }

  bool reversed(const Document& document, const Step& earlier, const Located<Time>& first,
                const Step& later, const std::vector<Located<Time>>& second) {
    for (const Located<Time>& time : second) {
      if (!certainly_before(time.value, first.value)) continue;
      report_
          .fail(kOrder, of(chart_, document, "order"), time.span, later.name, time.value,
                earlier.name, first.value)
          .note(kOther, first.span, earlier.name, first.value);
      return true;
    }
    return false;
  }

  const Chart& chart_;
  const Delivery& delivery_;
  Report& report_;
};

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const std::optional<Delivery> delivery = delivery_of(chart);
  if (!delivery) return;
  Judge judge(chart, *delivery, report);
  judge.records();
  for (const Document& document : chart.documents) {
    if (document.type == DocType::kLaborRecord || document.type == DocType::kCesareanRecord ||
        document.type == DocType::kVaginalDeliveryRecord) {
      judge.record(document);
    }
  }
}

}  // namespace

extern constinit const Check obstetric_labor_records{
    {.id = "obstetric-labor-records",
     .severity = Severity::kWarning,
     .title = {"分娩应有待产记录和分娩记录，时间有序，写明新生儿情况",
               "A birth has its records, in order of time and with data of the newborn"},
     .judged =
         {"已出院的产妇（出院诊断 O80～O84、Z37，剖宫产、助产的手术操作，或已有分娩记录）：阴道分"
          "娩有待产记录和阴道分娩记录，剖宫产有剖宫产记录或手术记录；待产、临产、宫口开全、胎儿娩出"
          "、"
          "胎盘娩出的时间不颠倒；分娩记录写明新生儿性别和出生体重。",
          "Mothers after discharge (discharge diagnoses O80 to O84 or Z37, caesarean sections and "
          "assisted births, or a record of the birth): a labour record and a delivery record for a "
          "vaginal birth, a caesarean or operation record for a caesarean; onset, full dilation, "
          "birth and placenta not in reverse; the record of the birth states sex and weight of the "
          "newborn."},
     .exceptions =
         {"剖宫产不要求待产记录；病历有手术数据的，缺手术记录由手术记录检查指出；只有死产（Z37.1、"
          "Z37.4、Z37.7）的不评价新生儿情况；仅有日期而分不出先后的不算矛盾；仅有单份文书的无法判"
          "定。文书的设置出自共享文档规范，病历书写基本规范没有列出。",
          "No labour record for a caesarean section; where the chart has the surgery, its absent "
          "record is said by the check on operation records; no data of a newborn where all were "
          "stillborn; dates that leave the order open are no contradiction; undecided for a lone "
          "document. The records are those of the exchange standard; the writing rules do not name "
          "them."},
     .advice = {"补归或补写相应记录，核对时间，填写新生儿性别和体重。",
                "File or write the record, check the times, state sex and weight of the newborn."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
