// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "reader/build.h"

namespace emrlint {
namespace {

Element element(std::string_view id, std::string_view name, std::string_view value) {
  Element made;
  made.id.value = id;
  made.name.value = name;
  made.value.value = value;
  return made;
}

TEST_CASE("front page: items of the data and of a document that is no shared one") {
  Chart chart;
  chart.front_page.push_back({{"血型", {}}, {"A", {}}});
  Document page;
  page.type = DocType::kFrontPage;
  page.format = Format::kChartJson;
  page.elements = {element("DE06.00.310.00", "", "8"), element("", "病房", "3")};
  Document note = page;
  note.type = DocType::kProgressNote;
  Document shared = page;
  shared.format = Format::kWs500;
  chart.documents = {page, note, shared};
  resolve_front_page(chart);
  REQUIRE(chart.front_page.size() == 3);
  CHECK(chart.front_page[0].item == FrontPageItem::kBloodGroup);
  CHECK(chart.front_page[1].item == FrontPageItem::kActualDays);
  CHECK(chart.front_page[1].name.value == "实际住院天数");
  CHECK(chart.front_page[1].value.value == "8");
  CHECK(chart.front_page[2].item == FrontPageItem::kUnknown);
}

}  // namespace
}  // namespace emrlint
