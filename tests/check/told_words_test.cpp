// SPDX-License-Identifier: Apache-2.0
#include "check/told_words.h"

#include <doctest/doctest.h>

#include <string>

namespace emrlint {

TEST_CASE("what documents tell by words is worked out once for each document and list") {
  Chart chart;
  chart.documents.resize(2);
  chart.documents[0].texts = {{"病理待回", {}}};
  chart.documents[1].texts = {{"病理诊断：腺癌", {}}};
  Derived derived;
  Report report({}, nullptr, &derived);
  int asked = 0;
  const auto size_by = [&](std::size_t document, WordList words) {
    return of_document_by<std::string>(words, chart, chart.documents[document], report, [&] {
      ++asked;
      return std::string(words.joined) + std::to_string(document);
    });
  };
  const std::string copy = "待回|未回";  // Elsewhere in memory.
  CHECK(size_by(0, {"待回|未回"}) == "待回|未回0");
  CHECK(size_by(0, {copy}) == "待回|未回0");
  CHECK(asked == 1);
  CHECK(size_by(1, {"待回|未回"}) == "待回|未回1");
  CHECK(size_by(0, {"诊断"}) == "诊断0");
  CHECK(asked == 3);

  CHECK(tells_any(chart, chart.documents[0], {"待回|未回"}, report));
  CHECK_FALSE(tells_any(chart, chart.documents[1], {"待回|未回"}, report));
  CHECK(tells_any(chart, chart.documents[1], {"诊断"}, report));
}

}  // namespace emrlint
