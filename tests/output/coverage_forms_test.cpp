// SPDX-License-Identifier: Apache-2.0
#include "output/coverage_forms.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <sstream>

namespace emrlint {
namespace {

struct Sample {
  Catalog catalog;
  Coverage coverage;
};

const Sample& sample() {
  static const Sample kSample = [] {
    auto catalog = Catalog::built_in();
    REQUIRE(catalog.ok());
    Sample made{std::move(*catalog), {}};
    auto law = read_law("SA", "sa.toml", R"([[series]]
title = { zh = "条目", en = "Items" }
numbers = ["12..13"]
[[clause]]
number = "12"
title = { zh = "出院指导和随访", en = "Discharge and follow-up" }
checks = ["timeliness-*", "followup-record"]
unseen = { zh = "另册的随访", en = "Follow-up elsewhere" }
[[clause]]
number = "13"
title = { zh = "机制", en = "Mechanism" }
unseen = { zh = "机构的制度", en = "Rules of the institution" }
)",
                        {});
    REQUIRE(law.ok());
    auto covered = cover(std::move(*law), made.catalog);
    REQUIRE(covered.ok());
    made.coverage.laws.push_back(std::move(*covered));
    return made;
  }();
  return kSample;
}

TEST_CASE("the text is aligned and says what is left") {
  std::ostringstream out;
  CoverageTextOptions options;
  options.lang = Lang::kEn;
  options.columns = 70;
  write_coverage_text(out, sample().coverage, {}, options);
  const std::string text = out.str();
  CAPTURE(text);
  CHECK(text.find("\nItems\n  12  partly          Discharge and follow-up\n") != text.npos);
  CHECK(text.find("timeliness-*(") != text.npos);
  CHECK(text.find("\n                      not in a chart: Follow-up elsewhere\n") != text.npos);
  CHECK(text.find("  13  not in a chart  Mechanism\n                      Rules of the") !=
        text.npos);
}

TEST_CASE("colours stand around words, never around blanks at the end") {
  std::ostringstream out;
  CoverageTextOptions options;
  options.colour = true;
  write_coverage_text(out, sample().coverage, {}, options);
  CHECK(out.str().find("\033[1;33m部分有检查\033[0m") != std::string::npos);
}

TEST_CASE("the JSON form has the shape that docs/output.md describes") {
  std::ostringstream out;
  write_coverage_json(out, sample().coverage, {});
  rapidjson::Document json;
  json.Parse(out.str().c_str());
  REQUIRE_FALSE(json.HasParseError());
  const auto& law = json["laws"][0];
  CHECK(std::string(law["key"].GetString()) == "SA");
  CHECK(law["counts"]["clauses"].GetInt() == 2);
  CHECK(law["counts"]["partly"].GetInt() == 1);
  CHECK(law["counts"]["not-in-chart"].GetInt() == 1);
  const auto& clause = law["series"][0]["clauses"][0];
  CHECK(std::string(clause["number"].GetString()) == "12");
  CHECK(std::string(clause["status"].GetString()) == "partly");
  CHECK(std::string(clause["unseen"]["en"].GetString()) == "Follow-up elsewhere");
  bool cites = false;
  for (const auto& check : clause["checks"].GetArray()) {
    if (std::string(check["id"].GetString()) == "followup-record") cites = check["cites"].GetBool();
  }
  CHECK(cites);
  CHECK(json["systems"].Empty());
}

TEST_CASE("the page links what is built in") {
  std::ostringstream out;
  write_coverage_markdown(out, sample().coverage, {});
  CHECK(out.str().find("[followup-record](followup-record.md)") != std::string::npos);
  CHECK(out.str().find("`timeliness-*` (") != std::string::npos);
}

}  // namespace
}  // namespace emrlint
