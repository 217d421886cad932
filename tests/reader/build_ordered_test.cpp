// SPDX-License-Identifier: Apache-2.0
// Surgeries that only orders tell of.
#include "model/ordered.h"
#include "reader/build_support.h"

namespace emrlint {
namespace {

using namespace build_test;
using Links = std::vector<std::uint32_t>;

Order order(std::string_view content, std::string_view start, std::string_view kind = "surgery") {
  Order order;
  order.id = text("o1");
  order.kind = text(kind);
  order.content = text(content);
  order.span = order.content.span;
  if (!start.empty()) order.start = at(start);
  return order;
}

Surgery named(std::string_view name, std::string_view start) {
  Surgery one = surgery("s1", "", start);
  one.name = text(name);
  return one;
}

Chart stay(std::vector<Order> orders, std::vector<Surgery> surgeries = {}) {
  Chart chart;
  chart.key = "ZY1";
  chart.encounter.kind.value = EncounterKind::kInpatient;
  chart.orders = std::move(orders);
  chart.surgeries = std::move(surgeries);
  return chart;
}

// Names and planned times of the surgeries that only orders tell of.
std::string ordered(Chart chart) {
  const Chart built = only(list(std::move(chart)));
  std::string all;
  for (const Surgery& one : built.surgeries) {
    if (!ordered_only(one)) continue;
    if (!all.empty()) all += ", ";
    all += std::string(one.name.value) + ' ' + shown(one.start);
  }
  return all;
}

TEST_CASE("an order makes a surgery where nothing else tells of one") {
  const Chart chart =
      only(list(stay({order("拟于明日在全麻下行腹腔镜下胆囊切除术", "202403041530")})));
  REQUIRE(chart.surgeries.size() == 1);
  const Surgery& one = chart.surgeries[0];
  CHECK(ordered_only(one));
  CHECK(one.id.value == "o1");
  CHECK(one.name.value == "腹腔镜下胆囊切除术");
  CHECK(shown(one.start) == "2024-03-05");
  CHECK(one.start.best()->origin == Origin::kOrders);
  CHECK_FALSE(one.anesthesia.present);
  CHECK(told_surgeries(chart).empty());
  CHECK(only_surgery(chart, 0));
}

TEST_CASE("its kind, or its words, make it an order of surgery") {
  CHECK(ordered(stay({order("胆囊切除术", "202403041530")})) == "胆囊切除术 2024");
  CHECK(ordered(stay({order("明日行胆囊切除术", "202403041530", "")})) == "胆囊切除术 2024-03-05");
  CHECK(ordered(stay({order("明日行胆囊切除术", "202403041530", "treatment")})) ==
        "胆囊切除术 2024-03-05");
  CHECK(ordered(stay({order("胆囊切除术", "202403041530", "treatment")})) == "");
  CHECK(ordered(stay({order("明日行胆囊切除术前禁食", "202403041530", "diet")})) == "");
  CHECK(ordered(stay({order("术前准备", "202403041530")})) == "");
  CHECK(ordered(stay({order("电子胃镜检查", "202403041530", "exam")})) == "");
}

TEST_CASE("a cancelled or stopped order makes 2024") {
  Order cancelled = order("明日行胆囊切除术", "202403041530");
  cancelled.cancelled = true;
  CHECK(ordered(stay({cancelled})) == "");
  Order stopped = order("明日行胆囊切除术", "202403041530");
  stopped.stop = at("202403041800");
  CHECK(ordered(stay({stopped})) == "");
  stopped.stop = at("202403051200");  // When it was to be over.
  CHECK(ordered(stay({stopped})) == "胆囊切除术 2024-03-05");
  CHECK(ordered(stay({order("明日行胆囊切除术", "202403041530"),
                      order("取消明日手术", "202403041800")})) == "");
  CHECK(ordered(stay({order("明日行胆囊切除术", "202403041530"),
                      order("手术推迟", "202403041800")})) == "胆囊切除术 2024");
}

TEST_CASE("several orders of one operation make one") {
  CHECK(ordered(stay({order("拟于明日行腹腔镜下胆囊切除术", "202403041530"),
                      order("明日08:00行腹腔镜胆囊切除术", "202403041600")})) ==
        "腹腔镜下胆囊切除术 2024-03-05 08:00");
  // Postponed, ordered again.
  CHECK(ordered(stay({order("明日行胆囊切除术", "202403041530"),
                      order("明日行胆囊切除术", "202403061530")})) == "胆囊切除术 2024-03-07");
  // Two procedures of one day.
  CHECK(ordered(stay({order("明日行胆囊切除术", "202403041530"),
                      order("明日行阑尾切除术", "202403041530")})) == "胆囊切除术 2024-03-05");
  // Staged.
  CHECK(ordered(stay({order("明日行下肢清创术", "202403041530"),
                      order("明日行游离植皮术", "202403111530")})) ==
        "下肢清创术 2024-03-05, 游离植皮术 2024-03-12");
}

TEST_CASE("an order of a surgery that is known makes no other") {
  const auto with = [](std::string_view name, std::string_view start) {
    return ordered(stay({order("明日行腹腔镜下胆囊切除术", "202403041530")}, {named(name, start)}));
  };
  CHECK(with("腹腔镜下胆囊切除术", "202403050900") == "");
  CHECK(with("胆总管探查术", "202403050900") == "");        // Changed.
  CHECK(with("腹腔镜胆囊切除术", "202403071400") == "");    // Postponed.
  CHECK(with("腹腔镜下胆囊切除术", "202403041400") == "");  // Written up afterwards.
  CHECK(with("", "") == "");                                // May be it.
  CHECK(with("阑尾切除术", "202403100900") == "腹腔镜下胆囊切除术 2024-03-05");
  CHECK(with("腹腔镜下胆囊切除术", "202402280900") == "腹腔镜下胆囊切除术 2024-03-05");
}

TEST_CASE("an order that names a known surgery is of that one") {
  Order named_one = order("明日行植皮术", "202403201530");
  named_one.about = {text("surgeries/s1")};
  CHECK(ordered(stay({named_one}, {named("清创术", "202403050900")})) == "");
}

TEST_CASE("a procedure of the planned day may be what was ordered") {
  Chart chart = stay({order("明日行支架置入术", "202403041530")});
  Procedure procedure;
  procedure.name = text("冠状动脉支架置入");
  procedure.at = at("20240305");
  chart.procedures.push_back(procedure);
  CHECK(ordered(std::move(chart)) == "");
}

TEST_CASE("what an outpatient is ordered belongs to another stay") {
  Chart chart = stay({order("明日行胆囊切除术", "202403041530")});
  chart.encounter.kind.value = EncounterKind::kOutpatient;
  CHECK(ordered(std::move(chart)) == "");
}

TEST_CASE("ordered surgeries stand behind the others, which keep what names no surgery") {
  Chart chart = stay({order("明日行植皮术", "202402281530"), order("明日行植皮术", "202403201530")},
                     {named("清创术", "202403050900")});
  chart.checklists.resize(1);
  chart.checklists[0].kind = text("surgical-safety");
  const Chart built =
      only(list(std::move(chart), fragment("ZY1", document(DocType::kPreopDiscussion)),
                fragment("ZY1", document(DocType::kPreopSummary, {},
                                         {element("DE06.00.094.00", "植皮术"),
                                          element("DE06.00.221.00", "20240321")}))));
  REQUIRE(built.surgeries.size() == 3);
  CHECK(told_surgeries(built).size() == 1);
  CHECK(only_surgery(built, 0));
  CHECK_FALSE(only_surgery(built, 1));
  CHECK(built.first(DocType::kPreopDiscussion)->surgeries == Links{0});
  CHECK(built.first(DocType::kPreopSummary)->surgeries == Links{2});
  CHECK(built.checklists[0].surgeries == Links{0});
}

TEST_CASE("a record from theatre tells that the ordered surgery took place") {
  const Order given = order("明日08:00行胆囊切除术", "202403041530");
  const Chart told = only(
      list(stay({given}), fragment("ZY1", document(DocType::kAnesthesiaRecord, {},
                                                   {element("DE06.00.221.00", "202403051010")}))));
  REQUIRE(told.surgeries.size() == 1);
  CHECK_FALSE(ordered_only(told.surgeries[0]));
  CHECK(told.surgeries[0].name.value == "胆囊切除术");
  CHECK(shown(told.surgeries[0].start) ==
        "2024-03-05 10:10");  // Not 08:00, for when it was planned.
  const Chart planned =
      only(list(stay({given}), fragment("ZY1", document(DocType::kOperationConsent))));
  REQUIRE(planned.surgeries.size() == 1);
  CHECK(ordered_only(planned.surgeries[0]));
  CHECK(planned.first(DocType::kOperationConsent)->surgeries == Links{0});
}

}  // namespace
}  // namespace emrlint
