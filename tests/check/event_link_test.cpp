// SPDX-License-Identifier: Apache-2.0
#include "check/event_link.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

Time at(std::string_view text) { return parse_iso_time(text).value_or(Time{}); }

TEST_CASE("a document names an event by its id, with the folder or without") {
  Chart chart;
  chart.rescues.emplace_back().id.value = "r1";
  const Subject rescue{SubjectKind::kRescue, 0};
  Document document;
  CHECK_FALSE(names_event(chart, document, rescue));
  for (const auto& [name, hit] : {std::pair{"rescues/r1", true},
                                  {"r1", true},
                                  {"transfers/r1", false},
                                  {"rescues/r11", false}}) {
    const auto& shown_name = name;
    CAPTURE(shown_name);
    document.about = {Text{name, {}}};
    CHECK(names_event(chart, document, rescue) == hit);
  }
}

TEST_CASE("only a document that is alone in its file tells of what stands there") {
  Chart chart;
  chart.documents.resize(2);
  chart.documents[0].span.file = 0;
  chart.documents[1].span.file = 1;
  CHECK(tells_of(chart, chart.documents[1], {1, 5, 6}));
  CHECK_FALSE(tells_of(chart, chart.documents[1], {0, 5, 6}));
  chart.documents[0].span.file = 1;
  CHECK_FALSE(tells_of(chart, chart.documents[1], {1, 5, 6}));
}

TEST_CASE("what follows an event falls to it until the next one, what leads to it likewise") {
  const std::vector<std::optional<Time>> times = {at("2024-03-02 10:00"), at("2024-03-05 10:00"),
                                                  std::nullopt};
  struct Case {
    std::string_view time;
    bool first, second;
  };
  for (const auto& [time, first, second] :
       {Case{"2024-03-01 08:00", true, false}, Case{"2024-03-02 10:00", true, false},
        Case{"2024-03-05 09:59", true, false}, Case{"2024-03-05 10:00", false, true}}) {
    const auto& shown_time = time;
    CAPTURE(shown_time);
    CHECK(follows(at(time), times, 0) == first);
    CHECK(follows(at(time), times, 1) == second);
    CHECK_FALSE(follows(at(time), times, 2));
  }
  const std::vector<std::optional<Time>> known(times.begin(), times.begin() + 2);
  CHECK(leads_to(at("2024-03-02 10:00"), known, 0));
  CHECK(leads_to(at("2024-03-02 10:01"), known, 1));
  CHECK(leads_to(at("2024-03-06 10:00"), known, 1));
  CHECK_FALSE(leads_to(at("2024-03-06 10:00"), known, 0));
}

}  // namespace
}  // namespace emrlint
