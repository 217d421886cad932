// SPDX-License-Identifier: Apache-2.0
#include "reader/build_support.h"

namespace emrlint {
namespace {

using namespace build_test;

Order order(std::string_view content, std::string_view start, std::string_view stop = {}) {
  Order order;
  order.id = text("o1");
  order.content = text(content);
  if (!start.empty()) order.start = at(start);
  if (!stop.empty()) order.stop = at(stop);
  return order;
}

Chart with_orders(std::vector<Order> orders) {
  Chart chart;
  chart.key = "ZY1";
  chart.orders = std::move(orders);
  return chart;
}

Chart notice(std::string_view content, std::string_view time) {
  return fragment("ZY1",
                  document(DocType::kCriticalConditionNotice,
                           {signed_by(Role::kAttending, time), signed_by(Role::kAgent, time)},
                           {element("DE06.00.278.00", content)}));
}

TEST_CASE("an order for 病危 or 病重 opens an interval") {
  Order cancelled = order("病危", "202403010900");
  cancelled.cancelled = true;
  struct Row {
    const char* what;
    Order order;
    std::size_t count;
  };
  const Row rows[] = {
      {"plain", order("病危", "202403010900", "202403020900"), 1},
      {"in words", order("告病危通知家属", "202403010900"), 1},
      {"another", order("二级护理", "202403010900"), 0},
      {"both words", order("病危或病重时通知", "202403010900"), 0},
      {"long text", order("患者病情加重时请立即报告上级医师，必要时下达病危通知书", "20240301"), 0},
      {"cancelled", cancelled, 0},
      {"without a time", order("病危", ""), 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(only(list(with_orders({row.order}))).conditions.size() == row.count);
  }
  const Chart chart = only(list(with_orders({order("病危", "202403010900", "202403020900")})));
  CHECK(chart.conditions[0].severity == Acuity::kCritical);
  CHECK(shown(chart.conditions[0].start) == "2024-03-01 09:00");
  CHECK(shown(chart.conditions[0].stop) == "2024-03-02 09:00");
  CHECK(chart.sources.has(Source::kConditions));
}

TEST_CASE("a notice of a condition that an order opened adds nothing") {
  const auto count = [](Chart first, Chart second) {
    return only(list(std::move(first), std::move(second))).conditions.size();
  };
  CHECK(count(with_orders({order("病重", "202403010900")}), notice("病重", "202403011000")) == 1);
  CHECK(count(with_orders({order("病重", "202403010900")}), notice("病危", "202403011000")) == 2);
  CHECK(count(with_orders({order("病重", "202403010900", "202403020900")}),
              notice("病重", "202403051000")) == 2);
}

TEST_CASE("a notice that names both words is no statement of either") {
  CHECK(only(list(notice("病危(重)通知", "202403011000"))).conditions.size() == 1);
  CHECK(only(list(notice("病危、病重", "202403011000"))).conditions.empty());
  CHECK(only(list(notice("目前病情平稳", "202403011000"))).conditions.empty());
}

TEST_CASE("events that the chart brings itself are all there are") {
  Chart own;
  own.key = "ZY1";
  own.sources.add(Source::kRescues);
  own.sources.add(Source::kConditions);
  const Chart chart = only(list(std::move(own), notice("病危", "202403011000"),
                                fragment("ZY1", document(DocType::kRescueRecord))));
  CHECK(chart.rescues.empty());
  CHECK(chart.conditions.empty());
}

TEST_CASE("a rescue record tells of a rescue, with the times that it has") {
  Chart record = fragment(
      "ZY1", document(DocType::kRescueRecord, {},
                      {element("DE06.00.221.00", "202403010900"), element("DE06.00.218.00", "")}));
  record.documents[0].id = text("doc-r");
  const Chart chart = only(list(std::move(record)));
  REQUIRE(chart.rescues.size() == 1);
  CHECK(chart.rescues[0].id.value == "doc-r");
  CHECK(shown(chart.rescues[0].start) == "2024-03-01 09:00");
  CHECK_FALSE(chart.rescues[0].end);
  CHECK(chart.rescues[0].span == chart.documents[0].span);
  CHECK(chart.sources.has(Source::kRescues));
}

TEST_CASE("a consultation record tells of a consultation, not when it was asked for") {
  const auto kind = [](std::string_view word) {
    return only(
               list(fragment("ZY1", document(DocType::kConsultationRecord,
                                             {signed_by(Role::kConsultant, "202403011000", "周九")},
                                             {element("DE06.00.319.00", word)}))))
        .consultations.at(0);
  };
  CHECK(kind("急会诊").kind == ConsultationKind::kUrgent);
  CHECK(kind("普通会诊").kind == ConsultationKind::kRoutine);
  CHECK(kind("院外会诊").kind == ConsultationKind::kExternal);
  CHECK(kind("多学科会诊").kind == ConsultationKind::kMultidisciplinary);
  CHECK(kind("1").kind == ConsultationKind::kUnknown);
  CHECK(kind("急会诊").consultant.name.value == "周九");
  CHECK_FALSE(kind("急会诊").requested);
  CHECK_FALSE(kind("急会诊").done);
}

TEST_CASE("the notes of both departments are of one transfer") {
  const auto note = [](std::string_view from, std::string_view to) {
    return fragment("ZY1", document(DocType::kTransferRecord, {},
                                    {element("DE08.10.026.00", from, "转出科室名称"),
                                     element("DE08.10.026.00", to, "转入科室名称")}));
  };
  const Chart chart = only(list(note("内科", "外科"), note("内科", "外科"), note("外科", "内科")));
  REQUIRE(chart.transfers.size() == 2);
  CHECK(chart.transfers[0].from.value == "内科");
  CHECK(chart.transfers[0].to.value == "外科");
  CHECK_FALSE(chart.transfers[0].at);
}

TEST_CASE("a handover record names who hands over to whom") {
  Chart record =
      fragment("ZY1", document(DocType::kHandoverRecord, {signed_by(Role::kOutgoing, "", "甲"),
                                                          signed_by(Role::kIncoming, "", "乙")}));
  record.documents[0].held = at("202403010800");
  const Chart chart = only(list(std::move(record)));
  REQUIRE(chart.handovers.size() == 1);
  CHECK(chart.handovers[0].from.name.value == "甲");
  CHECK(chart.handovers[0].to.name.value == "乙");
  CHECK(shown(chart.handovers[0].at) == "2024-03-01 08:00");
}

}  // namespace
}  // namespace emrlint
